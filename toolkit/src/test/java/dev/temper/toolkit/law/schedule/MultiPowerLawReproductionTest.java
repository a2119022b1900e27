package dev.temper.toolkit.law.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.FitWarning;
import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.law.solve.Loss;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The curves and the parameters of Luo et al. 2025 (arXiv 2503.12811); figures are means over their six test curves. */
class MultiPowerLawReproductionTest {
    private interface Predictor {
        double[] losses(Schedule schedule, int... steps);
    }

    /** Mean share of variance explained, and mean absolute error. */
    private static double[] score(List<LossCurve> curves, Predictor law) {
        double explained = 0;
        double error = 0;
        for (LossCurve curve : curves) {
            double[] losses = curve.losses();
            double[] predicted = law.losses(curve.schedule(), curve.steps());
            double mean = Arrays.stream(losses).average().orElseThrow();
            double squares = 0;
            double spread = 0;
            double sum = 0;
            for (int i = 0; i < losses.length; i++) {
                squares += Math.pow(losses[i] - predicted[i], 2);
                spread += Math.pow(losses[i] - mean, 2);
                sum += Math.abs(losses[i] - predicted[i]);
            }
            explained += (1 - squares / spread) / curves.size();
            error += sum / losses.length / curves.size();
        }
        return new double[] {explained, error};
    }

    @ParameterizedTest
    @CsvSource({
        "25, 3.04045406, 0.52468604, 363.78751622, 0.50786857, 2.06560812, 0.58279013, 0.64142257, 0.9988, 0.00376",
        "100, 2.6514477, 0.60115152, 437.9464276, 0.45295811, 2.13245612, 0.59785199, 0.65523644, 0.9983, 0.00435",
        "400, 2.37474466, 0.65421216, 523.42464371, 0.42878731, 2.02462735, 0.59350493, 0.63472457, 0.9978, 0.00484"
    })
    void publishedParametersGiveThePublishedErrors(
            int millions,
            double floor,
            double a,
            double b,
            double alpha,
            double c,
            double beta,
            double gamma,
            double explained,
            double error) {
        double[] parameters = {floor, a, b, alpha, c, beta, gamma};

        double[] score = score(PublishedCurves.of(millions, PublishedCurves.TEST), (schedule, steps) -> {
            MultiPowerLaw law = MultiPowerLaw.of(List.of(schedule));
            return Arrays.stream(steps)
                    .mapToDouble(step -> law.value(parameters, 0, step))
                    .toArray();
        });

        assertThat(score[0]).isCloseTo(explained, within(5e-5));
        assertThat(score[1]).isCloseTo(error, within(5e-6));
    }

    private static CurveFit fit(int millions, Function<List<Schedule>, ScheduleLaw> law) {
        return CurveFit.of(
                law,
                PublishedCurves.of(millions, PublishedCurves.TRAIN),
                FitOptions.losses().withLoss(Loss.HUBER_HOFFMANN));
    }

    @Test
    void ownFitOfThreeCurvesPredictsTheOtherSixAsWellAsAnyOptimiserDid() {
        CurveFit fit = fit(100, MultiPowerLaw::of);

        assertThat(score(PublishedCurves.of(100, PublishedCurves.TEST), fit::losses)[0])
                .isGreaterThan(0.9971);
        assertThat(fit.fit().warnings())
                .doesNotContain(
                        FitWarning.EARLY_STOP,
                        FitWarning.AT_A_BOUND,
                        FitWarning.SEVERAL_OPTIMA,
                        FitWarning.NOT_IDENTIFIED);
        assertThat(fit.fit().convergence().starts()).isGreaterThan(1);
        assertThat(fit.fit().convergence().otherOptima()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"25, 0.9976", "100, 0.9983", "400, 0.9978"})
    void momentumLawWithItsFourParametersPredictsThemNoWorse(int millions, double explained) {
        CurveFit fit = fit(millions, MomentumLaw::of);

        assertThat(score(PublishedCurves.of(millions, PublishedCurves.TEST), fit::losses)[0])
                .isCloseTo(explained, within(1e-4));
    }

    @Test
    void bandsHoldTheOtherSixWhereTheyKnowHowFarEachCurveIsFromTheRest() {
        CurveFit fit = fit(100, MomentumLaw::of);
        int held = 0;
        int heldByNoiseAlone = 0;
        int measured = 0;
        for (LossCurve curve : PublishedCurves.of(100, PublishedCurves.TEST)) {
            double[] losses = curve.losses();
            List<Interval> wide =
                    fit.prediction(curve.schedule(), 0.95, curve.steps()).losses();
            List<Interval> narrow =
                    fit.confidence(curve.schedule(), 0.95, curve.steps()).losses();
            for (int i = 0; i < losses.length; i++, measured++) {
                held += wide.get(i).contains(losses[i]) ? 1 : 0;
                heldByNoiseAlone += narrow.get(i).contains(losses[i]) ? 1 : 0;
            }
        }

        assertThat((double) held / measured).isGreaterThan(0.95);
        assertThat((double) heldByNoiseAlone / measured).isLessThan(0.8);
    }
}
