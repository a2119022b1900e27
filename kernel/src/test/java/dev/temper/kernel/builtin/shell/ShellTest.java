package dev.temper.kernel.builtin.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.kernel.builtin.TestNotebook;
import dev.temper.kernel.session.CellResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class ShellTest {
    private static final TestNotebook NOTEBOOK = new TestNotebook();

    @AfterAll
    static void close() {
        NOTEBOOK.close();
    }

    @Test
    void passesOnWhatACommandPrints() {
        assertThat(NOTEBOOK.printed("!echo é; echo no >&2")).isEqualTo("é\n");
        assertThat(NOTEBOOK.stream("ERR ")).isEqualTo("no\n");
        assertThat(NOTEBOOK.printed("%%sh\necho {a} $HOME_OF_NOBODY\ncat")).isEqualTo("{a}\n");
        assertThat(NOTEBOOK.printed("%%bash\nx=(1 2); echo ${x[1]}")).isEqualTo("2\n");
    }

    @Test
    void takesAnExitCodeForAnError() {
        assertThat(NOTEBOOK.error("\n!exit 3").message())
                .isEqualTo("Cell [7], line 2: the exit code must be 0, but is 3. What it printed stands above.");
        assertThat(NOTEBOOK.error("%%bash\nkill -9 $$").message()).contains("is 137 (ended by signal 9)");
        assertThat(NOTEBOOK.error("!noSuchThing").trace()).last().asString().contains("(!x)");
        assertThat(NOTEBOOK.printed("%%bash --no-raise-error\nexit 3")).isEmpty();
    }

    @Test
    void givesTheLinesThatACommandPrints() {
        assertThat(NOTEBOOK.value("var lines = !printf 'b\\na\\n'\nlines.get(1).length() + lines.size()"))
                .isEqualTo("3");
        assertThat(NOTEBOOK.value("List<String> typed = !echo x; echo y\ntyped"))
                .isEqualTo("[x, y]");
        assertThat(NOTEBOOK.value("!!echo z")).isEqualTo("[z]");
        assertThat(NOTEBOOK.printed("%%bash --out said --err complained\necho a\necho b >&2"))
                .isEmpty();
        assertThat(NOTEBOOK.value("said + complained")).isEqualTo("a\nb\n");
    }

    @Test
    void leavesNegationToJava() {
        assertThat(NOTEBOOK.value("boolean on = true;\n!on")).isEqualTo("false");
        assertThat(NOTEBOOK.value("var off = !on;\noff")).isEqualTo("false");
        assertThat(NOTEBOOK.value("!List.of().isEmpty()")).isEqualTo("false");
        NOTEBOOK.run("boolean x = false;\nx = !x");
        assertThat(NOTEBOOK.value("x")).isEqualTo("true");
    }

    @Test
    void saysWhichProgramIsNotThere() {
        NOTEBOOK.printed("%config shell.program=/no/such/shell");
        assertThat(NOTEBOOK.error("!ls").message())
                .startsWith("The program /no/such/shell must be there to run this, but cannot be started: ");
        NOTEBOOK.printed("%config --reset shell.program");
        assertThat(NOTEBOOK.printed("!echo again")).isEqualTo("again\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!%s", "%%%%bash\n%s", "var x = !%s"})
    void endsAllThatACommandHasStartedWhenInterrupted(String form, @TempDir Path folder) throws Exception {
        Path begun = folder.resolve("begun");
        String script = "sh -c 'trap \"\" TERM; (sleep 100 & echo $! > " + begun + ".new; mv " + begun + ".new " + begun
                + "; wait)'";
        CompletableFuture<CellResult> running =
                CompletableFuture.supplyAsync(() -> NOTEBOOK.run(form.formatted(script)));
        while (!Files.exists(begun)) {
            assertThat(running).isNotDone();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        ProcessHandle sleeping = ProcessHandle.of(
                        Long.parseLong(Files.readString(begun).strip()))
                .orElseThrow();
        NOTEBOOK.notebook().interrupt();

        assertThat(running.get(20, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        CellResult.Failed.class,
                        failed -> assertThat(failed.error().name()).isEqualTo("Interrupted"));
        assertThat(sleeping.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    @Test
    void doesNotWaitForWhatACommandLeavesBehind() {
        assertThat(NOTEBOOK.printed("%%sh\nsleep 30 &\necho $!"))
                .satisfies(id -> ProcessHandle.of(Long.parseLong(id.strip()))
                        .orElseThrow()
                        .destroyForcibly());
    }

    @Test
    void setsVariablesForProgramsAlone() {
        assertThat(NOTEBOOK.printed("%env TEMPER_COLOUR=dark red"))
                .isEqualTo("env: TEMPER_COLOUR=dark red  (for programs that cells start; System.getenv of this kernel"
                        + " cannot change)\n");
        assertThat(NOTEBOOK.printed("!echo $TEMPER_COLOUR")).isEqualTo("dark red\n");
        assertThat(NOTEBOOK.value("%env TEMPER_COLOUR")).isEqualTo("dark red");
        assertThat(NOTEBOOK.value("%env")).contains("TEMPER_COLOUR", "PATH");
        assertThat(NOTEBOOK.error("%env TEMPER_COLOR").message()).contains("Did you mean TEMPER_COLOUR?");
        NOTEBOOK.printed("%env --unset TEMPER_COLOUR");
        assertThat(NOTEBOOK.printed("!echo [$TEMPER_COLOUR]")).isEqualTo("[]\n");
    }

    @Test
    void hidesSecrets() {
        assertThat(NOTEBOOK.printed("%env TEMPER_API_KEY='abc'"))
                .contains("=********")
                .doesNotContain("abc");
        assertThat(NOTEBOOK.value("%env TEMPER_API_KEY")).isEqualTo("********");
        assertThat(NOTEBOOK.value("%env")).doesNotContain("abc");
        assertThat(NOTEBOOK.value("var key = %env TEMPER_API_KEY\nkey.length()"))
                .isEqualTo("3");
        for (String name :
                new String[] {"HF_TOKEN", "db_password", "MY_SECRET", "GOOGLE_CREDENTIALS", "SSH_AUTH_SOCK"}) {
            assertThat(Secrets.masked(name, "v")).as(name).isEqualTo("********");
        }
        for (String name : new String[] {"PWD", "OLDPWD", "MONKEY", "KEYBOARD", "PATH"}) {
            assertThat(Secrets.masked(name, "v")).as(name).isEqualTo("v");
        }
        assertThat(Secrets.masked("INDEX", "https://me:word@host/x")).isEqualTo("https://********@host/x");
        assertThat(Secrets.masked("X", "ghp_0123456789012345678901")).isEqualTo("********");
    }
}
