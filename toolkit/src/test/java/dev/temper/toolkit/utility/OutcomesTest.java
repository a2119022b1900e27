package dev.temper.toolkit.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    @Test
    void refusesTheSameRunTwiceAndNamesIt() {
        Outcome run = new Outcome("web", 20_480, 1, 1.9);
        assertThatThrownBy(() -> new Outcomes("none", List.of(run, run)))
                .hasMessage(
                        "runs must differ in source, tokens or seed, but these are there twice: web at 20,480 tokens, seed 1");
    }

    @Test
    void listsSourcesWithoutTheControl() {
        Outcomes outcomes = StudyOutcomes.smallest(2, 1);
        assertThat(outcomes.sources()).containsExactly("curated", "offdomain", "synthetic", "web");
        assertThat(outcomes.budgets("web")).containsExactly(20_480L, 40_960L);
        assertThat(outcomes.missingControls()).isEmpty();
    }

    @Test
    void refusesLossesTokensAndNamesThatAreNone() {
        assertThatThrownBy(() -> new Outcome("web", 1, 1, Double.NaN))
                .hasMessage("loss must be positive and finite, but is NaN in the run of web with 1 tokens and seed 1");
        assertThatThrownBy(() -> new Outcome("web", 0, 1, 2))
                .hasMessage("tokens must be positive, but is 0 in a run of web");
        assertThatThrownBy(() -> new Outcome(" ", 1, 1, 2)).hasMessage("source must have a name, but is blank");
    }

    @Test
    void refusesOptionsOutOfRange() {
        assertThatThrownBy(() -> DecisionOptions.standard().withCertainty(1.5))
                .hasMessage("certainty must be between 0.5 and 1, but is 1.5");
    }
}
