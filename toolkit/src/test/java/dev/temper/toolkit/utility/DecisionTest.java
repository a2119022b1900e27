package dev.temper.toolkit.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final Decision FOUR = StudyOutcomes.decide(StudyOutcomes.smallest(4, 1));

    private static DecisionRow row(Decision decision, String source) {
        return decision.rows().stream()
                .filter(row -> row.source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private static RankCrossing crossing(Decision decision, String before, String after) {
        return decision.crossings().stream()
                .filter(crossing ->
                        crossing.before().equals(before) && crossing.after().equals(after))
                .findFirst()
                .orElseThrow();
    }

    private static List<Doubt> doubts(Decision decision) {
        assertThat(decision.verdict()).isInstanceOf(Verdict.NotDecidable.class);
        return ((Verdict.NotDecidable) decision.verdict())
                .reasons().stream().map(Reason::doubt).toList();
    }

    private static List<RunRequest> buy(Decision decision) {
        return ((Verdict.NotDecidable) decision.verdict()).buy();
    }

    private static Outcomes without(Outcomes outcomes, String... sources) {
        return new Outcomes(
                outcomes.control(),
                outcomes.runs().stream()
                        .filter(run -> !List.of(sources).contains(run.source()))
                        .toList());
    }

    @Test
    void fourSmallBudgetsPickAnotherSourceByCurveThanByPoint() {
        assertThat(FOUR.pointWinner()).contains("curated");
        assertThat(FOUR.curveWinner()).contains("web");
        assertThat(FOUR.agree()).isFalse();
        assertThat(row(FOUR, "web").gain().orElseThrow().contains(0.328)).isTrue();
        assertThat(row(FOUR, "web").gain().orElseThrow().estimate()).isCloseTo(0.328, within(0.03));
        assertThat(FOUR.summary())
                .startsWith(
                        "At 20,480 tokens the point estimates pick curated; at 1,310,720 tokens the curves pick web:"
                                + " the two disagree. web overtakes curated at ");
    }

    @Test
    void fourBudgetsAreNotEnoughToRecommendEightTimesBeyond() {
        assertThat(doubts(FOUR)).contains(Doubt.INTERVALS_OVERLAP, Doubt.FLOOR_NOT_IDENTIFIED, Doubt.REPETITION);
        assertThat(buy(FOUR))
                .contains(new RunRequest("web", 327_680, 0), new RunRequest("none", 327_680, 2))
                .allSatisfy(run -> assertThat(run.tokens()).isEqualTo(327_680))
                .doesNotHaveDuplicates();
    }

    @Test
    void theCurvesForeseeTheCrossingBeyondTheData() {
        RankCrossing crossing = crossing(FOUR, "curated", "web");
        assertThat(FOUR.crossings().get(0)).isSameAs(crossing);
        assertThat(crossing.fitted().orElseThrow().estimate()).isBetween(187_000.0, 320_000.0);
        assertThat(crossing.fitted().orElseThrow().contains(187_000)).isTrue();
        assertThat(crossing.extrapolated()).isTrue();
        assertThat(crossing.observed()).isEmpty();
        RankCrossing.Chances chances = crossing.chances();
        assertThat(chances.inRange() + chances.extrapolated() + chances.none()).isCloseTo(1, within(1e-12));
        assertThat(chances.extrapolated()).isGreaterThan(0.7);
    }

    @Test
    void sixBudgetsRecommendTheSourceThatTrainingProvesBest() {
        Decision decision = StudyOutcomes.decide(StudyOutcomes.smallest(6, 1));
        assertThat(decision.verdict()).isInstanceOfSatisfying(Verdict.Recommend.class, verdict -> {
            assertThat(verdict.source()).isEqualTo("web");
            assertThat(verdict.probability()).isGreaterThan(0.95);
        });
        assertThat(row(decision, "curated").flags()).containsExactlyInAnyOrder(CurveFlag.TURNED, CurveFlag.REPEATED);
        assertThat(row(decision, "synthetic").flags()).containsExactly(CurveFlag.REPEATED);
        assertThat(row(decision, "web").flags()).isEmpty();
    }

    @Test
    void allBudgetsShowTheCrossingsThatWereMeasured() {
        Decision decision = StudyOutcomes.decide(StudyOutcomes.smallest(7, 1));
        ObservedCrossing web = crossing(decision, "curated", "web").observed().orElseThrow();
        assertThat(web.tokens()).isCloseTo(187_000, within(2_000.0));
        assertThat(web.crossing()).isEqualTo(3).isEqualTo(web.seeds());
        assertThat(web.lowest()).isLessThanOrEqualTo(web.tokens());
        assertThat(crossing(decision, "synthetic", "web")
                        .observed()
                        .orElseThrow()
                        .tokens())
                .isCloseTo(276_000, within(4_000.0));
        assertThat(crossing(decision, "curated", "web").extrapolated()).isFalse();
        assertThat(row(decision, "curated").gain().orElseThrow().contains(1.931 - 2.663))
                .isTrue();
        assertThat(row(decision, "curated").flags()).isEmpty();
    }

    @Test
    void theLossLawOfTheWebIsTheShiftedOneAndItsGainHasALawToo() {
        UtilityCurve web = FOUR.curves().stream()
                .filter(curve -> curve.source().equals("web"))
                .findFirst()
                .orElseThrow();
        assertThat(web.lossFit().form().key()).isEqualTo("shifted");
        assertThat(web.gainFit()).isPresent();
        assertThat(web.loss(1_310_720).estimate()).isCloseTo(1.637, within(0.02));
        assertThat(web.extrapolation(1_310_720)).isCloseTo(8, within(1e-9));
        assertThat(web.control().source()).isEqualTo("none");
    }

    @Test
    void aFlatteredLeaderIsNotRecommended() {
        Decision decision = StudyOutcomes.decide(without(StudyOutcomes.smallest(6, 1), "web"));
        assertThat(decision.curveWinner()).contains("synthetic");
        assertThat(doubts(decision)).containsExactly(Doubt.REPETITION);
        assertThat(buy(decision)).contains(new RunRequest("synthetic", 1_310_720, 0));
    }

    @Test
    void aTurnedLeaderIsNotRecommended() {
        Decision decision = StudyOutcomes.decide(without(StudyOutcomes.smallest(5, 1), "web", "synthetic"));
        assertThat(decision.curveWinner()).contains("curated");
        assertThat(doubts(decision)).containsExactly(Doubt.TURNED, Doubt.REPETITION);
    }

    @Test
    void withoutAnyControlItRefusesAndNamesTheRunsToAdd() {
        Decision decision = StudyOutcomes.decide(without(StudyOutcomes.smallest(4, 1), "none"));
        assertThat(doubts(decision)).containsExactly(Doubt.NO_CONTROL);
        assertThat(buy(decision)).hasSize(12).startsWith(new RunRequest("none", 20_480, 0));
        assertThat(decision.curves()).isEmpty();
        assertThat(decision.points()).isEmpty();
        assertThat(decision.agree()).isFalse();
        assertThat(row(decision, "web").gain()).isEmpty();
        assertThat(decision.summary())
                .startsWith("Undecided: no run of curated, offdomain, synthetic, web has a control (none)");
    }

    @Test
    void namesTheControlsThatSomeRunsLack() {
        List<Outcome> runs = new ArrayList<>(StudyOutcomes.runs(4, 3, 1));
        runs.removeIf(run -> run.source().equals("none") && run.tokens() == 40_960 && run.seed() == 1);
        Decision decision = StudyOutcomes.decide(new Outcomes("none", runs));
        assertThat(decision.missingControls()).containsExactly(new RunRequest("none", 40_960, 1));
        assertThat(decision.curves()).hasSize(4);
    }

    @Test
    void oneSeedIsNotDecidable() {
        Decision decision = StudyOutcomes.decide(new Outcomes("none", StudyOutcomes.runs(7, 1, 1)));
        assertThat(doubts(decision)).contains(Doubt.ONE_SEED);
        assertThat(buy(decision)).contains(new RunRequest("web", 20_480, 1), new RunRequest("none", 1_310_720, 2));
    }

    @Test
    void aTargetFarBeyondTheDataIsNotDecidable() {
        Decision decision = Decision.of(
                StudyOutcomes.smallest(6, 1),
                100_000_000,
                StudyOutcomes::cost,
                StudyOutcomes::epochs,
                StudyOutcomes.options());
        assertThat(doubts(decision)).contains(Doubt.EXTRAPOLATION_TOO_FAR);
        assertThat(decision.verdict().sentence())
                .contains("the target is 153 times outside the budgets of web, and 30 is the most");
        assertThat(buy(decision)).allSatisfy(run -> assertThat(run.tokens()).isBetween(3_333_334L, 100_000_000L));
    }

    @Test
    void aSourceWithTwoBudgetsHoldsTheVerdictBackAndGetsAThird() {
        List<Outcome> runs = new ArrayList<>(StudyOutcomes.runs(6, 3, 1));
        runs.removeIf(run -> run.source().equals("synthetic") && run.tokens() > 40_960);
        Decision decision = StudyOutcomes.decide(new Outcomes("none", runs));
        assertThat(doubts(decision)).contains(Doubt.TOO_FEW_BUDGETS);
        assertThat(decision.verdict().sentence()).contains("synthetic has 2 of the 3 budgets that a curve needs");
        assertThat(buy(decision)).contains(new RunRequest("synthetic", 81_920, 0));
        assertThat(row(decision, "synthetic").gain()).isEmpty();
        assertThat(row(decision, "synthetic").point()).isPresent();
    }

    @Test
    void twoNamesOfTheSameTextTie() {
        Random random = new Random(4);
        List<Outcome> runs = new ArrayList<>();
        for (long tokens : StudyOutcomes.BUDGETS) {
            for (int seed = 0; seed < 4; seed++) {
                double loss = 1.5 + 12 * Math.pow((double) tokens, -0.35);
                runs.add(new Outcome("none", tokens, seed, 2.1 + 0.001 * random.nextGaussian()));
                runs.add(new Outcome("left", tokens, seed, loss + 0.001 * random.nextGaussian()));
                runs.add(new Outcome("right", tokens, seed, loss + 0.001 * random.nextGaussian()));
            }
        }
        Decision decision = Decision.of(
                new Outcomes("none", runs),
                655_360,
                StudyOutcomes::cost,
                (source, tokens) -> 1,
                DecisionOptions.standard());
        assertThat(decision.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Tie.class, tie -> assertThat(tie.sources()).containsExactlyInAnyOrder("left", "right"));
    }

    @Test
    void theSameRunsInAnyOrderGiveTheSameNumbers() {
        List<Outcome> runs = new ArrayList<>(StudyOutcomes.runs(4, 3, 1));
        Collections.shuffle(runs, new Random(8));
        Decision shuffled = StudyOutcomes.decide(new Outcomes("none", runs));
        assertThat(shuffled.summary()).isEqualTo(FOUR.summary());
        assertThat(row(shuffled, "web").gain()).isEqualTo(row(FOUR, "web").gain());
    }

    @Test
    void probabilitiesOfBeingBestAddUpToOne() {
        assertThat(FOUR.rows().stream()
                        .mapToDouble(row -> row.probabilityBest().orElseThrow())
                        .sum())
                .isCloseTo(1, within(1e-9));
        Ranking ranking = FOUR.ranking().orElseThrow();
        assertThat(ranking.beats("web", "curated") + ranking.beats("curated", "web"))
                .isCloseTo(1, within(1e-9));
        assertThat(ranking.sources()).startsWith("web");
        assertThatThrownBy(() -> ranking.best("none")).hasMessageContaining("source must be one of curated, offdomain");
    }

    @Test
    void rowsCarryCostAndEpochsAtTheTarget() {
        assertThat(row(FOUR, "web").cost()).isEqualTo(StudyOutcomes.cost("web", StudyOutcomes.TARGET));
        assertThat(row(FOUR, "curated").epochs()).isCloseTo(218.5, within(0.1));
    }

    @Test
    void refusesTargetsAndSweepsThatCannotBeDecidedOn() {
        assertThatThrownBy(() -> Decision.of(
                        StudyOutcomes.smallest(4, 1),
                        0,
                        StudyOutcomes::cost,
                        StudyOutcomes::epochs,
                        StudyOutcomes.options()))
                .hasMessage("target must be positive, but is 0");
        assertThatThrownBy(() -> StudyOutcomes.decide(new Outcomes("none", List.of(new Outcome("none", 1, 1, 2)))))
                .hasMessageContaining("sources must be at least one");
    }
}
