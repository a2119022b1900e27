package dev.temper.toolkit.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Chooses the ticks of a logarithmic axis: at the budgets of the study where their labels fit, and
 * elsewhere at 1, 2 and 5 times the powers of ten, or fewer, as room allows.
 *
 * @param scale the axis
 * @param pixels its length
 * @param format how a value is written
 */
record LogTicks(LogScale scale, double pixels, DoubleFunction<String> format) {

    static final double SIZE = 11.5;
    private static final double GAP = 10;
    private static final int ENOUGH = 3;

    List<Tick> at(List<Double> budgets) {
        List<Tick> own = budgets.stream().map(this::tick).toList();
        List<Tick> fixed = apart(own) ? own : List.of();
        for (List<Double> level : levels()) {
            List<Tick> added = level.stream()
                    .filter(value ->
                            fixed.isEmpty() || value < budgets.get(0) || value > budgets.get(budgets.size() - 1))
                    .map(this::tick)
                    .filter(tick -> fixed.stream().allMatch(other -> apart(tick, other)))
                    .toList();
            if (fixed.size() + added.size() >= ENOUGH && apart(added)) {
                return sorted(fixed, added);
            }
        }
        return sorted(fixed, List.of());
    }

    private List<List<Double>> levels() {
        List<List<Double>> levels = new ArrayList<>();
        levels.add(scale.multiples(1, 1, 2, 5));
        levels.add(scale.multiples(1, 1, 3));
        for (int decades = 1; decades <= 12; decades++) {
            levels.add(scale.multiples(decades, 1));
        }
        for (int wanted = 6; wanted >= 1; wanted--) {
            levels.add(new LinearScale(scale.min(), scale.max())
                    .ticks(wanted).stream()
                            .map(Tick::value)
                            .filter(scale::holds)
                            .filter(value -> value > 0)
                            .toList());
        }
        return levels;
    }

    private static List<Tick> sorted(List<Tick> fixed, List<Tick> added) {
        List<Tick> all = new ArrayList<>(fixed);
        all.addAll(added);
        all.sort(Comparator.comparingDouble(Tick::value));
        return List.copyOf(all);
    }

    private Tick tick(double value) {
        return new Tick(value, format.apply(value));
    }

    private boolean apart(List<Tick> ticks) {
        for (int i = 1; i < ticks.size(); i++) {
            if (!apart(ticks.get(i - 1), ticks.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean apart(Tick one, Tick other) {
        double distance = Math.abs(scale.share(one.value()) - scale.share(other.value())) * pixels;
        double needed =
                (TextSize.width(one.label(), SIZE, false) + TextSize.width(other.label(), SIZE, false)) / 2 + GAP;
        return distance >= needed && !one.label().equals(other.label());
    }
}
