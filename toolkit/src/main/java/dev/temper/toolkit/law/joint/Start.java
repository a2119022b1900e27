package dev.temper.toolkit.law.joint;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.ErrorScale;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitException;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.Observations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where the search begins: each source at its own fit; one that has too few budgets at the others' middle, moved to its level. */
final class Start {
    private Start() {}

    /** The ranges of all sources together. */
    static Design design(List<Cells> cells) {
        int variables = cells.get(0).rows[0].length;
        List<Design.Range> ranges = new ArrayList<>();
        for (int v = 0; v < variables; v++) {
            int column = v;
            double[] numbers = cells.stream()
                    .flatMap(each -> Arrays.stream(each.rows))
                    .mapToDouble(row -> row[column])
                    .sorted()
                    .toArray();
            double smallest = numbers[0];
            double middle = smallest > 0
                    ? Math.exp(Arrays.stream(numbers).map(Math::log).average().orElseThrow())
                    : Arrays.stream(numbers).average().orElseThrow();
            ranges.add(new Design.Range(smallest, middle, numbers[numbers.length - 1]));
        }
        return new Design(ranges);
    }

    static double[][] of(List<Cells> cells, Coordinates coordinates) {
        double[][] points = new double[cells.size()][];
        List<double[]> known = new ArrayList<>();
        for (int s = 0; s < points.length; s++) {
            Fit alone = cells.get(s).alone().orElse(null);
            if (alone != null) {
                points[s] = coordinates.of(alone.parameters());
                known.add(points[s]);
            }
        }
        double[] middle = known.isEmpty() ? ofAll(cells, coordinates) : medians(known);
        for (int s = 0; s < points.length; s++) {
            if (points[s] == null) {
                points[s] = atLevel(middle, cells.get(s), coordinates);
            }
        }
        return points;
    }

    private static double[] medians(List<double[]> points) {
        double[] medians = new double[points.get(0).length];
        Arrays.setAll(medians, j -> {
            double[] sorted =
                    points.stream().mapToDouble(point -> point[j]).sorted().toArray();
            return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        });
        return medians;
    }

    /** One curve through all sources. */
    private static double[] ofAll(List<Cells> cells, Coordinates coordinates) {
        double[][] rows =
                cells.stream().flatMap(each -> Arrays.stream(each.rows)).toArray(double[][]::new);
        double[] values = cells.stream()
                .flatMapToDouble(each -> Arrays.stream(each.means))
                .map(coordinates::back)
                .toArray();
        double[] weights = cells.stream()
                .flatMapToDouble(each -> Arrays.stream(each.weights))
                .toArray();
        try {
            return coordinates.of(
                    Fitting.fit(coordinates.form, Observations.of(rows, values).weighted(weights), coordinates.options)
                            .parameters());
        } catch (FitException e) {
            throw new FitException("over all sources together, " + e.getMessage());
        }
    }

    private static double[] atLevel(double[] middle, Cells source, Coordinates coordinates) {
        double[] parameters = coordinates.parameters(middle);
        double off = 0;
        double weight = 0;
        for (int i = 0; i < source.points(); i++) {
            double scaled = coordinates.scaled(coordinates.form.value(parameters, source.rows[i]));
            off += source.weights[i] * (source.means[i] - scaled);
            weight += source.weights[i];
        }
        double[] centred = coordinates.form.centredOf(parameters, coordinates.pivot);
        if (coordinates.options.scale() == ErrorScale.LOG) {
            for (int j = 0; j < coordinates.form.linear(); j++) {
                centred[j] *= Math.exp(off / weight);
            }
        } else if (coordinates.form.floor().isPresent()) {
            centred[coordinates.form.floor().getAsInt()] += off / weight;
        }
        return coordinates.of(coordinates.form.parametersOf(centred, coordinates.pivot));
    }
}
