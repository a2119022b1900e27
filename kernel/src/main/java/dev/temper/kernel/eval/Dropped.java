package dev.temper.kernel.eval;

import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;

/**
 * Drops what was declared. Once a type has been dropped, and until it is declared anew, JShell 25 finds no type of a
 * {@code var}, and explains nothing: it looks for the snippet of every type there ever was. So a type is not dropped, but
 * replaced by one that cannot be compiled, and therefore cannot be named by anything that follows.
 */
final class Dropped {
    private static final String MISSING = "Dropped$";

    private Dropped() {}

    /** Drops a declaration. */
    static void drop(JShell shell, Snippet snippet) {
        if (snippet instanceof TypeDeclSnippet type) {
            shell.eval("class " + type.name() + " extends " + MISSING + " {}");
        } else {
            shell.drop(snippet);
        }
    }

    /** Whether it stands in the place of a type that was dropped. */
    static boolean is(Snippet snippet) {
        return snippet instanceof TypeDeclSnippet type && type.source().endsWith(" extends " + MISSING + " {}");
    }
}
