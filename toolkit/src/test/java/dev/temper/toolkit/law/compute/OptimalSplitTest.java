package dev.temper.toolkit.law.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitException;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.Published;
import dev.temper.toolkit.law.form.LawForms;
import dev.temper.toolkit.law.solve.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OptimalSplitTest {
    private static final LawForm FORM = LawForms.CHINCHILLA;
    private static final double[] LAW = {1.82, 480, 2085, 0.348, 0.366};

    private static Fit fit(double sigma, double... tokensPerParameter) {
        Random random = new Random(5);
        List<double[]> rows = new ArrayList<>();
        for (double size : new double[] {5e7, 1.5e8, 4e8, 1e9, 3e9}) {
            for (double ratio : tokensPerParameter) {
                rows.add(new double[] {size, ratio * size});
            }
        }
        double[] values = rows.stream()
                .mapToDouble(row -> FORM.value(LAW, row) * Math.exp(sigma * random.nextGaussian()))
                .toArray();
        return Fitting.fit(FORM, Observations.of(rows.toArray(double[][]::new), values), FitOptions.losses());
    }

    @Test
    void noOtherSplitOfTheComputeHasALowerLoss() {
        double compute = 1e21;
        double best = OptimalSplit.best(LAW, compute);
        double lowest = FORM.value(LAW, best, compute / 6 / best);
        for (double factor : new double[] {0.5, 0.98, 1.02, 2}) {
            assertThat(FORM.value(LAW, factor * best, compute / 6 / best / factor))
                    .isGreaterThan(lowest);
        }
    }

    @Test
    void splitsTheWholeCompute() {
        OptimalSplit.Split split = OptimalSplit.of(fit(0.003, 5, 20, 80)).at(1e22, 0.9);
        assertThat(6 * split.parameters().estimate() * split.tokens().estimate())
                .isCloseTo(1e22, within(1e12));
        assertThat(6 * split.parameters().lower() * split.tokens().upper()).isCloseTo(1e22, within(1e12));
        assertThat(split.loss().estimate())
                .isCloseTo(
                        FORM.value(
                                LAW,
                                split.parameters().estimate(),
                                split.tokens().estimate()),
                        within(0.01));
    }

    @Test
    void intervalsHoldTheTruthAndWidenBeyondTheData() {
        OptimalSplit split = OptimalSplit.of(fit(0.002, 5, 20, 80));
        assertThat(split.exponent(0.99).contains(LAW[4] / (LAW[3] + LAW[4]))).isTrue();
        OptimalSplit.Split near = split.at(1e20, 0.99);
        OptimalSplit.Split far = split.at(1e24, 0.99);
        assertThat(near.parameters().contains(OptimalSplit.best(LAW, 1e20))).isTrue();
        assertThat(far.parameters().contains(OptimalSplit.best(LAW, 1e24))).isTrue();
        assertThat(far.parameters().upper() / far.parameters().lower())
                .isGreaterThan(near.parameters().upper() / near.parameters().lower());
        assertThat(split.warnings()).isEmpty();
    }

    @Test
    void itsErrorIsTheSpreadOfRefits() {
        Fit fit = fit(0.002, 5, 20, 80);
        OptimalSplit.Split split = OptimalSplit.of(fit).at(1e23, 0.6827);
        double[] fitted = fit.fitted();
        double sigma = Math.sqrt(fit.noise().meanSquare());
        Random random = new Random(9);
        double[] ones = new double[fitted.length];
        java.util.Arrays.fill(ones, 1);
        double squares = 0;
        int draws = 300;
        for (int draw = 0; draw < draws; draw++) {
            double[] values = fitted.clone();
            for (int i = 0; i < values.length; i++) {
                values[i] *= Math.exp(sigma * random.nextGaussian());
            }
            double log =
                    Math.log(OptimalSplit.best(fit.refitter().fit(values, ones).parameters(), 1e23)
                            / split.parameters().estimate());
            squares += log * log;
        }
        double reach = Math.log(split.parameters().upper() / split.parameters().estimate());
        assertThat(reach / Math.sqrt(squares / draws)).isBetween(0.85, 1.25);
    }

    @Test
    void publishedRunsAreSplitAsTheirReplicationSays() {
        Fit fit = Fitting.fit(FORM, Published.chinchilla(), FitOptions.losses().withLoss(Loss.ABSOLUTE));
        OptimalSplit split = OptimalSplit.of(fit);
        assertThat(split.exponent(0.95).estimate()).isCloseTo(0.513, within(5e-4));
        assertThat(split.exponent(0.95).contains(0.5)).isTrue();
        OptimalSplit.Split chinchilla = split.at(5.76e23, 0.95);
        assertThat(chinchilla.tokens().estimate() / chinchilla.parameters().estimate())
                .isBetween(15.0, 25.0);
    }

    @Test
    void warnsWhereTokensFollowTheSize() {
        OptimalSplit split = OptimalSplit.of(fit(0.002, 19.9, 20.1));
        assertThat(split.warnings()).anyMatch(warning -> warning.contains("other tokens per parameter"));
        assertThatThrownBy(() -> OptimalSplit.of(fit(0.002, 20)))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("other tokens per parameter");
    }

    @Test
    void refusesOtherForms() {
        Fit power = Fitting.fit(
                LawForms.POWER,
                Observations.of(new double[] {1e4, 2e4, 4e4, 8e4}, new double[] {3, 2.6, 2.3, 2.1}),
                FitOptions.losses());
        assertThatThrownBy(() -> OptimalSplit.of(power))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("form must be chinchilla to split compute, but is power");
    }

    @Test
    void refusesALawThatTheTokensDoNotHelp() {
        double[][] rows = new double[12][];
        double[] values = new double[12];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {1e8 * Math.pow(2, Math.floorDiv(i, 3)), 1e9 * Math.pow(4, i % 3)};
            values[i] = 2 + 100 * Math.pow(rows[i][0], -0.3) + 0.01 * (i % 3);
        }
        Fit fit = Fitting.fit(FORM, Observations.of(rows, values), FitOptions.losses());
        assertThatThrownBy(() -> OptimalSplit.of(fit))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("A and B must be positive");
    }
}
