package dev.temper.toolkit.law.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where to start, by variable projection (Golub and Pereyra 1973): for given exponents the law is linear in its amplitudes, so the best
 * of them, none negative, follow from the relative residuals by linear least squares. Exponents are taken from a grid of equal ratios;
 * the products that its cells share are summed over the data once, and a power of twice an exponent is a square.
 */
final class Grid {
    private static final double LEAST_EXPONENT = 0.02;
    private static final double GREATEST_EXPONENT = 2.5;
    private static final int CELLS = 3000;
    private static final int MOST_STEPS_OF_OCTAVE = 3;
    private static final int STEPS_OF_OCTAVE_OF_ONE = 6;
    /** Starts need no more rows than these, evenly taken. */
    private static final int MOST_ROWS = 4096;
    /** Of the largest amplitude's contribution: what takes the place of an amplitude of zero, whose logarithm is not finite. */
    private static final double LEAST_SHARE = 1e-6;
    /** Cells whose amplitudes are looked for without negative ones. */
    private static final int PROMISING = 40;

    private static final int FEWEST_STARTS = 2;
    private static final double SINGULAR = 1e-12;
    private static final double ROUNDING = 1e-9;
    /** Cells next to each other lead to the same optimum. */
    private static final int CELLS_APART = 2;

    private final PowerSum law;
    private final SumData data;
    private final int stride;
    private final int rows;
    private final double[][] exponents;
    /** Steps of the grid from an exponent to its double. */
    private final int octave;
    /** For each term, where its columns begin; one column for each choice of its exponents. */
    private final int[] first;
    /** For each term the exponents that it has. */
    private final int[][] own;
    /** For each term, power and step what it multiplies each row with. */
    private final double[][][][] factors;
    /** Each column times the root of the weight over the value. */
    private final double[][] columns;
    /** Products of columns; NaN where not yet needed. */
    private final double[][] products;

    private final double[] sums;
    private final double[] roots;
    private final double[] relative;
    private final double total;

    @SuppressWarnings("ArrayRecordComponent") // numbers on their way to a start, compared by nobody
    private record Cell(double[] point, int[] steps, double squares) {}

    private Grid(PowerSum law, SumData data, double[][] ranges) {
        this.law = law;
        this.data = data;
        stride = (data.rows() + MOST_ROWS - 1) / MOST_ROWS;
        rows = (data.rows() + stride - 1) / stride;
        octave = stepsOfOctave(law.exponents());
        exponents = axes(law.exponents(), octave, ranges);
        roots = new double[rows];
        relative = new double[rows];
        double weight = 0;
        for (int i = 0; i < rows; i++) {
            weight += data.weights[i * stride];
            roots[i] = Math.sqrt(data.weights[i * stride]);
            relative[i] = roots[i] * Math.exp(-data.logValues[i * stride]);
        }
        total = weight;
        int terms = law.terms().size();
        first = new int[terms + 1];
        own = new int[terms][];
        factors = new double[terms][][][];
        for (int k = 0; k < terms; k++) {
            own[k] = law.terms().get(k).powers().stream()
                    .mapToInt(Term.Power::exponent)
                    .distinct()
                    .toArray();
            factors[k] = new double[law.terms().get(k).powers().size()][greatest(exponents)][];
            int choices = 1;
            for (int exponent : own[k]) {
                choices *= exponents[exponent].length;
            }
            first[k + 1] = first[k] + choices;
        }
        columns = new double[first[terms]][];
        sums = new double[first[terms]];
        products = new double[first[terms]][first[terms]];
        for (double[] row : products) {
            Arrays.fill(row, Double.NaN);
        }
    }

    /** The coordinates of the best cells, the best first. Each exponent has a range: its ends where they are finite and positive. */
    static List<double[]> best(PowerSum law, SumData data, double[][] ranges, int most) {
        return new Grid(law, data, ranges).best(most);
    }

    /** Steps from an exponent to its double; fewer where there are more exponents. */
    private static int stepsOfOctave(int count) {
        if (count <= 1) {
            return STEPS_OF_OCTAVE_OF_ONE;
        }
        double octaves = Math.log(GREATEST_EXPONENT / LEAST_EXPONENT) / Math.log(2);
        return (int) Math.max(1, Math.min(MOST_STEPS_OF_OCTAVE, Math.pow(CELLS, 1.0 / count) / octaves));
    }

