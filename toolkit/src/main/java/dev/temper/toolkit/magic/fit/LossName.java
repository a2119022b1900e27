package dev.temper.toolkit.magic.fit;

import dev.temper.toolkit.law.solve.Loss;
import java.util.Arrays;
import java.util.Locale;

/** The losses by the words that are typed. */
@SuppressWarnings("ImmutableEnumChecker") // losses are immutable, which the checker is not told
enum LossName {
    SQUARES(Loss.SQUARES),
    HUBER(Loss.huberMad(1.345)),
    HUBER_HOFFMANN(Loss.HUBER_HOFFMANN),
    ABSOLUTE(Loss.ABSOLUTE),
    BINOMIAL(Loss.BINOMIAL);

    final Loss loss;

    LossName(Loss loss) {
        this.loss = loss;
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
