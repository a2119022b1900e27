package dev.temper.install.laws;

import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.form.LawForms;
import java.util.List;
import java.util.Random;

/**
 * A kind of simulated sweep, with a known law: {@code 1.8 + 1.4 (B/20000)^-0.25} and noise on logs.
 *
 * @param name a word or two
 * @param budgets how many, evenly on logs
 * @param seeds at each
 * @param decades from the smallest to the largest
 * @param sigma standard deviation of a run on logs
 * @param heavyTails whether the noise is Student's t with 3 degrees of freedom, of the same variance
 * @param louder how many times louder the smallest budget is than the largest
 * @param shared share of the variance that all seeds of a budget have together
 * @param barred whether the bar of 95 ± 1.5 holds for it
 */
record SweepKind(
        String name,
        int budgets,
        int seeds,
        double decades,
        double sigma,
        boolean heavyTails,
        double louder,
        double shared,
        boolean barred) {
    static final double LEAST_BUDGET = 2e4;
    static final double[] LAW = {1.8, 1.4 * Math.pow(LEAST_BUDGET, 0.25), 0.25};
    static final List<SweepKind> ALL = List.of(
            new SweepKind("base", 6, 3, 2, 0.003, false, 1, 0, true),
            new SweepKind("heavy tails", 6, 3, 2, 0.003, true, 1, 0, true),
            new SweepKind("small louder", 6, 3, 2, 0.003, false, 4, 0, false),
            new SweepKind("shared noise", 6, 3, 2, 0.003, false, 1, 0.5, true),
            new SweepKind("5 budgets", 5, 3, 2, 0.003, false, 1, 0, true),
            new SweepKind("8 budgets", 8, 3, 2, 0.003, false, 1, 0, true),
            new SweepKind("one decade", 6, 3, 1, 0.003, false, 1, 0, true),
            new SweepKind("noise 1 %", 6, 3, 2, 0.01, false, 1, 0, true),
            new SweepKind("one seed", 6, 1, 2, 0.003, false, 1, 0, true));

    Observations draw(Random random) {
        double[] x = new double[budgets * seeds];
        double[] values = new double[x.length];
        for (int k = 0; k < budgets; k++) {
            double together = Math.sqrt(shared) * random.nextGaussian();
            double size = sigma * Math.pow(louder, 1 - k / (budgets - 1.0));
            for (int j = 0; j < seeds; j++) {
                int i = k * seeds + j;
                double own = heavyTails ? heavy(random) : random.nextGaussian();
                x[i] = LEAST_BUDGET * Math.pow(10, decades * k / (budgets - 1));
                values[i] = LawForms.POWER.value(LAW, x[i]) * Math.exp(size * (together + Math.sqrt(1 - shared) * own));
            }
        }
        return Observations.of(x, values);
    }

    static double heavy(Random random) {
        double normal = random.nextGaussian();
        double squares = 0;
        for (int i = 0; i < 3; i++) {
            squares += Math.pow(random.nextGaussian(), 2);
        }
        return normal / Math.sqrt(squares);
    }

    /** Ten times beyond the largest budget. */
    double target() {
        return LEAST_BUDGET * Math.pow(10, decades + 1);
    }
}
