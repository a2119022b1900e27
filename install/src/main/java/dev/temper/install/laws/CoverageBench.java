package dev.temper.install.laws;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.law.form.LawForms;
import dev.temper.toolkit.law.interval.Ends;
import dev.temper.toolkit.law.interval.IntervalKind;
import dev.temper.toolkit.law.interval.IntervalKind.Bootstrap;
import dev.temper.toolkit.law.interval.IntervalKind.Formula;
import dev.temper.toolkit.law.interval.Intervals;
import dev.temper.toolkit.law.interval.Quantity;
import dev.temper.toolkit.law.interval.Resampling;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How often intervals of 95 % hold the truth, over simulated sweeps of a fixed seed: the exponent, and the law at ten times the compute. */
public final class CoverageBench {
    private static final double LEVEL = 0.95;
    private static final double BAR = 1.5;
    private static final long SEED = 20406;
    private static final String DEFAULT = "default";

    private final Request request;
    private final PrintStream out;
    private final Map<String, Double> figures = new LinkedHashMap<>();

    /**
     * Prepares the simulation.
     *
     * @param request how much of it
     * @param out where the table goes
     */
    public CoverageBench(Request request, PrintStream out) {
        this.request = request;
        this.out = out;
    }

    /**
     * How much to simulate.
     *
     * @param sweeps of each kind
     * @param draws of each bootstrap
     * @param defaultOnly whether the bootstraps are left out
     */
    public record Request(int sweeps, int draws, boolean defaultOnly) {
        static final Request USUAL = new Request(1000, 499, false);

        /**
         * Reads options.
         *
         * @param words {@code --sweeps N}, {@code --draws N}, {@code --default-only}
         * @return the request
         * @throws IllegalArgumentException when a word is not known
         */
        public static Request of(List<String> words) {
            Request request = USUAL;
            for (int i = 0; i < words.size(); i++) {
                switch (words.get(i)) {
                    case "--sweeps" ->
                        request = new Request(Words.number(words, ++i, 1), request.draws, request.defaultOnly);
                    case "--draws" ->
                        request = new Request(request.sweeps, Words.number(words, ++i, 20), request.defaultOnly);
                    case "--default-only" -> request = new Request(request.sweeps, request.draws, true);
                    default ->
                        throw new IllegalArgumentException(
                                "option must be one of --sweeps, --draws," + " --default-only, but is " + words.get(i));
                }
            }
            return request;
        }
    }

    /** What one sweep shows of one way: whether the exponent and the target are held, and how wide the latter's interval is. */
    private record Held(boolean exponent, boolean target, double width) {}

    /** Simulates all kinds of sweep, prints a table for each target, and the figures as a line of JSON. */
    public void run() {
        out.printf(
                Locale.ROOT,
                "Coverage of intervals of 95 %%: %,d sweeps of each kind, %,d draws; by chance alone a share moves by ±%.1f points (one deviation)%n",
                request.sweeps,
                request.draws,
                100 * Math.sqrt(0.95 * 0.05 / request.sweeps));
        Map<String, List<double[]>> rows = new LinkedHashMap<>();
        for (int k = 0; k < SweepKind.ALL.size(); k++) {
            long begun = System.nanoTime();
            Map<String, double[]> column = column(k);
            column.forEach((way, shares) ->
                    rows.computeIfAbsent(way, key -> new ArrayList<>()).add(shares));
            out.printf(
                    Locale.ROOT,
                    "  %d %s: default %.1f / %.1f, %.0f s%n",
                    k + 1,
                    SweepKind.ALL.get(k).name(),
                    rowOf(column, DEFAULT)[0],
                    rowOf(column, DEFAULT)[1],
                    (System.nanoTime() - begun) / 1e9);
        }
        table("exponent, % of intervals that hold it", rows, 0);
        table("law at ten times the largest budget, % of intervals that hold it", rows, 1);
        table("the same, median width in % of the law", rows, 2);
        verdicts(rows);
        out.println(Words.json(figures));
    }

    private static double[] rowOf(Map<String, double[]> column, String way) {
        double[] row = column.get(way);
        if (row == null) {
            throw new IllegalStateException("no figures of " + way);
        }
        return row;
    }

