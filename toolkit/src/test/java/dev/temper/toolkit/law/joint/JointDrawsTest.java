package dev.temper.toolkit.law.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.Estimate;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.form.LawForms;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class JointDrawsTest {
    private static final double FAR = 2e7;

    private static Map<String, Observations> sources(int count, Random random) {
        Map<String, Observations> sources = new LinkedHashMap<>();
        for (int s = 0; s < count; s++) {
            sources.put("s" + s, Sweeps.of(law(random), 6, 3, random));
        }
        return sources;
    }

    private static double[] law(Random random) {
        return Sweeps.law(3 + 0.05 * random.nextGaussian(), 0.6, 0.25 + 0.02 * random.nextGaussian());
    }

    private static JointFit fit(Map<String, Observations> sources) {
        return JointFitting.fit(LawForms.POWER, sources, JointOptions.shrunk(FitOptions.losses()));
    }

    @Test
    void areTheSameWhateverTheNumberOfThreads() throws Exception {
        JointFit fit = fit(sources(4, new Random(1)));
        JointDraws many = fit.draws(300, 7);
        ForkJoinPool single = new ForkJoinPool(1);
        try {
            JointDraws one = single.submit(() -> fit.draws(300, 7)).get();
            assertThat(one.values("s2", FAR)).isEqualTo(many.values("s2", FAR));
        } finally {
            single.shutdown();
        }
        assertThat(fit.draws(300, 8).values("s2", FAR)).isNotEqualTo(many.values("s2", FAR));
        assertThat(fit.draws(10, 7).parameters(9, "s1")).isEqualTo(many.parameters(9, "s1"));
        assertThat(many.unfinished()).isZero();
        assertThat(many.count()).isEqualTo(300);
    }

    @Test
    void spreadAsTheIntervalsSay() {
        JointFit fit = fit(sources(4, new Random(2)));
        Interval band = fit.source("s1").confidence(FAR, 0.8);
        long inside = fit.draws(4000, 9).curves("s1").stream()
                .filter(curve -> band.contains(curve.value(FAR)))
                .count();
        assertThat(inside / 4000.0).isCloseTo(0.8, within(0.03));
        assertThat(fit.source("s1").prediction(2e5, 0.8).upper())
                .isGreaterThan(fit.source("s1").confidence(2e5, 0.8).upper());
        Estimate exponent = fit.source("s1").estimates(0.95).get(2);
        assertThat(exponent.value()).isEqualTo(fit.source("s1").parameters()[2]);
        assertThat(exponent.standardError())
                .isCloseTo(Math.sqrt(fit.source("s1").covariance()[2][2]), within(0.25 * exponent.standardError()));
        assertThat(exponent.interval().contains(0.25)).isTrue();
    }

    @Test
    void sourcesMoveTogetherWhereTheyShare() {
        JointFit fit =
                JointFitting.fit(LawForms.POWER, sources(3, new Random(3)), JointOptions.shared(FitOptions.losses()));
        JointDraws draws = fit.draws(50, 1);
        for (int i = 0; i < 50; i++) {
            assertThat(draws.parameters(i, "s0")[2]).isEqualTo(draws.parameters(i, "s2")[2]);
        }
        assertThat(Arrays.stream(draws.values("s0", FAR)).distinct().count()).isEqualTo(50);
    }

    @Test
    void countHowOftenOneLiesBelowTheOther() {
        Random random = new Random(4);
        Map<String, Observations> pair = new LinkedHashMap<>();
        pair.put("low", Sweeps.of(Sweeps.law(2.8, 0.6, 0.25), 6, 3, random));
        pair.put("high", Sweeps.of(Sweeps.law(3.0, 0.6, 0.25), 6, 3, random));
        JointDraws draws = fit(pair).draws(500, 1);
        assertThat(draws.below("low", "high", FAR)).isGreaterThan(0.99);
        assertThat(draws.below("high", "low", FAR)).isLessThan(0.01);
        assertThat(draws.below("low", "low", FAR)).isEqualTo(0.5);
        assertThatThrownBy(() -> draws.below("low", "x", FAR)).hasMessage("source must be one of low, high, but is x");
    }

    @Test
    void stayInsideTheBounds() {
        Random random = new Random(5);
        Map<String, Observations> sources = new LinkedHashMap<>();
        for (int s = 0; s < 3; s++) {
            sources.put("s" + s, Sweeps.of(Sweeps.law(3, 0.02, 0.05), 5, 2, random));
        }
        JointFit fit = fit(sources);
        JointDraws draws = fit.draws(1000, 1);
        for (int i = 0; i < draws.count(); i++) {
            double[] parameters = draws.parameters(i, "s1");
            assertThat(parameters[0]).isNotNegative();
            assertThat(parameters[2]).isBetween(0.01, 3.0);
            assertThat(draws.curve(i, "s1").value(FAR))
                    .isLessThan(draws.curve(i, "s1").value(2e6));
        }
        assertThat(draws.unfinished()).isLessThan(10);
    }

    @Test
    void intervalsHoldTheTruthTenTimesBeyondTheData() {
        Random random = new Random(6);
        int held = 0;
        int all = 0;
        for (int sweep = 0; sweep < 60; sweep++) {
            double[][] laws = new double[4][];
            Map<String, Observations> sources = new LinkedHashMap<>();
            for (int s = 0; s < laws.length; s++) {
                laws[s] = law(random);
                sources.put("s" + s, Sweeps.of(laws[s], 6, 3, random));
            }
            JointDraws draws = fit(sources).draws(400, sweep);
            for (int s = 0; s < laws.length; s++) {
                double truth = LawForms.POWER.value(laws[s], FAR);
                double below = Arrays.stream(draws.values("s" + s, FAR))
                                .filter(value -> value < truth)
                                .count()
                        / 400.0;
                held += below > 0.025 && below < 0.975 ? 1 : 0;
                all++;
            }
        }
        assertThat(100.0 * held / all).isBetween(90.0, 99.0);
    }
}
