package dev.temper.toolkit.world;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The world's 128 words. Every object of every fact is one of the general nouns. */
public final class Lexicon {
    /** Number of distinct tokens. */
    public static final int SIZE = 128;

    static final int STOP = 0;
    static final int DOCUMENT = 1;
    static final int OF = 2;
    static final int IS = 3;
    static final int THE = 4;
    static final Range NOUNS = new Range(10, 58);
    static final Range RELATIONS = new Range(58, 78);
    static final Range DOMAIN_SUBJECTS = new Range(78, 118);
    static final Range DOMAIN_RELATIONS = new Range(118, 128);

    private static final String[] GRAMMAR = {".", "<doc>", "of", "is", "the"};
    private static final String[] ONSETS = {"m", "t", "k", "s", "r", "l", "p", "n"};
    private static final String[] VOWELS = {"i", "a", "o", "u", "e", "ai"};
    private static final String[] DOMAIN_WORDS = {
        "dosage", "onset", "marker", "origin", "carrier", "relapse", "enzyme", "target", "residue", "vector"
    };

    private Lexicon() {}

    /** Consecutive token ids, {@code end} excluded. */
    record Range(int start, int end) {
        int size() {
            return end - start;
        }

        boolean holds(int token) {
            return token >= start && token < end;
        }
    }

    /**
     * Spells tokens as made-up words, so that a person can look at a source.
     *
     * @param tokens ids from 0 to below {@link #SIZE}
     * @return words with blanks between them
     */
    public static String text(int... tokens) {
        return Arrays.stream(tokens).mapToObj(Lexicon::word).collect(Collectors.joining(" "));
    }

    private static String word(int token) {
        if (token < GRAMMAR.length) {
            return GRAMMAR[token];
        }
        if (DOMAIN_RELATIONS.holds(token)) {
            return DOMAIN_WORDS[token - DOMAIN_RELATIONS.start()];
        }
        String root = ONSETS[token % 8] + VOWELS[token / 8 % 6];
        if (NOUNS.holds(token)) {
            return root + "p";
        }
        if (RELATIONS.holds(token)) {
            return root + "dor";
        }
        return DOMAIN_SUBJECTS.holds(token) ? "zor" + root + "n" : root;
    }
}
