package dev.temper.toolkit.anneal;

import dev.temper.toolkit.data.ComputePrice;
import dev.temper.toolkit.data.FixedCosts;

/**
 * How a study counts what its anneals cost.
 *
 * @param compute what computing costs
 * @param flop how training is counted
 * @param fixed how what is paid once is counted
 */
public record CostModel(ComputePrice compute, FlopCount flop, FixedCosts fixed) {
    /**
     * Counts 6ND, and leaves what is paid once out.
     *
     * @param compute what computing costs
     */
    public CostModel(ComputePrice compute) {
        this(compute, FlopCount.SIX_ND, FixedCosts.EXCLUDED);
    }
}
