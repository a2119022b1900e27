package dev.temper.toolkit.law.joint;

import java.util.List;

/** How well one source by itself tells the coordinates that are shrunk: the harmonic mean over the sources, so that blind ones do not count. */
final class SamplingErrors {
    private SamplingErrors() {}

    static double[] of(Layout layout, List<Cells> cells, double[] sigma, double[][] start) {
        Coordinates coordinates = layout.coordinates;
        int p = coordinates.size();
        double[] errors = new double[layout.shrunk];
        double[] information = new double[errors.length];
        double[] given = new double[errors.length];
        for (int s = 0; s < cells.size(); s++) {
            double[] normal = normal(cells.get(s), start[s], coordinates, sigma[s]);
            for (int m = 0; m < errors.length; m++) {
                int j = layout.common[m];
                given[m] += normal[j * p + j];
            }
            if (cells.get(s).points() >= p) {
                Triangle.factor(normal, 0, p);
                double[] covariance = Triangle.inverse(normal, 0, p);
                for (int m = 0; m < errors.length; m++) {
                    int j = layout.common[m];
                    information[m] += 1 / covariance[j * p + j];
                }
            }
        }
        for (int m = 0; m < errors.length; m++) {
            int j = layout.common[m];
            double most = (coordinates.upper[j] - coordinates.lower[j]) / Math.sqrt(12);
            double error = Math.sqrt(cells.size() / (information[m] > 0 ? information[m] : given[m]));
            errors[m] = Math.min(error, most);
        }
        return errors;
    }

    private static double[] normal(Cells source, double[] point, Coordinates coordinates, double sigma) {
        int p = coordinates.size();
        double[] normal = new double[p * p];
        double[] slope = new double[p];
        double[] parameters = coordinates.parameters(point);
        double[][] jacobian = coordinates.jacobian(point);
        for (int i = 0; i < source.points(); i++) {
            Descent.slope(parameters, jacobian, source.rows[i], slope, coordinates);
            for (int a = 0; a < p; a++) {
                for (int b = 0; b < p; b++) {
                    normal[a * p + b] += source.weights[i] * slope[a] * slope[b] / (sigma * sigma);
                }
            }
        }
        return normal;
    }
}
