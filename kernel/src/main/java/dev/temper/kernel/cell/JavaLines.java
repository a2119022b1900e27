package dev.temper.kernel.cell;

/** Follows Java line by line, as far as is needed to know where a statement can begin. */
final class JavaLines {
    private enum Within {
        CODE,
        COMMENT,
        TEXT_BLOCK
    }

    private Within within = Within.CODE;
    private int open;
    private char last = ';';

    /** What a line can begin with. */
    enum Position {
        /** A statement, since the one before has ended. */
        STATEMENT,
        /** A statement, or what goes on with the expression before. */
        AFTER_EXPRESSION,
        /** What goes on with a comment, a text block, what is in brackets, or an unfinished statement. */
        WITHIN
    }

    /** What the next line can begin with. */
    Position position() {
        if (within != Within.CODE || open > 0) {
            return Position.WITHIN;
        }
        if (last == ';' || last == '}') {
            return Position.STATEMENT;
        }
        boolean ends = Character.isJavaIdentifierPart(last) || ")]\"'".indexOf(last) >= 0;
        return ends ? Position.AFTER_EXPRESSION : Position.WITHIN;
    }

    /** Whether the next line begins in a comment or a text block. */
    boolean isInText() {
        return within != Within.CODE;
    }

    /** Forgets what was read: a statement begins. */
    void startAnew() {
        last = ';';
        open = 0;
    }

    void read(String line) {
        int i = 0;
        while (i < line.length()) {
            i = switch (within) {
                case COMMENT -> leave(line, i, "*/");
                case TEXT_BLOCK -> leave(line, i, "\"\"\"");
                case CODE -> code(line, i);
            };
        }
    }

    private int leave(String line, int from, String end) {
        for (int i = from; i < line.length(); i++) {
            if (within == Within.TEXT_BLOCK && line.charAt(i) == '\\') {
                i++;
            } else if (line.startsWith(end, i)) {
                within = Within.CODE;
                return i + end.length();
            }
        }
        return line.length();
    }

    private int code(String line, int i) {
        if (line.startsWith("//", i)) {
            return line.length();
        }
        if (line.startsWith("/*", i)) {
            within = Within.COMMENT;
            return i + 2;
        }
        char c = line.charAt(i);
        if (line.startsWith("\"\"\"", i)) {
            within = Within.TEXT_BLOCK;
            last = c;
            return i + 3;
        }
        if (c == '"' || c == '\'') {
            last = c;
            return afterLiteral(line, i);
        }
        if ("([{".indexOf(c) >= 0) {
            open++;
        } else if (")]}".indexOf(c) >= 0) {
            open--;
        }
        if (!Character.isWhitespace(c)) {
            last = c;
        }
        return i + 1;
    }

    private static int afterLiteral(String line, int start) {
        char quote = line.charAt(start);
        for (int i = start + 1; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == quote) {
                return i + 1;
            }
        }
        return line.length();
    }
}
