package dev.temper.toolkit.anneal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.temper.toolkit.data.TextProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestTest {
    private static final TextProfile TEXT = new TextProfile(0.7, 0.05, 0.25, 14);
    private static final ModelShape SHAPE = new ModelShape(128, 32, 2, 32);
    private static final Optimizer ADAM = new Optimizer(0.9, 0.99, 1e-8, 0, 1);
    private static final LearningRate RATE = new LearningRate(3e-3, 0, Cooldown.LINEAR);
    private static final List<Portion> PORTIONS =
            List.of(new Portion("web", 1_000_000, TEXT, 8), new Portion("general", 2_000_000, TEXT, 8));
    private static final Evaluation EVALUATION = new Evaluation(List.of("domain", "general"), 400);
    private static final Request REQUEST = request("embedded-1", 1, SHAPE, ADAM, RATE, "", PORTIONS, 20_480, 1, false);

    @Test
    void keepsTheIdsThatRunsOnDiskAreNamedAfter() {
        assertThat(REQUEST.id()).isEqualTo("95eb13a239c75b9d");
    }

    @Test
    void writesOneLineOfSortedJsonWithPlainDecimals() {
        assertThat(REQUEST.canonical())
                .isEqualTo(
                        "{\"evaluation\":{\"domains\":[\"domain\",\"general\"],\"windows\":400},"
                                + "\"keepsCheckpoint\":false,"
                                + "\"learningRate\":{\"cooldown\":\"LINEAR\",\"peak\":0.003,\"warmUpSteps\":0},"
                                + "\"model\":{\"context\":32,\"layers\":2,\"vocabulary\":128,\"width\":32},"
                                + "\"optimizer\":{\"beta1\":0.9,\"beta2\":0.99,\"clipNorm\":1,\"epsilon\":0.00000001,"
                                + "\"weightDecay\":0},"
                                + "\"portions\":[{\"name\":\"web\",\"poolTokens\":1000000,\"text\":{\"domainShare\":0.7,"
                                + "\"headSubjects\":14,\"noise\":0.05,\"wrongFacts\":0.25},\"windows\":8},"
                                + "{\"name\":\"general\",\"poolTokens\":2000000,\"text\":{\"domainShare\":0.7,"
                                + "\"headSubjects\":14,\"noise\":0.05,\"wrongFacts\":0.25},\"windows\":8}],"
                                + "\"seed\":1,\"startsFrom\":\"\",\"tokenBudget\":20480,\"trainer\":\"embedded-1\",\"world\":1}");
    }

    @Test
    void equalRequestsHaveEqualIds() {
        Request again = request(
                new String("embedded-1"),
                1,
                new ModelShape(128, 32, 2, 32),
                new Optimizer(0.9, 0.99, 0.00000001, -0.0, 1.0),
                new LearningRate(0.003, 0, Cooldown.LINEAR),
                "",
                new ArrayList<>(PORTIONS),
                20_480,
                1,
                false);
        assertThat(again.id()).isEqualTo(REQUEST.id());
    }

    @Test
    void everyFieldThatDecidesNumbersDecidesTheId() {
        Map<String, Request> changed = new HashMap<>();
        changed.put("trainer", request("embedded-2", 1, SHAPE, ADAM, RATE, "", PORTIONS, 20_480, 1, false));
        changed.put("world", request("embedded-1", 2, SHAPE, ADAM, RATE, "", PORTIONS, 20_480, 1, false));
        shapes().forEach((name, shape) ->
                changed.put(name, request("embedded-1", 1, shape, ADAM, RATE, "", PORTIONS, 20_480, 1, false)));
        optimizers()
                .forEach((name, optimizer) -> changed.put(
                        name, request("embedded-1", 1, SHAPE, optimizer, RATE, "", PORTIONS, 20_480, 1, false)));
        rates().forEach((name, rate) ->
                changed.put(name, request("embedded-1", 1, SHAPE, ADAM, rate, "", PORTIONS, 20_480, 1, false)));
        portions()
                .forEach((name, portions) ->
                        changed.put(name, request("embedded-1", 1, SHAPE, ADAM, RATE, "", portions, 20_480, 1, false)));
        changed.put("startsFrom", request("embedded-1", 1, SHAPE, ADAM, RATE, "0123", PORTIONS, 20_480, 1, false));
        changed.put("tokenBudget", request("embedded-1", 1, SHAPE, ADAM, RATE, "", PORTIONS, 40_960, 1, false));
        changed.put("seed", request("embedded-1", 1, SHAPE, ADAM, RATE, "", PORTIONS, 20_480, 2, false));
        changed.put("keepsCheckpoint", request("embedded-1", 1, SHAPE, ADAM, RATE, "", PORTIONS, 20_480, 1, true));
        changed.put("domains", evaluated(new Evaluation(List.of("domain"), 400)));
        changed.put("evaluation windows", evaluated(new Evaluation(List.of("domain", "general"), 401)));

        Set<String> ids = new HashSet<>(Set.of(REQUEST.id()));
        changed.forEach((field, request) ->
                assertThat(ids.add(request.id())).as("%s changes the id", field).isTrue());
        assertThat(ids).hasSize(changed.size() + 1).allMatch(id -> id.matches("[0-9a-f]{16}"));
    }

    @Test
    void countsStepsByTheTokensOfABatch() {
        assertThat(REQUEST.batchWindows()).isEqualTo(16);
        assertThat(REQUEST.stepTokens()).isEqualTo(512);
        assertThat(REQUEST.steps()).isEqualTo(40);
    }

    @Test
    void refusesABudgetThatIsNoWholeNumberOfSteps() {
        for (long budget : new long[] {0, -512, 511, 513}) {
            assertThatThrownBy(() -> request("t", 1, SHAPE, ADAM, RATE, "", PORTIONS, budget, 1, false))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("budget must be a positive multiple of 512 tokens, but is " + budget);
        }
    }

    @Test
    void refusesAPoolThatHoldsNoWindow() {
        assertThatThrownBy(() -> request(
                        "t", 1, SHAPE, ADAM, RATE, "", List.of(new Portion("tiny", 32, TEXT, 16)), 512, 1, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pool of tiny must be between 33 and 1000000000 tokens, but is 32");
        assertThat(request("t", 1, SHAPE, ADAM, RATE, "", List.of(new Portion("tiny", 33, TEXT, 16)), 512, 1, false)
                        .steps())
                .isOne();
    }

    @Test
    void refusesAPoolThatFitsNoMemory() {
        assertThatThrownBy(() -> request(
                        "t",
                        1,
                        SHAPE,
                        ADAM,
                        RATE,
                        "",
                        List.of(new Portion("all", 3_000_000_000L, TEXT, 16)),
                        512,
                        1,
                        false))
                .hasMessage("pool of all must be between 33 and 1000000000 tokens, but is 3000000000");
    }

    private static Map<String, ModelShape> shapes() {
        return Map.of(
                "vocabulary", new ModelShape(129, 32, 2, 32),
                "width", new ModelShape(128, 48, 2, 32),
                "layers", new ModelShape(128, 32, 3, 32),
                "context", new ModelShape(128, 32, 2, 16));
    }

    private static Map<String, Optimizer> optimizers() {
        return Map.of(
                "beta1", new Optimizer(0.8, 0.99, 1e-8, 0, 1),
                "beta2", new Optimizer(0.9, 0.999, 1e-8, 0, 1),
                "epsilon", new Optimizer(0.9, 0.99, 1e-9, 0, 1),
                "weightDecay", new Optimizer(0.9, 0.99, 1e-8, 0.1, 1),
                "clipNorm", new Optimizer(0.9, 0.99, 1e-8, 0, 2));
    }

    private static Map<String, LearningRate> rates() {
        return Map.of(
                "peak", new LearningRate(3.0000000000000005e-3, 0, Cooldown.LINEAR),
                "warmUpSteps", new LearningRate(3e-3, 1, Cooldown.LINEAR),
                "cooldown", new LearningRate(3e-3, 0, Cooldown.COSINE));
    }

    private static Map<String, List<Portion>> portions() {
        Portion general = PORTIONS.get(1);
        return Map.of(
                "name", List.of(new Portion("crawl", 1_000_000, TEXT, 8), general),
                "pool", List.of(new Portion("web", 1_000_001, TEXT, 8), general),
                "domain share",
                        List.of(new Portion("web", 1_000_000, new TextProfile(0.6, 0.05, 0.25, 14), 8), general),
                "noise", List.of(new Portion("web", 1_000_000, new TextProfile(0.7, 0.06, 0.25, 14), 8), general),
                "wrong facts", List.of(new Portion("web", 1_000_000, new TextProfile(0.7, 0.05, 0.5, 14), 8), general),
                "head", List.of(new Portion("web", 1_000_000, new TextProfile(0.7, 0.05, 0.25, 15), 8), general),
                "windows", List.of(new Portion("web", 1_000_000, TEXT, 4), new Portion("general", 2_000_000, TEXT, 12)),
                "order", List.of(general, PORTIONS.get(0)));
    }

    private static Request evaluated(Evaluation evaluation) {
        return new Request("embedded-1", 1, SHAPE, ADAM, RATE, "", PORTIONS, 20_480, 1, evaluation, false);
    }

    private static Request request(
            String trainer,
            long world,
            ModelShape shape,
            Optimizer optimizer,
            LearningRate rate,
            String startsFrom,
            List<Portion> portions,
            long budget,
            long seed,
            boolean keeps) {
        return new Request(
                trainer, world, shape, optimizer, rate, startsFrom, portions, budget, seed, EVALUATION, keeps);
    }
}
