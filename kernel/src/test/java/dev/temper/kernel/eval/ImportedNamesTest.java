package dev.temper.kernel.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImportedNamesTest {
    private static final ImportedNames NAMES = new ImportedNames(
            List.of("import java.util.*;", "import java.nio.file.*;", "import static java.lang.Math.*;"));

    @Test
    void shortensTheClassesOfImportedPackagesAlone() {
        assertThat(shortened("java.util.Map<String, java.util.List<java.nio.file.Path>>"))
                .isEqualTo("Map<String, List<Path>>");
        assertThat(shortened("java.util.Map.Entry<Integer, Long>[]")).isEqualTo("Map.Entry<Integer, Long>[]");
        assertThat(shortened("java.util.stream.Stream<java.util.concurrent.Future<?>>"))
                .isEqualTo("java.util.stream.Stream<java.util.concurrent.Future<?>>");
        assertThat(shortened("org.java.util.List")).isEqualTo("org.java.util.List");
        assertThat(shortened("int[]")).isEqualTo("int[]");
    }

    @Test
    void leavesNamesThatAreTaken() {
        assertThat(NAMES.shortened("java.util.List<java.util.Set<Reading>>", "List"::equals))
                .isEqualTo("java.util.List<Set<Reading>>");
    }

    private static String shortened(String type) {
        return NAMES.shortened(type, name -> false);
    }
}
