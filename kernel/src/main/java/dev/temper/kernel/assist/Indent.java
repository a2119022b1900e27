package dev.temper.kernel.assist;

import dev.temper.kernel.source.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Tells how far the next line of a cell should be indented. */
public final class Indent {
    private static final String STEP = "    ";

    private Indent() {}

    /**
     * Finds the white space that the line after some source should begin with.
     *
     * @param source the source, which goes on after its last line
     * @return one step more than the last line when that opens a bracket or breaks off in mid-statement, else the same
     */
    public static String after(String source) {
        Deque<Token> open = new ArrayDeque<>();
        List<Token> tokens = Token.of(source);
        for (Token token : tokens) {
            if (token.opens()) {
                open.push(token);
            } else if (token.closes() && !open.isEmpty()) {
                open.pop();
            }
        }
        String last = source.substring(lineStart(source, source.length()));
        String same = indent(last);
        if (tokens.isEmpty() || tokens.get(tokens.size() - 1).open()) {
            return same; // within a comment or a text
        }
        if (!open.isEmpty()) {
            return open.peek().start() >= source.length() - last.length() ? same + STEP : same;
        }
        boolean ended = last.isBlank()
                || last.stripTrailing().endsWith(";")
                || last.stripTrailing().endsWith("}");
        boolean annotation = last.strip().startsWith("@");
        return ended || annotation ? same : same + STEP;
    }

    private static int lineStart(String source, int at) {
        return source.lastIndexOf('\n', at - 1) + 1;
    }

    private static String indent(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }
}
