package dev.temper.toolkit.magic.fit;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.interval.IntervalKind;
import java.util.Map;
import java.util.stream.Stream;

/** The ways to make intervals by the words that are typed. A bootstrap by its first word alone takes the ends that hold best. */
final class IntervalName {
    private static final int RUNS_FOR_BCA = 50;
    private static final Map<String, String> SHORT =
            Map.of("residual", "residuals-t", "wild", "wild-t", "cluster", "clusters-percentile");
    private static final String CASE = "case";

    private IntervalName() {}

    static String[] words() {
        return Stream.of(
                        keys(IntervalKind.Formula.class),
                        Stream.of(CASE, "residual", "wild", "cluster"),
                        keys(IntervalKind.Bootstrap.class))
                .flatMap(each -> each)
                .toArray(String[]::new);
    }

    private static Stream<String> keys(Class<? extends IntervalKind> type) {
        return IntervalKind.all().stream().filter(type::isInstance).map(IntervalKind::key);
    }

    static IntervalKind of(String word, Fit fit) {
        String cases = fit.runs() >= RUNS_FOR_BCA || fit.options().loss().robust() ? "cases-bca" : "cases-t";
        return IntervalKind.named(word.equals(CASE) ? cases : SHORT.getOrDefault(word, word));
    }
}
