package dev.temper.toolkit.law.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Observations;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MixingOfThreeTest {
    @Test
    void recoversTheWeightsOfManyProportions() {
        LawForm form = Mixing.of(List.of("web", "code", "math", "books", "news"));
        double[] law = {1.4, 1.6, -3, 0.8, -0.5, -1.2, 2};
        Random random = new Random(4);
        double[][] rows = new double[60][];
        for (int i = 0; i < rows.length; i++) {
            double[] parts = random.doubles(6).map(u -> -Math.log(u)).toArray();
            double sum = Arrays.stream(parts).sum();
            rows[i] = Arrays.stream(parts, 0, 5).map(part -> part / sum).toArray();
        }
        double[] values =
                Arrays.stream(rows).mapToDouble(x -> form.value(law, x)).toArray();
        Fit fit = Fitting.fit(form, Observations.of(rows, values), FitOptions.losses());
        for (int j = 0; j < law.length; j++) {
            assertThat(fit.parameters()[j]).isCloseTo(law[j], within(1e-4));
        }
    }

    @Test
    void writesItsFormulaWithTheNamesGiven() {
        assertThat(Mixing.of(List.of("web", "fine_web")).formula())
                .isEqualTo("c + k·exp(t_web·web + t_fine_web·fine_web)");
        assertThat(Mixing.of(List.of("fine_web")).latex()).contains("fine\\_web");
    }

    @Test
    void refusesNamesThatAreNone() {
        assertThatThrownBy(() -> Mixing.of(List.of()))
                .hasMessage("names of proportions must be at least one, each its own, but there is none");
        assertThatThrownBy(() -> Mixing.of(List.of("web", " ", "web")))
                .hasMessage("names of proportions must be at least one, each its own, but have a blank one, web twice");
        assertThatThrownBy(() -> MixingNested.of(List.of("N"))).hasMessageEndingWith("N twice");
    }

    @Test
    void refusesKnownNumbersThatAreNone() {
        assertThatThrownBy(() -> KnownRepetition.of(1.8, 480, 1400, 0.34))
                .hasMessage("known must be E, A, B, α, β, all positive and finite, but is [1.8, 480.0, 1400.0, 0.34]");
        assertThatThrownBy(() -> KnownRepetition.ofTokens(1.8, 480, -1400, 0.34, 0.37))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
