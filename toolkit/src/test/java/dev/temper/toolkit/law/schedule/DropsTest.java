package dev.temper.toolkit.law.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DropsTest {
    private static final double[] LAW = {2.65, 0.6, 438, 0.45, 2.1, 0.6, 0.65};

    static Stream<Schedule> schedules() {
        Random random = new Random(4);
        return Stream.of(
                Schedule.cosine(2160, 24_000, 3e-4, 3e-5),
                Schedule.linear(2160, 20_000, 24_000, 3e-4, 0),
                Schedule.exponential(2160, 20_000, 24_000, 3e-4, 1e-8),
                Schedule.stepDown(2160, 8000, 16_000, 3e-4, 3e-5),
                Schedule.of(9000, step -> 1e-4 * (1 + Math.sin(step / 500.0) / 2)),
                Schedule.of(9000, step -> 3e-4 * Math.pow(0.5, Math.floorDiv(step, 1000))),
                Schedule.of(random.doubles(3000, 1e-5, 3e-4).toArray()));
    }

    /** The loss by the formula as the paper prints it, step for step. */
    private static double inFull(Schedule schedule, int step) {
        double gain = 0;
        double since = 0;
        for (int k = step; k > 0; k--) {
            since += schedule.rate(k);
            double rate = schedule.rate(k);
            double reached = since > 0 ? Math.pow(1 + LAW[4] * Math.pow(rate, -LAW[6]) * since, -LAW[5]) : 1;
            gain += (schedule.rate(k - 1) - rate) * (1 - reached);
        }
        return LAW[0] + LAW[1] * Math.pow(since + schedule.rate(0), -LAW[3]) - LAW[2] * gain;
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void sumsInBlocksAreThoseOfEveryStep(Schedule schedule) {
        MultiPowerLaw law = MultiPowerLaw.of(List.of(schedule));
        for (int step : new int[] {1, 2, 50, 1000, 2200, 2999, 5000, 8000, 8001, 15_000, 20_010, 22_000, 23_999}) {
            if (step < schedule.steps()) {
                double full = inFull(schedule, step);
                assertThat(law.value(LAW, 0, step)).isCloseTo(full, within(1e-6));
            }
        }
    }

    @Test
    void countsOnlyStepsThatChangeTheRateAndBlocksOfThem() {
        assertThat(terms(Schedule.constant(0, 100_000, 3e-4), 99_999)).isZero();
        assertThat(terms(Schedule.stepDown(0, 500, 100_000, 3e-4, 3e-5), 99_999))
                .isEqualTo(1);
        int[] cosine = new int[3];
        for (int i = 0; i < cosine.length; i++) {
            int steps = (int) (1000 * Math.pow(10, i));
            cosine[i] = terms(Schedule.cosine(0, steps, 3e-4, 3e-5), steps - 1);
        }
        assertThat(cosine[2] - cosine[1]).isLessThan(50);
        assertThat(cosine[2]).isLessThan(150);
    }

    private static int terms(Schedule schedule, int step) {
        int[] count = new int[1];
        schedule.drops().before(step, schedule.sum(step), (fall, log, sum) -> count[0]++);
        return count[0];
    }
}
