package dev.temper.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.execution.LocalExecutionControlProvider;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void runsCellsThatCompile() {
        try (JavaSession java = JavaSession.start(List.of())) {
            assertThat(WarmUp.cells())
                    .extracting(cell -> java.run(cell, new Origin(0, 1)))
                    .allMatch(
                            outcome -> outcome instanceof Outcome.Value || outcome.equals(new Outcome.Done(List.of())));
        }
    }

    @Test
    void leavesNothingBehind() {
        try (JShell shell = JShell.builder()
                .executionEngine(new LocalExecutionControlProvider(), Map.of())
                .build()) {
            shell.eval("int kept = 1;");
            WarmUp.cells().forEach(cell -> {
                for (String rest = cell; !rest.isBlank(); ) {
                    var info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
                    shell.eval(info.source());
                    rest = info.remaining();
                }
            });
            WarmUp.clear(shell);

            assertThat(shell.methods()).isEmpty();
            assertThat(shell.types()).isEmpty();
            assertThat(shell.variables().filter(variable -> !variable.name().startsWith("$")))
                    .extracting(variable -> variable.name())
                    .containsExactly("kept");
        }
    }
}
