package dev.temper.install.laws;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Refit;
import dev.temper.toolkit.law.Refitter;
import dev.temper.toolkit.law.form.LawForms;
import dev.temper.toolkit.law.interval.Intervals;
import dev.temper.toolkit.law.interval.Resampling;
import dev.temper.toolkit.law.solve.Loss;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What fits cost beside SciPy's routes to the same optimum: processor time, in rounds that take turns. The law has five parameters and
 * two variables, the loss is Huber's at 1e-3 over differences of logarithms, summed.
 */
public final class LawsBench {
    private static final int RUNS = 240;
    private static final long SEED = 20406;
    private static final int DRAWS = 4000;
    private static final int FITS_OF_A_ROUND = 20;
    private static final int STARTS_OF_A_ROUND = 5;
    private static final int ALL_STARTS = 4500;
    private static final int RESAMPLES_OF_A_ROUND = 20;
    private static final double SAME = 1e-12;

    private final Request request;
    private final Optional<Path> python;
    private final Path scripts;
    private final PrintStream out;
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final LawForm form = LawForms.named("chinchilla");
    private final FitOptions options = FitOptions.losses().withLoss(Loss.HUBER_HOFFMANN);

    /**
     * Prepares the benchmark.
     *
     * @param request what to measure
     * @param python a Python that has SciPy
     * @param scripts the folder of the peers' scripts
     * @param out where the tables go
     */
    public LawsBench(Request request, Optional<Path> python, Path scripts, PrintStream out) {
        this.request = request;
        this.python = python;
        this.scripts = scripts;
        this.out = out;
    }

    /**
     * What to measure.
     *
     * @param rounds how often both sides take turns
     * @param csv runs to fit instead of simulated ones
     */
    public record Request(int rounds, Optional<Path> csv) {
        /**
         * Reads options.
         *
         * @param words {@code --rounds N}, {@code --csv FILE}
         * @return the request
         * @throws IllegalArgumentException when a word is not known
         */
        public static Request of(List<String> words) {
            Request request = new Request(12, Optional.empty());
            for (int i = 0; i < words.size(); i++) {
                switch (words.get(i)) {
                    case "--rounds" -> request = new Request(Words.number(words, ++i, 1), request.csv);
                    case "--csv" -> {
                        if (++i == words.size()) {
                            throw new IllegalArgumentException("--csv must name a file, but is missing");
                        }
                        request = new Request(request.rounds, Optional.of(Path.of(words.get(i))));
                    }
                    default ->
                        throw new IllegalArgumentException(
                                "option must be one of --rounds, --csv, but is " + words.get(i));
                }
            }
            return request;
        }
    }

    /**
     * Measures, and prints tables and as the last line the figures as JSON.
     *
     * @throws IOException when the runs cannot be read, or SciPy's routes fail
     */
    public void run() throws IOException {
        Sheet sheet = request.csv.isPresent() ? Sheet.read(request.csv.get()) : Sheet.synthetic(RUNS, SEED);
        out.printf(
                Locale.ROOT,
                "%s, %d runs (%s), %s on logs, %d rounds; seconds are processor time of one core%n",
                form.formula(),
                sheet.runs(),
                request.csv.map(Path::toString).orElse("simulated from the published law, heavy tails"),
                options.loss(),
                request.rounds);
        byte[][] counts = counts(sheet.runs());
        Fit fit = Fitting.fit(form, sheet.observations(), options);
        if (python.isPresent()) {
            beside(sheet, counts, fit, python.get());
        } else {
            out.println("No SciPy is found to stand beside it: name a Python that has it in TEMPER_SCIPY_PYTHON");
            for (int round = 0; round < request.rounds; round++) {
                ours(sheet, counts, fit);
            }
        }
        tell(fit);
        cores(fit);
        new Growth(form, options, out, figures).run();
        out.println(Words.json(figures));
    }

