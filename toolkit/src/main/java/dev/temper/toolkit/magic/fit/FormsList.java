package dev.temper.toolkit.magic.fit;

import dev.temper.kernel.display.Grid;
import dev.temper.kernel.display.MimeBundle;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import dev.temper.toolkit.law.form.LawForms;
import java.util.List;
import java.util.stream.Collectors;

/** The forms there are, with their formulas. */
final class FormsList {
    private FormsList() {}

    static MimeBundle bundle() {
        return MimeBundle.of("text/markdown", markdown())
                .with("text/latex", latex())
                .with(MimeBundle.TEXT, grid().text());
    }

    private static String markdown() {
        return "| form | law | variables | parameters | source |\n|---|---|---|---|---|\n"
                + LawForms.ALL.stream()
                        .map(form -> "| `" + form.key() + "` | " + form.name() + "<br>$"
                                + form.latex().replace("|", "\\vert ") + "$ | " + variables(form) + " | "
                                + parameters(form) + " | " + form.source() + " |")
                        .collect(Collectors.joining("\n"));
    }

    private static String latex() {
        return LawForms.ALL.stream()
                .map(form -> "\\item[" + form.key() + "] " + form.name() + ": $" + form.latex() + "$ (" + form.source()
                        + ")")
                .collect(Collectors.joining("\n", "\\begin{description}\n", "\n\\end{description}"));
    }

    private static Grid grid() {
        return new Grid(
                List.of(
                        Grid.Column.text("form"),
                        Grid.Column.text("law"),
                        Grid.Column.text("formula"),
                        Grid.Column.text("variables"),
                        Grid.Column.text("source")),
                LawForms.ALL.stream()
                        .map(form -> List.of(form.key(), form.name(), form.formula(), variables(form), form.source()))
                        .toList());
    }

    private static String variables(LawForm form) {
        return form.variables().stream().map(Variable::name).collect(Collectors.joining(", "));
    }

    private static String parameters(LawForm form) {
        return form.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
    }
}
