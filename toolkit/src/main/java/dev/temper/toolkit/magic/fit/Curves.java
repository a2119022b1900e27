package dev.temper.toolkit.magic.fit;

import dev.temper.toolkit.law.Observations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.table.Relation;

/** Cuts the rows of a table into the curves that are fitted, in the order in which they first come. */
final class Curves {
    static final String ALL = "all rows";

    private final Relation table;
    private final Formula formula;
    private final String weights;
    private final String cluster;

    /** Weights and clusters name columns; empty when all rows count alike, and each for itself. */
    Curves(Relation table, Formula formula, String weights, String cluster) {
        this.table = table;
        this.formula = formula;
        this.weights = weights;
        this.cluster = cluster;
    }

    Map<String, Observations> of(List<Integer> rows) {
        Map<String, List<Integer>> parts = new LinkedHashMap<>();
        for (int row : rows) {
            String name = formula.by().isEmpty()
                    ? ALL
                    : formula.by().stream()
                            .map(column -> table.column(column).getString(row))
                            .collect(Collectors.joining(", "));
            parts.computeIfAbsent(name, key -> new ArrayList<>()).add(row);
        }
        Map<String, Observations> curves = new LinkedHashMap<>();
        parts.forEach((name, own) -> curves.put(name, observations(own)));
        return curves;
    }

    private Observations observations(List<Integer> rows) {
        double[][] variables = rows.stream()
                .map(row -> formula.variables().stream()
                        .mapToDouble(column -> number(column, row))
                        .toArray())
                .toArray(double[][]::new);
        Observations data = Observations.of(variables, numbers(formula.value(), rows));
        Observations weighted = weights.isEmpty() ? data : data.weighted(numbers(weights, rows));
        return cluster.isEmpty() ? weighted : weighted.clustered(clusters(rows));
    }

    private int[] clusters(List<Integer> rows) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        return rows.stream()
                .map(row -> table.column(cluster).getString(row))
                .mapToInt(name -> numbers.computeIfAbsent(name, key -> numbers.size()))
                .toArray();
    }

    private double[] numbers(String column, List<Integer> rows) {
        return rows.stream().mapToDouble(row -> number(column, row)).toArray();
    }

    private double number(String column, int row) {
        return ((NumericColumn<?>) table.column(column)).getDouble(row);
    }
}
