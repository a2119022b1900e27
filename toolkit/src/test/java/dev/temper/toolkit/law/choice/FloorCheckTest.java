package dev.temper.toolkit.law.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.form.LawForms;
import org.junit.jupiter.api.Test;

class FloorCheckTest {
    @Test
    void trustsAFloorThatTheDataNeed() {
        FloorCheck check = check(Made.losses(Made::power, 6, 3, 0.003, 1));

        assertThat(check.carries()).isTrue();
        assertThat(check.ratio()).isGreaterThan(10);
        assertThat(check.sentence()).isEqualTo("the data need the floor");
    }

    @Test
    void refusesAFloorThatDoesNothing() {
        FloorCheck check = check(Made.losses(Made::floorless, 6, 3, 0.01, 3));

        assertThat(check.carries()).isFalse();
        assertThat(check.ratio()).isBetween(1.0 - 1e-9, 1.4);
        assertThat(check.sentence()).contains("beyond the data");
    }

    @Test
    void refusesAFloorAtItsBound() {
        // steeper on logarithms the further it goes: the best floor would be negative
        FloorCheck check = check(Made.losses(x -> 8 * Math.pow(x, -0.1) - 0.6, 6, 3, 0.001, 2));

        assertThat(check.atBound()).isTrue();
        assertThat(check.carries()).isFalse();
        assertThat(check.sentence()).contains("at its bound");
    }

    @Test
    void asksGainsForTheirBoundAlone() {
        Observations gains =
                Observations.of(new double[] {1e4, 3e4, 1e5, 3e5, 1e6}, new double[] {0.01, 0.11, 0.18, 0.22, 0.245});
        Fit fit = Fitting.fit(LawForms.POWER, gains, FitOptions.gains());

        assertThat(FloorCheck.of(fit)).hasValueSatisfying(check -> {
            assertThat(check.ratio()).isNaN();
            assertThat(check.carries()).isTrue();
        });
    }

    private static FloorCheck check(Observations data) {
        return FloorCheck.of(Fitting.fit(LawForms.POWER, data, FitOptions.losses()))
                .orElseThrow();
    }
}
