package dev.temper.kernel.eval;

import dev.temper.kernel.eval.SourceParts.Piece;
import dev.temper.kernel.eval.stop.CellStopped;
import dev.temper.kernel.eval.stop.UserThread;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import org.jspecify.annotations.Nullable;

/** Runs source: declarations piece by piece, what stands between them together where that compiles. */
final class Runner {
    private static final String PUBLIC = "public ";
    private static final Pattern ACCESS = Pattern.compile("(?:public|protected|private)\\b");

    private final JShell shell;
    private final LiveControl control;
    private final UserThread thread;
    private final SnippetPlaces places;
    private final Results results;
    private final Variables variables;
    private final Batch batch;

    Runner(
            JShell shell,
            LiveControl control,
            UserThread thread,
            SnippetPlaces places,
            Results results,
            Variables variables) {
        this.shell = shell;
        this.control = control;
        this.thread = thread;
        this.places = places;
        this.results = results;
        this.variables = variables;
        this.batch = new Batch(shell, control, places);
    }

    /** Declares those values of earlier cells that source names. */
    void recall(String source) {
        results.named(source).forEach((name, kept) -> {
            boolean isDeclared =
                    shell.variables().anyMatch(snippet -> snippet.name().equals(name));
            if (!isDeclared) {
                String type = kept.type().get();
                shell.eval(type + " " + name + " = " + Handover.leave(type, kept.value()) + ";");
            }
        });
    }

    Outcome run(String source, Origin origin) {
        recall(source);
        List<Piece> pieces = SourceParts.of(source, origin, shell.sourceCodeAnalysis());
        if (Parameters.isCell(source)) {
            pieces = pieces.stream()
                    .map(piece -> Parameters.keepType(piece, variables::typeOf))
                    .toList();
        }
        if (pieces.size() > 1 && !pieces.get(pieces.size() - 1).wellFormed()) {
            List<CompileError> errors = new DryCheck(shell, control).malformed(pieces.get(pieces.size() - 1));
            if (!errors.isEmpty()) {
                return new Outcome.Rejected(errors);
            }
        }
        Set<DeclarationSnippet> declared = new LinkedHashSet<>();
        Outcome outcome = new Outcome.Done(List.of());
        int next = 0;
        while (next < pieces.size() && isGood(outcome)) {
            int end = endOfBatch(pieces, next);
            Optional<Outcome> together = end > next ? together(pieces, next, end) : Optional.empty();
            outcome = together.isPresent() ? together.get() : oneByOne(pieces, next, Math.max(end, next + 1), declared);
            next = Math.max(end, next + 1);
        }
        List<String> notes = declared.stream()
                .flatMap(snippet -> Missing.notes(shell, snippet))
                .toList();
        return notes.isEmpty() || !(outcome instanceof Outcome.Done) ? outcome : new Outcome.Done(notes);
    }

    private static boolean isGood(Outcome outcome) {
        return outcome instanceof Outcome.Done || outcome instanceof Outcome.Value;
    }

    private static int endOfBatch(List<Piece> pieces, int from) {
        int end = from;
        while (end < pieces.size() && pieces.get(end).kind() != PieceKind.OTHER) {
            end++;
        }
        return end;
    }

    private Optional<Outcome> together(List<Piece> pieces, int from, int end) {
        if (thread.stopAsked()) {
            return Optional.of(new Outcome.Stopped(new CellStopped().getMessage()));
        }
        Piece last = pieces.get(end - 1);
        boolean valued = end == pieces.size() && !last.silenced() && last.kind() == PieceKind.EXPRESSION;
        Optional<Batch.Ran> ran = batch.run(pieces.subList(from, end), valued);
        ran.ifPresent(it -> tellType(control.value(), it.className()));
        return ran.map(Batch.Ran::outcome);
    }

    private void tellType(@Nullable Object value, String className) {
        results.isOf(value, () -> control.typeOf(className, Batch.VALUE).orElseGet(() -> Results.typeOf(value)));
    }

    private Outcome oneByOne(List<Piece> pieces, int from, int end, Set<DeclarationSnippet> declared) {
        Outcome outcome = new Outcome.Done(List.of());
        for (int i = from; i < end && isGood(outcome); i++) {
            outcome = run(pieces.get(i), declared);
            if (outcome instanceof Outcome.Rejected rejected) {
                List<CompileError> all = new ArrayList<>(rejected.errors());
                all.addAll(new DryCheck(shell, control).rest(pieces.subList(i, pieces.size())));
                outcome = new Outcome.Rejected(all);
            }
        }
        return outcome;
    }

    private Outcome run(Piece piece, Set<DeclarationSnippet> declared) {
        if (thread.stopAsked()) {
            return new Outcome.Stopped(new CellStopped().getMessage());
        }
        control.clear();
        List<SnippetEvent> events = evaluate(piece.source());
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
            if (event.exception() instanceof UnresolvedReferenceException unresolved) {
                errors.add(new CompileError(
                        piece.origin().place(leadingLines(piece.source())),
                        Missing.notes(shell, unresolved.getSnippet()).collect(Collectors.joining("; ")),
                        "",
                        0,
                        1));
            }
            if (!piece.silenced() && hasValue(snippet)) {
                outcome = new Outcome.Value(control.value());
            }
            if (snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                    && event.status().isActive()) {
                String type = ((VarSnippet) snippet).typeName();
                results.isOf(control.value(), () -> type);
                shell.drop(snippet);
            } else if (snippet instanceof DeclarationSnippet declaration) {
                declared.add(declaration);
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

    /**
     * JShell makes a record public, which then wants its constructor to be public; people write it without. It is made
     * public where the compiler says so.
     */
    private List<SnippetEvent> evaluate(String source) {
        List<SnippetEvent> events = shell.eval(source);
        Optional<Diag> tooPrivate = events.stream()
                .filter(event -> event.status() == Status.REJECTED)
                .flatMap(event -> shell.diagnostics(event.snippet()))
                .filter(diag -> diag.getCode().equals("compiler.err.invalid.canonical.constructor.in.record"))
                .filter(diag -> !ACCESS.matcher(source)
                        .region((int) diag.getStartPosition(), source.length())
                        .lookingAt())
                .findFirst();
        if (tooPrivate.isEmpty()) {
            return events;
        }
        int start = (int) tooPrivate.get().getStartPosition();
        return evaluate(source.substring(0, start) + PUBLIC + source.substring(start));
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
}
