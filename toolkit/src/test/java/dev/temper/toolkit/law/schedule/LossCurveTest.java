package dev.temper.toolkit.law.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LossCurveTest {
    private static final Schedule SCHEDULE = Schedule.constant(0, 100, 1e-3);

    @Test
    void leavesOutTheStartAndThinsOut() {
        LossCurve curve = LossCurve.of(SCHEDULE, new int[] {10, 20, 30, 40, 50}, new double[] {5, 4, 3, 2, 1});
        assertThat(curve.from(20).steps()).containsExactly(20, 30, 40, 50);
        assertThat(curve.from(20).every(2).losses()).containsExactly(4, 2);
        assertThat(curve.every(2).size()).isEqualTo(3);
        assertThat(curve.every(2).schedule()).isSameAs(SCHEDULE);
        assertThatThrownBy(() -> curve.every(0)).hasMessage("stride must be at least 1, but is 0");
    }

    @Test
    void namesStepsAndLossesThatCannotBe() {
        assertThatThrownBy(() -> LossCurve.of(SCHEDULE, new int[] {10, 10, 100}, new double[] {5, -1, 3}))
                .hasMessage(
                        "step 1 must be from 11 to 99, but is 10; loss of step 10 must be positive and finite, but is -1.0;"
                                + " step 2 must be from 11 to 99, but is 100");
        assertThatThrownBy(() -> LossCurve.of(SCHEDULE, new int[] {10}, new double[] {5, 4}))
                .hasMessage("losses must be as many as steps, 1, but are 2");
    }
}
