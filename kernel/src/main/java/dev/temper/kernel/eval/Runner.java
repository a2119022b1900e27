package dev.temper.kernel.eval;

import dev.temper.kernel.eval.SourceParts.Piece;
import dev.temper.kernel.eval.stop.CellStopped;
import dev.temper.kernel.eval.stop.UserThread;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;

/** Runs source, piece by piece. */
final class Runner {
    private final JShell shell;
    private final LiveControl control;
    private final UserThread thread;
    private final SnippetPlaces places;

    Runner(JShell shell, LiveControl control, UserThread thread, SnippetPlaces places) {
        this.shell = shell;
        this.control = control;
        this.thread = thread;
        this.places = places;
    }

    Outcome run(String source, Origin origin) {
        List<Piece> pieces = SourceParts.of(source, origin, shell.sourceCodeAnalysis());
        if (pieces.size() > 1 && !pieces.get(pieces.size() - 1).wellFormed()) {
            List<CompileError> errors = new DryCheck(shell, control).malformed(pieces.get(pieces.size() - 1));
            if (!errors.isEmpty()) {
                return new Outcome.Rejected(errors);
            }
        }
        Set<DeclarationSnippet> declared = new LinkedHashSet<>();
        Outcome outcome = new Outcome.Done(List.of());
        for (int i = 0; i < pieces.size(); i++) {
            outcome = run(pieces.get(i), declared);
            if (outcome instanceof Outcome.Rejected rejected) {
                List<CompileError> all = new ArrayList<>(rejected.errors());
                all.addAll(new DryCheck(shell, control).rest(pieces.subList(i, pieces.size())));
                return new Outcome.Rejected(all);
            }
            if (!(outcome instanceof Outcome.Done || outcome instanceof Outcome.Value)) {
                return outcome;
            }
        }
        List<String> notes = declared.stream().flatMap(this::notes).toList();
        return notes.isEmpty() || outcome instanceof Outcome.Value ? outcome : new Outcome.Done(notes);
    }

    private Outcome run(Piece piece, Set<DeclarationSnippet> declared) {
        if (thread.stopAsked()) {
            return new Outcome.Stopped(new CellStopped().getMessage());
        }
        control.clear();
        List<SnippetEvent> events = shell.eval(piece.source());
        List<CompileError> errors = new ArrayList<>();
        Outcome outcome = new Outcome.Done(List.of());
        for (SnippetEvent event : events) {
            Snippet snippet = event.snippet();
            if (event.causeSnippet() != null) {
                places.refresh(snippet);
                continue;
            }
            if (event.status() == Status.REJECTED) {
                shell.diagnostics(snippet)
                        .filter(diag -> diag.isError())
                        .map(diag -> CompileError.of(diag, piece.source(), piece.origin(), 0))
                        .forEach(errors::add);
            } else {
                places.add(snippet, piece.origin());
            }
            if (snippet instanceof DeclarationSnippet declaration) {
                declared.add(declaration);
            }
            if (event.exception() instanceof UnresolvedReferenceException unresolved) {
                errors.add(new CompileError(
                        piece.origin().place(leadingLines(piece.source())),
                        notes(unresolved.getSnippet()).collect(Collectors.joining("; ")),
                        "",
                        0,
                        1));
            }
            if (!piece.silenced() && hasValue(snippet)) {
                outcome = new Outcome.Value(control.value());
            }
        }
        Throwable thrown = control.thrown();
        if (thrown instanceof CellStopped stopped) {
            return new Outcome.Stopped(stopped.getMessage());
        }
        if (thrown != null) {
            return new Outcome.Thrown(thrown);
        }
        return errors.isEmpty() ? outcome : new Outcome.Rejected(errors);
    }

    private static int leadingLines(String source) {
        int code = source.length() - source.stripLeading().length();
        return (int) source.substring(0, code).chars().filter(c -> c == '\n').count();
    }

    private static boolean hasValue(Snippet snippet) {
        return snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                || snippet.subKind() == SubKind.VAR_VALUE_SUBKIND
                || snippet.subKind() == SubKind.OTHER_EXPRESSION_SUBKIND;
    }

    /** What a declaration still needs, nothing when it is whole. */
    private Stream<String> notes(DeclarationSnippet declaration) {
        Status status = shell.status(declaration);
        if (status != Status.RECOVERABLE_DEFINED && status != Status.RECOVERABLE_NOT_DEFINED) {
            return Stream.empty();
        }
        String needs = shell.unresolvedDependencies(declaration).collect(Collectors.joining(", "));
        return Stream.of(declaration.name() + " cannot be used before " + needs + " is declared.");
    }
}
