package dev.temper.kernel.eval;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;

/**
 * Cells of usual shapes that are run before the user asks for the first one, so that the code of the compiler has been
 * loaded and has run when that comes. They leave nothing behind.
 */
final class WarmUp {
    private static final int ROUNDS = 3;

    /**
     * Each is small, since what the user asks for waits for the end of the one that runs. None declares a class: when
     * one has been dropped, JShell 25 fails to explain anything.
     */
    private static final List<String> SHAPES = List.of(
            "1 + 1",
            "int warm$ = 10; warm$ + 1",
            "java.util.List<Integer> warm$ = new java.util.ArrayList<>();\n"
                    + "for (int i = 0; i < 10; i++) warm$.add(i * i);",
            "java.util.stream.IntStream.range(0, 9).mapToObj(i -> \"\" + i).toList()",
            "String warm$(String name) { return \"Hello, \" + name; } warm$(\"you\")",
            "var warm$ = java.util.Map.of(\"a\", 1.5);");

    private WarmUp() {}

    static List<String> cells() {
        return Collections.nCopies(ROUNDS, SHAPES).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Drops what the cells declared. */
    static void clear(JShell shell) {
        Stream<Snippet> declared = shell.snippets()
                .filter(snippet -> snippet instanceof DeclarationSnippet named
                        && named.name().equals("warm$"))
                .filter(snippet -> shell.status(snippet).isActive());
        declared.toList().forEach(shell::drop);
    }
}
