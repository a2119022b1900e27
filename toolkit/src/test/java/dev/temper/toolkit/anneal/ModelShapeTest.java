package dev.temper.toolkit.anneal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelShapeTest {
    @ParameterizedTest
    @CsvSource({"16, 8784", "32, 29856", "48, 63216", "64, 108864"})
    void countsTheParametersOfTheEmbeddedStudysModels(int width, long parameters) {
        ModelShape shape = new ModelShape(128, width, 2, 32);
        assertThat(shape.parameters()).isEqualTo(parameters);
        assertThat(shape.heads()).isEqualTo(width / 16);
        assertThat(shape.trainingFlop(1_000)).isEqualTo(6.0 * parameters * 1_000);
    }

    @ParameterizedTest
    @CsvSource({"32, 196608", "64, 688128"})
    void countsProjectionsAttentionInnerLayerAndLogitsByLayer(int width, double flopPerToken) {
        ModelShape shape = new ModelShape(128, width, 2, 32);
        assertThat(shape.trainingFlop(10, FlopCount.BY_LAYER)).isEqualTo(10 * flopPerToken);
        assertThat(shape.trainingFlop(10, FlopCount.SIX_ND)).isEqualTo(shape.trainingFlop(10));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 16, 1, 1, 'vocabulary must be at least 1, but is 0'",
        "1, 16, 0, 1, 'layers must be at least 1, but is 0'",
        "1, 16, 1, -3, 'context must be at least 1, but is -3'",
        "1, 0, 1, 1, 'width must be a positive multiple of 16, but is 0'",
        "1, 24, 1, 1, 'width must be a positive multiple of 16, but is 24'"
    })
    void refusesSizesThatMakeNoModel(int vocabulary, int width, int layers, int context, String message) {
        assertThatThrownBy(() -> new ModelShape(vocabulary, width, layers, context))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0.9, 1e-8, 0, 1, beta1 must lie in",
        "0.9, -0.1, 1e-8, 0, 1, beta2 must lie in",
        "0.9, 0.9, 0, 0, 1, epsilon must be",
        "0.9, 0.9, Infinity, 0, 1, epsilon must be",
        "0.9, 0.9, 1e-8, -1, 1, weight-decay must be",
        "0.9, 0.9, 1e-8, Infinity, 1, weight-decay must be",
        "0.9, 0.9, 1e-8, 0, 0, clip-norm must be",
        "0.9, 0.9, 1e-8, 0, Infinity, clip-norm must be",
        "NaN, 0.9, 1e-8, 0, 1, beta1 must lie in"
    })
    void refusesAnOptimizerOutOfItsBounds(
            double beta1, double beta2, double epsilon, double decay, double clip, String message) {
        assertThatThrownBy(() -> new Optimizer(beta1, beta2, epsilon, decay, clip))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message)
                .hasMessageContaining(", but is ");
    }

    @Test
    void refusesAnEvaluationOfNothing() {
        assertThatThrownBy(() -> new Evaluation(List.of(), 1))
                .hasMessage("domains must be some of [domain, general], but are []");
        assertThatThrownBy(() -> new Evaluation(List.of("law"), 1))
                .hasMessage("domains must be some of [domain, general], but are [law]");
        assertThatThrownBy(() -> new Evaluation(List.of("domain"), 0))
                .hasMessage("windows must be at least 1, but is 0");
    }
}
