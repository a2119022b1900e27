package dev.temper.toolkit.law.choice;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitException;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Observations;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits to the smaller budgets and foretells the next larger ones, from one origin after another (Tashman 2000). With few budgets each is
 * foretold by itself; many are cut into at most {@value #MOST} blocks.
 */
final class RollingOrigin {
    private static final int MOST = 8;
    private static final double LEVEL = 0.95;

    private final Sizes sizes;
    private final Observations data;
    private final FitOptions options;
    /** Where the first block and each next one begins, and where the last ends. */
    private final List<Integer> cuts = new ArrayList<>();

    /** Begins where forms of so many parameters can be fitted. */
    RollingOrigin(Sizes sizes, int parameters, Observations data, FitOptions options) {
        this.sizes = sizes;
        this.data = data;
        this.options = options;
        int left = sizes.count() - parameters;
        int blocks = Math.min(MOST, left);
        for (int block = 0; block <= blocks; block++) {
            cuts.add(parameters + (int) Math.round((double) left * block / Math.max(1, blocks)));
        }
    }

    int origins() {
        return Math.max(0, cuts.size() - 1);
    }

    /** How many runs are foretold in all. */
    int foretold() {
        return origins() == 0 ? 0 : sizes.indices(cuts.get(0), sizes.count()).length;
    }

    /** For each origin the mean absolute relative error; infinite where the form cannot be fitted to what lies before. */
    List<Double> errors(LawForm form) {
        List<Double> errors = new ArrayList<>();
        for (int block = 0; block < origins(); block++) {
            Observations unseen = sizes.between(cuts.get(block), cuts.get(block + 1));
            errors.add(error(form, sizes.between(0, cuts.get(block)), unseen));
        }
        return errors;
    }

    private double error(LawForm form, Observations seen, Observations unseen) {
        Fit fit;
        try {
            fit = Fitting.fit(form, seen, options);
        } catch (FitException e) {
            return Double.POSITIVE_INFINITY; // shown as such: this form could not have been used there
        }
        return Forecast.of(fit, unseen, data, LEVEL).stream()
                .mapToDouble(forecast -> Math.abs(forecast.relativeError()))
                .average()
                .orElseThrow();
    }
}
