package dev.temper.kernel.eval;

import dev.temper.kernel.eval.SourceParts.Piece;
import dev.temper.kernel.eval.stop.CellStopped;
import dev.temper.kernel.eval.stop.StopCheck;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.spi.SPIResolutionException;

/**
 * Runs statements and expressions that follow each other as one method of a class of their own. JShell compiles a
 * class twice, but a statement three times and an expression four times, each by itself. The class is dropped before
 * it runs: JShell imports all that is declared into each snippet, which would make each cell slower than the one
 * before.
 */
final class Batch {
    /** Begins the names of the classes. */
    static final String CLASS = "Cell$";
    /** The method to run. */
    static final String METHOD = "run$";
    /** The variable that holds the value. */
    static final String VALUE = "value$";

    /** What the compiler says of a variable that is to hold the value of a void method, or null. */
    static final String NO_TYPE = "compiler.err.cant.infer.local.var.type";

    private final JShell shell;
    private final LiveControl control;
    private final SnippetPlaces places;
    private int count;

    /**
     * What has run.
     *
     * @param outcome how it ended
     * @param className the class, which knows the type of the value
     */
    record Ran(Outcome outcome, String className) {}

    Batch(JShell shell, LiveControl control, SnippetPlaces places) {
        this.shell = shell;
        this.control = control;
        this.places = places;
    }

    /**
     * Runs pieces none of which is of {@link PieceKind#OTHER}.
     *
     * @param valued whether the last piece is to give a value
     * @return how they ended; empty when they do not compile as a whole, and then none has run
     */
    Optional<Ran> run(List<Piece> pieces, boolean valued) {
        Snippet declared = shell.eval(source(pieces, valued)).get(0).snippet();
        Status status = shell.status(declared);
        if (valued && shell.diagnostics(declared).anyMatch(diag -> NO_TYPE.equals(diag.getCode()))) {
            return run(pieces, false); // it calls a void method
        }
        if (status.isActive()) {
            shell.drop(declared);
        }
        if (status != Status.VALID) {
            return Optional.empty();
        }
        places.add(declared, pieces.get(0).origin());
        String className = shell.sourceCodeAnalysis().wrapper(declared).fullClassName() + "$"
                + ((DeclarationSnippet) declared).name();
        control.run(className, METHOD);
        return Optional.of(new Ran(outcome(className, valued), className));
    }

    /** Keeps each line of the pieces a line, counted from the first. */
    private String source(List<Piece> pieces, boolean valued) {
        String check = StopCheck.class.getName() + ".check(); ";
        String before = pieces.subList(0, pieces.size() - 1).stream()
                .map(piece -> piece.source() + check)
                .collect(Collectors.joining());
        Piece last = pieces.get(pieces.size() - 1);
        int start = Tokens.of(last.source()).get(0).start(); // where the compiler counts lines from
        String body = valued
                ? last.source().substring(0, start) + "var " + VALUE + " = "
                        + last.source().substring(start) + "\n; return " + VALUE + ";"
                : last.source() + (last.silenced() || last.kind() == PieceKind.STATEMENT ? "\n" : "\n;");
        return "class " + CLASS + ++count + " { public static " + (valued ? "Object " : "void ") + METHOD
                + "() throws Throwable { " + before + body + " } }";
    }

    private Outcome outcome(String className, boolean valued) {
        Throwable thrown = control.thrown();
        if (thrown instanceof CellStopped stopped) {
            return new Outcome.Stopped(stopped.getMessage());
        }
        if (thrown instanceof SPIResolutionException unresolved) {
            return new Outcome.Rejected(List.of(missing(unresolved, className)));
        }
        if (thrown != null) {
            return new Outcome.Thrown(thrown);
        }
        return valued ? new Outcome.Value(control.value()) : new Outcome.Done(List.of());
    }

    private CompileError missing(SPIResolutionException unresolved, String className) {
        String message = shell.snippets()
                .filter(snippet -> snippet.id().equals(String.valueOf(unresolved.id())))
                .filter(DeclarationSnippet.class::isInstance)
                .flatMap(snippet -> Missing.notes(shell, (DeclarationSnippet) snippet))
                .collect(Collectors.joining("; "));
        String place = Arrays.stream(unresolved.getStackTrace())
                .filter(frame -> frame.getClassName().equals(className))
                .findFirst()
                .flatMap(places::place)
                .orElse("a cell");
        return new CompileError(place, message, "", 0, 1);
    }
}
