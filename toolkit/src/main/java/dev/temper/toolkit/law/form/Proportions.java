package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The proportions of a mixture that a law weighs: their names, and the sum of weight times proportion. */
final class Proportions {
    /** Beyond it a hundredth of the mixture changes the reducible loss by more than a third. */
    static final double GREATEST_WEIGHT = 30;

    private static final double SAME_SUM = 1e-6;
    private static final double[] WEIGHTS = {-16, -8, -4, -2, -0.7, 0.7, 2, 4, 8};

    private final List<String> names;

    /** Checks the names, which the law's other variables must not have either. */
    Proportions(List<String> names, String... taken) {
        Set<String> seen = new HashSet<>(List.of(taken));
        List<String> faults = names.stream()
                .filter(name -> name.isBlank() || !seen.add(name))
                .map(name -> name.isBlank() ? "a blank one" : name + " twice")
                .toList();
        if (names.isEmpty() || !faults.isEmpty()) {
            throw new IllegalArgumentException("names of proportions must be at least one, each its own, but "
                    + (names.isEmpty() ? "there is none" : "have " + String.join(", ", faults)));
        }
        this.names = List.copyOf(names);
    }

    List<Variable> variables() {
        return names.stream()
                .map(name -> new Variable(name, "share of 1", "share of " + name, Variable.Domain.SHARE))
                .toList();
    }

    List<Parameter> weights() {
        return names.stream()
                .map(name -> new Parameter("t_" + name, "none", "weight of " + name + "; below 0 it helps"))
                .toList();
    }

    String formula() {
        return names.stream().map(name -> "t_" + name + "·" + name).collect(Collectors.joining(" + "));
    }

    String latex() {
        return names.stream()
                .map(name -> name.replace("_", "\\_"))
                .map(name -> "t_{\\mathrm{" + name + "}}\\,r_{\\mathrm{" + name + "}}")
                .collect(Collectors.joining(" + "));
    }

    /** The weights in p from one index on, times the proportions in x from another on. */
    double weigh(double[] p, int fromParameter, double[] x, int fromVariable) {
        double sum = 0;
        for (int j = 0; j < names.size(); j++) {
            sum += p[fromParameter + j] * x[fromVariable + j];
        }
        return sum;
    }

    /** Weights to start from, one axis for each proportion. */
    double[][] axes() {
        double[][] axes = new double[names.size()][];
        Arrays.fill(axes, WEIGHTS);
        return axes;
    }

    /** Where the proportions have one sum, one weight can be moved into the others and the factor before them. */
    List<String> gaps(Observations data, int from) {
        double[] sums = IntStream.range(0, data.size())
                .mapToDouble(i ->
                        Arrays.stream(data.row(i), from, from + names.size()).sum())
                .toArray();
        boolean vary = Arrays.stream(sums).anyMatch(sum -> Math.abs(sum - sums[0]) > SAME_SUM);
        return vary || names.size() == 1
                ? List.of()
                : List.of(String.join(" + ", names) + " must not have one sum in every run, but is " + sums[0]
                        + "; leave one of them out, since the others tell it");
    }
}
