package dev.temper.kernel.cell;

import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells of one line whether it calls a magic, and which.
 *
 * <p>Beside {@code %name}, three short forms call one: {@code !command} is {@code %sh command}, or {@code %sx command}
 * where its lines are assigned; {@code name?} and {@code ?name} are {@code %pinfo name}, and with two question marks
 * {@code %pinfo2 name}.
 */
final class CallLine {
    private static final Pattern MAGIC = Pattern.compile("\\s*%([A-Za-z_]\\w*)(?![\\w(])(.*)");
    private static final Pattern OPERATOR = Pattern.compile("(?:[+*/%&|^<>=,;:.?)\\]}]|-\\s|instanceof\\b).*");
    private static final Pattern SHELL = Pattern.compile("\\s*!(!?)(?!=)(.*)");
    private static final Pattern NEGATED = Pattern.compile("\\(.*|([A-Za-z_$][\\w$]*)(?:(?:\\.[\\w$]+)*\\(.*|(.*))");
    private static final Pattern HELP_BEFORE = Pattern.compile("\\s*(\\?{1,2})\\s*(%{0,2}[\\w$.]+)\\s*;?\\s*");
    private static final Pattern HELP_AFTER = Pattern.compile(
            "\\s*(%{0,2}(?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s?;=:\"])*(?:[\\w$)\\]>]|(?<=\")))(\\?{1,2})\\s*;?\\s*");
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "\\s*(?:(?:final\\s+)?([A-Za-z_$][\\w$.]*(?:\\s*<[^=%]*>)?(?:\\s*\\[\\s*])*)\\s+)?([A-Za-z_$][\\w$]*)\\s*=\\s*([%!])(.*)");
    private static final Pattern NAME = Pattern.compile("([A-Za-z_]\\w*)(?![\\w(])(.*)");

    private final Names names;

    CallLine(Names names) {
        this.names = names;
    }

    /**
     * Reads a line.
     *
     * @param line the line, with those joined to it that follow a backslash
     * @param number its number in the cell, counted from 1
     * @param fresh whether no Java before it could go on with it
     */
    Optional<Part> read(String line, int number, boolean fresh) {
        return help(line, number, fresh)
                .or(() -> magic(line, number, fresh))
                .or(() -> assignment(line, number))
                .or(() -> shell(line, number));
    }

    private static Optional<Part> help(String line, int number, boolean fresh) {
        Matcher before = HELP_BEFORE.matcher(line);
        if (fresh && before.matches()) {
            return Optional.of(explain(before.group(2), before.group(1), number));
        }
        Matcher after = HELP_AFTER.matcher(line);
        return after.matches() ? Optional.of(explain(after.group(1), after.group(2), number)) : Optional.empty();
    }

    private static Part explain(String what, String marks, int number) {
        return call(marks.length() == 1 ? "pinfo" : "pinfo2", what, number);
    }

    private Optional<Part> magic(String line, int number, boolean fresh) {
        Matcher magic = MAGIC.matcher(line);
        if (!magic.matches()) {
            return Optional.empty();
        }
        String rest = magic.group(2).strip();
        boolean remainder = !fresh
                && (!names.isMagic(magic.group(1)) || OPERATOR.matcher(rest).matches());
        return remainder ? Optional.empty() : Optional.of(call(magic.group(1), rest, number));
    }

    private Optional<Part> assignment(String line, int number) {
        Matcher assignment = ASSIGNMENT.matcher(line);
        if (!assignment.matches()) {
            return Optional.empty();
        }
        String type = assignment.group(1) == null ? "" : assignment.group(1);
        String given = assignment.group(4).strip();
        String variable = assignment.group(2);
        Matcher name = NAME.matcher(given);
        if (assignment.group(3).equals("%")) {
            return name.matches()
                    ? Optional.of(new Part.Assignment(
                            type,
                            variable,
                            invocation(name.group(1), name.group(2).strip().replaceFirst("\\s*;$", ""), number)
                                    .intoVariable()))
                    : Optional.empty();
        }
        boolean java = given.isEmpty()
                || given.startsWith("=")
                || given.endsWith(";")
                || Set.of("boolean", "Boolean").contains(type)
                || isNegation(given);
        return java
                ? Optional.empty()
                : Optional.of(new Part.Assignment(
                        type,
                        variable,
                        invocation("sx", given.replaceFirst("^!\\s*", ""), number)
                                .intoVariable()));
    }

    private Optional<Part> shell(String line, int number) {
        Matcher shell = SHELL.matcher(line);
        if (!shell.matches()) {
            return Optional.empty();
        }
        String command = shell.group(2).strip();
        return command.isEmpty() || isNegation(command)
                ? Optional.empty()
                : Optional.of(call(shell.group(1).isEmpty() ? "sh" : "sx", command, number));
    }

    /** Whether what stands after an exclamation mark is a call or a variable of Java. */
    private boolean isNegation(String text) {
        Matcher negated = NEGATED.matcher(text);
        if (!negated.matches()) {
            return false;
        }
        String name = negated.group(1);
        String rest = negated.group(2);
        if (name == null || rest == null) {
            return true;
        }
        boolean isAlone = rest.isBlank() || OPERATOR.matcher(rest.strip()).matches();
        return isAlone && names.isVariable(name);
    }

    private static Part call(String name, String arguments, int number) {
        return new Part.Call(invocation(name, arguments, number));
    }

    private static Invocation invocation(String name, String arguments, int number) {
        return new Invocation(Kind.LINE, name, arguments, "", number);
    }
}
