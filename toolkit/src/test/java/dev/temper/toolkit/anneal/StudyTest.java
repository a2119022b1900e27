package dev.temper.toolkit.anneal;

import static dev.temper.toolkit.anneal.SmallStudy.CURATED;
import static dev.temper.toolkit.anneal.SmallStudy.STEP;
import static dev.temper.toolkit.anneal.SmallStudy.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.temper.toolkit.data.ComputePrice;
import dev.temper.toolkit.data.Curation;
import dev.temper.toolkit.data.DataSource;
import dev.temper.toolkit.data.FixedCosts;
import dev.temper.toolkit.data.Mixture;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StudyTest {
    private static final Checkpoint CHECKPOINT = SmallStudy.checkpoint("t", 60, 6e-3);
    private static final Study STUDY =
            SmallStudy.of(CHECKPOINT, List.of(CURATED, WEB), List.of(20L, 50L), List.of(1L, 2L));

    @Test
    void plansEverySourceAndAControlAtEveryBudgetAndSeed() {
        assertThat(STUDY.sweep().runs().stream().map(Run::anneal))
                .containsExactly(
                        new Anneal("control", 0, 640, 1),
                        new Anneal("curated", 320, 640, 1),
                        new Anneal("web", 320, 640, 1),
                        new Anneal("control", 0, 640, 2),
                        new Anneal("curated", 320, 640, 2),
                        new Anneal("web", 320, 640, 2),
                        new Anneal("control", 0, 1600, 1),
                        new Anneal("curated", 800, 1600, 1),
                        new Anneal("web", 800, 1600, 1),
                        new Anneal("control", 0, 1600, 2),
                        new Anneal("curated", 800, 1600, 2),
                        new Anneal("web", 800, 1600, 2));
        assertThat(STUDY.sweep().tokens()).isEqualTo(6 * 640 + 6 * 1600);
    }

    @Test
    void everyAnnealStartsFromTheStudysCheckpointAtItsPeakRate() {
        Sweep sweep = STUDY.sweep();
        assertThat(sweep.checkpointId()).isEqualTo(sweep.checkpoint().id());
        assertThat(sweep.checkpoint().keepsCheckpoint()).isTrue();
        assertThat(sweep.checkpoint().startsFrom()).isEmpty();
        assertThat(sweep.requests().get(0)).isEqualTo(sweep.checkpoint());
        assertThat(sweep.runs()).allSatisfy(run -> {
            assertThat(run.id()).isEqualTo(run.request().id());
            assertThat(run.request().startsFrom()).isEqualTo(sweep.checkpointId());
            assertThat(run.request().learningRate()).isEqualTo(new LearningRate(6e-3, 0, Cooldown.LINEAR));
            assertThat(run.request().keepsCheckpoint()).isFalse();
        });
    }

    @Test
    void fillsEachBatchWithTheMixtureAndTheControlWithGeneralTextAlone() {
        Portion general = new Portion("general", 20_000, CHECKPOINT.generalText(), 4);
        List<Run> runs = STUDY.sweep().runs();
        assertThat(runs.get(0).request().portions()).containsExactly(general);
        assertThat(runs.get(1).request().portions())
                .containsExactly(
                        new Portion("curated", 300, SmallStudy.CLEAN, 2),
                        new Portion("general", 20_000, CHECKPOINT.generalText(), 2));
    }

    @Test
    void aMixtureOfTheSourceAloneHasNoGeneralPortion() {
        Run run = with(CHECKPOINT, List.of(WEB), new Mixture(1)).sweep().runs().get(1);
        assertThat(run.request().portions()).extracting(Portion::name).containsExactly("web");
        assertThat(run.anneal().sourceTokens()).isEqualTo(640);
    }

    @Test
    void addingASeedOrABudgetKeepsEveryOldRun() {
        List<String> before = ids(STUDY);
        assertThat(ids(SmallStudy.of(CHECKPOINT, List.of(CURATED, WEB), List.of(20L, 50L), List.of(1L, 2L, 3L))))
                .containsAll(before)
                .hasSize(19)
                .doesNotHaveDuplicates();
        assertThat(ids(SmallStudy.of(CHECKPOINT, List.of(CURATED, WEB), List.of(10L, 20L, 50L), List.of(1L, 2L))))
                .containsAll(before)
                .hasSize(19)
                .doesNotHaveDuplicates();
        DataSource cheaper = new DataSource("web", WEB.poolTokens(), WEB.text(), Curation.FREE);
        assertThat(ids(SmallStudy.of(CHECKPOINT, List.of(cheaper, CURATED), List.of(50L, 20L), List.of(2L, 1L))))
                .as("prices and the order of entries decide no number")
                .containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void changingTheCheckpointChangesEveryRun() {
        Study longer = SmallStudy.of(
                SmallStudy.checkpoint("t", 61, 6e-3), List.of(CURATED, WEB), List.of(20L, 50L), List.of(1L, 2L));
        assertThat(ids(longer)).doesNotContainAnyElementsOf(ids(STUDY));
    }

    @Test
    void namesASweepAfterItsRuns() {
        assertThat(STUDY.sweep().id()).isEqualTo(STUDY.sweep().id()).matches("[0-9a-f]{16}");
        assertThat(SmallStudy.of(CHECKPOINT, List.of(CURATED, WEB), List.of(20L, 50L), List.of(1L))
                        .sweep()
                        .id())
                .isNotEqualTo(STUDY.sweep().id());
    }

    @Test
    void whatIsPaidOnceIsLeftOutOrPaidBySourceOrSharedWithTheCheckpoint() {
        DataSource licensed =
                new DataSource("licensed", 20_000, SmallStudy.CLEAN, Curation.FREE.withFixed(BigDecimal.valueOf(70)));
        BigDecimal checkpoint =
                STUDY.costs().compute().of(STUDY.flop(STUDY.checkpoint().tokens()));
        assertThat(fixed(licensed, FixedCosts.EXCLUDED)).isEqualByComparingTo("0");
        assertThat(fixed(licensed, FixedCosts.MARGINAL)).isEqualByComparingTo("70");
        assertThat(fixed(licensed, FixedCosts.SHARED))
                .as("two sources share the checkpoint")
                .isEqualByComparingTo(checkpoint
                        .divide(BigDecimal.valueOf(2), 4, RoundingMode.HALF_EVEN)
                        .add(BigDecimal.valueOf(70)));
    }

    private static BigDecimal fixed(DataSource source, FixedCosts fixed) {
        Study study = SmallStudy.standard("t");
        return new Study(
                        study.name(),
                        study.checkpoint(),
                        List.of(source, WEB),
                        study.mixture(),
                        study.budgets(),
                        study.seeds(),
                        study.cooldown(),
                        study.evaluation(),
                        new CostModel(study.costs().compute(), FlopCount.SIX_ND, fixed))
                .cost(source.name(), 1_600)
                .fixed();
    }

    @Test
    void repeatedTokensCostTrainingOnly() {
        double flopToken = 6.0 * SmallStudy.SHAPE.parameters();
        assertThat(STUDY.cost("curated", 200).curation()).isEqualByComparingTo("5000");
        assertThat(STUDY.cost("curated", 1_600).curation())
                .as("800 tokens drawn from a pool of 300")
                .isEqualByComparingTo("15000");
        assertThat(STUDY.cost("curated", 1_600_000).curation()).isEqualByComparingTo("15000");
        assertThat(STUDY.cost("curated", 1_600_000).training())
                .isEqualByComparingTo(
                        BigDecimal.valueOf(flopToken * 1_600_000 / 1e15 * 1000).setScale(4, RoundingMode.HALF_EVEN));
        assertThat(STUDY.cost(Anneal.CONTROL, 1_600).curation()).isEqualByComparingTo("0");
        assertThat(STUDY.cost(Anneal.CONTROL, 1_600).training())
                .isEqualTo(STUDY.cost("web", 1_600).training());
    }

    @Test
    void countsFlopAndEpochs() {
        assertThat(STUDY.flop(1_000)).isEqualTo(6.0 * SmallStudy.SHAPE.parameters() * 1_000);
        assertThat(STUDY.epochs("curated", 600)).isEqualTo(1.0);
        assertThat(STUDY.epochs(Anneal.CONTROL, 600)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"control", "general"})
    void refusesASourceNamedLikeWhatIsNoSource(String name) {
        DataSource source = new DataSource(name, 300, SmallStudy.CLEAN, Curation.FREE);
        assertThatThrownBy(() -> SmallStudy.of(CHECKPOINT, List.of(source), List.of(20L), List.of(1L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("source must not be named 'control' or 'general', which stand for the general text,"
                        + " but is '" + name + "'");
    }

    @Test
    void refusesEmptyListsAndRepeatedSources() {
        assertThatThrownBy(() -> SmallStudy.of(CHECKPOINT, List.of(WEB), List.of(), List.of(1L)))
                .hasMessage("sources, budgets and seeds must each hold at least one entry");
        assertThatThrownBy(() -> SmallStudy.of(CHECKPOINT, List.of(WEB, WEB), List.of(20L), List.of(1L)))
                .hasMessage("source names must differ, but are [web, web]");
    }

    @Test
    void refusesABudgetThatIsNoWholeNumberOfSteps() {
        assertThatThrownBy(() -> new Study(
                        "small",
                        CHECKPOINT,
                        List.of(WEB),
                        new Mixture(0.5),
                        List.of(640L, 650L, 0L),
                        List.of(1L),
                        Cooldown.LINEAR,
                        STUDY.evaluation(),
                        new CostModel(new ComputePrice(BigDecimal.ONE))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("budgets must be positive multiples of 32 tokens, but are [0, 640, 650]");
    }

    @Test
    void refusesAMixtureThatSplitsAWindow() {
        assertThatThrownBy(() -> with(CHECKPOINT, List.of(WEB), new Mixture(0.3)))
                .hasMessageStartingWith("mixture must give the source a whole number of the batch's 4 windows");
        assertThatThrownBy(() -> with(CHECKPOINT, List.of(WEB), new Mixture(0.1)))
                .hasMessageStartingWith("mixture must give the source a whole number of the batch's 4 windows");
    }

    @Test
    void takesAMixtureWhoseWindowsAreWholeButForRounding() {
        Checkpoint wide = new Checkpoint(
                "t",
                1,
                20_000,
                CHECKPOINT.generalText(),
                SmallStudy.SHAPE,
                Optimizer.STANDARD,
                25,
                CHECKPOINT.learningRate(),
                2_000,
                7);
        Run run = new Study(
                        "small",
                        wide,
                        List.of(WEB),
                        new Mixture(0.28),
                        List.of(200L),
                        List.of(1L),
                        Cooldown.LINEAR,
                        STUDY.evaluation(),
                        new CostModel(new ComputePrice(BigDecimal.ONE)))
                .sweep()
                .runs()
                .get(1);
        assertThat(run.request().portions()).extracting(Portion::windows).containsExactly(7, 18);
    }

    private static Study with(Checkpoint checkpoint, List<DataSource> sources, Mixture mixture) {
        return new Study(
                "small",
                checkpoint,
                sources,
                mixture,
                List.of(20L * STEP),
                List.of(1L),
                Cooldown.LINEAR,
                STUDY.evaluation(),
                new CostModel(new ComputePrice(BigDecimal.ONE)));
    }

    private static List<String> ids(Study study) {
        Sweep sweep = study.sweep();
        return Stream.concat(
                        Stream.of(sweep.checkpointId()), sweep.runs().stream().map(Run::id))
                .toList();
    }
}
