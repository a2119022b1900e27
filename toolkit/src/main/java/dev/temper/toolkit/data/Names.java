package dev.temper.toolkit.data;

import java.util.regex.Pattern;

/** The rule for names that become folder names, table entries and chart labels. */
public final class Names {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_-]{0,39}");

    private Names() {}

    /**
     * Tells whether a text may name a source, a domain or a study.
     *
     * @param name the text
     * @return true for a letter followed by at most 39 letters, digits, hyphens or underscores
     */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Returns the name if it is one.
     *
     * @param what what is named, for the message
     * @param name the text
     * @return the same text
     * @throws IllegalArgumentException if it is no name
     */
    public static String require(String what, String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException(what
                    + " must be a letter followed by at most 39 letters, digits, '-' or '_', but is '" + name + "'");
        }
        return name;
    }
}