    private static double[][] axes(int count, int octave, double[][] ranges) {
        double[][] axes = new double[count][];
        double most = Math.pow(CELLS, 1.0 / Math.max(1, count));
        for (int e = 0; e < count; e++) {
            double least = Math.max(ranges[0][e], LEAST_EXPONENT);
            double greatest = Math.max(least, Math.min(ranges[1][e], GREATEST_EXPONENT));
            double ratio = Math.pow(2, 1.0 / octave);
            while (Math.log(greatest / least) / Math.log(ratio) > most) {
                ratio *= ratio;
            }
            int steps = 1 + (int) (Math.log(greatest / least) / Math.log(ratio) + ROUNDING);
            axes[e] = new double[steps];
            for (int i = 0; i < steps; i++) {
                axes[e][i] = least * Math.pow(ratio, i);
            }
        }
        return axes;
    }

    private static int greatest(double[][] axes) {
        return Arrays.stream(axes).mapToInt(axis -> axis.length).max().orElse(0);
    }

    private List<double[]> best(int most) {
        int size = 1;
        for (double[] axis : exponents) {
            size *= axis.length;
        }
        double[] bounds = new double[size];
        int[] steps = new int[exponents.length];
        Work work = new Work(law.amplitudes());
        for (int cell = 0; cell < size; cell++) {
            gather(steps, work);
            bounds[cell] = bound(work);
            next(steps);
        }
        List<Cell> cells = promising(bounds, work);
        List<Cell> kept = new ArrayList<>();
        for (int k = 0; k < cells.size() && kept.size() < most; k++) {
            Cell cell = cells.get(k);
            boolean far = kept.stream().allMatch(other -> apart(other.steps, cell.steps));
            boolean valley = cells.subList(0, k).stream().allMatch(better -> apart(better.steps, cell.steps));
            if (far && (valley || kept.size() < FEWEST_STARTS)) {
                kept.add(cell);
            }
        }
        return kept.stream().map(Cell::point).toList();
    }

    /** The cells of the lowest bounds, whose amplitudes are then found without a negative one; the best first. */
    private List<Cell> promising(double[] bounds, Work work) {
        double[] sorted = bounds.clone();
        Arrays.sort(sorted);
        double most = sorted[Math.min(sorted.length, PROMISING) - 1];
        List<Cell> cells = new ArrayList<>();
        for (int index = 0; index < bounds.length; index++) {
            if (bounds[index] <= most) {
                Cell cell = cell(steps(index), work);
                if (Double.isFinite(cell.squares)) {
                    cells.add(cell);
                }
            }
        }
        cells.sort(Comparator.comparingDouble(Cell::squares));
        return cells;
    }

    private int[] steps(int index) {
        int[] steps = new int[exponents.length];
        int rest = index;
        for (int e = steps.length - 1; e >= 0; e--) {
            steps[e] = rest % exponents[e].length;
            rest /= exponents[e].length;
        }
        return steps;
    }

    private void next(int[] steps) {
        for (int e = steps.length - 1; e >= 0; e--) {
            if (++steps[e] < exponents[e].length) {
                return;
            }
            steps[e] = 0;
        }
    }

    private static boolean apart(int[] a, int[] b) {
        for (int e = 0; e < a.length; e++) {
            if (Math.abs(a[e] - b[e]) >= CELLS_APART) {
                return true;
            }
        }
        return false;
    }

    private static final class Work {
        final int[] columns;
        final double[][] normal;
        final double[] right;
        final double[][] factor;
        final double[] projected;

        Work(int amplitudes) {
            columns = new int[amplitudes];
            normal = new double[amplitudes][amplitudes];
            right = new double[amplitudes];
            factor = new double[amplitudes][amplitudes];
            projected = new double[amplitudes];
        }
    }

