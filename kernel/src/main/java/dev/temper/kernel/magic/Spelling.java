package dev.temper.kernel.magic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was meant by a misspelt one. */
public final class Spelling {
    private Spelling() {}

    /**
     * Finds the name nearest to what was typed.
     *
     * @param typed what was typed
     * @param names the names there are
     * @return the nearest name, empty when none is near
     */
    public static Optional<String> nearest(String typed, Collection<String> names) {
        int most = Math.max(1, typed.length() / 3);
        return names.stream()
                .filter(name -> distance(typed, name) <= most || startsAlike(typed, name))
                .min(Comparator.comparingInt((String name) -> distance(typed, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * Says that a name is unknown, which one may have been meant, and which there are.
     *
     * @param what what is named, such as {@code option}
     * @param typed what was typed
     * @param names the names there are
     * @return one line
     */
    public static String unknown(String what, String typed, Collection<String> names) {
        String meant =
                nearest(typed, names).map(name -> " Did you mean " + name + "?").orElse("");
        String valid = names.isEmpty() ? " None is known here." : " Valid: " + String.join(", ", names) + ".";
        return "Unknown " + what + " " + typed + "." + meant + valid;
    }

    private static boolean startsAlike(String typed, String name) {
        return typed.length() >= 3 && name.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT));
    }

    /** Counts the letters to add, drop, change or swap with a neighbour, without regard to case. */
    private static int distance(String a, String b) {
        String s = a.toLowerCase(Locale.ROOT);
        String t = b.toLowerCase(Locale.ROOT);
        int[][] d = new int[s.length() + 1][t.length() + 1];
        for (int i = 0; i <= s.length(); i++) {
            for (int j = 0; j <= t.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = d[i - 1][j - 1] + (s.charAt(i - 1) == t.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && s.charAt(i - 1) == t.charAt(j - 2) && s.charAt(i - 2) == t.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[s.length()][t.length()];
    }
}
