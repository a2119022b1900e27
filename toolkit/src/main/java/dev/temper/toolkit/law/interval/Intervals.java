package dev.temper.toolkit.law.interval;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.law.interval.IntervalKind.Bootstrap;
import dev.temper.toolkit.law.interval.IntervalKind.Formula;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes intervals of one fit.
 *
 * <p>{@link #recommended} says which way to take: the delta method where the law is far from its bounds, the profile where it is near
 * one, percentiles of redrawn runs under a robust loss, and the jack-knife over clusters where values share noise. The other ways are
 * there to compare with; a {@link Statement} says where simulations found them wanting.
 */
public final class Intervals {
    /** How many draws there are unless said otherwise. */
    public static final int DRAWS = 2000;

    private static final long SEED = 20406;

    private final Fit fit;
    private final int count;
    private final long seed;
    private final Linear linear;
    private final Cautions cautions;
    private final Map<Resampling, Draws> drawn = new ConcurrentHashMap<>();
    private final Map<Integer, JackKnife> knives = new ConcurrentHashMap<>();

    private Intervals(Fit fit, int count, long seed) {
        this.fit = fit;
        this.count = count;
        this.seed = seed;
        this.linear = Linear.of(fit);
        this.cautions = new Cautions(fit);
    }

    /**
     * Prepares intervals with {@link #DRAWS} draws.
     *
     * @param fit what they are of
     * @return the way to ask for them
     */
    public static Intervals of(Fit fit) {
        return new Intervals(fit, DRAWS, SEED);
    }

    /**
     * Takes another number of draws.
     *
     * @param count at least 20
     * @param seed of the random numbers
     * @return intervals of the same fit
     * @throws IllegalArgumentException when there are fewer
     */
    public Intervals withDraws(int count, long seed) {
        if (count < 20) {
            throw new IllegalArgumentException("draws must be at least 20, but are " + count);
        }
        return new Intervals(fit, count, seed);
    }

    /**
     * Says which way to take for this fit.
     *
     * @return the way
     */
    public IntervalKind recommended() {
        return cautions.recommended();
    }

    /**
     * Makes an interval in the recommended way.
     *
     * @param quantity what it is of
     * @param level such as 0.95
     * @return the interval and what to know of it
     */
    public Statement of(Quantity quantity, double level) {
        return of(quantity, recommended(), level);
    }

    /**
     * Makes an interval.
     *
     * @param quantity what it is of
     * @param kind how
     * @param level such as 0.95
     * @return the interval and what to know of it
     */
    public Statement of(Quantity quantity, IntervalKind kind, double level) {
        Interval.requireLevel(level);
        Set<String> notes = new LinkedHashSet<>(cautions.of(kind, count));
        if (kind instanceof Bootstrap bootstrap) {
            Draws draws = draws(bootstrap.resampling(), bootstrap.ends() == Ends.T);
            double[] ends = ends(quantity, bootstrap, draws, level, notes);
            return statement(quantity, kind, ends, level, draws.counts(), notes);
        }
        double[] ends = new Formulas(fit, linear, this::knife).ends(quantity, (Formula) kind, level, notes);
        return statement(quantity, kind, ends, level, DrawCounts.NONE, notes);
    }

    /**
     * Gives the laws of a bootstrap, to compute anything from. They are drawn once.
     *
     * @param resampling how other data are made
     * @return the laws
     */
    public Draws draws(Resampling resampling) {
        return draws(resampling, false);
    }

    /**
     * Makes a band to draw around a law of one variable.
     *
     * @param kind how
     * @param x places, in their order
     * @param level such as 0.95
     * @param ofRuns whether one more run shall lie within, and not the law alone
     * @return the band
     */
    public Band band(IntervalKind kind, double[] x, double level, boolean ofRuns) {
        List<Interval> intervals = new ArrayList<>();
        Set<String> notes = new LinkedHashSet<>();
        DrawCounts counts = DrawCounts.NONE;
        for (double each : x) {
            Quantity law = Quantity.value(fit, each);
            Statement statement = of(law, kind, level);
            intervals.add(ofRuns ? Widened.toRuns(fit, law, statement.interval()) : statement.interval());
            notes.addAll(statement.notes());
            counts = statement.draws();
        }
        return new Band(Arrays.stream(x).boxed().toList(), intervals, kind, ofRuns, counts, List.copyOf(notes));
    }

    private Draws draws(Resampling resampling, boolean withErrors) {
        return drawn.compute(
                resampling,
                (key, known) -> known != null && (!withErrors || known.withErrors())
                        ? known
                        : Draws.of(fit, key, count, seed, withErrors));
    }

    private JackKnife knife(Groups groups) {
        return knives.computeIfAbsent(groups.count, key -> JackKnife.of(fit, groups));
    }

    private double[] ends(Quantity quantity, Bootstrap bootstrap, Draws draws, double level, Set<String> notes) {
        double estimate = quantity.scaled(fit.parameters());
        double[] values = draws.laws.stream()
                .mapToDouble(law -> quantity.scaled(law.parameters()))
                .toArray();
        if (values.length < count / 2) {
            notes.add("more than half of the draws failed: there is no interval");
            return open();
        }
        return switch (bootstrap.ends()) {
            case PERCENTILE -> Percentiles.plain(values, level);
            case BCA -> {
                JackKnife knife = knife(
                        bootstrap.resampling() == Resampling.POINTS
                                ? Groups.points(fit.observations())
                                : Groups.clusters(fit.observations()));
                yield Percentiles.bca(values, estimate, JackKnife.acceleration(knife.distances(quantity)), level);
            }
            case T -> studentised(quantity, bootstrap, draws, values, estimate, level);
        };
    }

    private double[] studentised(
            Quantity quantity, Bootstrap bootstrap, Draws draws, double[] values, double estimate, double level) {
        Groups groups = new Sampler(fit, bootstrap.resampling()).groups;
        double[] distances = new double[values.length];
        int used = 0;
        for (int i = 0; i < values.length; i++) {
            double error = error(quantity, draws.laws.get(i).linear().orElseThrow(), bootstrap.resampling(), groups);
            double distance = (values[i] - estimate) / error;
            if (Double.isFinite(distance)) {
                distances[used++] = distance;
            }
        }
        double error = error(quantity, linear, bootstrap.resampling(), groups);
        return used < count / 2 || !Double.isFinite(error)
                ? open()
                : Percentiles.studentised(Arrays.copyOf(distances, used), estimate, error, level);
    }

    private static double error(Quantity quantity, Linear at, Resampling resampling, Groups groups) {
        return at.error(quantity, resampling.keepsPlaces() ? at.sandwich(groups) : at.even(at.pooled()));
    }

    static double[] open() {
        return new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
    }

    private Statement statement(
            Quantity quantity, IntervalKind kind, double[] ends, double level, DrawCounts counts, Set<String> notes) {
        double estimate = quantity.of().applyAsDouble(fit.parameters());
        double lower = Double.isNaN(ends[0]) ? Double.NEGATIVE_INFINITY : quantity.back(ends[0]);
        double upper = Double.isNaN(ends[1]) ? Double.POSITIVE_INFINITY : quantity.back(ends[1]);
        if (lower > estimate || upper < estimate) {
            notes.add("the draws lie to one side of the estimate; the interval is stretched to hold it");
        }
        if (counts.failed() > 0) {
            notes.add(counts.failed() + " of " + counts.asked() + " draws failed and are left out");
        }
        if (counts.atBounds() > 0) {
            notes.add(counts.atBounds() + " of " + counts.used() + " draws ended at a bound");
        }
        if (!(Double.isFinite(ends[0]) || Double.isFinite(ends[1]))) {
            notes.add("the data bound neither end");
        }
        Interval interval = Interval.enclosing(lower, estimate, upper, level);
        return new Statement(quantity, kind, interval, counts, List.copyOf(notes));
    }
}
