package dev.temper.toolkit.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.anneal.ModelShape;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelStateTest {
    private static final ModelShape SHAPE = new ModelShape(128, 32, 2, 32);

    @Test
    void holdsAsManyNumbersAsTheModelHasParameters() {
        assertThat(ModelState.fresh(SHAPE, 1).weights().stream()
                        .mapToInt(values -> values.length)
                        .sum())
                .isEqualTo(29_856);
    }

    @Test
    void freshWeightsAreDrawnFromTheSeedWithTheRecipesSpreads() {
        List<Parameter> parameters = Parameter.of(SHAPE);
        List<float[]> weights = ModelState.fresh(SHAPE, 1).weights();
        List<float[]> other = ModelState.fresh(SHAPE, 2).weights();
        for (int p = 0; p < parameters.size(); p++) {
            Parameter parameter = parameters.get(p);
            assertThat(ModelState.fresh(SHAPE, 1).weights().get(p)).isEqualTo(weights.get(p));
            double expected = switch (parameter.name().replaceAll("layers\\.\\d\\.", "")) {
                case "embedding", "position" -> 0.02;
                case "attention.in" -> 0.5 / Math.sqrt(32);
                case "inner" -> 0.7 / Math.sqrt(32);
                case "attention.out", "outer" -> 0.02 * 2 / Math.sqrt(4);
                default -> 0;
            };
            if (expected == 0) {
                assertThat(weights.get(p)).containsOnly(1f);
            } else {
                double squares = 0;
                for (float weight : weights.get(p)) {
                    squares += (double) weight * weight;
                }
                assertThat(Math.sqrt(squares / parameter.size()))
                        .as(parameter.name())
                        .isCloseTo(expected, within(4 * expected / Math.sqrt(2.0 * parameter.size())));
                assertThat(other.get(p)).isNotEqualTo(weights.get(p));
            }
        }
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        ModelState fresh = ModelState.fresh(SHAPE, 1);
        ModelState state = new ModelState(fresh.weights(), fresh.weights(), fresh.secondMoments(), 3_000, "abc", 1.25);
        ModelState read = ModelState.decode(SHAPE, state.encode(SHAPE));
        assertThat(read.encode(SHAPE)).isEqualTo(state.encode(SHAPE));
        assertThat(read.updates()).isEqualTo(3_000);
        assertThat(read.startedFrom()).isEqualTo("abc");
        assertThat(read.seconds()).isEqualTo(1.25);
        assertThat(read.firstMoments().get(1)).isEqualTo(fresh.weights().get(1));
    }

    @Test
    void anAnnealTakesOverMomentsAndTheCountOfUpdates() {
        ModelState stageOne = ModelState.fresh(SHAPE, 1);
        ModelState moved = new ModelState(stageOne.weights(), stageOne.weights(), stageOne.weights(), 3_000, "", 9.5);
        assertThat(moved.startOfRun("sha"))
                .isEqualTo(new ModelState(stageOne.weights(), stageOne.weights(), stageOne.weights(), 3_000, "sha", 0));
    }

    @Test
    void refusesTheCheckpointOfAnotherModel() throws IOException {
        byte[] narrow = ModelState.fresh(new ModelShape(128, 16, 2, 32), 1).encode(new ModelShape(128, 16, 2, 32));
        assertThatThrownBy(() -> ModelState.decode(SHAPE, narrow))
                .isInstanceOf(IOException.class)
                .hasMessage("tensor 'embedding' must have shape [128, 32], but has [128, 16]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "", "1.5", "-1"})
    void refusesACountOfUpdatesThatIsNone(String updates) throws IOException {
        ModelShape tiny = new ModelShape(1, 16, 1, 1);
        SafeTensors file = SafeTensors.decode(ModelState.fresh(tiny, 1).encode(tiny));
        file.describe("updates", updates);
        byte[] bytes = file.encode();
        assertThatThrownBy(() -> ModelState.decode(tiny, bytes))
                .isInstanceOf(IOException.class)
                .hasMessage("'updates' of the checkpoint must be a number of zero or more, but is '" + updates + "'");
    }
}
