package dev.temper.toolkit.law.joint;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.special.Gamma;

/**
 * One noise for all sources where they may well be equally noisy; else each its own mean square, drawn towards the common one by as much
 * as they are alike (Smyth 2004, "Linear models and empirical Bayes methods", the moments of the logarithms). Whether they are alike is
 * asked with Bartlett's test.
 */
final class Moderation {
    private static final double LEVEL = 0.05;
    /** A mean square of 0 is an accident of few digits: it counts as this share of the median. */
    private static final double LEAST = 1e-5;

    final double[] meanSquares;
    final double[] df;
    final boolean differ;

    private Moderation(double[] meanSquares, double[] df, boolean differ) {
        this.meanSquares = meanSquares;
        this.df = df;
        this.differ = differ;
    }

    static Moderation of(double[] squares, int[] ownDf) {
        int n = squares.length;
        double pooledDf = Arrays.stream(ownDf).sum();
        double pooled = Arrays.stream(squares).sum() / pooledDf;
        double[] meanSquares = new double[n];
        double[] df = new double[n];
        Arrays.fill(meanSquares, pooled);
        Arrays.fill(df, pooledDf);
        int[] measured = IntStream.range(0, n).filter(s -> ownDf[s] > 0).toArray();
        double[] own = Arrays.stream(measured)
                .mapToDouble(s -> Math.max(squares[s] / ownDf[s], LEAST * pooled))
                .toArray();
        double[] halves =
                Arrays.stream(measured).mapToDouble(s -> ownDf[s] / 2.0).toArray();
        if (!(pooled > 0) || measured.length < 2 || !bartlettRefuses(own, halves, pooled, pooledDf)) {
            return new Moderation(meanSquares, df, false);
        }
        double[] logs = new double[own.length];
        Arrays.setAll(logs, i -> Math.log(own[i]) - Gamma.digamma(halves[i]) + Math.log(halves[i]));
        double mean = Arrays.stream(logs).average().orElseThrow();
        double spread =
                Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum() / (own.length - 1)
                        - Arrays.stream(halves).map(Gamma::trigamma).average().orElseThrow();
        if (spread <= 0) {
            return new Moderation(meanSquares, df, false);
        }
        double priorHalf = trigammaInverse(spread);
        double prior = Math.exp(mean + Gamma.digamma(priorHalf) - Math.log(priorHalf));
        for (int s = 0; s < n; s++) {
            df[s] = Math.min(pooledDf, ownDf[s] + 2 * priorHalf);
            meanSquares[s] = (2 * priorHalf * prior + squares[s]) / (ownDf[s] + 2 * priorHalf);
        }
        return new Moderation(meanSquares, df, true);
    }

    private static boolean bartlettRefuses(double[] own, double[] halves, double pooled, double pooledDf) {
        double statistic = pooledDf * Math.log(pooled);
        double reciprocals = -1 / pooledDf;
        for (int i = 0; i < own.length; i++) {
            statistic -= 2 * halves[i] * Math.log(own[i]);
            reciprocals += 1 / (2 * halves[i]);
        }
        int others = own.length - 1;
        double corrected = statistic / (1 + reciprocals / (3 * others));
        return corrected > new ChiSquaredDistribution(others).inverseCumulativeProbability(1 - LEVEL);
    }

    /** Newton on 1 / trigamma, which is nearly straight. */
    private static double trigammaInverse(double value) {
        double x = 0.5 + 1 / value;
        for (int step = 0; step < 50; step++) {
            double h = 1e-5 * x;
            double slope = (Gamma.trigamma(x + h) - Gamma.trigamma(x - h)) / (2 * h);
            double at = Gamma.trigamma(x);
            double move = at * (1 - at / value) / slope;
            x += move;
            if (Math.abs(move) < 1e-8 * x) {
                break;
            }
        }
        return x;
    }
}