    private void beside(Sheet sheet, byte[][] counts, Fit fit, Path home) throws IOException {
        Path folder = Files.createTempDirectory("temper-laws");
        Path runs = folder.resolve("runs.csv");
        Path drawn = folder.resolve("counts");
        sheet.write(runs);
        try (var bytes = Files.newOutputStream(drawn)) {
            for (byte[] each : counts) {
                bytes.write(each);
            }
        }
        try (ScipyPeer peer = new ScipyPeer(home, scripts.resolve("laws").resolve("scipy_routes.py"), runs, drawn)) {
            for (int round = 0; round < request.rounds; round++) {
                double[] optima = ours(sheet, counts, fit);
                theirs(peer, round, fit, optima);
                out.printf("  round %d of %d%n", round + 1, request.rounds);
            }
        } finally {
            Files.deleteIfExists(runs);
            Files.deleteIfExists(drawn);
            Files.deleteIfExists(folder);
        }
    }

    private static byte[][] counts(int runs) {
        SplittableRandom random = new SplittableRandom(SEED);
        byte[][] counts = new byte[DRAWS][runs];
        for (byte[] each : counts) {
            for (int i = 0; i < runs; i++) {
                each[random.nextInt(runs)]++;
            }
        }
        return counts;
    }

    /** One round of ours; gives the objectives of the resamples. */
    private double[] ours(Sheet sheet, byte[][] counts, Fit fit) {
        long begun = clock.getCurrentThreadCpuTime();
        for (int i = 0; i < FITS_OF_A_ROUND; i++) {
            Fit again = Fitting.fit(form, sheet.observations(), options);
            worst("fit_gap", again.convergence().objective() - fit.convergence().objective());
        }
        note("fit", (clock.getCurrentThreadCpuTime() - begun) / 1e9 / FITS_OF_A_ROUND);
        Refitter refitter = fit.refitter();
        double[] objectives = new double[counts.length];
        double[] weights = new double[sheet.runs()];
        begun = clock.getCurrentThreadCpuTime();
        for (int b = 0; b < counts.length; b++) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = counts[b][i];
            }
            Refit refit = refitter.fit(sheet.losses(), weights);
            objectives[b] = refit.objective();
            worst("unconverged", refit.converged() ? 0 : 1);
        }
        note("bootstrap", (clock.getCurrentThreadCpuTime() - begun) / 1e9 / counts.length);
        return objectives;
    }

    private void theirs(ScipyPeer peer, int round, Fit fit, double[] optima) throws IOException {
        ScipyPeer.Answer answer = peer.ask("fit");
        note("scipy fit", answer.seconds());
        worst("scipy_fit_gap", answer.objectives().get(0) - fit.convergence().objective());
        worst("fit_gap", fit.convergence().objective() - answer.objectives().get(0));
        answer = peer.ask("grid " + STARTS_OF_A_ROUND + " " + round);
        note("scipy start", answer.seconds() / STARTS_OF_A_ROUND);
        for (double each : answer.objectives()) {
            note("start right", each - fit.convergence().objective() < 1e-9 ? 1 : 0);
        }
        int first = round * RESAMPLES_OF_A_ROUND % (DRAWS - RESAMPLES_OF_A_ROUND);
        for (String route : List.of("least_squares", "lbfgsb", "bfgs")) {
            answer = peer.ask(route + " " + first + " " + (first + RESAMPLES_OF_A_ROUND));
            note(route, answer.seconds() / RESAMPLES_OF_A_ROUND);
            for (int i = 0; i < RESAMPLES_OF_A_ROUND; i++) {
                worst(route + "_gap", answer.objectives().get(i) - optima[first + i]);
                worst("bootstrap_gap", optima[first + i] - answer.objectives().get(i));
            }
        }
    }

    private void note(String name, double value) {
        seconds.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    private void worst(String name, double gap) {
        figures.merge(name, gap, Math::max);
    }

    private double median(String name) {
        return Words.median(seconds.getOrDefault(name, List.of(Double.NaN)));
    }

    private void tell(Fit fit) {
        figures.put("objective", fit.convergence().objective());
        out.printf(Locale.ROOT, "%nOptimum %.16g; %s%n", fit.convergence().objective(), parameters(fit));
        out.printf("%n%-52s %14s %14s %12s%n", "one fit from nothing", "seconds", "times ours", "worst gap");
        row("Temper", median("fit"), median("fit"), "fit_gap", "fit_seconds");
        if (python.isEmpty()) {
            out.println("SciPy: not found");
        } else {
            row(
                    "SciPy: projection grid, least_squares",
                    median("scipy fit"),
                    median("fit"),
                    "scipy_fit_gap",
                    "scipy_fit_seconds");
            double grid = median("scipy start") * ALL_STARTS;
            row("SciPy: 4,500 starts, from a sample of them", grid, median("fit"), "", "grid_seconds");
            double right = seconds.getOrDefault("start right", List.of()).stream()
                    .mapToDouble(each -> each)
                    .average()
                    .orElse(Double.NaN);
            out.printf(Locale.ROOT, "    of those starts %.0f %% came within 1e-9 of the optimum%n", 100 * right);
            figures.put("starts_right", right);
        }
        out.printf("%n%-52s %14s %14s %12s%n", "one resample of " + DRAWS, "seconds", "times ours", "worst gap");
        row("Temper, one core", median("bootstrap"), median("bootstrap"), "bootstrap_gap", "bootstrap_seconds");
        if (python.isPresent()) {
            row(
                    "SciPy: least_squares, warm",
                    median("least_squares"),
                    median("bootstrap"),
                    "least_squares_gap",
                    "least_squares_seconds");
            row(
                    "SciPy: L-BFGS-B, warm, scaled, tight",
                    median("lbfgsb"),
                    median("bootstrap"),
                    "lbfgsb_gap",
                    "lbfgsb_seconds");
            row("SciPy: BFGS from Hoffmann's values", median("bfgs"), median("bootstrap"), "bfgs_gap", "bfgs_seconds");
            bars();
        }
    }

    private void bars() {
        double best = Math.min(median("least_squares"), median("lbfgsb")) / median("bootstrap");
        bar("fit against the best route of SciPy", median("scipy fit") / median("fit"), 5);
        bar("fit against 4,500 starts", median("scipy start") * ALL_STARTS / median("fit"), 20_000);
        bar("bootstrap against the best route of SciPy", best, 40);
        bar("bootstrap against BFGS", median("bfgs") / median("bootstrap"), 80);
        out.printf(
                Locale.ROOT,
                "%s no resample lies above another route's optimum by more than %.0e: at most %.1e%n",
                figures.getOrDefault("bootstrap_gap", 1.0) <= SAME ? "ok  " : "FAIL",
                SAME,
                figures.getOrDefault("bootstrap_gap", Double.NaN));
    }

    private void bar(String what, double ratio, double least) {
        out.printf(
                Locale.ROOT,
                "%s %s: %,.1f times, asked are %,.0f%n",
                ratio >= least ? "ok  " : "FAIL",
                what,
                ratio,
                least);
        figures.put(what.replaceAll("[^a-zA-Z0-9]+", "_"), ratio);
    }

    private void row(String name, double cost, double ours, String gap, String figure) {
        figures.put(figure, cost);
        out.printf(
                Locale.ROOT,
                "%-52s %14.3g %14.1f %12s%n",
                name,
                cost,
                cost / ours,
                gap.isEmpty() ? "" : String.format(Locale.ROOT, "%.1e", figures.getOrDefault(gap, 0.0)));
    }

    private static String parameters(Fit fit) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < fit.parameters().length; i++) {
            words.add(String.format(
                    Locale.ROOT, "%s %.6g", fit.form().parameters().get(i).name(), fit.parameters()[i]));
        }
        return String.join(", ", words);
    }

    /** All threads on the draws of one bootstrap: processor seconds over wall seconds are the cores that it kept busy. */
    private void cores(Fit fit) {
        var machine = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long wall = System.nanoTime();
        long cpu = machine.getProcessCpuTime();
        int used = Intervals.of(fit)
                .withDraws(DRAWS, SEED)
                .draws(Resampling.CASES)
                .counts()
                .used();
        double walls = (System.nanoTime() - wall) / 1e9;
        double busy = (machine.getProcessCpuTime() - cpu) / 1e9 / walls;
        figures.put("bootstrap_wall_seconds", walls);
        figures.put("bootstrap_cores", busy);
        out.printf(
                Locale.ROOT,
                "%n%,d resamples on all cores: %.2f s of wall time, %.1f of %d cores busy, load %.1f, %,d fitted%n",
                DRAWS,
                walls,
                busy,
                Runtime.getRuntime().availableProcessors(),
                machine.getSystemLoadAverage(),
                used);
    }
}
