package dev.temper.kernel.eval.stop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

@SuppressWarnings("ComparisonOutOfRange")
class CountedLoopsTest {
    private static final Map<String, CountedLoops> BY_METHOD = new HashMap<>();

    /** Loops as the compiler makes them; each method has one, or two of which the inner one ends by itself. */
    @SuppressWarnings("unused") // only its byte code is looked at
    private static final class Loops {
        private int bound = 10;
        private int[] field = new int[3];

        int upToAVariable(int n) {
            int sum = 0;
            for (int i = 0; i < n; i++) {
                sum += i;
            }
            return sum;
        }

        int upToAConstant() {
            int sum = 0;
            for (int i = 0; i < 100_000; i++) {
                sum += Math.max(sum, i);
            }
            return sum;
        }

        int overAnArray(int[] a) {
            int sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i];
            }
            return sum;
        }

        int overEach(int[] a) {
            int sum = 0;
            for (int x : a) {
                sum += x;
            }
            return sum;
        }

        int upToAField() {
            int sum = 0;
            for (int i = 0; i < bound; i++) {
                sum += i;
            }
            return sum;
        }

        int downToZero(int n) {
            int sum = 0;
            for (int i = n; i >= 0; i--) {
                sum += i;
            }
            return sum;
        }

        int innermost(int n) {
            int sum = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    sum += j;
                }
            }
            return sum;
        }

        int upToTheLargest() {
            int sum = 0;
            for (int i = 0; i <= Integer.MAX_VALUE; i++) {
                sum += i;
            }
            return sum;
        }

        int byTwo(int n) {
            int sum = 0;
            for (int i = 0; i < n; i += 2) {
                sum += i;
            }
            return sum;
        }

        int callsOut(int n) {
            int sum = 0;
            for (int i = 0; i < n; i++) {
                sum += upToAField();
            }
            return sum;
        }

        int setsItsCounter(int n) {
            int sum = 0;
            for (int i = 0; i < n; i++) {
                i = sum;
            }
            return sum;
        }

        int countsNowAndThen(int n) {
            int i = 0;
            while (i < n) {
                if (bound > 3) {
                    i++;
                }
            }
            return i;
        }

        int wrongWay(int n) {
            int sum = 0;
            for (int i = 0; i < n; i--) {
                sum += i;
            }
            return sum;
        }

        int forEver() {
            int sum = 0;
            while (true) {
                sum++;
            }
        }
    }

    @BeforeAll
    static void readLoops() throws IOException {
        String name = Loops.class.getName();
        try (InputStream code = Loops.class.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
            new ClassReader(Objects.requireNonNull(code))
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public MethodVisitor visitMethod(
                                        int access,
                                        String method,
                                        String descriptor,
                                        @Nullable String signature,
                                        String @Nullable [] exceptions) {
                                    return BY_METHOD.computeIfAbsent(method, key -> new CountedLoops());
                                }
                            },
                            0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upToAVariable",
                "upToAConstant",
                "overAnArray",
                "overEach",
                "upToAField",
                "downToZero",
                "innermost"
            })
    void findsLoopsThatEndByThemselves(String method) {
        assertThat(harmless(method)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upToTheLargest",
                "byTwo",
                "callsOut",
                "setsItsCounter",
                "countsNowAndThen",
                "wrongWay",
                "forEver"
            })
    void leavesNoOtherLoopWithoutACheck(String method) {
        assertThat(harmless(method)).isZero();
    }

    @Test
    void looksAtEveryLoopAbove() {
        assertThat(BY_METHOD).hasSize(15);
    }

    private static int harmless(String method) {
        CountedLoops loops = BY_METHOD.get(method);
        assertThat(loops).isNotNull();
        return loops == null ? -1 : loops.harmless().size();
    }
}
