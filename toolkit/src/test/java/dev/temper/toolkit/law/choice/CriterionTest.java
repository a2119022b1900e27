package dev.temper.toolkit.law.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.form.LawForms;
import dev.temper.toolkit.law.solve.Loss;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CriterionTest {
    private static final Observations DATA = Made.losses(Made::power, 6, 2, 0.003, 5);

    @Test
    void countsTheScaleAsAParameterAndCorrectsForFewRuns() {
        Fit fit = fit(Loss.SQUARES);
        double squares = Arrays.stream(fit.residuals()).map(each -> each * each).sum();

        // n = 12 and k = 4: 2·4 + 2·4·5/(12 - 4 - 1)
        assertThat(Criterion.aicc(fit))
                .isCloseTo(12 * (Math.log(2 * Math.PI * squares / 12) + 1) + 8 + 40.0 / 7, within(1e-9));
    }

    @Test
    void isThatOfTheNormalWhereNoRunLiesBeyondHubersThreshold() {
        double normal = Criterion.aicc(fit(Loss.SQUARES));

        assertThat(Criterion.aicc(fit(Loss.huber(0.1)))).isCloseTo(normal, within(1e-6));
    }

    @Test
    void isThatOfLaplaceWhereAllRunsLieBeyondHubersThreshold() {
        double laplace = Criterion.aicc(fit(Loss.ABSOLUTE));

        assertThat(Criterion.aicc(fit(Loss.huber(1e-6)))).isCloseTo(laplace, within(0.01));
    }

    @Test
    void isInfiniteWhereThereAreTooFewRuns() {
        Fit fit = Fitting.fit(LawForms.POWER, Made.losses(Made::power, 5, 1, 0.003, 5), FitOptions.losses());

        assertThat(Criterion.aicc(fit)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void weightsFallByTheDifferenceAndAddUpToOne() {
        double[] weights = Criterion.weights(10, 12, Double.POSITIVE_INFINITY);

        assertThat(weights[0] + weights[1]).isCloseTo(1, within(1e-12));
        assertThat(weights[0] / weights[1]).isCloseTo(Math.E, within(1e-12));
        assertThat(weights[2]).isZero();
    }

    private static Fit fit(Loss loss) {
        return Fitting.fit(LawForms.POWER, DATA, FitOptions.losses().withLoss(loss));
    }
}
