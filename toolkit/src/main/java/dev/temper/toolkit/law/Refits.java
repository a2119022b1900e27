package dev.temper.toolkit.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Draws laws by fitting again, within the bounds, to budget means that are moved by noise. The noise is normal with the fit's mean
 * square, over the root of a chi-square over its degrees of freedom. For a law that were linear in its parameters and free of bounds
 * these are exactly the draws behind the delta method with Student's t; near a bound they stay on its right side, where the delta method
 * would promise losses below the floor and curves that turn.
 */
final class Refits {
    private Refits() {}

    /** One drawn law, and the noise of one more run beside it on the scale of the residuals. */
    static final class Draw {
        final double[] centred;
        final double seedNoise;

        Draw(double[] centred, double seedNoise) {
            this.centred = centred;
            this.seedNoise = seedNoise;
        }
    }

    static List<Draw> draw(Problem problem, double[] centred, Replicates data, Noise noise, int count, long seed) {
        RandomGenerator random = new Well19937c(seed);
        ChiSquaredDistribution chiSquared = new ChiSquaredDistribution(random, noise.degreesOfFreedom());
        double[] fitted = Arrays.stream(data.distinct)
                .mapToDouble(row -> problem.options.scale().of(problem.value(centred, row)))
                .toArray();
        double runs = noise.meanSquare() > 0 ? Math.sqrt(noise.ofOneRun() / noise.meanSquare()) : 1;
        List<Draw> draws = new ArrayList<>();
        for (int draw = 0; draw < count; draw++) {
            double sigma = Math.sqrt(noise.meanSquare() * noise.degreesOfFreedom() / chiSquared.sample());
            double[] means = new double[fitted.length];
            for (int k = 0; k < means.length; k++) {
                double moved = fitted[k] + sigma * random.nextGaussian() / Math.sqrt(data.weights[k]);
                means[k] = problem.options.scale().back(moved);
            }
            draws.add(new Draw(
                    Search.forDraw(centred, problem.onMeans(data.distinct, means, data.weights), noise.meanSquare()),
                    runs * sigma * random.nextGaussian()));
        }
        return draws;
    }
}
