package dev.temper.toolkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.toolkit.law.form.LawForms;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Simulated sweeps: intervals said to hold the truth in 95 of 100 cases do so. Seeded, so the count is the same on every machine. */
class CoverageTest {
    private static final int SWEEPS = 300;

    private static double coverage(double[] truth, double floor, double sigma, double shock, long seed) {
        Random random = new Random(seed);
        int held = 0;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double[] budgets = new double[18];
            double[] values = new double[18];
            for (int k = 0; k < 6; k++) {
                double shared = shock * random.nextGaussian();
                for (int j = 0; j < 3; j++) {
                    budgets[3 * k + j] = 2e4 * Math.pow(100, k / 5.0);
                    values[3 * k + j] = LawForms.POWER.value(truth, budgets[3 * k + j])
                            * Math.exp(shared + sigma * random.nextGaussian());
                }
            }
            Fit fit = Fitting.fit(LawForms.POWER, Observations.of(budgets, values), FitOptions.losses(floor));
            if (fit.confidence(2e7, 0.95).contains(LawForms.POWER.value(truth, 2e7))) {
                held++;
            }
        }
        return 100.0 * held / SWEEPS;
    }

    @Test
    void tenTimesBeyondTheDataTheIntervalHolds() {
        assertThat(coverage(new double[] {1.8, 1.4 * Math.pow(2e4, 0.25), 0.25}, 0, 0.003, 0, 11))
                .isBetween(91.0, 98.0);
    }

    @Test
    void itHoldsWhenSeedsOfABudgetShareAShock() {
        assertThat(coverage(new double[] {1.8, 1.4 * Math.pow(2e4, 0.25), 0.25}, 0, 0.002, 0.002, 12))
                .isBetween(91.0, 98.5);
    }

    @Test
    void itHoldsWhereTheFloorCannotBeToldFromItsBound() {
        assertThat(coverage(new double[] {1.25, 0.75 * Math.pow(2e4, 0.12), 0.12}, 1.2459, 0.003, 0, 13))
                .isBetween(91.0, 99.5);
    }
}
