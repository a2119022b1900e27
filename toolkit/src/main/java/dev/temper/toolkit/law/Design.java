package dev.temper.toolkit.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a law was measured.
 *
 * @param ranges one for each variable
 */
public record Design(List<Range> ranges) {
    /**
     * The numbers of one variable.
     *
     * @param smallest the smallest
     * @param pivot the geometric mean where all are positive, else the mean
     * @param largest the largest
     */
    public record Range(double smallest, double pivot, double largest) {
        static Range of(double[] numbers) {
            double smallest = Arrays.stream(numbers).min().orElseThrow();
            double largest = Arrays.stream(numbers).max().orElseThrow();
            double pivot = smallest > 0
                    ? Math.exp(Arrays.stream(numbers).map(Math::log).average().orElseThrow())
                    : Arrays.stream(numbers).average().orElseThrow();
            return new Range(smallest, pivot, largest);
        }

        /** How far outside a number lies: 1 within, else the ratio to the nearest end; 1 where the ends are not positive. */
        double extrapolation(double number) {
            return smallest > 0 ? Math.max(1, Math.max(number / largest, smallest / number)) : 1;
        }
    }

    /** Copies the list. */
    public Design {
        ranges = List.copyOf(ranges);
    }

    static Design of(double[][] rows) {
        List<Range> ranges = new ArrayList<>();
        for (int v = 0; v < rows[0].length; v++) {
            int column = v;
            ranges.add(
                    Range.of(Arrays.stream(rows).mapToDouble(row -> row[column]).toArray()));
        }
        return new Design(ranges);
    }

    /**
     * Gives the range of one variable.
     *
     * @param variable its index
     * @return its numbers
     */
    public Range range(int variable) {
        return ranges.get(variable);
    }

    /**
     * Gives the middle of the data.
     *
     * @return a new array, one number for each variable
     */
    public double[] pivot() {
        return ranges.stream().mapToDouble(Range::pivot).toArray();
    }
}
