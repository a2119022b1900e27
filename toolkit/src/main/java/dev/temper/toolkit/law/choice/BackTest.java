package dev.temper.toolkit.law.choice;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitException;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Observations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What each form would have said of the largest budgets had it not seen them.
 *
 * @param keptSizes how many budgets were fitted
 * @param heldSizes how many of the largest were held out
 * @param heldRuns how many runs those are
 * @param trials the forms that could be fitted to the rest, in the order asked for
 * @param refused the forms that could not
 */
public record BackTest(int keptSizes, int heldSizes, int heldRuns, List<Trial> trials, List<Refused> refused) {
    /**
     * One form.
     *
     * @param fit the fit to the budgets that were kept
     * @param forecasts one for each run that was held out
     * @param refusals why it may not be followed beyond the data that it saw, a phrase each; empty when it may
     */
    public record Trial(Fit fit, List<Forecast> forecasts, List<String> refusals) {
        /** Copies the lists. */
        public Trial {
            forecasts = List.copyOf(forecasts);
            refusals = List.copyOf(refusals);
        }

        private int parameters() {
            return fit.form().parameters().size();
        }

        /**
         * Gives how far it missed.
         *
         * @return the mean absolute relative error
         */
        public double error() {
            return forecasts.stream()
                    .mapToDouble(forecast -> Math.abs(forecast.relativeError()))
                    .average()
                    .orElseThrow();
        }

        /**
         * Gives which way it missed.
         *
         * @return the mean relative error with its sign, positive when it said too much
         */
        public double bias() {
            return forecasts.stream()
                    .mapToDouble(Forecast::relativeError)
                    .average()
                    .orElseThrow();
        }

        /**
         * Gives how often its intervals held.
         *
         * @return the share of runs within the interval of one run
         */
        public double coverage() {
            return forecasts.stream().filter(Forecast::covered).count() / (double) forecasts.size();
        }
    }

    /** Copies the lists. */
    public BackTest {
        trials = List.copyOf(trials);
        refused = List.copyOf(refused);
    }

    /**
     * Holds the largest budgets out.
     *
     * @param forms at least one, all in the same variables
     * @param data what was measured
     * @param options what is known beforehand
     * @param holdOut how many of the largest budgets are held out, at least 1; for a law in several variables on log axes their product
     *     says which are the largest
     * @param level of the intervals, such as 0.95
     * @return what came of it
     * @throws IllegalArgumentException when no budget would be left to fit, or a number of the data is not what it must be
     */
    public static BackTest of(List<LawForm> forms, Observations data, FitOptions options, int holdOut, double level) {
        Sizes sizes = Sizes.of(data, forms.get(0));
        if (sizes.count() < 2) {
            throw new IllegalArgumentException(
                    "budgets must be at least 2 to hold the larger out, but there is 1; variables of the "
                            + forms.get(0).name() + " that are on no log axis make none larger");
        }
        int kept = sizes.count() - holdOut;
        if (holdOut < 1 || kept < 1) {
            throw new IllegalArgumentException("holdOut must be at least 1 and below the number of budgets, "
                    + sizes.count() + ", but is " + holdOut);
        }
        Observations seen = sizes.between(0, kept);
        Observations unseen = sizes.between(kept, sizes.count());
        List<Trial> trials = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (LawForm form : forms) {
            try {
                Fit fit = Fitting.fit(form, seen, options);
                trials.add(new Trial(fit, Forecast.of(fit, unseen, data, level), Comparison.refusals(fit)));
            } catch (FitException e) {
                refused.add(new Refused(form, String.valueOf(e.getMessage())));
            }
        }
        return new BackTest(kept, holdOut, unseen.size(), trials, refused);
    }

    /**
     * Gives the form that wins: the least error of those that may be followed beyond the data. Of those whose errors are within 5 % of it,
     * or within the noise of the runs that were held out, the one with the fewest parameters wins.
     *
     * @return empty when no form may be followed, or none could be fitted
     */
    public Optional<Trial> winner() {
        List<Trial> able =
                trials.stream().filter(trial -> trial.refusals().isEmpty()).toList();
        return able.stream()
                .min(Comparator.comparingDouble(Trial::error))
                .flatMap(best -> able.stream()
                        .filter(trial -> trial.error() <= tiedWith(best))
                        .min(Comparator.comparingInt(Trial::parameters).thenComparingDouble(Trial::error)));
    }

    private double tiedWith(Trial best) {
        double noise = Comparison.noise(best.fit()) / Math.sqrt(heldRuns);
        return best.error() + Math.max(noise, Comparison.SAME * best.error());
    }
}
