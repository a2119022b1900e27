package dev.temper.toolkit.magic.fit;

import dev.temper.kernel.display.Grid;
import dev.temper.kernel.display.MimeBundle;
import dev.temper.toolkit.law.choice.Comparison;
import dev.temper.toolkit.law.choice.Refused;
import dev.temper.toolkit.law.choice.Rival;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Forms side by side. */
final class ComparisonView {
    private ComparisonView() {}

    static MimeBundle of(Comparison comparison) {
        return FitsView.bundle(List.of(grid(Map.of(Curves.ALL, comparison))), note(), List.of(comparison.reason()));
    }

    private static String note() {
        return "error: mean absolute relative error at the next larger budgets, with a rolling origin";
    }

    static Grid grid(Map<String, Comparison> comparisons) {
        List<List<String>> rows = new ArrayList<>();
        comparisons.forEach((name, comparison) -> {
            for (int i = 0; i < comparison.rivals().size(); i++) {
                rows.add(row(name, comparison.rivals().get(i), comparison.origins(), i == comparison.chosen()));
            }
            for (Refused refused : comparison.refused()) {
                rows.add(List.of(name, refused.form().key(), "–", "–", "–", "–", "–", "", refused.reason()));
            }
        });
        return new Grid(
                List.of(
                        Grid.Column.text("curve"),
                        Grid.Column.text("form"),
                        Grid.Column.number("parameters"),
                        Grid.Column.number("AICc over the least"),
                        Grid.Column.number("Akaike weight"),
                        Grid.Column.number("extrapolation error"),
                        Grid.Column.number("origins"),
                        Grid.Column.text("taken"),
                        Grid.Column.text("mind")),
                rows);
    }

    private static List<String> row(String name, Rival rival, int origins, boolean taken) {
        return List.of(
                name,
                rival.fit().form().key(),
                String.valueOf(rival.fit().form().parameters().size()),
                Digits.plain(rival.difference()),
                Digits.percent(rival.weight()),
                Digits.percent(rival.error()),
                String.valueOf(origins),
                taken ? "taken" : "",
                String.join("; ", rival.refusals()));
    }
}
