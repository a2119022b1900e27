package dev.temper.kernel.magic;

import java.util.List;
import java.util.Locale;

/**
 * A word of the command line that is known by its place.
 *
 * @param name the name in help and messages
 * @param type what it may be
 * @param arity how many words it takes
 * @param summary one line of help
 * @param choices the words allowed, for the type {@link ValueType#CHOICE}
 */
public record Argument(String name, ValueType type, Arity arity, String summary, List<String> choices) {
    /** How many words an argument takes. */
    public enum Arity {
        /** Exactly one. */
        REQUIRED,
        /** One or none. */
        OPTIONAL,
        /** Any number; only the last argument can. */
        REPEATED,
        /** All that is left of the line as it stands, quotes and all, or nothing; only the last argument can. */
        REST
    }

    /**
     * Copies the choices.
     *
     * @param name the name in help and messages
     * @param type what it may be
     * @param arity how many words it takes
     * @param summary one line of help
     * @param choices the words allowed, for the type {@link ValueType#CHOICE}
     */
    public Argument {
        choices = List.copyOf(choices);
        if (type == ValueType.FLAG) {
            throw new IllegalArgumentException("argument " + name + " must have a value, but is a flag");
        }
    }

    /**
     * Makes an argument that must be given.
     *
     * @param name the name in help and messages
     * @param type what it may be
     * @param summary one line of help
     * @return the argument
     */
    public static Argument required(String name, ValueType type, String summary) {
        return new Argument(name, type, Arity.REQUIRED, summary, List.of());
    }

    /**
     * Makes an argument that may be left out.
     *
     * @param name the name in help and messages
     * @param type what it may be
     * @param summary one line of help
     * @return the argument
     */
    public static Argument optional(String name, ValueType type, String summary) {
        return new Argument(name, type, Arity.OPTIONAL, summary, List.of());
    }

    /**
     * Makes an argument that takes all words that are left.
     *
     * @param name the name in help and messages
     * @param type what each may be
     * @param summary one line of help
     * @return the argument
     */
    public static Argument repeated(String name, ValueType type, String summary) {
        return new Argument(name, type, Arity.REPEATED, summary, List.of());
    }

    /**
     * Makes an argument that takes all that is left of the line, as it stands. Options are looked for before it alone.
     *
     * @param name the name in help and messages
     * @param type what it may be
     * @param summary one line of help
     * @return the argument
     */
    public static Argument rest(String name, ValueType type, String summary) {
        return new Argument(name, type, Arity.REST, summary, List.of());
    }

    /**
     * Limits this argument to a few words.
     *
     * @param words the words allowed
     * @return a new argument of the type {@link ValueType#CHOICE}
     */
    public Argument oneOf(String... words) {
        return new Argument(name, ValueType.CHOICE, arity, summary, List.of(words));
    }

    /** How this argument stands in the usage line. */
    String synopsis() {
        String shown = name.toUpperCase(Locale.ROOT);
        return switch (arity) {
            case REQUIRED -> shown;
            case OPTIONAL -> "[" + shown + "]";
            case REPEATED -> "[" + shown + " ...]";
            case REST -> "[" + shown + "...]";
        };
    }
}
