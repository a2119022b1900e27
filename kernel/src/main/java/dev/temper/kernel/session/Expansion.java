package dev.temper.kernel.session;

import dev.temper.kernel.eval.JavaSession;
import dev.temper.kernel.eval.JavaSyntax;
import dev.temper.kernel.eval.Origin;
import dev.temper.kernel.eval.Outcome;
import dev.temper.kernel.magic.MagicException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the values of Java into the line of a magic.
 *
 * <ul>
 *   <li>{@code $name} and <code>${name}</code> become the value of the variable. When there is none of that name they
 *       stay as they are, for the shell.
 *   <li><code>{expression}</code> becomes the value of the expression. What cannot be read as one expression stays as it
 *       is, such as <code>{a: 1}</code> and <code>{}</code>, and so does a number, as in <code>[0-9]{3}</code>. One that can be read but not compiled or run is a fault.
 *   <li><code>{{text}}</code> and {@code $$} stand for <code>{text}</code> and {@code $} themselves.
 * </ul>
 */
final class Expansion {
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{([A-Za-z_]\\w*)}|([A-Za-z_]\\w*))");

    private static final Pattern NUMBER = Pattern.compile("[\\d.,\\s]+");

    private final JavaSession java;

    Expansion(JavaSession java) {
        this.java = java;
    }

    /**
     * Expands a line.
     *
     * @throws MagicException when an expression has no value
     */
    String of(String line, Origin origin) {
        StringBuilder expanded = new StringBuilder();
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (c == '$') {
                i = dollar(line, i, expanded);
            } else if (c == '{') {
                i = brace(line, i, origin, expanded);
            } else {
                expanded.append(c);
                i++;
            }
        }
        return expanded.toString();
    }

    private int dollar(String line, int at, StringBuilder expanded) {
        if (line.startsWith("$$", at)) {
            expanded.append('$');
            return at + 2;
        }
        Matcher variable = VARIABLE.matcher(line).region(at, line.length());
        if (!variable.lookingAt()) {
            expanded.append('$');
            return line.startsWith("${", at) ? copied(line, at + 1, expanded) : at + 1;
        }
        String name = Objects.requireNonNullElse(variable.group(1), variable.group(2));
        Optional<Object> value = java.variable(name);
        expanded.append(value.map(String::valueOf).orElseGet(variable::group));
        return variable.end();
    }

    /** Copies a brace, for what begins with a dollar is the shell's to read. */
    private static int copied(String line, int at, StringBuilder expanded) {
        expanded.append(line.charAt(at));
        return at + 1;
    }

    private int brace(String line, int at, Origin origin, StringBuilder expanded) {
        int escaped = line.startsWith("{{", at) ? line.indexOf("}}", at) : -1;
        if (escaped >= 0) {
            expanded.append(line, at + 1, escaped + 1);
            return escaped + 2;
        }
        int end = closing(line, at);
        String inner = end < 0 ? "" : line.substring(at + 1, end);
        if (inner.isBlank() || NUMBER.matcher(inner).matches() || !JavaSyntax.isExpression(inner)) {
            return copied(line, at, expanded);
        }
        expanded.append(value(inner, origin));
        return end + 1;
    }

    private static int closing(String line, int at) {
        int open = 0;
        for (int i = at; i < line.length(); i++) {
            open += line.charAt(i) == '{' ? 1 : line.charAt(i) == '}' ? -1 : 0;
            if (open == 0) {
                return i;
            }
        }
        return -1;
    }

    private Object value(String expression, Origin origin) {
        Outcome outcome = java.run(Expanded.class.getName() + ".set(" + expression + ");", origin);
        if (outcome instanceof Outcome.Done) {
            return Expanded.take();
        }
        String why = "it was interrupted.";
        if (outcome instanceof Outcome.Rejected rejected) {
            why = rejected.errors().get(0).message();
        } else if (outcome instanceof Outcome.Thrown thrown) {
            why = thrown.thrown().toString();
        }
        throw new MagicException(origin.place() + ": {" + expression
                + "} must be an expression of Java that has a value, but: " + why
                + "\nFor the braces themselves write {{"
                + expression + "}}.");
    }
}
