package dev.temper.toolkit.magic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.temper.toolkit.anneal.FlopCount;
import dev.temper.toolkit.anneal.Study;
import dev.temper.toolkit.data.Curation;
import dev.temper.toolkit.data.DataSource;
import dev.temper.toolkit.data.FixedCosts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudyReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# nothing but a comment\n", "study: embedded\n"})
    void takesAnEmptyTextForTheEmbeddedStudy(String yaml) throws StudyException {
        Study study = StudyReader.read(yaml, false);
        assertThat(study.name()).isEqualTo("embedded");
        assertThat(study.sources())
                .extracting(DataSource::name)
                .containsExactly("curated", "synthetic", "web", "offdomain");
        assertThat(study.sweep().runs()).hasSize(105);
        assertThat(study.sweep().tokens()).isEqualTo(39_014_400);
        assertThat(study.checkpoint().model().parameters()).isEqualTo(29_856);
        assertThat(study.checkpoint().request(study.evaluation()).steps()).isEqualTo(3_000);
    }

    @Test
    void takesTheSmallFormWhenAskedForASmokeRun() throws StudyException {
        Study study = StudyReader.read("", true);
        assertThat(study.name()).isEqualTo("embedded-smoke");
        assertThat(study.sweep().runs()).hasSize(72);
        assertThat(study).isEqualTo(StudyReader.read("study: embedded-smoke", false));
    }

    @Test
    void laysWhatTheTextSaysOverTheEmbeddedStudy() throws StudyException {
        Study study = StudyReader.read("""
                name: mine
                seeds: [4, 5]
                budgets: [20480, 1_310_720]
                cooldown: 1-sqrt
                checkpoint:
                  learning-rate: 2e-3
                """, false);
        assertThat(study.seeds()).containsExactly(4L, 5L);
        assertThat(study.budgets()).containsExactly(20_480L, 1_310_720L);
        assertThat(study.checkpoint().learningRate().peak()).isEqualTo(0.002);
        assertThat(study.checkpoint().learningRate().warmUpSteps()).isEqualTo(100);
        assertThat(study.cooldown().label()).isEqualTo("1-sqrt");
        assertThat(study.sources()).hasSize(4);
    }

    @Test
    void comparesTheSourcesThatTheTextLists() throws StudyException {
        Study picked = StudyReader.read("sources: [web, curated]", false);
        assertThat(picked.sources()).extracting(DataSource::name).containsExactlyInAnyOrder("web", "curated");
        Study changed = StudyReader.read("""
                sources:
                  web: {price: 2000}
                  curated:
                  books: {pool: 9000, domain-share: 1, price: 12.5}
                """, false);
        assertThat(changed.sources()).extracting(DataSource::name).containsExactlyInAnyOrder("web", "curated", "books");
        assertThat(changed.source("web").orElseThrow().curation().price().dollarsPerMillionTokens())
                .isEqualByComparingTo("2000");
        assertThat(changed.source("web").orElseThrow().text().noise()).isEqualTo(0.05);
        assertThat(changed.source("curated"))
                .isEqualTo(StudyReader.read("", false).source("curated"));
    }

    @Test
    void readsHowTextIsGotAndHowCostIsCounted() throws StudyException {
        Study study = StudyReader.read("""
                sources:
                  web: {price: 0, classifier: {parameters: 125M, yield: 0.05}, fixed: 300}
                  synthetic: {price: 0, generator: {parameters: 7B, prompt: 600, output: 400}}
                device: {flop-per-second: 4e14, price-per-hour: 2}
                flop: by-layer
                fixed-costs: marginal
                """, false);
        Curation web = study.source("web").orElseThrow().curation();
        assertThat(web.flopPerToken()).isEqualTo(2 * 125e6 / 0.05);
        assertThat(web.fixed()).isEqualByComparingTo("300");
        assertThat(study.source("synthetic").orElseThrow().curation().flopPerToken())
                .isEqualTo(2 * 7e9 * 2.5);
        assertThat(study.costs().compute().of(1.44e18)).isEqualByComparingTo("2");
        assertThat(study.costs().flop()).isEqualTo(FlopCount.BY_LAYER);
        assertThat(study.costs().fixed()).isEqualTo(FixedCosts.MARGINAL);
        assertThat(study.cost("web", 20_480).fixed()).isEqualByComparingTo("300");
    }

    @Test
    void namesEveryFaultOfWhatAStudySaysOfCost() {
        assertThatThrownBy(() -> StudyReader.read("""
                sources:
                  web: {classifier: {parameters: 125M}}
                  synthetic: {generator: {parameters: -1, prompt: 600, output: 0}}
                device: {price-per-hour: 2}
                flop: 7nd
                fixed-costs: sunk
                """, false))
                .hasMessageContaining("classifier must say its parameters, yield, but lacks yield")
                .hasMessageContaining(
                        "parameters of generator must be a number of parameters, such as 125M, but is '-1'")
                .hasMessageContaining("output of generator must be above 0 tokens, but is '0'")
                .hasMessageContaining("device must say its flop-per-second, but does not")
                .hasMessageContaining("flop must be one of 6nd, by-layer, but is '7nd'")
                .hasMessageContaining("fixed-costs must be one of excluded, marginal, shared, but is 'sunk'");
    }

    @Test
    void changesNoRunOfASourceWhosePriceAloneChanged() throws StudyException {
        Study dear = StudyReader.read("sources: {web: {price: 2000}, curated: , synthetic: , offdomain: }", false);
        assertThat(dear.sweep().id())
                .isEqualTo(StudyReader.read("", false).sweep().id());
    }

    @Test
    void showsAllFaultsOfATextAtOnceWithLineAndColumn() {
        StudyException e = catchThrowableOfType(StudyException.class, () -> StudyReader.read("""
                        sources:
                          web:
                            price: -5
                            pol: 100
                        budgets: [0, 20480, 20000]
                        cooldown: steep
                        sedes: [1]
                        """, false));
        assertThat(e.faults())
                .containsExactly(
                        new Fault(
                                3,
                                12,
                                "price of source web must be zero or more US dollars per million unique tokens, but is '-5'"),
                        new Fault(
                                4,
                                5,
                                "unknown key 'pol' of source web; valid keys: pool, domain-share, noise, wrong-facts, head-subjects, price, "
                                        + "classifier, generator, fixed"),
                        new Fault(
                                5,
                                11,
                                "each of budgets must be a positive multiple of 512 tokens, one step of the batch, but is '0'"),
                        new Fault(
                                5,
                                21,
                                "each of budgets must be a positive multiple of 512 tokens, one step of the batch, but is '20000'"),
                        new Fault(6, 11, "cooldown must be one of linear, 1-sqrt, cosine, none, but is 'steep'"),
                        new Fault(
                                7,
                                1,
                                "unknown key 'sedes'; valid keys: study, name, world, checkpoint, general, sources, domains, "
                                        + "evaluation-windows, mixture, budgets, seeds, cooldown, training-price, device, flop, fixed-costs"));
    }

    @Test
    void namesTheKnownSourcesWhenOneIsUnknown() {
        assertThatThrownBy(() -> StudyReader.read("sources: [web, wbe]", false))
                .isInstanceOf(StudyException.class)
                .hasMessage(
                        "line 1, column 16: unknown source 'wbe'; the embedded study has curated, synthetic, web, offdomain");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "budgets: 5|line 1, column 10: budgets must be a list such as [a, b], but is '5'",
                "budgets: []|line 1, column 10: budgets must be a list such as [a, b], but is empty",
                "seeds: [a]|line 1, column 9: each of seeds must be a whole number, zero or more, but is 'a'",
                "domains: [law]|line 1, column 11: each of domains must be one of domain, general, but is 'law'",
                "mixture: {source: 0.5}|",
                "mixture: {source: 0.75}|line 1, column 1: weights of mixture must sum to 1, but sum to 1.25",
                "mixture: {source: 0.3, general: 0.7}|line 1, column 1: weight of source must be a multiple of 1/16, one window of the batch, but is 0.3",
                "study: embeded|line 1, column 8: study must be one of embedded, embedded-smoke, but is 'embeded'",
                "name: 9 lives|line 1, column 7: name must be a letter followed by at most 39 letters, digits, '-' or '_', but is '9 lives'",
                "sources: {control: {pool: 50}}|line 1, column 11: a source's name must be a letter followed by at most 39 letters, digits, '-' or '_', and neither 'control' nor 'general', but is 'control'",
                "training-price: free|line 1, column 17: training-price must be zero or more US dollars per petaFLOP, but is 'free'",
                "[1, 2]|line 1, column 1: a study must be a list of 'key: value' lines, but is a list",
                "seeds: [1]\\nseeds: [2]|line 2, column 1: 'seeds' must stand once, but stands again here",
            })
    void namesWhatMustHoldAndWhatIsThere(String yaml, String message) {
        String text = yaml.replace("\\n", "\n");
        if (message == null) {
            assertThat(catchThrowableOfType(StudyException.class, () -> StudyReader.read(text, false)))
                    .isNull();
        } else {
            assertThatThrownBy(() -> StudyReader.read(text, false)).hasMessage(message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [1", "\tname: x", "name: 'x", "a: *b", "a: {b: {c"})
    void saysWhereATextIsNoYaml(String yaml) {
        StudyException e = catchThrowableOfType(StudyException.class, () -> StudyReader.read(yaml, false));
        assertThat(e.faults()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.line()).isPositive();
            assertThat(fault.message()).isNotBlank();
        });
    }

    @Test
    void refusesTextsThatWouldExhaustTheMemory() {
        String nested = "a: ".concat("[".repeat(10_000));
        assertThatThrownBy(() -> StudyReader.read(nested, false)).isInstanceOf(StudyException.class);
        String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nseeds: *c\n";
        assertThatThrownBy(() -> StudyReader.read(bomb, false)).isInstanceOf(StudyException.class);
        assertThatThrownBy(() -> StudyReader.read("name: " + "x".repeat(2_000_000), false))
                .isInstanceOf(StudyException.class);
    }

    @Test
    void keepsTheRunsOfAStudyThatIsExtended() throws StudyException {
        List<String> before = StudyReader.read("seeds: [1]\nbudgets: [20480]", false).sweep().runs().stream()
                .map(run -> run.id())
                .toList();
        List<String> after = StudyReader.read("seeds: [1, 2]\nbudgets: [20480, 40960]", false).sweep().runs().stream()
                .map(run -> run.id())
                .toList();
        assertThat(after).containsAll(before);
    }
}
