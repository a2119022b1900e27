package dev.temper.kernel.eval;

import dev.temper.kernel.eval.SourceParts.Piece;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/**
 * Compiles source without running it, to find the errors of what is not run because something before it is wrong.
 * Declarations are compiled within a block, so that they change nothing.
 */
final class DryCheck {
    private static final Pattern MISSING = Pattern.compile("symbol:\\s+\\w+ ([\\w$]+)");
    private static final Set<String> OF_THE_BLOCK = Set.of(
            Batch.NO_TYPE,
            "compiler.err.not.stmt",
            "compiler.err.mod.not.allowed.here",
            "compiler.err.illegal.start.of.expr");

    private final JShell shell;
    private final LiveControl control;

    DryCheck(JShell shell, LiveControl control) {
        this.shell = shell;
        this.control = control;
    }

    /** The errors of a piece that cannot be parsed. */
    List<CompileError> malformed(Piece piece) {
        return diagnostics(piece.source())
                .map(diag -> CompileError.of(diag, piece.source(), piece.origin(), 0))
                .toList();
    }

    /** The errors of all pieces but the first, which was rejected, save those that only say what it should declare. */
    List<CompileError> rest(List<Piece> pieces) {
        Set<String> undeclared = new HashSet<>();
        List<CompileError> errors = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            List<Snippet> snippets = shell.sourceCodeAnalysis().sourceToSnippets(piece.source());
            if (i > 0 && !snippets.isEmpty()) {
                errors.addAll(errors(piece, snippets.get(0).kind(), undeclared));
            }
            snippets.stream()
                    .filter(DeclarationSnippet.class::isInstance)
                    .map(snippet -> ((DeclarationSnippet) snippet).name())
                    .forEach(undeclared::add);
        }
        return errors;
    }

    private List<CompileError> errors(Piece piece, Snippet.Kind kind, Set<String> undeclared) {
        String source = piece.source();
        String before = switch (piece.kind()) {
            case EXPRESSION -> "{ var check$ = ";
            case STATEMENT, ASSIGNMENT -> "{ ";
            case OTHER ->
                switch (kind) {
                    case METHOD -> "{ class Check$ { ";
                    case TYPE_DECL, VAR, STATEMENT, EXPRESSION -> "{ ";
                    case IMPORT, ERRONEOUS -> "";
                };
        };
        if (before.isEmpty()) {
            return List.of();
        }
        boolean unended =
                (piece.kind() == PieceKind.EXPRESSION || piece.kind() == PieceKind.ASSIGNMENT) && !piece.silenced();
        String after = (unended ? "\n;" : "\n") + (before.contains("class") ? "} }" : "}");
        return diagnostics(before + source + after)
                .filter(diag -> !OF_THE_BLOCK.contains(diag.getCode()))
                .filter(diag -> !isMissing(diag, undeclared))
                .map(diag -> CompileError.of(diag, source, piece.origin(), before.length()))
                .toList();
    }

    private static boolean isMissing(Diag diag, Set<String> undeclared) {
        Matcher missing = MISSING.matcher(diag.getMessage(Locale.ENGLISH));
        return missing.find() && undeclared.contains(missing.group(1));
    }

    private Stream<Diag> diagnostics(String source) {
        control.setDry(true);
        try {
            return shell.eval(source).stream()
                    .map(SnippetEvent::snippet)
                    .flatMap(shell::diagnostics)
                    .filter(Diag::isError)
                    .toList()
                    .stream();
        } finally {
            control.setDry(false);
        }
    }
}
