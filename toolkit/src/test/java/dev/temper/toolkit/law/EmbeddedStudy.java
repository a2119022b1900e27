package dev.temper.toolkit.law;

import dev.temper.toolkit.law.choice.FormChoice;
import java.util.Random;

/**
 * Losses measured by really training the embedded study: mean and standard deviation of three seeds by anneal tokens. Single runs are
 * drawn so that each budget has exactly that mean and deviation.
 */
final class EmbeddedStudy {
    static final double ENTROPY = 1.2459;
    static final double[] BUDGETS = {20_480, 40_960, 81_920, 163_840, 327_680, 655_360, 1_310_720};

    static final EmbeddedStudy NONE = new EmbeddedStudy(
            new double[] {2.074, 2.059, 2.030, 2.008, 1.984, 1.968, 1.931},
            new double[] {.010, .016, .006, .012, .011, .006, .005});
    static final EmbeddedStudy CURATED = new EmbeddedStudy(
            new double[] {1.832, 1.801, 1.780, 1.790, 1.850, 2.062, 2.663},
            new double[] {.005, .006, .000, .003, .002, .014, .022});
    static final EmbeddedStudy SYNTHETIC = new EmbeddedStudy(
            new double[] {1.855, 1.820, 1.799, 1.773, 1.762, 1.735, 1.703},
            new double[] {.006, .006, .003, .004, .007, .003, .007});
    static final EmbeddedStudy WEB = new EmbeddedStudy(
            new double[] {1.957, 1.913, 1.880, 1.814, 1.749, 1.675, 1.603},
            new double[] {.009, .011, .009, .002, .007, .009, .003});
    static final EmbeddedStudy OFFDOMAIN = new EmbeddedStudy(
            new double[] {2.096, 2.083, 2.068, 2.052, 2.049, 2.062, 2.041},
            new double[] {.029, .005, .019, .018, .005, .007, .009});

    private final double[] means;
    private final double[] deviations;

    private EmbeddedStudy(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    double mean(int budget) {
        return means[budget];
    }

    static double[] budgets(int count) {
        double[] budgets = new double[3 * count];
        for (int i = 0; i < budgets.length; i++) {
            budgets[i] = BUDGETS[i / 3];
        }
        return budgets;
    }

    double[] losses(int count, long seed) {
        Random random = new Random(seed);
        double[] losses = new double[3 * count];
        for (int k = 0; k < count; k++) {
            double[] z = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            double mean = (z[0] + z[1] + z[2]) / 3;
            double deviation = Math.sqrt(
                    ((z[0] - mean) * (z[0] - mean) + (z[1] - mean) * (z[1] - mean) + (z[2] - mean) * (z[2] - mean))
                            / 2);
            for (int j = 0; j < 3; j++) {
                losses[3 * k + j] = means[k] + deviations[k] * (z[j] - mean) / deviation;
            }
        }
        return losses;
    }

    Fit fit(LawForm form, int count) {
        return Fitting.fit(form, Observations.of(budgets(count), losses(count, 1)), FitOptions.losses(ENTROPY));
    }

    Fit choose(int count) {
        return FormChoice.of(Observations.of(budgets(count), losses(count, 1)), FitOptions.losses(ENTROPY));
    }
}
