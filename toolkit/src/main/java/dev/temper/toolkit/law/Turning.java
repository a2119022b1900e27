package dev.temper.toolkit.law;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Tells whether a curve turns back, which no monotone law can follow. With repeated seeds a turn is a pair of budgets whose means
 * differ the wrong way by more than seed noise explains, at 5 % over all pairs (Bonferroni). With one seed there is no noise to measure
 * by, and a turn is two steps the wrong way in a row that together undo half of what the curve had gone the right way.
 */
final class Turning {
    private static final double LEVEL = 0.05;

    private Turning() {}

    static boolean turns(Replicates data, boolean falling) {
        if (data.pureErrorDf > 0) {
            return movesBeyondNoise(data, 1) && (falling || movesBeyondNoise(data, -1));
        }
        return movesBackForLong(data, 1, falling) || (!falling && movesBackForLong(data, -1, false));
    }

    private static boolean movesBeyondNoise(Replicates data, int sign) {
        int budgets = data.points();
        double pairs = budgets * (budgets - 1) / 2.0;
        if (pairs == 0) {
            return false;
        }
        double t = new TDistribution(data.pureErrorDf).inverseCumulativeProbability(1 - LEVEL / pairs);
        double variance = data.pureErrorMeanSquare();
        for (int late = 1; late < budgets; late++) {
            for (int early = 0; early < late; early++) {
                double error = Math.sqrt(variance / data.weights[late] + variance / data.weights[early]);
                if (sign * (data.means[late] - data.means[early]) > t * error) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean movesBackForLong(Replicates data, int sign, boolean anyRise) {
        double[] means = data.means;
        int last = means.length - 1;
        int turn = last;
        while (turn > 0 && sign * (means[turn] - means[turn - 1]) > 0) {
            turn--;
        }
        double gone = -sign * (means[turn] - means[0]);
        double back = sign * (means[last] - means[turn]);
        return last - turn >= 2 && (anyRise || gone > 0) && back > Math.max(gone, 0) / 2;
    }
}
