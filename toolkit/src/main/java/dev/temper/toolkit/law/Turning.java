package dev.temper.toolkit.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Tells whether a curve turns back, which no monotone law can follow. With repeated seeds a turn is a pair of points that differ in one
 * variable alone and whose means differ the wrong way by more than seed noise explains, at 5 % over all pairs (Bonferroni). With one
 * seed there is no noise to measure by, and a turn of a law in one variable is two steps the wrong way in a row that together undo half
 * of what the curve had gone the right way.
 */
final class Turning {
    private static final double LEVEL = 0.05;
    /** With more points each is held against the extreme of those before it only. */
    private static final int MOST_POINTS_OF_PAIRS = 1500;

    /** With more points than these a law in several variables is not looked at in slices, which would take as much memory as the data. */
    private static final int MOST_POINTS_OF_SLICES = 100_000;

    private Turning() {}

    static boolean turns(Replicates data, boolean falling) {
        if (data.pureErrorDf > 0) {
            List<int[]> slices = slices(data);
            return beyondNoise(data, slices, 1) && (falling || beyondNoise(data, slices, -1));
        }
        return data.distinct[0].length == 1
                && (movesBackForLong(data, 1, falling) || (!falling && movesBackForLong(data, -1, false)));
    }

    /** Points in the order of one variable that have all others in common. */
    private static List<int[]> slices(Replicates data) {
        List<int[]> slices = new ArrayList<>();
        int variables = data.distinct[0].length;
        for (int v = 0; v < variables && (variables == 1 || data.points() <= MOST_POINTS_OF_SLICES); v++) {
            Map<List<Double>, List<Integer>> along = new LinkedHashMap<>();
            for (int k = 0; k < data.points(); k++) {
                double[] others = data.distinct[k].clone();
                others[v] = 0;
                along.computeIfAbsent(Arrays.stream(others).boxed().toList(), key -> new ArrayList<>())
                        .add(k);
            }
            int variable = v;
            for (List<Integer> slice : along.values()) {
                if (slice.size() > 1) {
                    slice.sort((a, b) -> Double.compare(data.distinct[a][variable], data.distinct[b][variable]));
                    slices.add(slice.stream().mapToInt(Integer::intValue).toArray());
                }
            }
        }
        return slices;
    }

    private static boolean beyondNoise(Replicates data, List<int[]> slices, int sign) {
        double pairs = slices.stream()
                .mapToDouble(slice -> slice.length * (slice.length - 1) / 2.0)
                .sum();
        if (pairs == 0) {
            return false;
        }
        double t = new TDistribution(data.pureErrorDf).inverseCumulativeProbability(1 - LEVEL / pairs);
        return slices.stream().anyMatch(slice -> movesBeyond(data, slice, sign, t));
    }

    private static boolean movesBeyond(Replicates data, int[] slice, int sign, double t) {
        int extreme = 0;
        for (int late = 1; late < slice.length; late++) {
            if (slice.length > MOST_POINTS_OF_PAIRS) {
                if (beyond(data, slice[extreme], slice[late], sign, t)) {
                    return true;
                }
                extreme = sign * data.means[slice[late]] < sign * data.means[slice[extreme]] ? late : extreme;
                continue;
            }
            for (int early = 0; early < late; early++) {
                if (beyond(data, slice[early], slice[late], sign, t)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean beyond(Replicates data, int early, int late, int sign, double t) {
        double variance = data.pureErrorMeanSquare();
        double error = Math.sqrt(variance / data.weights[late] + variance / data.weights[early]);
        return sign * (data.means[late] - data.means[early]) > t * error;
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
