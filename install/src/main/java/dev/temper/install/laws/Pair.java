package dev.temper.install.laws;

import dev.temper.toolkit.law.Observations;
import java.util.SplittableRandom;

/**
 * Two simulated sources and their sweeps.
 *
 * @param first the runs of the one
 * @param second the runs of the other
 * @param firstIsBetter whether the first truly has the lower loss at the target
 */
record Pair(Observations first, Observations second, boolean firstIsBetter) {
    /** Standard deviations of what the two sources of a pair differ in: level, floor's share as a logit, exponent. */
    static final double LEVEL = 0.023;

    static final double SHARE = 0.3;
    static final double EXPONENT = 0.03;
    private static final double USUAL_SHARE = 0.85;
    private static final double USUAL_EXPONENT = 0.25;
    private static final double EARLIEST_CROSSING = Truth.TOP / 5;

    /** Which pairs are simulated. */
    enum Kind {
        /** As they come: one in twenty crosses between the largest budget and the target. */
        GENERIC(false, 0),
        /** Only those that cross between a fifth of the largest budget and the target, half of them beyond the data. */
        CROSSING(true, 0),
        /** Those too, with half of the variance of the noise common to all seeds of a budget. */
        CROSSING_WITH_SHOCK(true, 0.5);

        private final boolean crossing;
        private final double shared;

        Kind(boolean crossing, double shared) {
            this.crossing = crossing;
            this.shared = shared;
        }

        Pair draw(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            while (true) {
                Truth first = source(random);
                Truth second = source(random);
                boolean better = first.at(Truth.TARGET) < second.at(Truth.TARGET);
                boolean before = first.at(EARLIEST_CROSSING) < second.at(EARLIEST_CROSSING);
                if (!crossing || better != before) {
                    return new Pair(
                            first.sweep(Truth.BUDGETS, Truth.SEEDS, shared, random),
                            second.sweep(Truth.BUDGETS, Truth.SEEDS, shared, random),
                            better);
                }
            }
        }
    }

    /** One of many sources, any two of which differ as those of a pair. */
    static Truth source(SplittableRandom random) {
        double logit = Math.log(USUAL_SHARE / (1 - USUAL_SHARE)) + SHARE / Math.sqrt(2) * random.nextGaussian();
        return new Truth(
                0.5 + LEVEL / Math.sqrt(2) * random.nextGaussian(),
                1 / (1 + Math.exp(-logit)),
                USUAL_EXPONENT + EXPONENT / Math.sqrt(2) * random.nextGaussian());
    }
}
