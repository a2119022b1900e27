package dev.temper.kernel.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValuesTest {
    /** Runs code of a user when it is looked at in the wrong way. */
    @SuppressWarnings("UnusedMethod")
    private record Touchy(int a, Object other) {
        @Override
        public int a() {
            throw new AssertionError("called");
        }

        @Override
        public String toString() {
            throw new AssertionError("called");
        }
    }

    @Test
    void tellsValuesOfTheJdk() {
        assertThat(Values.text(3.5)).isEqualTo("3.5");
        assertThat(Values.text('x')).isEqualTo("'x'");
        assertThat(Values.text("a \"b\"\n")).isEqualTo("\"a \\\"b\\\"\\n\"");
        assertThat(Values.text(Duration.ofMinutes(1))).isEqualTo("PT1M");
        assertThat(Values.text(Optional.of("a"))).isEqualTo("Optional[\"a\"]");
        assertThat(Values.text(new ArrayList<>(Arrays.asList(1, null)))).isEqualTo("ArrayList, 2 elements [1, null]");
        assertThat(Values.text(Map.of("k", 1))).endsWith("1 element {\"k\"=1}");
        assertThat(Values.text(new int[][] {{1}, {2, 3}})).isEqualTo("int[][2] {int[1], int[2]}");
    }

    @Test
    void runsNoCodeOfUsers() {
        assertThat(Values.text(new Touchy(3, new Touchy(4, "")))).isEqualTo("Touchy[a=3, other=Touchy]");
        assertThat(Values.text(new Object() {
                    @Override
                    public String toString() {
                        throw new AssertionError("called");
                    }
                }))
                .contains("ValuesTest$");
        assertThat(Values.text(List.of(new Touchy(1, "")))).endsWith("1 element [Touchy]");
        assertThat(Values.text(IntStream.iterate(0, i -> i))).endsWith("Head");
    }

    @Test
    void cutsWhatIsLong() {
        assertThat(Values.text("x".repeat(10_000))).hasSizeLessThan(200).endsWith("(10000 characters)");
        assertThat(Values.text(new int[100_000])).isEqualTo("int[100000] {0, 0, 0, 0, 0, 0, 0, 0, …}");
        assertThat(Values.text(BigInteger.ONE.shiftLeft(100_000))).isEqualTo("BigInteger");
        assertThat(Values.text(List.of("x".repeat(1000), "y".repeat(1000), "z".repeat(1000))))
                .hasSizeLessThan(300);
    }
}
