package dev.temper.toolkit.law.choice;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitException;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Fitting;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.distribution.FDistribution;

/**
 * Whether the data know the value that a law levels off at. A forecast beyond the data leans on that value, so where they do not know it
 * the forecast is refused.
 *
 * @param ratio objective of the best law that levels off at the least value allowed, over that of the best law of all: near 1 the floor
 *     does nothing; NaN where the curve need not fall, and such a law has no such rival
 * @param atBound whether the floor ended at the end of its range
 * @param needed whether the rival without a floor fits worse than the scatter of the runs explains, by F at 5 %
 */
public record FloorCheck(double ratio, boolean atBound, boolean needed) {
    private static final double LEVEL = 0.95;

    /**
     * Checks the floor of a fit.
     *
     * @param fit the fit
     * @return empty when the form has no floor of its own
     */
    public static Optional<FloorCheck> of(Fit fit) {
        if (fit.form().floor().isEmpty()) {
            return Optional.empty();
        }
        String name = fit.form().parameters().get(fit.form().floor().getAsInt()).name();
        boolean atBound = fit.convergence().atBounds().contains(name);
        FitOptions options = fit.options();
        if (!options.falling() || !Double.isFinite(options.asymptoteLower())) {
            return Optional.of(new FloorCheck(Double.NaN, atBound, !atBound));
        }
        double best = fit.convergence().objective();
        double without = objectiveWithout(fit);
        int df = fit.runs() - fit.form().parameters().size();
        double ratio = without / best;
        boolean needed = df > 0 && ratio > 1 + new FDistribution(1, df).inverseCumulativeProbability(LEVEL) / df;
        return Optional.of(new FloorCheck(ratio, atBound, needed));
    }

    private static double objectiveWithout(Fit fit) {
        FitOptions options = fit.options();
        double floor = options.asymptoteLower();
        FitOptions held =
                new FitOptions(options.scale(), floor, Math.nextUp(floor), true, options.loss(), options.weighting());
        try {
            return Fitting.fit(fit.form(), fit.observations(), held)
                    .convergence()
                    .objective();
        } catch (FitException e) {
            return Double.POSITIVE_INFINITY; // nothing without a floor comes near the data
        }
    }

    /**
     * Tells whether the law may be followed beyond the data.
     *
     * @return true when the floor is needed and lies within its range
     */
    public boolean carries() {
        return needed && !atBound;
    }

    /**
     * Says what was found.
     *
     * @return a phrase without a full stop
     */
    public String sentence() {
        if (atBound) {
            return "the floor ended at its bound: nothing beyond the data may be read off it";
        }
        return needed
                ? "the data need the floor"
                : String.format(
                        Locale.ROOT,
                        "a law without the floor fits as well (objective %.3g times as large): nothing beyond the data may be"
                                + " read off it",
                        ratio);
    }
}
