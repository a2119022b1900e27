package dev.temper.toolkit.law.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import java.util.List;
import org.junit.jupiter.api.Test;

class LawFormsTest {
    @Test
    void everyFormHasAKeyOfItsOwn() {
        assertThat(LawForms.ALL)
                .extracting(LawForm::key)
                .doesNotHaveDuplicates()
                .contains("power", "shifted");
    }

    @Test
    void namesThoseThereAreWhenAskedForAnother() {
        assertThatThrownBy(() -> LawForms.named("kaplan"))
                .hasMessageStartingWith("form must be one of constant, log-linear, power-no-floor, power,")
                .hasMessageEndingWith("but is kaplan");
    }

    @Test
    void lawsOfMixturesAreMadeForTheColumnsThereAre() {
        LawForm mixing = LawForms.named("mixing", List.of("web", "code", "math"));
        assertThat(mixing.variables()).extracting(Variable::name).containsExactly("web", "code", "math");
        assertThat(mixing.parameters())
                .extracting(Parameter::name)
                .containsExactly("c", "k", "t_web", "t_code", "t_math");
        LawForm nested = LawForms.named("mixing-nested", List.of("params", "steps", "web"));
        assertThat(nested.variables()).extracting(Variable::name).containsExactly("N", "S", "web");
    }

    @Test
    void otherFormsWantAColumnForEachVariable() {
        assertThat(LawForms.named("chinchilla", List.of("params", "tokens"))).isSameAs(LawForms.CHINCHILLA);
        assertThatThrownBy(() -> LawForms.named("chinchilla", List.of("tokens")))
                .hasMessage("columns of the law in parameters and tokens must be one for each of N (size of the model),"
                        + " D (tokens trained on), but are tokens");
        assertThatThrownBy(() -> LawForms.named("mixing-nested", List.of("params", "steps")))
                .hasMessageContaining("but are params, steps");
    }
}
