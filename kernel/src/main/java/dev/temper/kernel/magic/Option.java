package dev.temper.kernel.magic;

import java.util.List;

/**
 * A word of the command line that is known by its name: {@code --name value}, {@code --name=value}, or {@code --name}
 * for a flag.
 *
 * @param name the name, without dashes
 * @param alias one letter that stands for it after a single dash, or empty for none
 * @param type what its value may be
 * @param summary one line of help
 * @param fallback the value taken when the option is not given, as it would be typed, or empty for none
 * @param choices the words allowed, for the type {@link ValueType#CHOICE}
 */
public record Option(String name, String alias, ValueType type, String summary, String fallback, List<String> choices) {
    /**
     * Checks the parts and copies the choices.
     *
     * @param name the name, without dashes
     * @param alias one letter that stands for it after a single dash, or empty for none
     * @param type what its value may be
     * @param summary one line of help
     * @param fallback the value taken when the option is not given, as it would be typed, or empty for none
     * @param choices the words allowed, for the type {@link ValueType#CHOICE}
     */
    public Option {
        choices = List.copyOf(choices);
        if (name.isEmpty() || name.startsWith("-")) {
            throw new IllegalArgumentException("name must be given without dashes, but is " + name);
        }
        if (alias.length() > 1) {
            throw new IllegalArgumentException("alias must be one letter, but is " + alias);
        }
    }

    /**
     * Makes an option that takes a value.
     *
     * @param name the name, without dashes
     * @param type what its value may be
     * @param summary one line of help
     * @return the option
     */
    public static Option of(String name, ValueType type, String summary) {
        return new Option(name, "", type, summary, "", List.of());
    }

    /**
     * Makes an option that takes one of a few words.
     *
     * @param name the name, without dashes
     * @param summary one line of help
     * @param words the words allowed
     * @return the option
     */
    public static Option choice(String name, String summary, String... words) {
        return new Option(name, "", ValueType.CHOICE, summary, "", List.of(words));
    }

    /**
     * Makes an option that takes no value.
     *
     * @param name the name, without dashes
     * @param summary one line of help
     * @return the option
     */
    public static Option flag(String name, String summary) {
        return of(name, ValueType.FLAG, summary);
    }

    /**
     * Gives this option a short name.
     *
     * @param letter the letter
     * @return a new option
     */
    public Option alias(String letter) {
        return new Option(name, letter, type, summary, fallback, choices);
    }

    /**
     * Gives this option a value for when it is not typed.
     *
     * @param value the value, as it would be typed
     * @return a new option
     */
    public Option fallback(String value) {
        return new Option(name, alias, type, summary, value, choices);
    }

    /** How this option is typed, such as {@code --at TOKENS}. */
    String synopsis() {
        String value = type == ValueType.CHOICE ? String.join("|", choices) : type.placeholder();
        return "--" + name + (value.isEmpty() ? "" : " " + value);
    }
}
