package dev.temper.kernel.eval;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;

/** Tells what declarations still need before they can be used. */
final class Missing {
    private Missing() {}

    /** A line on what a declaration still needs, none when it is whole. */
    static Stream<String> notes(JShell shell, DeclarationSnippet declaration) {
        Status status = shell.status(declaration);
        if (status != Status.RECOVERABLE_DEFINED && status != Status.RECOVERABLE_NOT_DEFINED) {
            return Stream.empty();
        }
        String needs = shell.unresolvedDependencies(declaration).collect(Collectors.joining(", "));
        return Stream.of(declaration.name() + " cannot be used before " + needs + " is declared.");
    }
}
