package dev.temper.toolkit.magic.fit;

import dev.temper.kernel.display.Grid;
import dev.temper.kernel.display.MimeBundle;
import dev.temper.toolkit.law.choice.BackTest;
import dev.temper.toolkit.law.choice.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Back-tests as a table, and who wins. */
final class BackTestsView {
    private BackTestsView() {}

    static MimeBundle of(BackTests tests) {
        return bundle(
                tests.tests(),
                Digits.plain(100 * tests.request().level()) + " %",
                tests.request().notes());
    }

    static MimeBundle of(BackTest test) {
        return bundle(Map.of(Curves.ALL, test), "the level asked for", List.of());
    }

    private static MimeBundle bundle(Map<String, BackTest> tests, String level, List<String> notes) {
        List<List<String>> rows = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        tests.forEach((name, test) -> {
            test.trials().forEach(trial -> rows.add(row(name, test, trial)));
            for (Refused refused : test.refused()) {
                rows.add(List.of(name, refused.form().key(), "–", "–", "–", "–", refused.reason()));
            }
            lines.add(Words.prefixed(name, winner(test)));
        });
        if (tests.size() > 1) {
            lines.add(overall(tests));
        }
        notes.forEach(note -> lines.add("rows: " + note));
        Grid grid = new Grid(
                List.of(
                        Grid.Column.text("curve"),
                        Grid.Column.text("form"),
                        Grid.Column.number("error"),
                        Grid.Column.number("bias"),
                        Grid.Column.number("covered"),
                        Grid.Column.number("budgets fitted + held out"),
                        Grid.Column.text("mind")),
                rows);
        return FitsView.bundle(
                List.of(grid),
                "error: mean absolute relative error at the budgets held out; bias: its mean with sign, positive when the law said too"
                        + " much; covered: runs within the interval of one run at " + level,
                lines);
    }

    private static List<String> row(String name, BackTest test, BackTest.Trial trial) {
        return List.of(
                name,
                trial.fit().form().key(),
                Digits.percent(trial.error()),
                (trial.bias() > 0 ? "+" : "") + Digits.percent(trial.bias()),
                Math.round(trial.coverage() * trial.forecasts().size()) + " of " + test.heldRuns(),
                test.keptSizes() + " + " + test.heldSizes(),
                String.join("; ", trial.refusals()));
    }

    private static String winner(BackTest test) {
        return test.winner()
                .map(trial -> trial.fit().form().name() + " wins with an error of " + Digits.percent(trial.error()))
                .orElse("nobody wins: no form may be followed beyond the budgets that were kept");
    }

    private static String overall(Map<String, BackTest> tests) {
        Map<String, Long> wins = tests.values().stream()
                .flatMap(test -> test.winner().stream())
                .collect(Collectors.groupingBy(trial -> trial.fit().form().key(), TreeMap::new, Collectors.counting()));
        String counted = wins.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return "won of " + tests.size() + " curves: " + (counted.isEmpty() ? "none" : counted);
    }
}
