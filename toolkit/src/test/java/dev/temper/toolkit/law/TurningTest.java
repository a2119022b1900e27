package dev.temper.toolkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.toolkit.law.form.LawForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Laws in several variables are refused where losses rise again along one of them. */
class TurningTest {
    private static Observations grid(double rise) {
        Random random = new Random(4);
        List<double[]> rows = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            for (int d = 0; d < 5; d++) {
                double[] row = {1e7 * Math.pow(4, n), 1e9 * Math.pow(3, d)};
                for (int seed = 0; seed < 2; seed++) {
                    double turned = n == 2 && d == 4 ? rise : 0;
                    rows.add(row);
                    values.add((1.7 + 400 * Math.pow(row[0], -0.34) + 900 * Math.pow(row[1], -0.3))
                            * Math.exp(turned + 0.001 * random.nextGaussian()));
                }
            }
        }
        return Observations.of(
                rows.toArray(double[][]::new),
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Test
    void oneRiseAlongOneVariableIsATurn() {
        assertThat(Fitting.fit(LawForms.CHINCHILLA, grid(0.3), FitOptions.losses())
                        .warnings())
                .contains(FitWarning.TURNS);
    }

    @Test
    void noiseIsNone() {
        assertThat(Fitting.fit(LawForms.CHINCHILLA, grid(0), FitOptions.losses())
                        .warnings())
                .doesNotContain(FitWarning.TURNS);
    }
}
