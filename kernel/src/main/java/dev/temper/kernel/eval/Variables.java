package dev.temper.kernel.eval;

import dev.temper.kernel.eval.JavaSession.Variable;
import dev.temper.kernel.eval.stop.CellStopped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/** Reads, lists and sets the variables of a session. */
final class Variables {
    private final JShell shell;
    private final LiveControl control;
    private final Declarations declarations;

    Variables(JShell shell, LiveControl control, Declarations declarations) {
        this.shell = shell;
        this.control = control;
        this.declarations = declarations;
    }

    /** Those that can be used now, in the order of their definition, without the values of earlier cells. */
    List<Variable> all() {
        return usable().filter(snippet -> !Results.isName(snippet.name()))
                .map(snippet -> new Variable(snippet.name(), declarations.typeOf(snippet), value(snippet)))
                .toList();
    }

    Optional<Object> value(String name) {
        return named(name).map(this::value);
    }

    Optional<String> typeOf(String name) {
        return named(name).map(declarations::typeOf);
    }

    private Stream<VarSnippet> usable() {
        return shell.variables().filter(snippet -> shell.status(snippet) == Snippet.Status.VALID);
    }

    private Optional<VarSnippet> named(String name) {
        return usable().filter(snippet -> snippet.name().equals(name)).findFirst();
    }

    private @Nullable Object value(VarSnippet variable) {
        control.clear();
        shell.varValue(variable);
        return control.value();
    }

    /**
     * Declares a variable, or sets the one there is when no type is given.
     *
     * @param run runs source
     * @throws IllegalArgumentException when the source {@code type name = value} is not valid
     */
    void bind(String name, String type, @Nullable Object value, Function<String, Outcome> run) {
        if (!SourceVersion.isName(name)) {
            throw new IllegalArgumentException("name must be a name of Java, but is " + name);
        }
        String cast = type.isEmpty()
                ? typeOf(name)
                        .orElseThrow(() ->
                                new IllegalArgumentException(name + " must be declared, but is not: write var " + name))
                : type;
        Outcome outcome = run.apply(type + " " + name + " = " + Handover.leave(cast, value) + ";");
        if (outcome instanceof Outcome.Rejected rejected) {
            throw new IllegalArgumentException(name + " must be declared as " + cast + ", but: "
                    + rejected.errors().get(0).message());
        }
        if (outcome instanceof Outcome.Thrown thrown) {
            throw new IllegalArgumentException(
                    name + " must hold a " + cast + ", but: " + thrown.thrown().getMessage(), thrown.thrown());
        }
        if (outcome instanceof Outcome.Stopped stopped) {
            throw new CellStopped(stopped.message());
        }
    }

    /** Forgets all that was declared, but no import. */
    void reset() {
        List<Snippet> declared = shell.snippets()
                .filter(snippet -> snippet.kind() != Snippet.Kind.IMPORT)
                .filter(snippet -> shell.status(snippet).isActive())
                .filter(snippet -> !Dropped.is(snippet))
                .sorted(Comparator.comparing(snippet -> snippet.kind() == Snippet.Kind.TYPE_DECL)) // used by the rest
                .toList();
        declared.forEach(snippet -> Dropped.drop(shell, snippet));
    }
}
