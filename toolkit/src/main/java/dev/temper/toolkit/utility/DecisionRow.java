package dev.temper.toolkit.utility;

import dev.temper.toolkit.data.Cost;
import dev.temper.toolkit.law.Interval;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of one source: a row of the table of a decision. */
public final class DecisionRow {
    private final String source;
    private final @Nullable PointEstimate point;
    private final @Nullable Interval gain;
    private final Cost cost;
    private final double probabilityBest;
    private final double epochs;
    private final Set<CurveFlag> flags;

    DecisionRow(
            String source,
            @Nullable PointEstimate point,
            @Nullable Interval gain,
            Cost cost,
            double probabilityBest,
            double epochs,
            Set<CurveFlag> flags) {
        this.source = source;
        this.point = point;
        this.gain = gain;
        this.cost = cost;
        this.probabilityBest = probabilityBest;
        this.epochs = epochs;
        this.flags = Set.copyOf(flags);
    }

    /**
     * Names the source.
     *
     * @return its name
     */
    public String source() {
        return source;
    }

    /**
     * Gives the point estimate at the smallest budget.
     *
     * @return empty when the source has no pair with the control there
     */
    public Optional<PointEstimate> point() {
        return Optional.ofNullable(point);
    }

    /**
     * Gives the gain that the curve shows at the target.
     *
     * @return nats per token, with the options' interval; empty when the source has no curve
     */
    public Optional<Interval> gain() {
        return Optional.ofNullable(gain);
    }

    /**
     * Gives the cost of one anneal at the target.
     *
     * @return US dollars in two parts
     */
    public Cost cost() {
        return cost;
    }

    /**
     * Gives the probability that the source is the best at the target.
     *
     * @return from 0 to 1; empty when the sources cannot be ranked
     */
    public OptionalDouble probabilityBest() {
        return Double.isNaN(probabilityBest) ? OptionalDouble.empty() : OptionalDouble.of(probabilityBest);
    }

    /**
     * Gives the passes over the source at the target.
     *
     * @return epochs
     */
    public double epochs() {
        return epochs;
    }

    /**
     * Tells why the gain at the target is not to be taken as it stands.
     *
     * @return empty when it is
     */
    public Set<CurveFlag> flags() {
        return flags;
    }
}
