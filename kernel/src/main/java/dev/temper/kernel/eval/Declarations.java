package dev.temper.kernel.eval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/** What is declared in a session at the moment. Can be asked while a cell runs. */
final class Declarations {
    /** A declaration; what declared it, null when JShell has not seen it yet; the class that a variable is in. */
    private record Known(Declaration declaration, @Nullable Snippet snippet, String holder) {}

    private final Map<String, Known> byId = new LinkedHashMap<>();
    private final ImportedNames names;

    /** Begins with the imports that a session begins with, which JShell has not seen yet. */
    Declarations(List<String> imports) {
        names = new ImportedNames(imports);
        imports.forEach(text ->
                byId.put(text, new Known(new Declaration(Declaration.Kind.IMPORT, text, text), null, "")));
    }

    /** Follows what a session declares from now on. */
    void follow(JShell shell) {
        shell.onSnippetEvent(event -> take(event, shell));
    }

    private synchronized void take(SnippetEvent event, JShell shell) {
        Snippet snippet = event.snippet();
        Status status = event.status();
        // what is declared anew has the id of what it replaces, whose end is told after its beginning
        byId.computeIfPresent(snippet.id(), (id, known) -> snippet.equals(known.snippet) ? null : known);
        if (Dropped.is(snippet)
                || (status != Status.VALID
                        && status != Status.RECOVERABLE_DEFINED
                        && status != Status.RECOVERABLE_NOT_DEFINED)) {
            return;
        }
        of(snippet).ifPresent(declaration -> {
            byId.remove(declaration.source()); // an import that the session began with
            byId.remove(snippet.id());
            byId.put(
                    snippet.id(),
                    new Known(
                            declaration,
                            snippet,
                            shell.sourceCodeAnalysis().wrapper(snippet).fullClassName()));
        });
    }

    private Optional<Declaration> of(Snippet snippet) {
        if (snippet instanceof ImportSnippet) {
            String source = snippet.source().strip();
            return Optional.of(new Declaration(Declaration.Kind.IMPORT, source, source));
        }
        if (snippet instanceof VarSnippet variable) {
            if (Results.isName(variable.name())) {
                return Optional.empty(); // told where it is named
            }
            return Optional.of(new Declaration(
                    Declaration.Kind.VARIABLE, variable.name(), denotable(typeOf(variable)) + " " + variable.name()));
        }
        if (snippet instanceof MethodSnippet method) {
            return Optional.of(new Declaration(
                    Declaration.Kind.METHOD, method.name(), method.source().strip()));
        }
        if (snippet instanceof TypeDeclSnippet type) {
            return Optional.of(new Declaration(
                    Declaration.Kind.TYPE, type.name(), type.source().strip()));
        }
        return Optional.empty();
    }

    /** The type of a variable by the names that a cell would use. */
    synchronized String typeOf(VarSnippet variable) {
        return names.shortened(variable.typeName(), this::declaresType);
    }

    private boolean declaresType(String name) {
        return byId.values().stream()
                .map(Known::declaration)
                .anyMatch(declaration -> declaration.kind() == Declaration.Kind.TYPE
                        && declaration.name().equals(name));
    }

    /** A type that source can name, in place of one that it can not. */
    private static String denotable(String type) {
        return type.contains("<anonymous") || type.contains("&") || type.contains("capture#") ? "Object" : type;
    }

    synchronized List<Declaration> all() {
        return byId.values().stream().map(Known::declaration).toList();
    }

    /** The class that holds a variable as a static field. */
    synchronized Optional<String> classOf(String variable) {
        return byId.values().stream()
                .filter(known -> known.declaration.kind() == Declaration.Kind.VARIABLE
                        && known.declaration.name().equals(variable))
                .map(Known::holder)
                .findFirst();
    }
}
