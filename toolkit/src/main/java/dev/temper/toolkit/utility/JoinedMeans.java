package dev.temper.toolkit.utility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * A loss curve that turned, which no monotone law follows: the means of its budgets, joined by straight lines over the logarithm of
 * tokens and held level on both sides. Past a turn the last mean flatters a source whose loss goes on rising.
 */
final class JoinedMeans implements LossCurve {
    private final double[] logTokens;
    private final double[] means;
    private final int[] counts;
    private final double variance;
    private final int degreesOfFreedom;

    JoinedMeans(Outcomes outcomes, String source) {
        long[] budgets =
                outcomes.budgets(source).stream().mapToLong(Long::longValue).toArray();
        logTokens = Arrays.stream(budgets).mapToDouble(Math::log).toArray();
        means = new double[budgets.length];
        counts = new int[budgets.length];
        double squares = 0;
        int df = 0;
        for (int k = 0; k < budgets.length; k++) {
            Collection<Double> losses = outcomes.losses(source, budgets[k]).values();
            double mean =
                    losses.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            means[k] = mean;
            counts[k] = losses.size();
            squares += losses.stream()
                    .mapToDouble(loss -> (loss - mean) * (loss - mean))
                    .sum();
            df += losses.size() - 1;
        }
        degreesOfFreedom = df;
        variance = df > 0 ? squares / df : Double.NaN;
    }

    @Override
    public double value(double tokens) {
        return joined(means, tokens);
    }

    @Override
    public boolean measuresNoise() {
        return degreesOfFreedom > 0;
    }

    @Override
    public List<DoubleUnaryOperator> draws(int count, long seed) {
        RandomGenerator random = new Well19937c(seed);
        ChiSquaredDistribution chiSquared = new ChiSquaredDistribution(random, degreesOfFreedom);
        List<DoubleUnaryOperator> draws = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double sigma = Math.sqrt(variance * degreesOfFreedom / chiSquared.sample());
            double[] moved = means.clone();
            for (int k = 0; k < moved.length; k++) {
                moved[k] += sigma * random.nextGaussian() / Math.sqrt(counts[k]);
            }
            draws.add(tokens -> joined(moved, tokens));
        }
        return draws;
    }

    private double joined(double[] heights, double tokens) {
        double place = Math.log(tokens);
        int last = heights.length - 1;
        if (place <= logTokens[0]) {
            return heights[0];
        }
        for (int k = 1; k <= last; k++) {
            if (place <= logTokens[k]) {
                double share = (place - logTokens[k - 1]) / (logTokens[k] - logTokens[k - 1]);
                return heights[k - 1] + share * (heights[k] - heights[k - 1]);
            }
        }
        return heights[last];
    }
}
