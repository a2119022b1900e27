package dev.temper.toolkit.law.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitException;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.law.IntervalMethod;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.solve.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveFitTest {
    private static final double[] LAW = {2.65, 0.6, 0.5, 0.45};
    private static final List<Schedule> SCHEDULES = List.of(
            Schedule.cosine(0, 6000, 3e-4, 3e-5),
            Schedule.constant(0, 6000, 3e-4),
            Schedule.stepDown(0, 3000, 6000, 3e-4, 9e-5));
    private static final Schedule OTHER = Schedule.linear(0, 6000, 9000, 3e-4, 0);
    private static final int[] STEPS =
            IntStream.range(0, 110).map(i -> 500 + 50 * i).toArray();

    /** Curves whose noise is passed on from one measurement to the next. */
    private static List<LossCurve> curves(double sigma, double passedOn, long seed) {
        Random random = new Random(seed);
        List<LossCurve> curves = new ArrayList<>();
        for (Schedule schedule : SCHEDULES) {
            MomentumLaw law = MomentumLaw.of(List.of(schedule));
            double noise = random.nextGaussian();
            double[] losses = new double[STEPS.length];
            for (int i = 0; i < losses.length; i++) {
                losses[i] = law.value(LAW, 0, STEPS[i]) * Math.exp(sigma * noise);
                noise = passedOn * noise + Math.sqrt(1 - passedOn * passedOn) * random.nextGaussian();
            }
            curves.add(LossCurve.of(schedule, STEPS, losses));
        }
        return curves;
    }

    private static CurveFit fit(double sigma, double passedOn, long seed) {
        return CurveFit.of(MomentumLaw::of, curves(sigma, passedOn, seed), FitOptions.losses());
    }

    private static Observations unclustered(CurveFit fit) {
        Observations data = fit.fit().observations();
        return data.clustered(IntStream.range(0, data.size()).toArray());
    }

    private static double truth(int step) {
        return MomentumLaw.of(List.of(OTHER)).value(LAW, 0, step);
    }

    @Test
    void predictsAScheduleThatWasNotRun() {
        CurveFit fit = fit(0, 0, 1);
        double[] losses = fit.losses(OTHER, 3000, 7500, 8999);
        assertThat(losses[0]).isCloseTo(truth(3000), within(1e-7));
        assertThat(losses[1]).isCloseTo(truth(7500), within(1e-7));
        assertThat(losses[2]).isCloseTo(truth(8999), within(1e-7));
        assertThat(losses[2]).isLessThan(fit.losses(Schedule.constant(0, 9000, 3e-4), 8999)[0]);
    }

    @Test
    void keepsEachCurveAsACluster() {
        CurveFit fit = fit(0.002, 0.5, 1);
        assertThat(fit.fit().observations().cluster(0)).isEqualTo(0);
        assertThat(fit.fit().observations().cluster(STEPS.length)).isEqualTo(1);
        assertThat(fit.fit().observations().cluster(3 * STEPS.length - 1)).isEqualTo(2);
        assertThat(fit.fit().method()).isEqualTo(IntervalMethod.NONE);
        assertThat(fit.confidence(OTHER, 0.95, 8000).losses().get(0).bounded()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.8})
    void bandsHoldTheCurveAsOftenAsTheySayWhetherNeighboursShareNoiseOrNot(double passedOn) {
        int held = 0;
        int heldWhenTakenAsIndependent = 0;
        int sweeps = 200;
        for (int seed = 0; seed < sweeps; seed++) {
            CurveFit fit = fit(0.002, passedOn, seed);
            held += fit.confidence(OTHER, 0.9, 8000).losses().get(0).contains(truth(8000)) ? 1 : 0;
            double inside = MomentumLaw.of(SCHEDULES).value(LAW, 0, 3000);
            Fit independent = Fitting.fit(MomentumLaw.of(SCHEDULES), unclustered(fit), FitOptions.losses());
            heldWhenTakenAsIndependent +=
                    independent.confidence(new double[] {0, 3000}, 0.9).contains(inside) ? 1 : 0;
        }
        assertThat(held / (double) sweeps).isBetween(0.82, 0.96);
        if (passedOn > 0) {
            assertThat(heldWhenTakenAsIndependent / (double) sweeps).isLessThan(0.7);
        }
    }

    @Test
    void tellsHowMuchNeighboursShare() {
        CurveFit shared = fit(0.002, 0.8, 3);
        CurveFit alone = fit(0.002, 0, 3);
        assertThat(shared.correlation()).isBetween(0.6, 0.9);
        assertThat(alone.correlation()).isLessThan(0.15);
        assertThat(shared.degreesOfFreedom()).isLessThan(alone.degreesOfFreedom() / 3);
    }

    @Test
    void bootstrapInBlocksSpreadsLikeTheBandAndIsTheSameForTheSameSeed() {
        CurveFit fit = fit(0.002, 0.6, 5);
        List<double[]> draws = fit.draws(300, 1);
        MomentumLaw there = MomentumLaw.of(List.of(OTHER));
        Interval band = fit.confidence(OTHER, 0.9, 8000).losses().get(0);
        long inside = draws.stream()
                .filter(parameters -> band.contains(there.value(parameters, 0, 8000)))
                .count();
        assertThat(draws).hasSize(300);
        assertThat(inside / 300.0).isBetween(0.83, 0.97);
        assertThat(fit.draws(3, 1).get(2)).containsExactly(draws.get(2));
    }

    @Test
    void predictionsAreWiderThanTheCurveByTheScatterOfMeasurements() {
        CurveFit fit = fit(0.002, 0, 5);
        Interval curve = fit.confidence(OTHER, 0.95, 8000).losses().get(0);
        Interval run = fit.prediction(OTHER, 0.95, 8000).losses().get(0);
        assertThat(run.upper() - run.lower()).isGreaterThan(2 * (curve.upper() - curve.lower()));
        assertThat(Math.log(run.upper() / run.estimate())).isGreaterThan(1.96 * 0.0018);
        assertThat(fit.leftOut()).isCloseTo(0.002, within(5e-4));
    }

    @Test
    void oneCurveAloneCannotTellHowFarOthersAreFromIt() {
        CurveFit fit = CurveFit.of(
                MomentumLaw::of,
                curves(0.002, 0, 1).subList(0, 1),
                FitOptions.losses().withLoss(Loss.ABSOLUTE));
        assertThat(fit.leftOut()).isNaN();
        assertThat(fit.prediction(OTHER, 0.95, 8000).losses().get(0).bounded()).isTrue();
    }

    @Test
    void refusesCurvesWhoseRateNeverChanges() {
        List<LossCurve> constant = curves(0.002, 0, 1).subList(1, 2);
        assertThatThrownBy(() -> CurveFit.of(MomentumLaw::of, constant, FitOptions.losses()))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("rates must change under one schedule at least, but hold under all 1");
    }

    @Test
    void refusesLevelsThatAreNone() {
        CurveFit fit = fit(0.002, 0, 1);
        assertThatThrownBy(() -> fit.prediction(OTHER, 95, 100))
                .hasMessage("level must be between 0 and 1, but is 95.0");
        assertThatThrownBy(() -> MomentumLaw.of(List.of())).hasMessage("schedules must be at least 1, but are 0");
    }
}
