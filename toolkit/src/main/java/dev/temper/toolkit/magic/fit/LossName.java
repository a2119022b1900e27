package dev.temper.toolkit.magic.fit;

import dev.temper.toolkit.law.solve.Loss;
import java.util.Arrays;
import java.util.Locale;

/** The losses by the words that are typed. */
enum LossName {
    SQUARES,
    HUBER,
    HUBER_HOFFMANN,
    ABSOLUTE,
    BINOMIAL;

    private static final double MULTIPLE = 1.345;

    Loss loss() {
        return switch (this) {
            case SQUARES -> Loss.SQUARES;
            case HUBER -> Loss.huberMad(MULTIPLE);
            case HUBER_HOFFMANN -> Loss.HUBER_HOFFMANN;
            case ABSOLUTE -> Loss.ABSOLUTE;
            case BINOMIAL -> Loss.BINOMIAL;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String[] words() {
        return Arrays.stream(values()).map(LossName::word).toArray(String[]::new);
    }

    static LossName of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
