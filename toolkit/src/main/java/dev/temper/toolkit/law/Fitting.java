package dev.temper.toolkit.law;

import dev.temper.toolkit.law.solve.Loss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fits a law to what was measured. */
public final class Fitting {
    private static final int MOST_FAULTS = 12;

    private Fitting() {}

    /**
     * Fits one form.
     *
     * @param form the law
     * @param data what was measured; several values at one point are seeds of it
     * @param options what is known beforehand
     * @return the fit
     * @throws FitException when there are fewer distinct points than parameters, or the points hide a parameter, as one size of model does,
     *     or weights are to be those of seeds and too few points have repeated ones
     * @throws IllegalArgumentException when a number lies outside its variable's domain, or a value is not finite or not positive where it
     *     must be; the message names all of them
     */
    public static Fit fit(LawForm form, Observations data, FitOptions options) {
        requireNumbers(form, data, options);
        List<String> gaps = form.gaps(data);
        if (!gaps.isEmpty()) {
            throw new FitException("for the " + form.name() + ", " + String.join("; ", gaps));
        }
        return fitted(
                form,
                options.weighting() == Weighting.SEEDS ? SeedVariance.weigh(data, options.scale()) : data,
                options);
    }

    private static Fit fitted(LawForm form, Observations data, FitOptions options) {
        Replicates replicates = Replicates.of(data, options.scale());
        int parameters = form.parameters().size();
        if (replicates.points() < parameters) {
            String points = form.variables().size() == 1 ? "budgets" : "points";
            throw new FitException("distinct " + points + " must be at least " + parameters + " for the " + form.name()
                    + ", but are " + replicates.points() + "; add runs at " + (parameters - replicates.points())
                    + " more, or fit a form with fewer parameters");
        }
        Problem problem = new Problem(form, data, options);
        Solver.Solution solution = Solver.solve(problem);
        if (solution.ends().isEmpty()) {
            throw new FitException("no shape of the " + form.name() + " comes within a finite distance of the values "
                    + Arrays.toString(Arrays.copyOf(data.values, Math.min(MOST_FAULTS, data.size())))
                    + "; check their unit");
        }
        Search.End best = solution.ends().get(0);
        Uncertainty uncertainty = Uncertainty.of(solution.problem(), best.centred, data, replicates);
        Convergence convergence = Diagnosis.convergence(solution.problem(), solution.ends(), uncertainty.covariance);
        return new Fit(
                data,
                uncertainty,
                convergence,
                Diagnosis.warnings(uncertainty, convergence, best.converged),
                form.name() + ", as asked");
    }

    private static void requireNumbers(LawForm form, Observations data, FitOptions options) {
        List<Variable> variables = form.variables();
        boolean positive = options.scale() == ErrorScale.LOG;
        List<String> faults = new ArrayList<>();
        if (data.size() == 0) {
            faults.add("values must be at least one, but there is none");
        }
        for (int i = 0; i < data.size(); i++) {
            double[] row = data.rows[i];
            if (row.length != variables.size()) {
                faults.add("row " + i + " must have a number for each of " + variables.size() + " variables, but has "
                        + row.length);
            }
            for (int v = 0; v < Math.min(row.length, variables.size()); v++) {
                Variable variable = variables.get(v);
                if (!variable.domain().holds(row[v])) {
                    faults.add(variable.name() + " of row " + i + " must be "
                            + variable.domain().bound() + ", but is " + row[v]);
                }
            }
            double value = data.values[i];
            if (options.loss().equals(Loss.BINOMIAL)) {
                if (!Variable.Domain.SHARE.holds(value)) {
                    faults.add("value " + i + " must be " + Variable.Domain.SHARE.bound() + ", but is " + value);
                }
            } else if (!Double.isFinite(value) || (positive && value <= 0)) {
                faults.add("value " + i + " must be " + (positive ? "positive and " : "") + "finite, but is " + value);
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(
                            "; ", faults.subList(0, Math.min(MOST_FAULTS, faults.size())))
                    + (faults.size() > MOST_FAULTS ? "; and " + (faults.size() - MOST_FAULTS) + " more" : ""));
        }
    }
}
