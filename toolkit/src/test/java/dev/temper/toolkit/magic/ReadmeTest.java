package dev.temper.toolkit.magic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Kind;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.Options;
import dev.temper.toolkit.anneal.Study;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Map<String, Magic> MAGICS = ServiceLoader.load(Magic.class).stream()
            .map(ServiceLoader.Provider::get)
            .collect(Collectors.toMap(magic -> magic.usage().name(), Function.identity()));

    @Test
    void showsStudiesThatCanBeRead() throws Exception {
        List<String> studies = blocks("yaml");
        assertThat(studies).isNotEmpty();
        for (String yaml : studies) {
            Study study = StudyReader.read(yaml, false);
            assertThat(study.sweep().runs()).isNotEmpty();
        }
    }

    @Test
    void showsCommandLinesThatTheirMagicsAccept() throws IOException {
        List<MatchResult> lines = matches("(?m)^(%%?)(\\w+) (.*)$");
        assertThat(lines).hasSizeGreaterThan(2).allSatisfy(line -> {
            Magic magic = MAGICS.get(line.group(2));
            assertThat(magic).as(line.group()).isNotNull();
            if (magic != null) {
                Kind kind = line.group(1).length() == 2 ? Kind.CELL : Kind.LINE;
                Invocation invocation = kind == Kind.CELL
                        ? Invocation.cell(line.group(2), line.group(3), "")
                        : Invocation.line(line.group(2), line.group(3));
                assertThat(magic.usage().kinds()).contains(kind);
                Options options = invocation.options(magic.usage());
                if (magic.usage().arguments().stream()
                        .anyMatch(argument -> argument.name().equals("name"))) {
                    assertThat(options.text("name")).isEqualTo("study");
                }
            }
        });
    }

    @Test
    void namesEveryMagicOfTheToolkit() throws IOException {
        String table = readme();
        assertThat(MAGICS.values().stream().map(magic -> magic.usage().typed()))
                .isNotEmpty()
                .allSatisfy(typed -> assertThat(table).contains(typed));
    }

    @Test
    void namesEveryKeyOfAStudy() throws IOException {
        String table = readme();
        assertThat(matches(
                        "(?m)^([a-z-]+):",
                        Files.readString(Path.of("src/main/resources/dev/temper/toolkit/magic/embedded.yaml"))))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(table).contains("`" + key.group(1) + "`"));
    }

    private static List<String> blocks(String language) throws IOException {
        return matches("(?s)```" + language + "\n(.*?)```").stream()
                .map(block -> block.group(1))
                .toList();
    }

    private static List<MatchResult> matches(String pattern) throws IOException {
        return matches(pattern, readme());
    }

    private static List<MatchResult> matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().toList();
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("../README.md"));
    }
}
