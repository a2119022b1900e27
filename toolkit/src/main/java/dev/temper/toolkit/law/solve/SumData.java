package dev.temper.toolkit.law.solve;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Values as a sum of powers sees them: the logarithms of their variables and of themselves. Equal ones are kept once. */
final class SumData {
    /** By variable, then row; centred on the mean over all values. */
    final double[][] logs;

    final double[] logValues;
    /** What each row counts for. */
    final double[] weights;
    /** For each value given, its row. */
    final int[] rowOf;
    /** Means of the logarithms of the variables. */
    final double[] centres;

    private SumData(double[][] logs, double[] logValues, double[] weights, int[] rowOf, double[] centres) {
        this.logs = logs;
        this.logValues = logValues;
        this.weights = weights;
        this.rowOf = rowOf;
        this.centres = centres;
    }

    /** By value, then variable, all positive; equal values at equal places become one row. */
    static SumData merged(double[][] places, double[] values, double[] weights) {
        Map<Key, Integer> known = new HashMap<>(2 * values.length);
        int[] rowOf = new int[values.length];
        int[] first = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int next = known.size();
            Integer row = known.putIfAbsent(new Key(places[i], values[i]), next);
            rowOf[i] = row == null ? next : row;
            if (row == null) {
                first[next] = i;
            }
        }
        double[] centres = centres(places);
        int rows = known.size();
        double[][] logs = new double[centres.length][rows];
        double[] logValues = new double[rows];
        for (int row = 0; row < rows; row++) {
            set(logs, row, places[first[row]], centres);
            logValues[row] = Math.log(values[first[row]]);
        }
        SumData data = new SumData(logs, logValues, new double[rows], rowOf, centres);
        data.weigh(weights);
        return data;
    }

    /** With a row for each value, whatever the values are. */
    static SumData apart(double[][] places) {
        int rows = places.length;
        double[] centres = centres(places);
        double[][] logs = new double[centres.length][rows];
        int[] rowOf = new int[rows];
        for (int row = 0; row < rows; row++) {
            set(logs, row, places[row], centres);
            rowOf[row] = row;
        }
        return new SumData(logs, new double[rows], new double[rows], rowOf, centres);
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by content, below
    private record Key(double[] place, double value) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && value == key.value && Arrays.equals(place, key.place);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(place) + Double.hashCode(value);
        }
    }

    private static double[] centres(double[][] places) {
        double[] centres = new double[places[0].length];
        for (double[] place : places) {
            for (int v = 0; v < centres.length; v++) {
                centres[v] += Math.log(place[v]);
            }
        }
        for (int v = 0; v < centres.length; v++) {
            centres[v] /= places.length;
        }
        return centres;
    }

    private static void set(double[][] logs, int row, double[] place, double[] centres) {
        for (int v = 0; v < centres.length; v++) {
            logs[v][row] = Math.log(place[v]) - centres[v];
        }
    }

    /** The same data with weights of its own. */
    SumData twin() {
        return new SumData(logs, logValues, weights.clone(), rowOf, centres);
    }

    int rows() {
        return logValues.length;
    }

    /** Gives the rows the weights of their values. */
    void weigh(double[] byValue) {
        Arrays.fill(weights, 0);
        for (int i = 0; i < rowOf.length; i++) {
            weights[rowOf[i]] += byValue[i];
        }
    }

    /** Takes other values; only where each has its own row. */
    void take(double[] values) {
        for (int i = 0; i < values.length; i++) {
            logValues[i] = Math.log(values[i]);
        }
    }
}
