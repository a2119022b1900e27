package dev.temper.install.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageBenchTest {
    private static String said(String... options) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new CoverageBench(
                        CoverageBench.Request.of(List.of(options)),
                        new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .run();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void endsWithTheSharesOfEveryColumnAsJson() {
        List<String> lines = said("--sweeps", "3", "--draws", "20").lines().toList();
        String json = lines.get(lines.size() - 1);
        assertThat(json).startsWith("{\"default_exponent_1\": ").endsWith("}");
        for (int column = 1; column <= 9; column++) {
            assertThat(json).contains("\"wild-t_target_" + column + "\": ", "\"means_width_" + column + "\": ");
        }
    }

    @Test
    void theSameSeedGivesTheSameShares() {
        String[] options = {"--sweeps", "30", "--default-only"};
        assertThat(json(said(options))).isEqualTo(json(said(options)));
    }

    private static String json(String said) {
        return said.substring(said.lastIndexOf('{'));
    }

    @Test
    void namesAWordThatItDoesNotKnow() {
        assertThatThrownBy(() -> CoverageBench.Request.of(List.of("--sweps", "3")))
                .hasMessage("option must be one of --sweeps, --draws, --default-only, but is --sweps");
        assertThatThrownBy(() -> CoverageBench.Request.of(List.of("--sweeps", "0")))
                .hasMessage("--sweeps must be at least 1, but is 0");
        assertThatThrownBy(() -> LawsBench.Request.of(List.of("--rounds", "many")))
                .hasMessage("--rounds must be a number, but is many");
    }
}