    private Map<String, double[]> column(int k) {
        SweepKind kind = SweepKind.ALL.get(k);
        long[] seeds = new SplittableRandom(SEED + k).longs(request.sweeps).toArray();
        List<Map<String, Held>> sweeps = IntStream.range(0, request.sweeps)
                .parallel()
                .mapToObj(sweep -> sweep(kind, new Random(seeds[sweep]), sweep))
                .toList();
        Map<String, double[]> column = new LinkedHashMap<>();
        for (String way : sweeps.get(0).keySet()) {
            List<Held> held = sweeps.stream().map(each -> each.get(way)).toList();
            column.put(way, new double[] {
                100.0 * held.stream().filter(Held::exponent).count() / held.size(),
                100.0 * held.stream().filter(Held::target).count() / held.size(),
                100 * Words.median(held.stream().map(Held::width).toList())
            });
        }
        return column;
    }

    private Map<String, Held> sweep(SweepKind kind, Random random, int number) {
        Fit fit = Fitting.fit(LawForms.POWER, kind.draw(random), FitOptions.losses());
        double target = kind.target();
        double truth = LawForms.POWER.value(SweepKind.LAW, target);
        Map<String, Held> held = new LinkedHashMap<>();
        held.put(DEFAULT, held(fit.estimates(LEVEL).get(2).interval(), fit.confidence(target, LEVEL), truth));
        Intervals intervals = Intervals.of(fit).withDraws(request.draws, number);
        Quantity exponent = Quantity.parameter(fit, "α");
        Quantity value = Quantity.value(fit, target);
        for (IntervalKind way : ways()) {
            held.put(
                    way.key(),
                    held(
                            intervals.of(exponent, way, LEVEL).interval(),
                            intervals.of(value, way, LEVEL).interval(),
                            truth));
        }
        return held;
    }

    private static Held held(Interval exponent, Interval target, double truth) {
        return new Held(
                exponent.contains(SweepKind.LAW[2]), target.contains(truth), (target.upper() - target.lower()) / truth);
    }

    private List<IntervalKind> ways() {
        List<IntervalKind> ways = new ArrayList<>(List.of(Formula.values()));
        if (!request.defaultOnly) {
            ways.addAll(List.of(
                    new Bootstrap(Resampling.CASES, Ends.PERCENTILE),
                    new Bootstrap(Resampling.CASES, Ends.BCA),
                    new Bootstrap(Resampling.RESIDUALS_RAW, Ends.PERCENTILE),
                    new Bootstrap(Resampling.RESIDUALS, Ends.PERCENTILE),
                    new Bootstrap(Resampling.RESIDUALS, Ends.BCA),
                    new Bootstrap(Resampling.RESIDUALS, Ends.T),
                    new Bootstrap(Resampling.WILD, Ends.PERCENTILE),
                    new Bootstrap(Resampling.WILD, Ends.T),
                    new Bootstrap(Resampling.POINTS, Ends.PERCENTILE)));
        }
        return ways;
    }

    private void table(String title, Map<String, List<double[]>> rows, int which) {
        out.printf("%n%s%n%-24s", title, "");
        for (int k = 1; k <= SweepKind.ALL.size(); k++) {
            out.printf("%7d", k);
        }
        out.println();
        rows.forEach((way, columns) -> {
            out.printf("%-24s", way);
            for (int k = 0; k < columns.size(); k++) {
                double figure = columns.get(k)[which];
                out.printf(Locale.ROOT, which == 2 ? "%7.2f" : "%7.1f", figure);
                figures.put(way + "_" + List.of("exponent", "target", "width").get(which) + "_" + (k + 1), figure);
            }
            out.println();
        });
    }

    private void verdicts(Map<String, List<double[]>> rows) {
        List<double[]> columns = rows.getOrDefault(DEFAULT, List.of());
        List<String> outside = new ArrayList<>();
        for (int k = 0; k < columns.size(); k++) {
            for (int which = 0; which < 2 && SweepKind.ALL.get(k).barred(); which++) {
                if (Math.abs(columns.get(k)[which] - 100 * LEVEL) > BAR) {
                    outside.add(String.format(Locale.ROOT, "%d: %.1f", k + 1, columns.get(k)[which]));
                }
            }
        }
        String kinds = IntStream.range(0, SweepKind.ALL.size())
                .mapToObj(k -> (k + 1) + " " + SweepKind.ALL.get(k).name())
                .collect(Collectors.joining(", "));
        out.printf(
                "%n%s%nDefault within 95 ± %.1f in all columns but 3: %s%n",
                kinds, BAR, outside.isEmpty() ? "yes" : "no, outside are " + String.join(", ", outside));
        figures.put("outside", (double) outside.size());
    }
}
