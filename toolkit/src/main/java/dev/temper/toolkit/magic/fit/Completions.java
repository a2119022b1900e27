package dev.temper.toolkit.magic.fit;

import dev.temper.kernel.magic.Typing;
import dev.temper.kernel.magic.Workspace;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.form.LawForms;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tech.tablesaw.table.Relation;

/** What can be typed next on the line of a magic that fits: tables, their columns, forms. */
final class Completions {
    private Completions() {}

    static List<String> of(Typing typing) {
        return switch (typing.option()) {
            case "form", "forms" ->
                after(typing.word(), ",", LawForms.ALL.stream().map(LawForm::key));
            case "weights", "cluster", "where" -> columns(typing).toList();
            case "" -> argument(typing);
            default -> List.of();
        };
    }

    private static List<String> argument(Typing typing) {
        if (typing.before().size() == 1) {
            return typing.variables().get().stream()
                    .filter(variable -> Optional.ofNullable(variable.value())
                            .flatMap(Frames::table)
                            .isPresent())
                    .map(Workspace.Variable::name)
                    .toList();
        }
        boolean variables = typing.before().contains("~");
        return Stream.concat(
                        after(typing.word(), "~+,", columns(typing)).stream(),
                        variables && !typing.before().contains("by") ? Stream.of("by") : Stream.empty())
                .toList();
    }

    /** The columns of the table that the line names, in quotes where they need some. */
    private static Stream<String> columns(Typing typing) {
        return typing.before().stream()
                .skip(1)
                .map(typing::value)
                .flatMap(Optional::stream)
                .map(Frames::table)
                .flatMap(Optional::stream)
                .limit(1)
                .map(Relation::columnNames)
                .flatMap(List::stream)
                .map(Formula::quoted);
    }

    /** Words that go on from the last of some signs in what is typed. */
    private static List<String> after(String typed, String signs, Stream<String> words) {
        int start = 0;
        for (int i = 0; i < typed.length(); i++) {
            start = signs.indexOf(typed.charAt(i)) >= 0 ? i + 1 : start;
        }
        String begun = typed.substring(0, start);
        return words.map(word -> begun + word).toList();
    }
}
