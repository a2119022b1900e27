package dev.temper.toolkit.law.joint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitException;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.Weighting;
import dev.temper.toolkit.law.form.LawForms;
import dev.temper.toolkit.law.solve.Loss;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JointFittingTest {
    private static final FitOptions LOSSES = FitOptions.losses();
    private static final double FAR = 2e7;

    private static Map<String, Observations> sources(int count, double spread, long seed) {
        Random random = new Random(seed);
        Map<String, Observations> sources = new LinkedHashMap<>();
        for (int s = 0; s < count; s++) {
            double[] law = Sweeps.law(3 + 0.05 * random.nextGaussian(), 0.6, 0.25 + spread * random.nextGaussian());
            sources.put("s" + s, Sweeps.of(law, 6, 3, random));
        }
        return sources;
    }

    private static JointFit fit(Map<String, Observations> sources, JointOptions options) {
        return JointFitting.fit(LawForms.POWER, sources, options);
    }

    @Test
    void oneSourceIsThePlainFit() {
        Map<String, Observations> one = sources(1, 0, 3);
        JointFit joint = fit(one, JointOptions.shrunk(LOSSES).with("E", Sharing.SHRUNK));
        Fit plain = Fitting.fit(LawForms.POWER, requireNonNull(one.get("s0")), LOSSES);
        SourceFit source = joint.source("s0");
        for (int i = 0; i < 3; i++) {
            assertThat(source.parameters()[i])
                    .isCloseTo(plain.parameters()[i], within(1e-5 * Math.abs(plain.parameters()[i])));
            assertThat(Math.sqrt(source.covariance()[i][i]))
                    .isCloseTo(
                            plain.estimates(0.95).get(i).standardError(),
                            within(1e-3 * plain.estimates(0.95).get(i).standardError()));
        }
        assertThat(source.standardError(FAR))
                .isCloseTo(plain.standardError(FAR), within(0.1 * plain.standardError(FAR)));
        assertThat(width(source.confidence(FAR, 0.95)) / width(plain.confidence(FAR, 0.95)))
                .isBetween(0.9, 1.1);
        assertThat(width(source.prediction(2e5, 0.95)) / width(plain.prediction(2e5, 0.95)))
                .isBetween(0.9, 1.1);
        assertThat(joint.shrinkages()).isEmpty();
        assertThat(joint.effectiveParameters()).isEqualTo(3);
        assertThat(joint.noise().meanSquare()).isCloseTo(plain.noise().meanSquare(), within(1e-12));
        assertThat(source.degreesOfFreedom()).isEqualTo(plain.degreesOfFreedom());
    }

    private static double width(Interval interval) {
        return interval.upper() - interval.lower();
    }

    @Test
    void separateSourcesAreTheirPlainFits() {
        Map<String, Observations> three = sources(3, 0.03, 4);
        JointFit joint = fit(three, JointOptions.separate(LOSSES));
        three.forEach((name, data) -> assertThat(joint.source(name).value(FAR))
                .isCloseTo(Fitting.fit(LawForms.POWER, data, LOSSES).value(FAR), within(1e-6)));
        assertThat(joint.effectiveParameters()).isEqualTo(9);
        assertThat(joint.sources().keySet()).containsExactly("s0", "s1", "s2");
    }

    @Test
    void sharedExponentsAreOneAndFloorsStayApart() {
        JointFit joint = fit(sources(4, 0, 5), JointOptions.shared(LOSSES));
        double first = joint.source("s0").parameters()[2];
        assertThat(first).isCloseTo(0.25, within(0.02));
        assertThat(joint.sources().values())
                .allSatisfy(source -> assertThat(source.parameters()[2]).isEqualTo(first));
        assertThat(joint.source("s0").parameters()[0])
                .isNotEqualTo(joint.source("s1").parameters()[0]);
        assertThat(joint.effectiveParameters()).isEqualTo(9);
        assertThat(joint.warnings()).isEmpty();
        assertThat(joint.source("s0").standardError(FAR))
                .isLessThan(fit(sources(4, 0, 5), JointOptions.separate(LOSSES))
                        .source("s0")
                        .standardError(FAR));
    }

    @Test
    void theFloorsShareCanBeShared() {
        JointFit joint = fit(sources(4, 0, 5), JointOptions.shared(LOSSES).with("E", Sharing.SHARED));
        double[] first = joint.source("s0").parameters();
        double[] second = joint.source("s1").parameters();
        assertThat(first[0] / first[1]).isCloseTo(second[0] / second[1], within(1e-9));
        assertThat(first[0]).isNotEqualTo(second[0]);
        assertThat(joint.effectiveParameters()).isEqualTo(6);
    }

    @Test
    void saysWhenTheDataRefuseWhatIsShared() {
        assertThat(fit(sources(4, 0.08, 6), JointOptions.shared(LOSSES)).warnings())
                .contains(JointWarning.SHARING_CONTRADICTED);
    }

    @Test
    void shrunkExponentsLieBetweenTheirOwnAndTheMiddle() {
        Map<String, Observations> many = sources(8, 0.03, 7);
        JointFit joint = fit(many, JointOptions.shrunk(LOSSES));
        Shrinkage shrinkage = joint.shrinkages().get(0);
        assertThat(shrinkage.parameter()).isEqualTo("α");
        assertThat(shrinkage.sources()).isEqualTo(8);
        double own = 0;
        double drawn = 0;
        for (SourceFit source : joint.sources().values()) {
            double alone = source.alone().orElseThrow().parameters()[2];
            own += Math.pow(alone - shrinkage.middle(), 2);
            drawn += Math.pow(source.parameters()[2] - shrinkage.middle(), 2);
        }
        assertThat(drawn).isLessThan(0.95 * own).isGreaterThan(0.1 * own);
        assertThat(joint.effectiveParameters()).isBetween(17.5, 23.8);
        assertThat(joint.warnings()).isEmpty();
    }

    @Test
    void findsHowMuchSourcesDiffer() {
        Shrinkage wide = fit(sources(40, 0.03, 8), JointOptions.shrunk(LOSSES))
                .shrinkages()
                .get(0);
        assertThat(wide.restricted()).isBetween(0.022, 0.038);
        assertThat(wide.scale().estimate()).isCloseTo(wide.restricted(), within(0.003));
        assertThat(wide.scale().contains(0.03)).isTrue();
        assertThat(wide.middle()).isCloseTo(0.25, within(0.015));
        Shrinkage none =
                fit(sources(40, 0, 8), JointOptions.shrunk(LOSSES)).shrinkages().get(0);
        assertThat(none.scale().estimate()).isLessThan(0.006);
        assertThat(none.prior()).isBetween(0.005, 0.03);
    }

    @Test
    void aScaleThatTheDataPutAtNothingIsNothing() {
        Map<String, Observations> alike = new LinkedHashMap<>();
        Observations data = requireNonNull(sources(1, 0, 9).get("s0"));
        for (int s = 0; s < 5; s++) {
            alike.put("s" + s, data);
        }
        Shrinkage shrinkage =
                fit(alike, JointOptions.shrunk(LOSSES)).shrinkages().get(0);
        assertThat(shrinkage.restricted()).isZero();
        assertThat(shrinkage.scale().estimate()).isPositive().isLessThan(shrinkage.prior());
    }

    @Test
    void identicalSourcesTie() {
        Observations data = requireNonNull(sources(1, 0, 10).get("s0"));
        JointFit joint = fit(Map.of("a", data, "b", data), JointOptions.shrunk(LOSSES));
        assertThat(joint.source("a").value(FAR)).isCloseTo(joint.source("b").value(FAR), within(1e-9));
        assertThat(joint.draws(2000, 1).below("a", "b", FAR)).isCloseTo(0.5, within(0.04));
        assertThat(joint.warnings()).contains(JointWarning.FEW_SOURCES);
    }

    @Test
    void servesASourceOfTooFewBudgetsByTheOthers() {
        Map<String, Observations> sources = sources(6, 0.01, 11);
        double[] law = Sweeps.law(3.3, 0.6, 0.25);
        sources.put("thin", Sweeps.of(law, new double[] {2e4, 2e4, 2e6, 2e6}, Sweeps.SIGMA, new Random(1)));
        JointFit joint = fit(sources, JointOptions.shrunk(LOSSES));
        SourceFit thin = joint.source("thin");
        assertThat(thin.warnings()).containsExactly(JointWarning.SERVED_BY_OTHERS);
        assertThat(thin.alone()).isEmpty();
        assertThat(thin.points()).isEqualTo(2);
        assertThat(thin.runs()).isEqualTo(4);
        assertThat(thin.confidence(FAR, 0.95).contains(LawForms.POWER.value(law, FAR)))
                .isTrue();
        assertThat(thin.standardError(FAR)).isLessThan(0.03);
    }

    @Test
    void oneBudgetIsEnoughWhereAllShapesAreShrunk() {
        Map<String, Observations> sources = sources(6, 0.01, 12);
        double[] law = Sweeps.law(3.3, 0.6, 0.25);
        sources.put("point", Sweeps.of(law, new double[] {2e5, 2e5}, Sweeps.SIGMA, new Random(2)));
        JointFit joint = fit(sources, JointOptions.shrunk(LOSSES).with("E", Sharing.SHRUNK));
        assertThat(joint.source("point").value(FAR)).isCloseTo(LawForms.POWER.value(law, FAR), within(0.05));
        assertThatThrownBy(() -> fit(sources, JointOptions.shrunk(LOSSES)))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("distinct points of point must be at least 2")
                .hasMessageContaining("but are 1");
    }

    @Test
    void sourcesThatAreAllThinAreFittedThroughEachOther() {
        Random random = new Random(13);
        Map<String, Observations> sources = new LinkedHashMap<>();
        double[] law = Sweeps.law(3, 0.6, 0.25);
        for (int s = 0; s < 8; s++) {
            double[] all = Sweeps.budgets(6, 1);
            double[] two = {all[s % 6], all[s % 6], all[(s + 2) % 6], all[(s + 2) % 6]};
            sources.put("s" + s, Sweeps.of(law, two, Sweeps.SIGMA, random));
        }
        JointFit joint = fit(sources, JointOptions.shared(LOSSES).with("E", Sharing.SHARED));
        assertThat(joint.source("s0").confidence(2e6, 0.95).contains(LawForms.POWER.value(law, 2e6)))
                .isTrue();
        assertThat(joint.sources().values())
                .allSatisfy(source -> assertThat(source.warnings()).contains(JointWarning.SERVED_BY_OTHERS));
    }

    @Test
    void sourcesMayDifferInBudgetsAndSeeds() {
        Random random = new Random(14);
        double[] law = Sweeps.law(3, 0.6, 0.25);
        Map<String, Observations> sources = new LinkedHashMap<>();
        sources.put("short", Sweeps.of(law, 4, 2, random));
        sources.put("long", Sweeps.of(law, 8, 5, random));
        sources.put(
                "late",
                Sweeps.of(
                        law, Arrays.stream(Sweeps.budgets(5, 1)).map(x -> 7 * x).toArray(), Sweeps.SIGMA, random));
        JointFit joint = fit(sources, JointOptions.shrunk(LOSSES));
        for (SourceFit source : joint.sources().values()) {
            assertThat(source.confidence(FAR, 0.99).contains(LawForms.POWER.value(law, FAR)))
                    .as(source.name())
                    .isTrue();
        }
        assertThat(joint.source("long").standardError(FAR))
                .isLessThan(joint.source("short").standardError(FAR));
        assertThat(joint.source("late").extrapolation(FAR)).isCloseTo(FAR / 1.4e7, within(1e-9));
        assertThat(joint.source("late").design().range(0).smallest()).isEqualTo(1.4e5);
    }

    @Test
    void aSourceThatTurnsIsFittedApart() {
        Map<String, Observations> sources = sources(5, 0.01, 15);
        JointFit without = fit(sources, JointOptions.shrunk(LOSSES));
        double[] budgets = Sweeps.budgets(6, 3);
        double[] turned = new double[budgets.length];
        Random random = new Random(3);
        for (int i = 0; i < turned.length; i++) {
            turned[i] = (2 + 0.05 * Math.pow(Math.log(budgets[i] / 2e5), 2)) * Math.exp(0.003 * random.nextGaussian());
        }
        sources.put("turned", Observations.of(budgets, turned));
        JointFit with = fit(sources, JointOptions.shrunk(LOSSES));
        assertThat(with.source("turned").warnings()).contains(JointWarning.TURNS_APART);
        assertThat(with.source("s0").warnings()).isEmpty();
        assertThat(with.source("s0").parameters())
                .isEqualTo(without.source("s0").parameters());
        assertThat(with.shrinkages()).isEqualTo(without.shrinkages());
        assertThat(with.source("turned").meanSquare())
                .isGreaterThan(100 * with.source("s0").meanSquare());
        assertThat(with.draws(10, 1).curves("turned")).hasSize(10);
    }

    @Test
    void sourcesOfUnequalNoiseStandOnTheirOwn() {
        Map<String, Observations> sources = sources(5, 0.01, 16);
        double[] law = Sweeps.law(3, 0.6, 0.25);
        sources.put("loud", Sweeps.of(law, Sweeps.budgets(6, 3), 10 * Sweeps.SIGMA, new Random(4)));
        JointFit joint = fit(sources, JointOptions.shrunk(LOSSES));
        assertThat(joint.warnings()).contains(JointWarning.NOISE_DIFFERS);
        assertThat(joint.source("loud").standardError(2e5))
                .isGreaterThan(3 * joint.source("s0").standardError(2e5));
    }

    @Test
    void oneSeedAndAsManyBudgetsAsParametersStandOnWhatSharingLeaves() {
        Random random = new Random(17);
        Map<String, Observations> sources = new LinkedHashMap<>();
        for (int s = 0; s < 5; s++) {
            sources.put("s" + s, Sweeps.of(Sweeps.law(3, 0.6, 0.25), 3, 1, random));
        }
        JointFit joint = fit(sources, JointOptions.shrunk(LOSSES));
        assertThat(joint.noise().lackOfFitDf()).isEqualTo(4);
        assertThat(joint.warnings()).contains(JointWarning.ONE_SEED);
        assertThat(joint.source("s0").confidence(2e6, 0.95).bounded()).isTrue();
    }

    @Test
    void withoutAnyMeasureOfNoiseIntervalsAreUnboundedAndNothingIsDrawn() {
        Map<String, Observations> one = Map.of("s", Sweeps.of(Sweeps.law(3, 0.6, 0.25), 3, 1, new Random(18)));
        JointFit joint = fit(one, JointOptions.shrunk(LOSSES));
        assertThat(joint.source("s").confidence(FAR, 0.95).bounded()).isFalse();
        assertThat(joint.source("s").prediction(FAR, 0.95).bounded()).isFalse();
        assertThat(joint.source("s").standardError(FAR)).isNaN();
        assertThat(joint.source("s").meanSquare()).isNaN();
        assertThat(joint.source("s").covariance()[0][0]).isNaN();
        assertThat(joint.source("s").estimates(0.9).get(2).standardError()).isNaN();
        assertThatThrownBy(() -> joint.draws(10, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0 for s; add a second seed or another budget");
    }

    @Test
    void cleanDataAreFoundAgain() {
        Map<String, Observations> clean = new LinkedHashMap<>();
        double[][] laws = {Sweeps.law(3, 0.6, 0.22), Sweeps.law(2.8, 0.7, 0.3), Sweeps.law(2.9, 0.65, 0.26)};
        for (int s = 0; s < laws.length; s++) {
            clean.put("s" + s, Sweeps.of(laws[s], Sweeps.budgets(6, 2), 0, new Random(1)));
        }
        JointFit joint = fit(clean, JointOptions.shrunk(LOSSES).with("E", Sharing.SHRUNK));
        for (int s = 0; s < laws.length; s++) {
            assertThat(joint.source("s" + s).value(FAR)).isCloseTo(LawForms.POWER.value(laws[s], FAR), within(1e-6));
        }
    }

    @Test
    void gainsOfAnySignAreFittedToo() {
        Random random = new Random(19);
        Map<String, Observations> gains = new LinkedHashMap<>();
        double[] x = Sweeps.budgets(6, 3);
        for (int s = 0; s < 4; s++) {
            double[] y = new double[x.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = 0.3 - 0.1 * s - 0.4 * Math.pow(x[i] / 2e4, -0.3) + 0.003 * random.nextGaussian();
            }
            gains.put("s" + s, Observations.of(x, y));
        }
        gains.put("thin", Observations.of(new double[] {2e4, 2e6}, new double[] {-0.1, 0.2}));
        JointFit joint = fit(gains, JointOptions.shrunk(FitOptions.gains()));
        assertThat(joint.source("s3").parameters()[0]).isCloseTo(0, within(0.04));
        assertThat(joint.source("thin").value(2e6)).isCloseTo(0.2, within(0.01));
        assertThatThrownBy(
                        () -> fit(gains, JointOptions.shrunk(FitOptions.gains()).with("E", Sharing.SHARED)))
                .hasMessage("parameters that are shared or shrunk must be among [α] of the power law with floor,"
                        + " but are [E]");
    }

    @Test
    void lawsInSeveralVariablesAreFittedTogetherToo() {
        Random random = new Random(20);
        LawForm form = LawForms.CHINCHILLA;
        Map<String, Observations> sources = new LinkedHashMap<>();
        double[][] laws = {{1.7, 400, 1200, 0.34, 0.33}, {1.8, 380, 1000, 0.33, 0.32}, {1.6, 420, 1400, 0.345, 0.335}};
        for (int s = 0; s < laws.length; s++) {
            double[][] rows = new double[25][];
            double[] values = new double[25];
            for (int i = 0; i < 25; i++) {
                rows[i] = new double[] {1e7 * Math.pow(4, i % 5), 1e9 * Math.pow(4, Math.floorDiv(i, 5))};
                values[i] = form.value(laws[s], rows[i]) * Math.exp(0.001 * random.nextGaussian());
            }
            sources.put("s" + s, Observations.of(rows, values));
        }
        JointFit joint =
                JointFitting.fit(form, sources, JointOptions.shrunk(LOSSES).with("E", Sharing.SHRUNK));
        assertThat(joint.shrinkages().stream().map(Shrinkage::parameter)).containsExactly("E", "α", "β");
        for (int s = 0; s < laws.length; s++) {
            double[] large = {1e10, 1e12};
            assertThat(joint.source("s" + s).value(large)).isCloseTo(form.value(laws[s], large), within(0.02));
            assertThat(joint.source("s" + s).confidence(large, 0.99).contains(form.value(laws[s], large)))
                    .isTrue();
            assertThat(joint.source("s" + s).prediction(large, 0.99).bounded()).isTrue();
        }
    }

    @Test
    void refusesToShrinkMoreThanItCanFindScalesOf() {
        assertThatThrownBy(() -> JointFitting.fit(LawForms.broken(2), sources(3, 0, 21), JointOptions.shrunk(LOSSES)))
                .hasMessageContaining("parameters that are shrunk must be at most 5")
                .hasMessageContaining("say which others are separate or shared");
        assertThatThrownBy(() -> JointOptions.shared(LOSSES.withWeighting(Weighting.SEEDS)))
                .hasMessage("weighting of a joint fit must be GIVEN, but is SEEDS");
    }

    @Test
    void namesSourceAndNumberOfEveryFault() {
        Map<String, Observations> bad = new LinkedHashMap<>();
        bad.put("web", Observations.of(new double[] {1, 2, 3}, new double[] {1, -1, 1}));
        bad.put("books", Observations.of(new double[] {1, -2, 3}, new double[] {1, 1, 1}));
        assertThatThrownBy(() -> fit(bad, JointOptions.shrunk(LOSSES)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("source web: value 1 must be positive and finite, but is -1.0;"
                        + " source books: B of row 1 must be positive and finite, but is -2.0");
        assertThatThrownBy(() -> fit(Map.of(), JointOptions.shrunk(LOSSES)))
                .hasMessage("sources must be at least one, but there is none");
    }

    @Test
    void refusesWhatItCannotShare() {
        assertThatThrownBy(
                        () -> fit(sources(2, 0, 1), JointOptions.shrunk(LOSSES).with("A", Sharing.SHARED)))
                .hasMessageContaining("must be among [E, α]")
                .hasMessageContaining("but are [A]");
        assertThatThrownBy(() -> JointOptions.shrunk(LOSSES.withLoss(Loss.HUBER_HOFFMANN)))
                .hasMessageContaining("loss of a joint fit must be least squares");
        JointFit joint = fit(sources(2, 0, 1), JointOptions.shrunk(LOSSES));
        assertThatThrownBy(() -> joint.source("x")).hasMessage("source must be one of s0, s1, but is x");
        assertThatThrownBy(() -> joint.draws(0, 1)).hasMessage("count must be at least 1, but is 0");
        assertThatThrownBy(() -> joint.source("s0").value(-1)).hasMessageContaining("B must be positive and finite");
        assertThatThrownBy(() -> joint.source("s0").value(1, 2)).hasMessageContaining("1 variables, but has 2");
    }
}
