package dev.temper.toolkit.law.choice;

import dev.temper.toolkit.law.Observations;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Sweeps whose law is known. */
final class Made {
    private Made() {}

    /** Losses at budgets that triple, with relative noise. */
    static Observations losses(DoubleUnaryOperator law, int budgets, int seeds, double noise, long seed) {
        Random random = new Random(seed);
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        for (int b = 0; b < budgets; b++) {
            double x = 20_480 * Math.pow(3, b);
            for (int k = 0; k < seeds; k++) {
                xs.add(x);
                ys.add(law.applyAsDouble(x) * Math.exp(noise * random.nextGaussian()));
            }
        }
        return Observations.of(
                xs.stream().mapToDouble(x -> x).toArray(),
                ys.stream().mapToDouble(y -> y).toArray());
    }

    static double power(double x) {
        return 1.6 + 30 * Math.pow(x, -0.28);
    }

    /** Levels off at nothing. */
    static double floorless(double x) {
        return 8 * Math.pow(x, -0.1);
    }

    /** Flat below its prior exposure of 300 thousand tokens. */
    static double shifted(double x) {
        return 1.2 + 1.5 * Math.pow(1 + x / 3e5, -0.4);
    }

    /** Falls, then rises again. */
    static double turning(double x) {
        double far = Math.log(x / 5e5);
        return 2 + 0.05 * far * far;
    }
}
