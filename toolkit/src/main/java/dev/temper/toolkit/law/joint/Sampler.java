package dev.temper.toolkit.law.joint;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws the curves of all sources of a pool together. Every draw takes shrink scales by their weights and a noise by its degrees of
 * freedom, moves the data by that noise and the sources' aims by those scales, and fits again within the bounds. For a law that were
 * linear in its coordinates these are exactly draws of the joint posterior, with Student's t; near a bound they stay on its right side.
 *
 * <p>Each draw has its own random numbers, so it is the same whatever the number of threads.
 */
final class Sampler {
    /** One drawn law: its parameters, and the noise of one more run beside it on the scale of the residuals. */
    static final class Drawn {
        final double[] parameters;
        final double runNoise;

        private Drawn(double[] parameters, double runNoise) {
            this.parameters = parameters;
            this.runNoise = runNoise;
        }
    }

    /** By source, and whether the fit again converged. */
    static final class Draw {
        final Drawn[] sources;
        final boolean converged;

        private Draw(Drawn[] sources, boolean converged) {
            this.sources = sources;
            this.converged = converged;
        }
    }

    private final Pool pool;
    private final long base;

    Sampler(Pool pool, long seed, int index) {
        this.pool = pool;
        SplittableRandom hash = new SplittableRandom(seed);
        long key = hash.nextLong();
        for (int i = 0; i < index; i++) {
            key = hash.nextLong();
        }
        this.base = key;
    }

    List<Draw> draw(int count) {
        return IntStream.range(0, count).parallel().mapToObj(this::one).toList();
    }

    private Draw one(int i) {
        SplittableRandom random = new SplittableRandom(base + i);
        Layout layout = pool.layout;
        int sources = layout.sources;
        ScalePosterior.Node node = node(random.nextDouble());
        double[] sigma = new double[sources];
        double common = stretch(pool.scales.df[0], random);
        for (int s = 0; s < sources; s++) {
            sigma[s] = pool.scales.sigma[s] * (pool.scales.differ ? stretch(pool.scales.df[s], random) : common);
        }
        double[][] means = new double[sources][];
        double[][] offsets = new double[sources][layout.shrunk];
        double[] runNoise = new double[sources];
        for (int s = 0; s < sources; s++) {
            Cells source = pool.cells.get(s);
            means[s] = source.means.clone();
            for (int k = 0; k < means[s].length; k++) {
                means[s][k] += sigma[s] * random.nextGaussian() / Math.sqrt(source.weights[k]);
            }
            for (int m = 0; m < layout.shrunk; m++) {
                offsets[s][m] = node.scales[m] * random.nextGaussian();
            }
            runNoise[s] = pool.scales.ofOneRun() * sigma[s] * random.nextGaussian();
        }
        Target target = new Target(means, sigma, node.scales, offsets);
        Descent.End end = Descent.from(node.point, layout, pool.cells, target, Descent.FOR_DRAWS);
        Drawn[] drawn = new Drawn[sources];
        for (int s = 0; s < sources; s++) {
            drawn[s] = new Drawn(layout.coordinates.parameters(layout.of(s, end.point)), runNoise[s]);
        }
        return new Draw(drawn, end.converged);
    }

    private ScalePosterior.Node node(double share) {
        double sum = 0;
        for (ScalePosterior.Node node : pool.nodes) {
            sum += node.weight;
            if (share < sum) {
                return node;
            }
        }
        return pool.nodes.get(pool.nodes.size() - 1);
    }

    /** What Student's t has beyond the normal: the root of its degrees of freedom over a chi-square. */
    private static double stretch(double df, SplittableRandom random) {
        return Math.sqrt(df / (2 * gamma(df / 2, random)));
    }

    /** Marsaglia and Tsang 2000, "A simple method for generating gamma variables". */
    private static double gamma(double shape, SplittableRandom random) {
        if (shape < 1) {
            return gamma(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
