package dev.temper.toolkit.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiceTest {
    private static final int DRAWS = 400_000;

    @Test
    void givesTheSameSequenceOnEveryMachine() {
        Dice dice = new Dice(1, Dice.key("text"));
        assertThat(LongStream.generate(dice::bits).limit(3))
                .containsExactly(6384436623872478061L, 3304509720593188807L, 6343434750689058288L);
        assertThat(Dice.key("web")).isEqualTo(-804107653019496617L);
    }

    @Test
    void isSplitMix64() {
        Dice dice = new Dice();
        SplittableRandom platform = new SplittableRandom(0);
        for (int i = 0; i < 1_000; i++) {
            assertThat(dice.bits()).isEqualTo(platform.nextLong());
        }
    }

    @Test
    void keysDifferByEveryPartAndByTheirOrder() {
        Set<Long> firsts = new HashSet<>();
        for (long a = -20; a <= 20; a++) {
            firsts.add(new Dice(a).bits());
            for (long b = -20; b <= 20; b++) {
                firsts.add(new Dice(a, b).bits());
                firsts.add(new Dice(a, b, 0).bits());
            }
        }
        assertThat(firsts).hasSize(41 + 2 * 41 * 41);
    }

    @Test
    void uniformFillsTheUnitIntervalEvenly() {
        Dice dice = new Dice(5);
        int[] cells = new int[100];
        double lag = 0;
        double before = 0.5;
        for (int i = 0; i < DRAWS; i++) {
            double u = dice.uniform();
            assertThat(u >= 0 && u < 1).isTrue();
            cells[(int) (100 * u)]++;
            lag += (u - 0.5) * (before - 0.5);
            before = u;
        }
        assertThat(chiSquared(cells)).as("chi squared, 99 degrees of freedom").isBetween(55.0, 160.0);
        assertThat(lag / DRAWS * 12).as("correlation with the draw before").isCloseTo(0, within(0.008));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 9, 48, 128, 1_000})
    void belowIsUniformOverItsRange(int bound) {
        Dice dice = new Dice(6, bound);
        int[] cells = new int[bound];
        for (int i = 0; i < DRAWS; i++) {
            cells[dice.below(bound)]++;
        }
        double freedom = bound - 1;
        assertThat(chiSquared(cells))
                .isBetween(freedom - 5 * Math.sqrt(2 * freedom), freedom + 5 * Math.sqrt(2 * freedom));
    }

    @Test
    void belowReachesTheEndsOfAVeryWideRange() {
        Dice dice = new Dice(7);
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int i = 0; i < DRAWS; i++) {
            int drawn = dice.below(Integer.MAX_VALUE);
            least = Math.min(least, drawn);
            most = Math.max(most, drawn);
        }
        assertThat(least).isBetween(0, 100_000);
        assertThat(most).isBetween(Integer.MAX_VALUE - 100_000, Integer.MAX_VALUE - 1);
    }

    @Test
    void normalHasTheMomentsOfTheNormalDistribution() {
        Dice dice = new Dice(8);
        double[] moments = new double[5];
        int beyondTwo = 0;
        for (int i = 0; i < DRAWS; i++) {
            double x = dice.normal();
            beyondTwo += Math.abs(x) > 2 ? 1 : 0;
            for (int power = 1; power <= 4; power++) {
                moments[power] += Math.pow(x, power) / DRAWS;
            }
        }
        assertThat(moments[1]).isCloseTo(0, within(0.008));
        assertThat(moments[2]).isCloseTo(1, within(0.012));
        assertThat(moments[3]).isCloseTo(0, within(0.03));
        assertThat(moments[4]).isCloseTo(3, within(0.08));
        assertThat(beyondTwo / (double) DRAWS).isCloseTo(0.0455, within(0.0017));
    }

    private static double chiSquared(int[] cells) {
        double expected = DRAWS / (double) cells.length;
        double sum = 0;
        for (int cell : cells) {
            sum += (cell - expected) * (cell - expected) / expected;
        }
        return sum;
    }
}
