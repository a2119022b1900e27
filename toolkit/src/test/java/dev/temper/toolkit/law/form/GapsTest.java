package dev.temper.toolkit.law.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitException;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.FitWarning;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Observations;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Designs that hide what a law says are refused, or the fit warns. */
class GapsTest {
    private static final double[] CHINCHILLA = {1.69, 406.4, 410.7, 0.34, 0.28};

    private static Observations of(LawForm form, double[] parameters, double[]... rows) {
        return Observations.of(
                rows,
                Arrays.stream(rows).mapToDouble(x -> form.value(parameters, x)).toArray());
    }

    private static void refuses(LawForm form, double[] parameters, String words, double[]... rows) {
        assertThatThrownBy(() -> Fitting.fit(form, of(form, parameters, rows), FitOptions.losses()))
                .isInstanceOf(FitException.class)
                .hasMessageContaining(words);
    }

    private static double[][] grid(double[]... axes) {
        return LawFormContract.grid(axes);
    }

    @Test
    void oneSizeOfModelIsSentToTheFormInTokens() {
        refuses(
                LawForms.CHINCHILLA,
                CHINCHILLA,
                "N must take at least 2 values, but is 7.0E9 in every run, where the law is E + A·B^-α in the other:"
                        + " fit the form power to each one apart",
                grid(new double[] {7e9}, new double[] {1e9, 2e9, 4e9, 8e9, 16e9, 32e9}));
    }

    @Test
    void oneNumberOfTokensPerParameterWarns() {
        double[][] rows = new double[8][];
        Arrays.setAll(rows, i -> new double[] {1e8 * Math.pow(2, i), 2e9 * Math.pow(2, i)});
        Fit fit = Fitting.fit(LawForms.CHINCHILLA, of(LawForms.CHINCHILLA, CHINCHILLA, rows), FitOptions.losses());
        assertThat(fit.warnings()).contains(FitWarning.TIED_VARIABLES);
        assertThat(fit.convergence().conditionNumber()).isGreaterThan(1e3);
        double[][] spread = grid(new double[] {1e8, 4e8, 2e9}, new double[] {1e9, 8e9, 6e10});
        Fit told = Fitting.fit(LawForms.CHINCHILLA, of(LawForms.CHINCHILLA, CHINCHILLA, spread), FitOptions.losses());
        assertThat(told.warnings()).doesNotContain(FitWarning.TIED_VARIABLES);
        assertThat(told.convergence().conditionNumber()).isLessThan(200);
    }

    @Test
    void oneNumberOfTokensPerParameterHidesOverTraining() {
        refuses(
                LawForms.OVER_TRAINING,
                new double[] {1.5, 140, 190, -0.24},
                "M must take at least 2 values, but is 20.0 in every run",
                grid(new double[] {1e7, 1e8, 4e8, 1e9, 3e9}, new double[] {20}));
    }

    @Test
    void whatRepeatingIsWorthIsNotToldByRunsWithoutRepeats() {
        double[][] once = grid(new double[] {1e5, 4e5, 1.6e6, 6.4e6}, new double[] {1e7, 1e8});
        refuses(LawForms.POWER_REPEATED, new double[] {1.6, 9, 0.3, 6}, "B must exceed U in some run", once);
        double[][] sizes = grid(new double[] {1e8, 1e9}, new double[] {1e9, 4e9}, new double[] {1e10, 1e11});
        refuses(LawForms.DATA_CONSTRAINED_KNOWN, new double[] {15, 5}, "D must exceed U in some run", sizes);
        refuses(
                LawForms.DATA_CONSTRAINED,
                new double[] {1.8, 480, 1400, 0.34, 0.37, 12, 5},
                "N must take at least 2 values, but is 1.0E8 in every run; D must exceed U",
                grid(new double[] {1e8}, new double[] {1e9, 4e9}, new double[] {1e10, 1e11}));
    }

    @Test
    void proportionsOfOneSumLeaveOneOut() {
        double[][] whole = new double[9][];
        Arrays.setAll(whole, i -> new double[] {0.1 * (i + 1), 0.9 - 0.1 * i});
        String words = "r1 + r2 must not have one sum in every run, but is 1.0; leave one of them out";
        refuses(LawForms.MIXING, new double[] {1.9, 0.8, -2.5, 0.6}, words, whole);
        Observations one = of(
                Mixing.of(List.of("r1")),
                new double[] {1.9, 0.8, -2.5},
                Arrays.stream(whole).map(row -> new double[] {row[0]}).toArray(double[][]::new));
        assertThat(Fitting.fit(Mixing.of(List.of("r1")), one, FitOptions.losses())
                        .parameters()[2])
                .isBetween(-2.51, -2.49);
        double[][] nested = grid(new double[] {1e8, 4e8}, new double[] {1e4, 1e5}, new double[] {0.2, 0.5, 0.7});
        refuses(
                LawForms.MIXING_NESTED,
                new double[] {1.6, 60, 9, 0.5, 0.25, 0.3, -2.5, 0.7},
                "r1 + r2 must not have one sum",
                Arrays.stream(nested)
                        .map(row -> new double[] {row[0], row[1], row[2], 1 - row[2]})
                        .toArray(double[][]::new));
    }
}
