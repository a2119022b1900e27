package dev.temper.toolkit.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Fits a law to one curve. */
public final class Fitting {
    private Fitting() {}

    /**
     * Fits one form.
     *
     * @param form the law
     * @param budgets tokens of each run, positive; several runs of one budget are seeds of it
     * @param values of each run; positive when the options ask for the log scale
     * @param options what is known beforehand
     * @return the fit
     * @throws FitException when there are fewer distinct budgets than parameters
     * @throws IllegalArgumentException when a number is not finite or not positive where it must be; the message names all of them
     */
    public static Fit fit(LawForm form, double[] budgets, double[] values, FitOptions options) {
        requireNumbers(budgets, values, options);
        Replicates data = Replicates.of(budgets, values, options.scale());
        int parameters = form.parameters().size();
        if (data.budgets() < parameters) {
            throw new FitException("distinct budgets must be at least " + parameters + " for the " + form.name()
                    + ", but are " + data.budgets() + "; add runs at " + (parameters - data.budgets())
                    + " more, or fit a form with fewer parameters");
        }
        Problem problem = new Problem(form, budgets.clone(), values.clone(), options);
        List<Search.End> ends = new ArrayList<>();
        for (double[] start : StartingPoints.of(problem)) {
            ends.add(Search.from(start, problem));
        }
        if (ends.isEmpty()) {
            throw new FitException("no shape of the " + form.name() + " comes within a finite distance of the values "
                    + Arrays.toString(values) + "; check their unit");
        }
        ends.sort(Comparator.comparingDouble(end -> end.objective));
        Search.End best = ends.get(0);
        Uncertainty uncertainty =
                new Uncertainty(problem, best.centred, data, Noise.of(data, best.objective, parameters));
        Convergence convergence = Diagnosis.convergence(problem, ends, uncertainty.covariance);
        return new Fit(
                uncertainty,
                convergence,
                Diagnosis.warnings(uncertainty, convergence, best.converged),
                form.name() + ", as asked");
    }

    /**
     * Fits the form that the data can carry. That is the shifted power law where there are budgets enough for its four parameters (five,
     * or four with repeated seeds) and its residual mean square is no larger than that of the power law; else the power law.
     *
     * <p>The shifted law is preferred on evidence: anneals start from a model that has met the domain, so their curves are flat at first
     * and concave on log axes. On the embedded study's noisy web text, fitted up to 164 thousand tokens, the power law promises a loss
     * of 1.71 at 1.31 million and the shifted law 1.63, where training gave 1.60; on sources without that bend the two agree.
     *
     * @param budgets tokens of each run, positive; several runs of one budget are seeds of it
     * @param values of each run; positive when the options ask for the log scale
     * @param options what is known beforehand
     * @return the fit, whose {@link Fit#choice} says why
     * @throws FitException when there are fewer than three distinct budgets
     * @throws IllegalArgumentException when a number is not finite or not positive where it must be; the message names all of them
     */
    public static Fit choose(double[] budgets, double[] values, FitOptions options) {
        Fit power = fit(LawForms.POWER, budgets, values, options);
        int distinct = power.budgets();
        boolean repeated = power.noise().pureErrorDf() > 0;
        if (distinct < 4 || (distinct == 4 && !repeated)) {
            return power.because(
                    "power law with floor: the shifted power law needs five budgets, or four with repeated seeds, and there are "
                            + distinct + (repeated ? " with repeated seeds" : " with one seed"));
        }
        Fit shifted = fit(LawForms.SHIFTED, budgets, values, options);
        double plain = residualMeanSquare(power);
        double bent = residualMeanSquare(shifted);
        boolean take = bent <= plain;
        String reason = "%s: residual mean square %.3g with prior exposure, %.3g without"
                .formatted(take ? "shifted power law" : "power law with floor", bent, plain);
        return (take ? shifted : power).because(reason);
    }

    private static double residualMeanSquare(Fit fit) {
        return fit.convergence().objective() / Math.max(1, fit.runs() - fit.parameters().length);
    }

    private static void requireNumbers(double[] budgets, double[] values, FitOptions options) {
        if (budgets.length != values.length) {
            throw new IllegalArgumentException(
                    "values must be as many as budgets, " + budgets.length + ", but are " + values.length);
        }
        boolean positive = options.scale() == ErrorScale.LOG;
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < budgets.length; i++) {
            if (!(budgets[i] > 0 && Double.isFinite(budgets[i]))) {
                faults.add("budget " + i + " must be positive and finite, but is " + budgets[i]);
            }
            if (!Double.isFinite(values[i]) || (positive && values[i] <= 0)) {
                faults.add(
                        "value " + i + " must be " + (positive ? "positive and " : "") + "finite, but is " + values[i]);
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }
}
