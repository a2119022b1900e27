package dev.temper.toolkit.law.choice;

import dev.temper.toolkit.law.ErrorScale;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitException;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.FitWarning;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Observations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Several forms fitted to the same runs, and which to take.
 *
 * <p>What decides is the error of extrapolation with a rolling origin: the form is fitted to the smaller budgets, foretells the next
 * larger ones, and so on. Forms are tied with the best that are within one standard error of it over the origins, or within 5 % of its
 * error, or within the noise that the runs foretold have themselves; of those the one with the fewest parameters is taken. AICc is shown beside it, and decides only where there are too few budgets to leave
 * one out. Forms that may not be followed beyond the data stand behind those that may: monotone ones where the data turn, and those whose
 * floor the data do not know.
 *
 * @param rivals the forms that could be fitted, in the order asked for
 * @param refused the forms that could not
 * @param origins how many times larger budgets were foretold
 * @param chosen the index of the rival to take
 * @param reason why, a sentence without a full stop
 */
public record Comparison(List<Rival> rivals, List<Refused> refused, int origins, int chosen, String reason) {
    static final double SAME = 0.05;

    /** Copies the lists. */
    public Comparison {
        rivals = List.copyOf(rivals);
        refused = List.copyOf(refused);
    }

    /**
     * Fits and compares forms.
     *
     * @param forms at least one, all in the same variables
     * @param data what was measured
     * @param options what is known beforehand
     * @return the comparison
     * @throws FitException when none can be fitted; the message is that of the first
     * @throws IllegalArgumentException when a number of the data is not what it must be; the message names all of them
     */
    public static Comparison of(List<LawForm> forms, Observations data, FitOptions options) {
        List<Fit> fits = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        List<FitException> faults = new ArrayList<>();
        for (LawForm form : forms) {
            try {
                fits.add(Fitting.fit(form, data, options));
            } catch (FitException e) {
                faults.add(e);
                refused.add(new Refused(form, String.valueOf(e.getMessage())));
            }
        }
        if (fits.isEmpty()) {
            throw faults.get(0);
        }
        int most = fits.stream()
                .mapToInt(fit -> fit.form().parameters().size())
                .max()
                .orElseThrow();
        RollingOrigin rolling = new RollingOrigin(Sizes.of(data, forms.get(0)), most, data, options);
        double[] criteria = fits.stream().mapToDouble(Criterion::aicc).toArray();
        double least = IntStream.range(0, criteria.length)
                .mapToDouble(i -> criteria[i])
                .min()
                .orElseThrow();
        double[] weights = Criterion.weights(criteria);
        List<Rival> rivals = new ArrayList<>();
        for (int i = 0; i < fits.size(); i++) {
            Fit fit = fits.get(i);
            rivals.add(new Rival(
                    fit, criteria[i], criteria[i] - least, weights[i], rolling.errors(fit.form()), refusals(fit)));
        }
        return choose(rivals, refused, rolling.origins(), rolling.foretold());
    }

    /**
     * Gives the fit to take.
     *
     * @return the fit of the chosen form to all runs; its {@link Fit#choice} is the reason
     */
    public Fit best() {
        return rivals.get(chosen).fit().because(reason);
    }

    static List<String> refusals(Fit fit) {
        List<String> refusals = new ArrayList<>();
        if (fit.warnings().contains(FitWarning.TURNS)) {
            refusals.add(FitWarning.TURNS.sentence());
        }
        FloorCheck.of(fit)
                .filter(check -> !check.carries())
                .map(FloorCheck::sentence)
                .ifPresent(refusals::add);
        return refusals;
    }

    private static Comparison choose(List<Rival> rivals, List<Refused> refused, int origins, int foretold) {
        List<Rival> able = rivals.stream().filter(Rival::follows).toList();
        List<Rival> running = able.isEmpty() ? rivals : able;
        boolean rolled = running.stream().anyMatch(rival -> Double.isFinite(rival.error()));
        Comparator<Rival> order =
                rolled ? Comparator.comparingDouble(Rival::error) : Comparator.comparingDouble(Rival::aicc);
        Rival best =
                running.stream().min(order.thenComparingInt(Rival::parameters)).orElseThrow();
        double slack = noise(best.fit()) / Math.sqrt(Math.max(1, foretold));
        Rival taken = running.stream()
                .filter(rival -> rolled && tied(rival, best, slack))
                .min(Comparator.comparingInt(Rival::parameters).thenComparingDouble(Rival::error))
                .orElse(best);
        return new Comparison(
                rivals,
                refused,
                origins,
                rivals.indexOf(taken),
                reason(taken, best, rivals.size(), origins, rolled, able.isEmpty()));
    }

    /** What one run's noise is of its value; 0 where the data do not tell. */
    static double noise(Fit fit) {
        double noise = Math.sqrt(fit.noise().meanSquare());
        double size = fit.options().scale() == ErrorScale.LOG
                ? 1
                : Arrays.stream(fit.fitted()).map(Math::abs).average().orElseThrow();
        return Double.isFinite(noise / size) ? noise / size : 0;
    }

    private static boolean tied(Rival rival, Rival best, double slack) {
        double[] more = IntStream.range(0, best.errors().size())
                .mapToDouble(i -> rival.errors().get(i) - best.errors().get(i))
                .toArray();
        double mean = IntStream.range(0, more.length)
                .mapToDouble(i -> more[i])
                .average()
                .orElse(Double.NaN);
        double squares = IntStream.range(0, more.length)
                .mapToDouble(i -> (more[i] - mean) * (more[i] - mean))
                .sum();
        double standardError = more.length > 1 ? Math.sqrt(squares / (more.length - 1) / more.length) : 0;
        return mean <= Math.max(slack, Math.max(standardError, SAME * best.error()));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.0995 ? "%.2f %%" : "%.0f %%", 100 * share);
    }

    private static String reason(Rival taken, Rival best, int rivals, int origins, boolean rolled, boolean allRefused) {
        String name = taken.fit().form().name();
        String why;
        if (rivals == 1) {
            why = name + ", the only form that can be fitted";
        } else if (!rolled) {
            why = name + ": least AICc; there are too few budgets to leave one out";
        } else if (taken.equals(best)) {
            why = String.format(
                    Locale.ROOT,
                    "%s: least error at the next larger budgets, %s over %d origins",
                    name,
                    percent(taken.error()),
                    origins);
        } else {
            why = String.format(
                    Locale.ROOT,
                    "%s: its error at the next larger budgets, %s over %d origins, is tied with the %s of the %s, and it is simpler",
                    name,
                    percent(taken.error()),
                    origins,
                    percent(best.error()),
                    best.fit().form().name());
        }
        return allRefused ? why + "; no form here may be followed beyond the data" : why;
    }
}
