package dev.temper.toolkit.magic.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ConditionTest {
    private static final Table TABLE = Table.create(
            DoubleColumn.create("size", 1e8, 1.3e9, Double.NaN, 7e9),
            StringColumn.create("split", "train", "val", "this and that", ""),
            DoubleColumn.create("val loss", 4, 3, 2, 1));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "size > 1e8 | 1 3",
                "size >= 100M | 0 1 3",
                "size < 1.3B | 0",
                "size <= 1.3B | 0 1",
                "size != 7B | 0 1",
                "size=7e9 | 3",
                "split = val | 1",
                "split == 'this and that' | 2",
                "split != 'val' and 'val loss' > 2.5 | 0",
                "split != val and size is missing | 2",
                "size is present and \"val loss\" < 4 | 1 3",
            })
    void keepsRowsThatFit(String where, String rows) {
        List<String> faults = new ArrayList<>();
        var condition = Condition.read(where, TABLE, faults);

        assertThat(faults).isEmpty();
        assertThat(IntStream.range(0, 4).filter(condition).mapToObj(String::valueOf))
                .containsExactly(rows.split(" ", -1));
    }

    @Test
    void tellsAllFaults() {
        List<String> faults = new ArrayList<>();
        Condition.read("sise > 1 and split > a and size > x and nonsense", TABLE, faults);

        assertThat(faults)
                .containsExactly(
                        "Unknown column sise. Did you mean size? Valid: size, split, val loss.",
                        "--where can compare the text of column split by = and != alone, but has '>'",
                        "--where must compare column size with a number such as 0.5, 3e8 or 1.3B, but has 'x'",
                        "--where must be comparisons such as \"size > 1e8 and split = 'val'\" or \"loss is present\", but has"
                                + " 'nonsense'");
    }
}
