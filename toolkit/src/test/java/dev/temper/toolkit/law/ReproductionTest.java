package dev.temper.toolkit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.solve.Loss;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Published fits, found again. */
class ReproductionTest {
    private static Fit chinchilla(Loss loss) {
        return Fitting.fit(
                new TwoPowers(), Published.chinchilla(), FitOptions.losses().withLoss(loss));
    }

    @Test
    void hubersOptimumOfChinchilla() {
        Fit fit = chinchilla(Loss.HUBER_HOFFMANN);

        assertThat(fit.runs()).isEqualTo(240);
        assertThat(fit.convergence().objective()).isCloseTo(0.0010182740178006, within(1e-12));
        assertThat(fit.parameters()[0]).isCloseTo(1.817218, within(1e-6));
        assertThat(fit.parameters()[1]).isCloseTo(477.826, within(1e-3));
        assertThat(fit.parameters()[2]).isCloseTo(2143.418, within(1e-2));
        assertThat(fit.parameters()[3]).isCloseTo(0.347310, within(1e-6));
        assertThat(fit.parameters()[4]).isCloseTo(0.367172, within(1e-6));
    }

    @Test
    void leastSquaresOfChinchillaHasOtherExponents() {
        double[] parameters = chinchilla(Loss.SQUARES).parameters();

        assertThat(parameters[3]).isCloseTo(0.3603, within(5e-5));
        assertThat(parameters[4]).isCloseTo(0.4059, within(5e-5));
    }

    @Test
    void absoluteDifferencesOfChinchillaAreThePublishedReplication() {
        double[] parameters = chinchilla(Loss.ABSOLUTE).parameters();

        assertThat(parameters[0]).isCloseTo(1.81686, within(1e-5));
        assertThat(parameters[1]).isCloseTo(481.999, within(0.02));
        assertThat(parameters[2]).isCloseTo(2085.393, within(0.2));
        assertThat(parameters[3]).isCloseTo(0.34781, within(1e-5));
        assertThat(parameters[4]).isCloseTo(0.36585, within(1e-5));
    }

    @Test
    void aRefitToTheSameRunsIsTheFitItself() {
        Fit fit = chinchilla(Loss.HUBER_HOFFMANN);
        double[] ones = new double[fit.runs()];
        Arrays.fill(ones, 1);
        double[] values = new double[fit.runs()];
        Arrays.setAll(values, fit.observations()::value);

        Refit again = fit.refitter().fit(values, ones);

        assertThat(again.converged()).isTrue();
        assertThat(again.objective()).isCloseTo(fit.convergence().objective(), within(1e-15));
        assertThat(again.parameters()[3]).isCloseTo(fit.parameters()[3], within(1e-9));
    }
}
