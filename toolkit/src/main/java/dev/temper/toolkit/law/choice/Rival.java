package dev.temper.toolkit.law.choice;

import dev.temper.toolkit.law.Fit;
import java.util.List;

/**
 * One form among several, fitted to all runs, with what speaks for it.
 *
 * @param fit the fit to all runs
 * @param aicc its criterion; positive infinity when the runs are too few for it
 * @param difference its criterion less the least of all
 * @param weight its Akaike weight
 * @param errors for each origin the mean absolute relative error at the next larger budgets; infinite where the form could not be fitted
 * @param refusals why it may not be followed beyond the data, a phrase each; empty when it may
 */
public record Rival(
        Fit fit, double aicc, double difference, double weight, List<Double> errors, List<String> refusals) {
    /** Copies the lists. */
    public Rival {
        errors = List.copyOf(errors);
        refusals = List.copyOf(refusals);
    }

    /**
     * Gives the error that decides.
     *
     * @return the mean over the origins; NaN when there is none
     */
    public double error() {
        return errors.stream().mapToDouble(each -> each).average().orElse(Double.NaN);
    }

    boolean follows() {
        return refusals.isEmpty();
    }

    int parameters() {
        return fit.form().parameters().size();
    }
}
