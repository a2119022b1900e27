package dev.temper.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    private final Renderers renderers = new Renderers(thrown -> List.of("trace of " + thrown.getMessage()));

    private String text(Object value) {
        return renderers.render(value).text();
    }

    private static final class Broken {
        @Override
        public String toString() {
            throw new IllegalStateException("no");
        }
    }

    private static final class Endless {
        @Override
        public String toString() {
            return "x" + this;
        }
    }

    private enum Level {
        LOW
    }

    @Test
    void writesNumbersAsJavaDoes() {
        assertThat(List.of(text(0.1 + 0.2), text(1e21), text(Float.MIN_VALUE), text(Double.NaN), text(-0.0)))
                .containsExactly("0.30000000000000004", "1.0E21", "1.4E-45", "NaN", "-0.0");
        assertThat(text(new BigDecimal("1E+3"))).isEqualTo("1E+3");
        assertThat(List.of(text('c'), text(true), text(Level.LOW))).containsExactly("c", "true", "LOW");
    }

    @Test
    void writesTextAsItIsUpToABound() {
        assertThat(text("two\nlines \"quoted\"")).isEqualTo("two\nlines \"quoted\"");
        assertThat(text("x".repeat(20_000))).hasSize(20_000);
        assertThat(text("x".repeat(1_020_000))).hasSize(20_030).endsWith("x\n... 1,000,000 more characters");
        assertThat(text(CharBuffer.wrap("built"))).isEqualTo("built");
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(text("x" + "𝄞".repeat(20_000))).endsWith("𝄞\n... 20,002 more characters");
    }

    @Test
    void cutsLongElementsOfAList() {
        assertThat(text(List.of("x".repeat(5000), "y"))).hasSize(2031).endsWith("x... 3,000 more characters,\n y]");
    }

    @Test
    void tellsWhyAValueCannotBeWritten() {
        assertThat(text(new Broken())).isEqualTo("toString of " + Broken.class.getName() + " threw:\ntrace of no");
        assertThat(text(new Endless())).startsWith("toString of " + Endless.class.getName() + " threw:\n");
        assertThat(text(List.of(1, new Broken(), 2)))
                .isEqualTo("[1,\n (toString of " + Broken.class.getName()
                        + " threw java.lang.IllegalStateException),\n 2]");
    }

    @Test
    void writesAListOnceThatHoldsItself() {
        Map<String, Object> map = new LinkedHashMap<>();
        List<Object> list = new ArrayList<>(List.of(1, map));
        map.put("list", list);
        map.put("map", map);

        assertThat(text(list)).isEqualTo("[1, {list=(this Collection), map=(this Map)}]");
        assertThat(text(List.of(List.of(1), List.of(1)))).isEqualTo("[[1], [1]]");
    }

    @Test
    void goesOnlySoDeep() {
        List<Object> list = List.of();
        for (int i = 0; i < 5000; i++) {
            list = List.of(list);
        }

        assertThat(text(list)).isEqualTo("[".repeat(8) + "[...]" + "]".repeat(8));
    }

    @Test
    void readsNoMoreOfACollectionThanItWrites() {
        List<Integer> endless = new AbstractList<>() {
            @Override
            public Integer get(int index) {
                if (index > 200) {
                    throw new IllegalStateException("read too far");
                }
                return index;
            }

            @Override
            public int size() {
                return Integer.MAX_VALUE;
            }
        };

        assertThat(text(endless)).endsWith("98, 99, ... 2147483547 more]");
    }

    @Test
    void leavesStreamsAndIteratorsUnread() {
        Stream<Integer> stream = Stream.of(1, 2);
        Iterator<Integer> iterator = List.of(1, 2).iterator();

        assertThat(text(stream)).isEqualTo("a stream that is left unread: toList() gives its elements");
        assertThat(text(IntStream.range(0, 2))).isEqualTo("a stream that is left unread: toArray() gives its elements");
        assertThat(text(iterator)).endsWith(", an iterator that is left unread");
        assertThat(stream).containsExactly(1, 2);
        assertThat(iterator).toIterable().containsExactly(1, 2);
    }

    @Test
    void tellsHowFarAComputationHasCome() {
        CompletableFuture<Object> cancelled = new CompletableFuture<>();
        cancelled.cancel(true);

        assertThat(text(new CompletableFuture<>())).isEqualTo("CompletableFuture, not done yet");
        assertThat(text(CompletableFuture.completedFuture(new int[] {1, 2})))
                .isEqualTo("CompletableFuture, done: [1, 2]");
        assertThat(text(CompletableFuture.failedFuture(new IllegalStateException("no"))))
                .isEqualTo("CompletableFuture, failed: java.lang.IllegalStateException: no");
        assertThat(text(cancelled)).isEqualTo("CompletableFuture, cancelled");
        assertThat(text(new FutureTask<>(() -> 1))).isEqualTo("FutureTask, not done yet");
        assertThat(text(new CancellationException("so"))).isEqualTo("trace of so");
    }

    @Test
    void namesLambdasAndAnonymousClassesByWhatTheyAre() {
        Function<Integer, Integer> next = x -> x + 1;
        Runnable anonymous = new Runnable() {
            @Override
            public void run() {}
        };

        assertThat(text(next)).isEqualTo("lambda (Function)");
        assertThat(text(anonymous)).startsWith("anonymous Runnable@");
        assertThat(text(List.of(next))).isEqualTo("[lambda (Function)]");
    }

    @Test
    void writesWhatAnOptionalHolds() {
        assertThat(text(Optional.of(new int[] {1}))).isEqualTo("Optional[[1]]");
        assertThat(text(Optional.empty())).isEqualTo("Optional.empty");
    }

    @Test
    void putsRowsOnLinesOfTheirOwn() {
        double[][] matrix = new double[3][12];
        String row = Arrays.toString(matrix[0]);

        assertThat(text(matrix)).isEqualTo("[" + row + ",\n " + row + ",\n " + row + "]");
        assertThat(text(new int[][] {{1, 2}, {3}})).isEqualTo("[[1, 2], [3]]");
        assertThat(text(Collections.nCopies(3, "a text of some more length than a number"))
                        .lines())
                .hasSize(3);
    }

    @Test
    void letsATypeThatSaysHowItIsWrittenSaySo() {
        List<Integer> own = new ArrayList<>(List.of(1)) {
            private static final long serialVersionUID = 1L;

            @Override
            public String toString() {
                return "mine";
            }
        };
        Map<String, Integer> map = new HashMap<>(Map.of("a", 1)) {
            private static final long serialVersionUID = 1L;

            @Override
            public String toString() {
                return "my map";
            }
        };

        assertThat(text(own)).isEqualTo("mine");
        assertThat(text(map)).isEqualTo("my map");
    }
}
