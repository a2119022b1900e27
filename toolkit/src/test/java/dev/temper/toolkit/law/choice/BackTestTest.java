package dev.temper.toolkit.law.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.form.LawForms;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackTestTest {
    private static final List<LawForm> POWER = List.of(LawForms.POWER);

    @Test
    void findsNoErrorWhereTheLawIsTrue() {
        BackTest test = BackTest.of(POWER, Made.losses(Made::power, 6, 2, 0, 1), FitOptions.losses(), 2, 0.95);

        assertThat(List.of(test.keptSizes(), test.heldSizes(), test.heldRuns())).containsExactly(4, 2, 4);
        assertThat(test.trials().get(0).error()).isLessThan(1e-9);
    }

    @Test
    void holdsTheLargestBudgetsOutWhateverTheOrderOfRows() {
        Observations data = Made.losses(Made::power, 6, 2, 0.003, 1);
        Observations reversed =
                data.only(IntStream.iterate(11, i -> i - 1).limit(12).toArray());

        double error = BackTest.of(POWER, data, FitOptions.losses(), 1, 0.95)
                .trials()
                .get(0)
                .error();

        assertThat(BackTest.of(POWER, reversed, FitOptions.losses(), 1, 0.95)
                        .trials()
                        .get(0)
                        .error())
                .isCloseTo(error, within(1e-10));
    }

    @Test
    void saysWhichWayALawMisses() {
        // the law sees the flat beginning alone, and promises too high a loss
        BackTest test = BackTest.of(POWER, Made.losses(Made::shifted, 8, 2, 0.0005, 1), FitOptions.losses(), 3, 0.95);
        BackTest.Trial trial = test.trials().get(0);

        assertThat(Math.abs(trial.bias())).isCloseTo(trial.error(), within(1e-9));
        assertThat(trial.error()).isGreaterThan(0.01);
        assertThat(trial.coverage()).isBetween(0.0, 1.0);
    }

    @Test
    void isWonByTheFormThatMissesLeastOfThoseThatMayBeFollowed() {
        Observations data = Made.losses(Made::shifted, 8, 3, 0.0005, 2);
        BackTest test = BackTest.of(List.of(LawForms.POWER, LawForms.SHIFTED), data, FitOptions.losses(), 2, 0.95);

        assertThat(test.winner())
                .hasValueSatisfying(trial -> assertThat(trial.fit().form()).isSameAs(LawForms.SHIFTED));
    }

    @Test
    void isWonByNobodyWhereTheDataTurn() {
        BackTest test = BackTest.of(POWER, Made.losses(Made::turning, 8, 3, 0.001, 2), FitOptions.losses(), 1, 0.95);

        assertThat(test.winner()).isEmpty();
    }

    @Test
    void wantsABudgetToFit() {
        Observations data = Made.losses(Made::power, 4, 1, 0.003, 1);

        assertThatThrownBy(() -> BackTest.of(POWER, data, FitOptions.losses(), 4, 0.95))
                .hasMessage("holdOut must be at least 1 and below the number of budgets, 4, but is 4");
        assertThat(BackTest.of(POWER, data, FitOptions.losses(), 2, 0.95).refused())
                .singleElement()
                .satisfies(refused -> assertThat(refused.reason()).contains("must be at least 3"));
    }
}
