package dev.temper.toolkit.law.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void warmsUpFromNothingToThePeakAndHoldsIt() {
        Schedule schedule = Schedule.constant(5, 8, 4e-4);
        double[] rates = {0, 1e-4, 2e-4, 3e-4, 4e-4, 4e-4, 4e-4, 4e-4};
        for (int step = 0; step < rates.length; step++) {
            assertThat(schedule.rate(step)).isCloseTo(rates[step], within(1e-18));
        }
        assertThat(schedule.peak()).isEqualTo(4e-4);
        assertThat(schedule.steps()).isEqualTo(8);
    }

    @Test
    void coolsDownAsItsNameSays() {
        Schedule cosine = Schedule.cosine(0, 100, 1, 0.2);
        Schedule linear = Schedule.linear(0, 50, 100, 1, 0.2);
        Schedule exponential = Schedule.exponential(0, 50, 100, 1, 0.25);
        Schedule stepDown = Schedule.stepDown(0, 50, 100, 1, 0.25);
        assertThat(cosine.rate(0)).isEqualTo(1);
        assertThat(cosine.rate(50)).isCloseTo(0.6, within(1e-12));
        assertThat(cosine.rate(25)).isCloseTo(0.6 + 0.4 * Math.sqrt(0.5), within(1e-12));
        assertThat(linear.rate(49)).isEqualTo(1);
        assertThat(linear.rate(75)).isCloseTo(0.6, within(1e-12));
        assertThat(exponential.rate(75)).isCloseTo(0.5, within(1e-12));
        assertThat(stepDown.rate(49)).isEqualTo(1);
        assertThat(stepDown.rate(50)).isEqualTo(0.25);
    }

    @Test
    void sumsItsRatesBetweenStepsAndBeyondItsEnd() {
        Schedule schedule = Schedule.of(1, 2, 4);
        assertThat(schedule.sum(0)).isEqualTo(1);
        assertThat(schedule.sum(1.5)).isEqualTo(5);
        assertThat(schedule.sum(2)).isEqualTo(7);
        assertThat(schedule.sum(4)).isEqualTo(15);
        assertThat(schedule.rate(9)).isEqualTo(4);
    }

    @Test
    void doesNotChangeWithTheArrayItWasMadeOf() {
        double[] rates = {1, 2};
        Schedule schedule = Schedule.of(rates);
        rates[1] = 9;
        assertThat(schedule.rate(1)).isEqualTo(2);
    }

    @Test
    void refusesRatesThatAreNone() {
        assertThatThrownBy(() -> Schedule.of(1, -1, Double.NaN))
                .hasMessage("rate of step 1 must be at least 0 and finite, but is -1.0;"
                        + " rate of step 2 must be at least 0 and finite, but is NaN");
        assertThatThrownBy(() -> Schedule.of(0, 0)).hasMessage("rates must hold one above 0, but hold none among 2");
        assertThatThrownBy(() -> Schedule.constant(10, 10, 1)).hasMessage("steps must be at least 11, but is 10");
        assertThatThrownBy(() -> Schedule.linear(10, 5, 20, 1, 0)).hasMessage("stable must be at least 10, but is 5");
    }
}
