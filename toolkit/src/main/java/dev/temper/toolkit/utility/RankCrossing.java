package dev.temper.toolkit.utility;

import dev.temper.toolkit.law.Interval;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the order of two sources changes: by their curves, and by the data themselves. */
public final class RankCrossing {
    private final String before;
    private final String after;
    private final List<Double> roots;
    private final @Nullable Interval fitted;
    private final double rangeEnd;
    private final Chances chances;
    private final @Nullable ObservedCrossing observed;

    /**
     * How likely the curves cross, from joint draws; the three add up to 1. NaN when the data do not measure their noise.
     *
     * @param inRange within the budgets that both sources were run with
     * @param extrapolated only beyond them, up to the target
     * @param none nowhere up to the target
     */
    public record Chances(double inRange, double extrapolated, double none) {}

    RankCrossing(
            String before,
            String after,
            List<Double> roots,
            @Nullable Interval fitted,
            double rangeEnd,
            Chances chances,
            @Nullable ObservedCrossing observed) {
        this.before = before;
        this.after = after;
        this.roots = List.copyOf(roots);
        this.fitted = fitted;
        this.rangeEnd = rangeEnd;
        this.chances = chances;
        this.observed = observed;
    }

    /**
     * Names the source that is better below the crossing.
     *
     * @return its name
     */
    public String before() {
        return before;
    }

    /**
     * Names the source that is better above the crossing.
     *
     * @return its name
     */
    public String after() {
        return after;
    }

    /**
     * Lists all budgets at which the two curves meet, from their smallest common budget to the target or the end of the data.
     *
     * @return tokens, ascending; empty when the curves do not cross
     */
    public List<Double> roots() {
        return roots;
    }

    /**
     * Locates the crossing of the curves: the last of {@link #roots}, with the interval that it has among the draws that cross.
     *
     * @return tokens; empty when the curves do not cross
     */
    public Optional<Interval> fitted() {
        return Optional.ofNullable(fitted);
    }

    /**
     * Tells whether the crossing of the curves lies beyond the budgets that both sources were run with.
     *
     * @return false when it lies within, or there is none
     */
    public boolean extrapolated() {
        return fitted != null && fitted.estimate() > rangeEnd;
    }

    /**
     * Tells how likely the curves cross.
     *
     * @return shares of the joint draws
     */
    public Chances chances() {
        return chances;
    }

    /**
     * Locates the crossing that the data show.
     *
     * @return empty when the means keep their order
     */
    public Optional<ObservedCrossing> observed() {
        return Optional.ofNullable(observed);
    }
}
