package dev.temper.kernel.assist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.kernel.eval.Declaration;
import dev.temper.kernel.eval.JavaSession;
import dev.temper.kernel.eval.Origin;
import dev.temper.kernel.eval.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is known of Java after classes have been dropped, which JShell itself takes badly on some versions. */
@Timeout(120)
class AfterResetTest {
    private static void run(JavaSession java, String cell) {
        assertThat(java.run(cell, new Origin(1, 1))).isInstanceOf(Outcome.Done.class);
    }

    private static String explained(JavaAssistant assistant, String cell) {
        return assistant
                .inspect(cell, cell.length(), 0)
                .map(bundle -> bundle.text())
                .orElse("nothing");
    }

    @Test
    void explainsAfterClassesWereDropped() {
        try (JavaSession java = JavaSession.start(List.of("import java.util.*;"))) {
            JavaAssistant assistant = new JavaAssistant(java);
            run(java, "record Reading(double value) {} class Box {} enum Colour { RED }");
            run(java, "var old = List.of(new Reading(1.5));");

            java.reset();
            assertThat(java.run("new Box()", new Origin(1, 1))).isInstanceOf(Outcome.Rejected.class);
            assertThat(explained(assistant, "Box")).isEqualTo("nothing");
            java.reset();
            run(java, "/** Measured anew. */ record Reading(int number) {}");
            run(java, "var readings = List.of(new Reading(1)); var text = \"a\".strip();");

            assertThat(explained(assistant, "String.valueOf(")).startsWith("static String String.valueOf(");
            assertThat(explained(assistant, "Reading"))
                    .startsWith("record Reading(int number)")
                    .endsWith("Measured anew.");
            assertThat(explained(assistant, "readings")).startsWith("List<Reading> readings");
            assertThat(explained(assistant, "text")).startsWith("String text");
            assertThat(explained(assistant, "old")).isEqualTo("nothing");
            assertThat(assistant.complete("readings.get(0).num", 19).texts()).containsExactly("number");
            assertThat(java.variables())
                    .extracting(variable -> variable.name() + " " + variable.type())
                    .containsExactly("readings List<Reading>", "text String");
        }
    }

    @Test
    void findsTheTypesOfVariablesAfterWarmUp() throws Exception {
        try (JavaSession java = JavaSession.start(List.of("import java.util.*;"))) {
            java.awaitReady();
            while (java.isBusy()) {
                Thread.onSpinWait();
            }
            run(java, "record Reading(double value) {}");
            run(java, "var readings = List.of(new Reading(1.5));");

            assertThat(java.declarations(""))
                    .contains(new Declaration(Declaration.Kind.VARIABLE, "readings", "List<Reading> readings"));
        }
    }
}
