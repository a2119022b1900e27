package dev.temper.install.laws;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Refitter;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** How the cost grows with runs and with draws: ten and a hundred times as many. */
final class Growth {
    private static final List<Integer> TIMES = List.of(1, 10, 100);
    private static final int RUNS = 240;
    private static final int DRAWS = 200;
    private static final long SEED = 20407;

    private final LawForm form;
    private final FitOptions options;
    private final PrintStream out;
    private final Map<String, Double> figures;
    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();

    Growth(LawForm form, FitOptions options, PrintStream out, Map<String, Double> figures) {
        this.form = form;
        this.options = options;
        this.out = out;
        this.figures = figures;
    }

    void run() {
        out.printf("%n%-32s %12s %12s %12s   growth for 10x, 100x%n", "seconds of one core", "1x", "10x", "100x");
        double[] fits = new double[TIMES.size()];
        double[] draws = new double[TIMES.size()];
        double[] numbers = new double[TIMES.size()];
        for (int k = 0; k < TIMES.size(); k++) {
            Sheet sheet = Sheet.synthetic(RUNS * TIMES.get(k), SEED);
            int repeats = Math.max(1, 30 / TIMES.get(k));
            fits[k] = seconds(() -> Fitting.fit(form, sheet.observations(), options), repeats);
            Fit fit = Fitting.fit(form, sheet.observations(), options);
            draws[k] = seconds(() -> bootstrap(fit, sheet, DRAWS), 1);
        }
        Sheet sheet = Sheet.synthetic(RUNS, SEED);
        Fit fit = Fitting.fit(form, sheet.observations(), options);
        for (int k = 0; k < TIMES.size(); k++) {
            int count = DRAWS * TIMES.get(k);
            numbers[k] = seconds(() -> bootstrap(fit, sheet, count), 1);
        }
        row("fit, " + RUNS + " runs", "growth_runs_fit", fits);
        row(DRAWS + " draws, " + RUNS + " runs", "growth_runs_draws", draws);
        row("draws, from " + DRAWS, "growth_draws", numbers);
    }

    private double seconds(Runnable work, int repeats) {
        long begun = clock.getCurrentThreadCpuTime();
        for (int i = 0; i < repeats; i++) {
            work.run();
        }
        return (clock.getCurrentThreadCpuTime() - begun) / 1e9 / repeats;
    }

    private static void bootstrap(Fit fit, Sheet sheet, int draws) {
        Refitter refitter = fit.refitter();
        SplittableRandom random = new SplittableRandom(SEED);
        double[] counts = new double[sheet.runs()];
        for (int b = 0; b < draws; b++) {
            Arrays.fill(counts, 0);
            for (int i = 0; i < counts.length; i++) {
                counts[random.nextInt(counts.length)]++;
            }
            refitter.fit(sheet.losses(), counts);
        }
    }

    private void row(String name, String figure, double[] seconds) {
        out.printf(
                Locale.ROOT,
                "%-32s %12.4g %12.4g %12.4g   %.1f, %.1f%n",
                name,
                seconds[0],
                seconds[1],
                seconds[2],
                seconds[1] / seconds[0],
                seconds[2] / seconds[0]);
        for (int k = 0; k < seconds.length; k++) {
            figures.put(figure + "_" + TIMES.get(k) + "x", seconds[k]);
        }
    }
}
