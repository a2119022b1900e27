package dev.temper.toolkit.law.joint;

import java.util.List;

/**
 * The marginal likelihood of the shrink scales: levels, shapes and middles are integrated out by Laplace's method around the joint
 * optimum. As the middles are integrated too, with flat priors, its maximum is the restricted maximum-likelihood estimate.
 */
final class Marginal {
    private final Layout layout;
    private final List<Cells> cells;
    private final Target target;
    private double[] last;

    Marginal(Layout layout, List<Cells> cells, Target target, double[] start) {
        this.layout = layout;
        this.cells = cells;
        this.target = target;
        this.last = start;
    }

    /** The joint fit under these scales, begun where the last one ended. */
    Descent.End fit(double[] logScales) {
        double[] scales = new double[logScales.length];
        for (int m = 0; m < scales.length; m++) {
            scales[m] = Math.exp(logScales[m]);
        }
        Descent.End end = Descent.from(last, layout, cells, target.withScale(scales), Descent.FOR_DRAWS);
        last = end.point;
        return end;
    }

    /** Logarithm of the marginal likelihood, but for a constant. */
    double logLikelihood(double[] logScales) {
        return logLikelihood(fit(logScales), logScales);
    }

    double logLikelihood(Descent.End end, double[] logScales) {
        double sum = -0.5 * end.objective - 0.5 * end.arrow.logDeterminant();
        for (double log : logScales) {
            sum -= layout.sources * log;
        }
        return sum;
    }
}
