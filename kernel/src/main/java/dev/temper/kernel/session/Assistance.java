package dev.temper.kernel.session;

import dev.temper.kernel.assist.Completion;
import dev.temper.kernel.assist.JavaAssistant;
import dev.temper.kernel.assist.Suggestion;
import dev.temper.kernel.cell.Part;
import dev.temper.kernel.display.Markup;
import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.eval.JavaSession;
import dev.temper.kernel.eval.Readiness;
import dev.temper.kernel.magic.FilePaths;
import dev.temper.kernel.magic.Kind;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.Magics;
import dev.temper.kernel.magic.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Helps with a cell that is being typed, whether the cursor is in its Java or on the line of a magic. */
final class Assistance {
    private final JavaSession java;
    private final JavaAssistant assistant;
    private final Supplier<Magics> magics;

    Assistance(JavaSession java, Supplier<Magics> magics) {
        this.java = java;
        this.assistant = new JavaAssistant(java);
        this.magics = magics;
    }

    void warmUp() {
        assistant.warmUp();
    }

    Completion complete(String text, int cursor) {
        CellLayout layout = new CellLayout(text, magics.get());
        OptionalInt percent = layout.startOfMagic(cursor);
        if (percent.isPresent()) {
            return completeMagic(text.substring(percent.getAsInt(), cursor), cursor);
        }
        if (layout.isInBody(cursor)) {
            return Completion.none(cursor);
        }
        String java = layout.java();
        return assistant
                .openText(java, cursor)
                .map(typed -> completePath(typed, cursor))
                .orElseGet(() -> assistant.complete(java, cursor));
    }

    private Completion completeMagic(String typed, int cursor) {
        int word = Math.max(typed.lastIndexOf(' '), typed.lastIndexOf('\t')) + 1;
        List<Suggestion> found = magics.get().candidates(typed, this::variables).stream()
                .map(this::suggestion)
                .toList();
        return new Completion(found, cursor - typed.length() + word, cursor);
    }

    /** Completes the path of a file within a text of Java, which has quotes and backslashes in its own way. */
    private static Completion completePath(String typed, int cursor) {
        List<Suggestion> found = FilePaths.beginningWith(typed).stream()
                .filter(path -> path.indexOf('"') < 0 && path.indexOf('\\') < 0)
                .map(path -> new Suggestion(path, "path", ""))
                .toList();
        return found.isEmpty() ? Completion.none(cursor) : new Completion(found, cursor - typed.length(), cursor);
    }

    private List<Workspace.Variable> variables() {
        return java.variables().stream()
                .map(variable -> new Workspace.Variable(variable.name(), variable.type(), variable.value()))
                .toList();
    }

    private Suggestion suggestion(String candidate) {
        if (candidate.startsWith("%")) {
            String summary = magics.get()
                    .find(candidate.replaceFirst("^%{1,2}", ""))
                    .map(magic -> magic.usage().summary())
                    .orElse("");
            return new Suggestion(candidate, "magic", summary);
        }
        return new Suggestion(candidate, candidate.startsWith("-") ? "option" : "value", "");
    }

    Optional<MimeBundle> inspect(String text, int cursor, int detail) {
        CellLayout layout = new CellLayout(text, magics.get());
        OptionalInt percent = layout.startOfMagic(cursor);
        if (percent.isEmpty()) {
            return layout.isInBody(cursor) ? Optional.empty() : assistant.inspect(layout.java(), cursor, detail);
        }
        String name = text.substring(percent.getAsInt()).replaceFirst("^%{1,2}(\\w*)(?s:.*)$", "$1");
        return magics.get().find(name).map(Magic::usage).map(usage -> help(usage.help()));
    }

    private static MimeBundle help(String text) {
        return MimeBundle.plain(text)
                .with("text/markdown", "```text\n" + text.strip() + "\n```")
                .with(
                        MimeBundle.HTML,
                        "<pre style=\"margin:0;padding:0;white-space:pre-wrap;background:none\">" + Markup.html(text)
                                + "</pre>");
    }

    Readiness readiness(String text) {
        List<Part> parts = new CellLayout(text, magics.get()).parts();
        if (parts.isEmpty()) {
            return text.isBlank() ? Readiness.COMPLETE : Readiness.INVALID;
        }
        Part last = parts.get(parts.size() - 1);
        if (last instanceof Part.Java source) {
            return java.readiness(source.source());
        }
        boolean needsBody = last instanceof Part.Call call && call.invocation().kind() == Kind.CELL;
        return needsBody && !text.endsWith("\n") ? Readiness.INCOMPLETE : Readiness.COMPLETE;
    }
}
