package dev.temper.kernel.assist;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The ways in which a name can fit what was typed of it, the strictest first. */
enum Matching {
    /** It begins with it. */
    PREFIX {
        @Override
        boolean fits(String name, String typed) {
            return name.startsWith(typed);
        }
    },
    /** It begins with it, whatever the case of the letters. */
    ANY_CASE {
        @Override
        boolean fits(String name, String typed) {
            return name.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT));
        }
    },
    /** Its words begin with it: {@code CHM} is ConcurrentHashMap. */
    HUMPS {
        @Override
        boolean fits(String name, String typed) {
            if (typed.isEmpty() || name.isEmpty() || name.charAt(0) != typed.charAt(0)) {
                return false;
            }
            StringBuilder pattern = new StringBuilder();
            for (int i = 0; i < typed.length(); i++) {
                char c = typed.charAt(i);
                if (i > 0 && Character.isUpperCase(c)) {
                    pattern.append("[\\p{Ll}\\d_$]*");
                }
                pattern.append(Pattern.quote(String.valueOf(c)));
            }
            return Pattern.compile(pattern.toString()).matcher(name).lookingAt();
        }
    };

    static final List<Matching> ALL = List.of(values());

    abstract boolean fits(String name, String typed);
}
