package dev.temper.kernel.magic;

import java.util.List;

/**
 * Something that {@code %config} sets for the time that the kernel lives.
 *
 * @param name the name, such as {@code shell.program}
 * @param type what its value may be
 * @param fallback the value until it is set, as it would be typed
 * @param summary one line of help
 * @param choices the words allowed, for the type {@link ValueType#CHOICE}
 */
public record Setting(String name, ValueType type, String fallback, String summary, List<String> choices) {
    /**
     * Copies the choices and checks the value until it is set.
     *
     * @param name the name
     * @param type what its value may be
     * @param fallback the value until it is set, as it would be typed
     * @param summary one line of help
     * @param choices the words allowed, for the type {@link ValueType#CHOICE}
     */
    public Setting {
        choices = List.copyOf(choices);
        if (type == ValueType.CHOICE ? !choices.contains(fallback) : type == ValueType.FLAG) {
            throw new IllegalArgumentException(name + " must have a value that is allowed, but is " + fallback);
        }
        type.parse(fallback);
    }

    /**
     * Makes a setting.
     *
     * @param name the name
     * @param type what its value may be
     * @param fallback the value until it is set, as it would be typed
     * @param summary one line of help
     * @return the setting
     */
    public static Setting of(String name, ValueType type, String fallback, String summary) {
        return new Setting(name, type, fallback, summary, List.of());
    }

    /**
     * Makes a setting that is one of a few words.
     *
     * @param name the name
     * @param summary one line of help
     * @param words the words allowed, the first of which is the value until it is set
     * @return the setting
     */
    public static Setting choice(String name, String summary, String... words) {
        return new Setting(name, ValueType.CHOICE, words[0], summary, List.of(words));
    }

    /** What a value must be, as the end of a sentence. */
    String bound() {
        return type == ValueType.CHOICE ? "one of " + String.join(", ", choices) : type.bound();
    }
}
