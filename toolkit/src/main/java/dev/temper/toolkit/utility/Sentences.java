package dev.temper.toolkit.utility;

import dev.temper.toolkit.law.Interval;
import java.util.Locale;
import java.util.Optional;

/** Puts findings into words. */
final class Sentences {
    private Sentences() {}

    static String of(RankCrossing crossing) {
        StringBuilder text = new StringBuilder(crossing.after() + " overtakes " + crossing.before());
        Optional<ObservedCrossing> sameWay =
                crossing.observed().filter(seen -> seen.before().equals(crossing.before()));
        sameWay.ifPresent(seen -> text.append(String.format(
                Locale.ROOT,
                " at %,.0f tokens in the data (%,.0f to %,.0f over seeds)",
                seen.tokens(),
                seen.lowest(),
                seen.highest())));
        crossing.fitted()
                .ifPresent(place ->
                        text.append(sameWay.isPresent() ? "," : "").append(of(place, crossing.extrapolated())));
        return text.append(". ").toString();
    }

    private static String of(Interval place, boolean extrapolated) {
        return String.format(
                Locale.ROOT,
                " at %,.0f tokens by the curves (%,.0f to %,.0f)%s",
                place.estimate(),
                place.lower(),
                place.upper(),
                extrapolated ? ", beyond the data" : "");
    }
}
