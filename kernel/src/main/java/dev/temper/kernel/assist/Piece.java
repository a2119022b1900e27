package dev.temper.kernel.assist;

import dev.temper.kernel.source.Token;
import java.util.List;
import java.util.Set;

/**
 * One import, declaration, statement or expression of a cell.
 *
 * @param kind where it may stand in a class
 * @param start where it begins, with the comments before it
 * @param end where it ends
 * @param whole whether its end has been typed
 */
record Piece(Kind kind, int start, int end, boolean whole) {
    /** Where a piece may stand. */
    enum Kind {
        /** Above the class. */
        IMPORT,
        /** In the class: a method or a type. */
        MEMBER,
        /** In a method. */
        STATEMENT
    }

    private static final Set<String> MODIFIERS = Set.of(
            "public",
            "protected",
            "private",
            "static",
            "final",
            "abstract",
            "synchronized",
            "native",
            "strictfp",
            "transient",
            "volatile",
            "default",
            "sealed");
    private static final Set<String> TYPES = Set.of("class", "interface", "enum");
    private static final Set<String> BEFORE_EXPRESSIONS =
            Set.of("new", "return", "throw", "else", "case", "assert", "instanceof", "yield", "do", "package", "goto");
    private static final Set<String> VALUES = Set.of("return", "throw", "yield", "assert");

    /** What the words and signs outside of brackets make of a piece. */
    static Kind kind(List<Token> outer) {
        List<Token> head = withoutModifiers(outer);
        if (head.isEmpty()) {
            return Kind.STATEMENT;
        }
        if (head.get(0).is("import")) {
            return Kind.IMPORT;
        }
        return isType(head) || isMethod(head) ? Kind.MEMBER : Kind.STATEMENT;
    }

    /** Whether a brace that is opened after these words and signs ends the piece when it is closed. */
    static boolean endsWithBrace(List<Token> outer) {
        List<Token> head = withoutModifiers(outer);
        if (head.isEmpty() || isType(head)) {
            return true;
        }
        return !VALUES.contains(head.get(0).text())
                && head.stream().noneMatch(token -> token.is("=") || token.is("->") || token.is("new"))
                && head.stream().skip(1).noneMatch(token -> token.is("switch"));
    }

    private static boolean isType(List<Token> head) {
        Token first = head.get(0);
        return TYPES.contains(first.text())
                || (first.is("@") && head.size() > 1 && head.get(1).is("interface"))
                || (first.is("record") && head.size() > 1 && head.get(1).kind() == Token.Kind.WORD);
    }

    private static boolean isMethod(List<Token> head) {
        int open = 0;
        while (open < head.size() && !head.get(open).is("(")) {
            if (head.get(open).is("=") || head.get(open).is("->")) {
                return false;
            }
            open++;
        }
        if (open == head.size() || open < 2 || head.get(open - 1).kind() != Token.Kind.WORD) {
            return false;
        }
        Token before = head.get(open - 2);
        return before.kind() == Token.Kind.WORD
                ? !BEFORE_EXPRESSIONS.contains(before.text())
                : before.is("]")
                        || (before.is(">") && head.subList(0, open).stream().anyMatch(token -> token.is("<")));
    }

    private static List<Token> withoutModifiers(List<Token> outer) {
        int at = 0;
        while (at < outer.size()) {
            Token token = outer.get(at);
            if (token.is("@") && at + 1 < outer.size() && !outer.get(at + 1).is("interface")) {
                at += 2;
                while (at + 1 < outer.size() && outer.get(at).is(".")) {
                    at += 2;
                }
                if (at + 1 < outer.size() && outer.get(at).is("(")) {
                    at += 2;
                }
            } else if (isModifier(outer, at)) {
                at++;
            } else if (token.is("non")
                    && at + 2 < outer.size()
                    && outer.get(at + 2).is("sealed")) {
                at += 3;
            } else {
                break;
            }
        }
        return outer.subList(Math.min(at, outer.size()), outer.size());
    }

    private static boolean isModifier(List<Token> outer, int at) {
        Token token = outer.get(at);
        boolean block = token.is("synchronized")
                && at + 1 < outer.size()
                && outer.get(at + 1).is("(");
        boolean label = token.is("default")
                && at + 1 < outer.size()
                && outer.get(at + 1).is("->");
        return MODIFIERS.contains(token.text()) && token.kind() == Token.Kind.WORD && !block && !label;
    }
}
