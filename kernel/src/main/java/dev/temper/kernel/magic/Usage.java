package dev.temper.kernel.magic;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What may be typed after a magic's name, and what it does.
 *
 * @param name the name, without percent signs
 * @param summary one sentence on what it does
 * @param kinds the ways to call it
 * @param arguments the words known by their place, in order
 * @param options the words known by their name
 * @param examples whole command lines that work
 */
public record Usage(
        String name,
        String summary,
        Set<Kind> kinds,
        List<Argument> arguments,
        List<Option> options,
        List<String> examples) {
    /**
     * Copies the collections and checks that the arguments can be told apart.
     *
     * @param name the name, without percent signs
     * @param summary one sentence on what it does
     * @param kinds the ways to call it
     * @param arguments the words known by their place, in order
     * @param options the words known by their name
     * @param examples whole command lines that work
     */
    public Usage {
        kinds = Set.copyOf(kinds);
        arguments = List.copyOf(arguments);
        options = List.copyOf(options);
        examples = List.copyOf(examples);
        for (int i = 1; i < arguments.size(); i++) {
            Argument before = arguments.get(i - 1);
            if (before.arity() == Argument.Arity.REPEATED
                    || before.arity() == Argument.Arity.REST
                    || (before.arity() == Argument.Arity.OPTIONAL
                            && arguments.get(i).arity() == Argument.Arity.REQUIRED)) {
                throw new IllegalArgumentException("argument " + before.name() + " of " + name
                        + " must stand after those that are always given, but is followed by "
                        + arguments.get(i).name());
            }
        }
    }

    /**
     * Starts the usage of a line magic.
     *
     * @param name the name, without the percent sign
     * @param summary one sentence on what it does
     * @return a usage without arguments
     */
    public static Usage line(String name, String summary) {
        return new Usage(name, summary, EnumSet.of(Kind.LINE), List.of(), List.of(), List.of());
    }

    /**
     * Starts the usage of a cell magic.
     *
     * @param name the name, without the percent signs
     * @param summary one sentence on what it does
     * @return a usage without arguments
     */
    public static Usage cell(String name, String summary) {
        return new Usage(name, summary, EnumSet.of(Kind.CELL), List.of(), List.of(), List.of());
    }

    /**
     * Starts the usage of a magic that can be called either way.
     *
     * @param name the name, without percent signs
     * @param summary one sentence on what it does
     * @return a usage without arguments
     */
    public static Usage lineOrCell(String name, String summary) {
        return new Usage(name, summary, EnumSet.allOf(Kind.class), List.of(), List.of(), List.of());
    }

    /**
     * Adds an argument after those there are.
     *
     * @param argument the argument
     * @return a new usage
     */
    public Usage with(Argument argument) {
        return new Usage(name, summary, kinds, added(arguments, argument), options, examples);
    }

    /**
     * Adds an option.
     *
     * @param option the option
     * @return a new usage
     */
    public Usage with(Option option) {
        return new Usage(name, summary, kinds, arguments, added(options, option), examples);
    }

    /**
     * Adds an example.
     *
     * @param commandLine a whole command line that works
     * @return a new usage
     */
    public Usage example(String commandLine) {
        return new Usage(name, summary, kinds, arguments, options, added(examples, commandLine));
    }

    /**
     * Returns the name as it is typed.
     *
     * @return with one percent sign, or with two when it is a cell magic only
     */
    public String typed() {
        return (kinds.contains(Kind.LINE) ? Kind.LINE : Kind.CELL).sign() + name;
    }

    /**
     * Tells whether Java is typed on the line. Then nothing on it is replaced by the values of variables.
     *
     * @return whether an argument is of the type {@link ValueType#JAVA}
     */
    public boolean takesJava() {
        return arguments.stream().anyMatch(argument -> argument.type() == ValueType.JAVA);
    }

    /** The argument that takes all that is left of the line. */
    Optional<Argument> rest() {
        return arguments.stream()
                .filter(argument -> argument.arity() == Argument.Arity.REST)
                .findFirst();
    }

    /**
     * Writes the help of the magic.
     *
     * @return what it does, how it is typed, each argument and option, and examples
     */
    public String help() {
        return new HelpText(this).toString();
    }

    private static <E> List<E> added(List<E> list, E element) {
        List<E> more = new ArrayList<>(list);
        more.add(element);
        return more;
    }
}
