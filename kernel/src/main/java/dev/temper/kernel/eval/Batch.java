package dev.temper.kernel.eval;

import dev.temper.kernel.eval.SourceParts.Piece;
import dev.temper.kernel.eval.stop.CellStopped;
import dev.temper.kernel.eval.stop.StopCheck;
import dev.temper.kernel.source.Token;
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
 * Runs statements and expressions that follow each other as one lambda, the value of a variable. JShell compiles a
 * variable of a given type twice, but a statement three times and an expression four times, each by itself. The
 * variable is dropped before the lambda runs: JShell imports all that is declared into each snippet, which would make
 * each cell slower than the one before. (A class would do as well, but once one is dropped, JShell 25 fails to explain
 * anything.)
 */
final class Batch {
    /** The local variable that holds the value. */
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
        control.clear();
        Snippet declared = shell.eval(source(pieces, valued)).get(0).snippet();
        Status status = shell.status(declared);
        if (status.isActive()) {
            shell.drop(declared);
        }
        if (valued && shell.diagnostics(declared).anyMatch(diag -> NO_TYPE.equals(diag.getCode()))) {
            return run(pieces, false); // it calls a void method
        }
        String className = shell.sourceCodeAnalysis().wrapper(declared).fullClassName();
        if (control.thrown() instanceof CellStopped stopped) {
            return Optional.of(new Ran(new Outcome.Stopped(stopped.getMessage()), className));
        }
        if (status != Status.VALID || !(control.value() instanceof CellCode code)) {
            return Optional.empty();
        }
        places.add(declared, pieces.get(0).origin());
        control.run(code);
        return Optional.of(new Ran(outcome(className, valued), className));
    }

    /** Keeps each line of the pieces a line, counted from the first. */
    private String source(List<Piece> pieces, boolean valued) {
        String check = StopCheck.class.getName() + ".check(); ";
        String before = pieces.subList(0, pieces.size() - 1).stream()
                .map(piece -> piece.source() + check)
                .collect(Collectors.joining());
        Piece last = pieces.get(pieces.size() - 1);
        boolean ended = last.silenced() || last.kind() == PieceKind.STATEMENT;
        int start = Token.code(last.source()).get(0).start(); // where the compiler counts lines from
        // after an if, unlike after its block, the compiler takes what follows to be reached
        String body = valued
                ? before + last.source().substring(0, start) + "var " + VALUE + " = "
                        + last.source().substring(start) + "\n; return " + VALUE + ";"
                : "if (true) { " + before + last.source() + (ended ? "\n" : "\n;") + " } return null;";
        return CellCode.class.getName() + " cell$" + ++count + " = () -> { " + body + " };";
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
