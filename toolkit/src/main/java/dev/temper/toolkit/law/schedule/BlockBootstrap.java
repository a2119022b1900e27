package dev.temper.toolkit.law.schedule;

import dev.temper.toolkit.law.ErrorScale;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.Refit;
import dev.temper.toolkit.law.Refitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * The wild bootstrap of Wu 1986 with Rademacher signs, one sign to a block of neighbours on a curve. Blocks are as long as four independent
 * measurements would be, but a quarter of a curve at most; residuals are stretched to the noise that they were left by.
 */
final class BlockBootstrap {
    private static final double INDEPENDENT = 4;

    private final Fit fit;
    private final int[] sizes;
    private final double[] fitted;
    private final double[] residuals;
    private final double stretch;
    private final int block;

    BlockBootstrap(Fit fit, int[] sizes, Scatter scatter) {
        this.fit = fit;
        this.sizes = sizes;
        this.fitted = fit.fitted();
        this.residuals = fit.residuals();
        double squares = Arrays.stream(residuals).map(each -> each * each).sum();
        this.stretch = squares > 0 ? scatter.deviation / Math.sqrt(squares / residuals.length) : 1;
        double quarter = residuals.length / (4.0 * sizes.length);
        this.block = (int) Math.max(1, Math.min(quarter, INDEPENDENT * scatter.repeats()));
    }

    List<double[]> draws(int count, long seed) {
        RandomGenerator random = new Well19937c(seed);
        Refitter refitter = fit.refitter();
        boolean log = fit.options().scale() == ErrorScale.LOG;
        double[] ones = new double[fitted.length];
        Arrays.fill(ones, 1);
        List<double[]> draws = new ArrayList<>();
        for (int draw = 0; draw < count; draw++) {
            double[] signs = signs(random);
            double[] values = new double[fitted.length];
            for (int i = 0; i < values.length; i++) {
                double moved = signs[i] * stretch * residuals[i];
                values[i] = log ? fitted[i] * Math.exp(moved) : fitted[i] + moved;
            }
            Refit refit = refitter.fit(values, ones);
            if (refit.converged()) {
                draws.add(refit.parameters());
            }
        }
        return draws;
    }

    /** The first block of a curve may begin anywhere, so that no two neighbours are always together. */
    private double[] signs(RandomGenerator random) {
        double[] signs = new double[residuals.length];
        int start = 0;
        for (int size : sizes) {
            int left = 0;
            double sign = 1;
            for (int i = start; i < start + size; i++, left--) {
                if (left == 0) {
                    left = i == start ? 1 + random.nextInt(block) : block;
                    sign = random.nextBoolean() ? 1 : -1;
                }
                signs[i] = sign;
            }
            start += size;
        }
        return signs;
    }
}
