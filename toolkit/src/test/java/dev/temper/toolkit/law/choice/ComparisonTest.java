package dev.temper.toolkit.law.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitException;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.form.LawForms;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final List<LawForm> BOTH = List.of(LawForms.SHIFTED, LawForms.POWER);

    @Test
    void takesTheSimplerWhereBothForetellAlike() {
        Comparison comparison = Comparison.of(BOTH, Made.losses(Made::power, 7, 3, 0.002, 4), FitOptions.losses());

        assertThat(comparison.best().form()).isSameAs(LawForms.POWER);
        assertThat(comparison.best().choice()).isEqualTo(comparison.reason()).contains("over 3 origins");
    }

    @Test
    void takesTheFormThatForetellsBetter() {
        Comparison comparison = Comparison.of(BOTH, Made.losses(Made::shifted, 8, 3, 0.0005, 4), FitOptions.losses());

        assertThat(comparison.best().form()).isSameAs(LawForms.SHIFTED);
        assertThat(comparison.reason()).startsWith("shifted power law: least error at the next larger budgets");
        assertThat(comparison.rivals().get(0).error())
                .isLessThan(comparison.rivals().get(1).error());
    }

    @Test
    void foretellsEachNextBudgetFromThoseBefore() {
        Observations data = Made.losses(Made::power, 6, 2, 0.003, 8);
        Comparison comparison = Comparison.of(List.of(LawForms.POWER), data, FitOptions.losses());
        Fit before =
                Fitting.fit(LawForms.POWER, data.only(IntStream.range(0, 10).toArray()), FitOptions.losses());
        double error = IntStream.range(10, 12)
                .mapToDouble(i -> Math.abs(before.value(data.row(i)) / data.value(i) - 1))
                .average()
                .orElseThrow();

        assertThat(comparison.origins()).isEqualTo(3);
        assertThat(comparison.rivals().get(0).errors().get(2)).isCloseTo(error, within(1e-12));
        assertThat(comparison.reason()).isEqualTo("power law with floor, the only form that can be fitted");
    }

    @Test
    void cutsManyBudgetsIntoBlocks() {
        Comparison comparison = Comparison.of(BOTH, Made.losses(Made::power, 40, 1, 0.003, 8), FitOptions.losses());

        assertThat(comparison.origins()).isEqualTo(8);
        assertThat(comparison.rivals())
                .allSatisfy(rival -> assertThat(rival.errors()).hasSize(8));
    }

    @Test
    void comparesByAiccWhereNoBudgetCanBeLeftOut() {
        Comparison comparison = Comparison.of(BOTH, Made.losses(Made::power, 4, 3, 0.003, 8), FitOptions.losses());

        assertThat(comparison.origins()).isZero();
        assertThat(comparison.reason()).contains("least AICc; there are too few budgets to leave one out");
        assertThat(comparison.rivals().stream().mapToDouble(Rival::weight).sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void saysWhichFormsCannotBeFitted() {
        Comparison comparison = Comparison.of(BOTH, Made.losses(Made::power, 3, 3, 0.003, 8), FitOptions.losses());

        assertThat(comparison.refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.reason()).contains("budgets must be at least 4"));
        assertThat(comparison.best().form()).isSameAs(LawForms.POWER);
    }

    @Test
    void complainsWhereNoneCanBeFitted() {
        Observations two = Made.losses(Made::power, 2, 3, 0.003, 8);

        assertThatThrownBy(() -> Comparison.of(BOTH, two, FitOptions.losses()))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("shifted power law");
    }

    @Test
    void doesNotFollowMonotoneFormsWhereTheDataTurn() {
        Comparison comparison = Comparison.of(BOTH, Made.losses(Made::turning, 6, 3, 0.002, 8), FitOptions.losses());

        assertThat(comparison.rivals())
                .allSatisfy(rival -> assertThat(rival.refusals()).anyMatch(why -> why.contains("turn back")));
        assertThat(comparison.reason()).endsWith("no form here may be followed beyond the data");
    }
}
