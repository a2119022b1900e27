package dev.temper.toolkit.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Values measured at numbers of the variables, such as losses of runs at their budgets. Immutable. */
public final class Observations {
    final double[][] rows;
    final double[] values;
    /** What each value counts for: its noise has a variance in proportion to one over it. */
    final double[] weights;
    /** For each value the cluster that it belongs to: values of one cluster share noise. */
    final int[] clusters;

    private Observations(double[][] rows, double[] values, double[] weights, int[] clusters) {
        this.rows = rows;
        this.values = values;
        this.weights = weights;
        this.clusters = clusters;
    }

    /**
     * Takes values of one variable.
     *
     * @param x the variable of each run
     * @param values of the runs
     * @return observations of equal weight, each a cluster of its own
     * @throws IllegalArgumentException when the lengths differ
     */
    public static Observations of(double[] x, double[] values) {
        return of(Arrays.stream(x).mapToObj(each -> new double[] {each}).toArray(double[][]::new), values);
    }

    /**
     * Takes values of several variables.
     *
     * @param rows for each run one number for each variable
     * @param values of the runs
     * @return observations of equal weight, each a cluster of its own
     * @throws IllegalArgumentException when the lengths differ
     */
    public static Observations of(double[][] rows, double[] values) {
        requireAsMany("rows", rows.length, values.length);
        double[] weights = new double[values.length];
        Arrays.fill(weights, 1);
        int[] clusters = new int[values.length];
        Arrays.setAll(clusters, i -> i);
        double[][] copies = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
        return new Observations(copies, values.clone(), weights, clusters);
    }

    /**
     * Gives the values weights.
     *
     * @param weights positive, in proportion to one over the variance of each value; for accuracies the numbers of items
     * @return the same values with these weights
     * @throws IllegalArgumentException when the lengths differ or a weight is not positive and finite
     */
    public Observations weighted(double[] weights) {
        requireAsMany("weights", weights.length, values.length);
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] > 0 && Double.isFinite(weights[i]))) {
                faults.add("weight " + i + " must be positive and finite, but is " + weights[i]);
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return new Observations(rows, values, weights.clone(), clusters);
    }

    /**
     * Says which values share noise, such as the checkpoints of one run.
     *
     * @param clusters for each value the number of its cluster
     * @return the same values in these clusters
     * @throws IllegalArgumentException when the lengths differ
     */
    public Observations clustered(int[] clusters) {
        requireAsMany("clusters", clusters.length, values.length);
        return new Observations(rows, values, weights, clusters.clone());
    }

    /**
     * Puts other values at the same places, as a bootstrap of residuals does.
     *
     * @param values as many as before
     * @return the same places, weights and clusters
     * @throws IllegalArgumentException when the lengths differ
     */
    public Observations withValues(double[] values) {
        requireAsMany("values", values.length, this.values.length);
        return new Observations(rows, values.clone(), weights, clusters);
    }

    /**
     * Takes some of the values.
     *
     * @param indices which, in order; one may come several times
     * @return those values with their weights and clusters
     */
    public Observations only(int... indices) {
        return new Observations(
                Arrays.stream(indices).mapToObj(i -> rows[i]).toArray(double[][]::new),
                Arrays.stream(indices).mapToDouble(i -> values[i]).toArray(),
                Arrays.stream(indices).mapToDouble(i -> weights[i]).toArray(),
                Arrays.stream(indices).map(i -> clusters[i]).toArray());
    }

    /**
     * Counts the values.
     *
     * @return 0 or more
     */
    public int size() {
        return values.length;
    }

    /**
     * Gives the variables of one value.
     *
     * @param i which value
     * @return a new array, one number for each variable
     */
    public double[] row(int i) {
        return rows[i].clone();
    }

    /**
     * Gives one value.
     *
     * @param i which
     * @return the value, in the unit of the data
     */
    public double value(int i) {
        return values[i];
    }

    /**
     * Gives what one value counts for.
     *
     * @param i which
     * @return its weight, positive
     */
    public double weight(int i) {
        return weights[i];
    }

    /**
     * Gives the cluster of one value.
     *
     * @param i which
     * @return the number of its cluster
     */
    public int cluster(int i) {
        return clusters[i];
    }

    /**
     * Names the variables that take one value only.
     *
     * @param variables those to look at, which are the first of the data
     * @return for each constant one a phrase that says so; empty when all vary
     */
    public List<String> constants(List<Variable> variables) {
        List<String> constants = new ArrayList<>();
        for (int v = 0; v < variables.size(); v++) {
            int column = v;
            if (Arrays.stream(rows).mapToDouble(row -> row[column]).distinct().count() == 1) {
                constants.add(variables.get(v).name() + " must take at least 2 values, but is " + rows[0][v]
                        + " in every run");
            }
        }
        return constants;
    }

    private static void requireAsMany(String what, int number, int values) {
        if (number != values) {
            throw new IllegalArgumentException(what + " must be as many as values, " + values + ", but are " + number);
        }
    }
}
