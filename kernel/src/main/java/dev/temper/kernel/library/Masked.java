package dev.temper.kernel.library;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text in which the credentials of addresses cannot be read. */
final class Masked {
    private static final Pattern CREDENTIALS = Pattern.compile("(://)[^/\\s]+@");

    private Masked() {}

    /** Returns a message as it may be shown; empty for none. */
    static String text(@Nullable String message) {
        return message == null ? "" : CREDENTIALS.matcher(message).replaceAll("$1***@");
    }
}