    /** Sets up the linear least squares of a cell. */
    private void gather(int[] steps, Work work) {
        int size = law.amplitudes();
        for (int k = 0; k < law.terms().size(); k++) {
            work.columns[law.terms().get(k).amplitude()] = column(k, steps);
        }
        for (int a = 0; a < size; a++) {
            work.right[a] = sums[work.columns[a]];
            for (int b = 0; b <= a; b++) {
                work.normal[a][b] = product(work.columns[a], work.columns[b]);
                work.normal[b][a] = work.normal[a][b];
            }
        }
    }

    /** The squares that the amplitudes leave when they may be negative, by Cholesky's method: no more than when they may not. */
    private double bound(Work work) {
        double squares = total;
        for (int i = 0; i < work.right.length; i++) {
            double[] row = work.factor[i];
            double value = work.right[i];
            double pivot = work.normal[i][i];
            for (int j = 0; j < i; j++) {
                double entry = work.normal[i][j];
                for (int k = 0; k < j; k++) {
                    entry -= row[k] * work.factor[j][k];
                }
                row[j] = work.factor[j][j] > 0 ? entry / work.factor[j][j] : 0;
                pivot -= row[j] * row[j];
                value -= row[j] * work.projected[j];
            }
            row[i] = pivot > SINGULAR * work.normal[i][i] ? Math.sqrt(pivot) : 0;
            work.projected[i] = row[i] > 0 ? value / row[i] : 0;
            squares -= work.projected[i] * work.projected[i];
        }
        return squares;
    }

    private Cell cell(int[] steps, Work work) {
        int size = law.amplitudes();
        gather(steps, work);
        double[] amplitudes = NonNegative.solve(work.normal, work.right);
        double squares = total;
        double largest = 0;
        for (int a = 0; a < size; a++) {
            double reach = -2 * work.right[a];
            for (int b = 0; b < size; b++) {
                reach += work.normal[a][b] * amplitudes[b];
            }
            squares += amplitudes[a] * reach;
            largest = Math.max(largest, amplitudes[a] * work.right[a]);
        }
        double[] point = new double[law.size()];
        for (int a = 0; a < size; a++) {
            point[a] = Math.log(Math.max(amplitudes[a], LEAST_SHARE * largest / work.right[a]));
        }
        for (int e = 0; e < steps.length; e++) {
            point[size + e] = exponents[e][steps[e]];
        }
        return new Cell(point, steps, squares);
    }

    private int column(int term, int[] steps) {
        int choice = 0;
        for (int exponent : own[term]) {
            choice = choice * exponents[exponent].length + steps[exponent];
        }
        int column = first[term] + choice;
        if (columns[column] == null) {
            fill(column, term, steps);
        }
        return column;
    }

    private void fill(int column, int term, int[] steps) {
        double[] filled = relative.clone();
        List<Term.Power> powers = law.terms().get(term).powers();
        for (int j = 0; j < powers.size(); j++) {
            double[] factor = factor(term, j, powers.get(j), steps[powers.get(j).exponent()]);
            for (int i = 0; i < rows; i++) {
                filled[i] *= factor[i];
            }
        }
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += roots[i] * filled[i];
        }
        columns[column] = filled;
        sums[column] = sum;
    }

    private double[] factor(int term, int j, Term.Power power, int step) {
        double[] known = factors[term][j][step];
        if (known != null) {
            return known;
        }
        double[] factor = new double[rows];
        double exponent = exponents[power.exponent()][step];
        boolean doubled =
                step >= octave && Math.abs(exponents[power.exponent()][step - octave] * 2 - exponent) < ROUNDING;
        if (doubled) {
            double[] half = factor(term, j, power, step - octave);
            for (int i = 0; i < rows; i++) {
                factor[i] = half[i] * half[i];
            }
        } else {
            double[] logs = data.logs[power.variable()];
            for (int i = 0; i < rows; i++) {
                factor[i] = Math.exp(-exponent * power.of(logs[i * stride]));
            }
        }
        factors[term][j][step] = factor;
        return factor;
    }

    private double product(int a, int b) {
        double known = products[a][b];
        if (!Double.isNaN(known)) {
            return known;
        }
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += columns[a][i] * columns[b][i];
        }
        products[a][b] = sum;
        products[b][a] = sum;
        return sum;
    }
}
