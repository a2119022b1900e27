package dev.temper.install.laws;

import dev.temper.toolkit.law.Observations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Runs of several sizes and budgets: parameters, tokens and loss of each.
 *
 * @param rows parameters and tokens of each run
 * @param losses of the runs, nats per token
 */
@SuppressWarnings("ArrayRecordComponent") // numbers on their way to fits, compared by nobody
record Sheet(double[][] rows, double[] losses) {
    private static final double[] PUBLISHED = {1.8172, 477.8, 2143.4, 0.3473, 0.3672};
    private static final int KEPT = 240;
    private static final int SIZES = 50;

    /**
     * Makes runs of the published replication's law (Besiroglu et al. 2024) with heavy-tailed noise: nine budgets of compute, sizes that
     * differ by a factor of up to ten at each, differences with Student's t of 3 degrees of freedom.
     */
    static Sheet synthetic(int runs, long seed) {
        Random random = new Random(seed);
        double[][] rows = new double[runs][];
        double[] losses = new double[runs];
        for (int i = 0; i < runs; i++) {
            double compute = 6e18 * Math.pow(500, i % 9 / 8.0);
            double best = 0.09 * Math.sqrt(compute);
            double size = best * Math.pow(10, Math.round(SIZES * (random.nextDouble() - 0.5)) / (double) SIZES);
            rows[i] = new double[] {size, compute / (6 * size)};
            double law = PUBLISHED[0]
                    + PUBLISHED[1] * Math.pow(size, -PUBLISHED[3])
                    + PUBLISHED[2] * Math.pow(rows[i][1], -PUBLISHED[4]);
            losses[i] = law * Math.exp(0.006 * SweepKind.heavy(random));
        }
        return new Sheet(rows, losses);
    }

    /** Reads the columns "Model Size", "Training FLOP" and "loss", and drops the largest losses beyond 240 runs. */
    static Sheet read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> names = Arrays.asList(lines.get(0).split(",", -1));
        int size = column(names, "Model Size", file);
        int compute = column(names, "Training FLOP", file);
        int loss = column(names, "loss", file);
        List<double[]> runs = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            double n = Double.parseDouble(cells[size]);
            runs.add(new double[] {n, Double.parseDouble(cells[compute]) / (6 * n), Double.parseDouble(cells[loss])});
        }
        runs.sort(Comparator.comparingDouble(run -> run[2]));
        List<double[]> kept = runs.subList(0, Math.min(KEPT, runs.size()));
        return new Sheet(
                kept.stream().map(run -> Arrays.copyOf(run, 2)).toArray(double[][]::new),
                kept.stream().mapToDouble(run -> run[2]).toArray());
    }

    private static int column(List<String> names, String name, Path file) throws IOException {
        int column = names.indexOf(name);
        if (column < 0) {
            throw new IOException(file + " must have the columns Model Size, Training FLOP and loss, but has " + names);
        }
        return column;
    }

    Observations observations() {
        return Observations.of(rows, losses);
    }

    int runs() {
        return losses.length;
    }

    void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < losses.length; i++) {
            text.append(Arrays.stream(new double[] {rows[i][0], rows[i][1], losses[i]})
                            .mapToObj(number -> String.format(Locale.ROOT, "%.17g", number))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        Files.writeString(file, text);
    }
}
