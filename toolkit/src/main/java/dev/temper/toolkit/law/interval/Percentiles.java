package dev.temper.toolkit.law.interval;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/** Reads the ends of an interval off draws. */
final class Percentiles {
    private static final NormalDistribution NORMAL = new NormalDistribution();

    private Percentiles() {}

    static double[] plain(double[] draws, double level) {
        return new double[] {at(draws, (1 - level) / 2), at(draws, (1 + level) / 2)};
    }

    /**
     * Efron's BCa: percentiles moved by how much of the draws lies below the estimate, and by how fast their spread changes.
     *
     * @return infinite ends where all draws lie on one side of the estimate
     */
    static double[] bca(double[] draws, double estimate, double acceleration, double level) {
        double below = Arrays.stream(draws).filter(each -> each < estimate).count()
                + Arrays.stream(draws).filter(each -> each == estimate).count() / 2.0;
        if (below == 0 || below == draws.length) {
            return new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
        }
        double bias = NORMAL.inverseCumulativeProbability(below / draws.length);
        return new double[] {
            at(draws, share(bias, acceleration, (1 - level) / 2)), at(draws, share(bias, acceleration, (1 + level) / 2))
        };
    }

    static double share(double bias, double acceleration, double share) {
        double z = bias + NORMAL.inverseCumulativeProbability(share);
        double stretched = 1 - acceleration * z;
        return stretched > 0 ? NORMAL.cumulativeProbability(bias + z / stretched) : share < 0.5 ? 0 : 1;
    }

    /** Draws' distances from the estimate in their own errors, which turn around: a draw too high tells of a truth below. */
    static double[] studentised(double[] distances, double estimate, double error, double level) {
        return new double[] {
            estimate - at(distances, (1 + level) / 2) * error, estimate - at(distances, (1 - level) / 2) * error
        };
    }

    static double at(double[] draws, double share) {
        return new Percentile().evaluate(draws, Math.min(100, Math.max(100 * share, 1e-9)));
    }
}
