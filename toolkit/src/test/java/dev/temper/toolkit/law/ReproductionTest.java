package dev.temper.toolkit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.form.LawForms;
import dev.temper.toolkit.law.solve.Loss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.MersenneTwister;
import org.junit.jupiter.api.Test;

/** Published fits, found again. */
class ReproductionTest {
    private static Fit chinchilla(Loss loss) {
        return Fitting.fit(
                LawForms.CHINCHILLA, Published.chinchilla(), FitOptions.losses().withLoss(loss));
    }

    @Test
    void hubersOptimumOfChinchilla() {
        Fit fit = chinchilla(Loss.HUBER_HOFFMANN);

        assertThat(fit.runs()).isEqualTo(240);
        assertThat(fit.convergence().objective()).isCloseTo(0.0010182740178006, within(1e-12));
        assertThat(fit.parameters()[0]).isCloseTo(1.817218, within(1e-6));
        assertThat(fit.parameters()[1]).isCloseTo(477.826, within(1e-3));
        assertThat(fit.parameters()[2]).isCloseTo(2143.418, within(1e-2));
        assertThat(fit.parameters()[3]).isCloseTo(0.347310, within(1e-6));
        assertThat(fit.parameters()[4]).isCloseTo(0.367172, within(1e-6));
    }

    @Test
    void leastSquaresOfChinchillaHasOtherExponents() {
        double[] parameters = chinchilla(Loss.SQUARES).parameters();

        assertThat(parameters[3]).isCloseTo(0.3603, within(5e-5));
        assertThat(parameters[4]).isCloseTo(0.4059, within(5e-5));
    }

    @Test
    void absoluteDifferencesOfChinchillaAreThePublishedReplication() {
        double[] parameters = chinchilla(Loss.ABSOLUTE).parameters();

        assertThat(parameters[0]).isCloseTo(1.81686, within(5e-6));
        assertThat(parameters[1]).isCloseTo(482.006, within(1e-3));
        assertThat(parameters[2]).isCloseTo(2085.434, within(3e-3));
        assertThat(parameters[3]).isCloseTo(0.34781, within(5e-6));
        assertThat(parameters[4]).isCloseTo(0.36585, within(5e-6));
    }

    @Test
    void aRefitToTheSameRunsIsTheFitItself() {
        Fit fit = chinchilla(Loss.HUBER_HOFFMANN);
        double[] ones = new double[fit.runs()];
        Arrays.fill(ones, 1);

        Refit again = fit.refitter().fit(values(fit), ones);

        assertThat(again.converged()).isTrue();
        assertThat(again.objective()).isCloseTo(fit.convergence().objective(), within(1e-15));
        assertThat(again.parameters()[3]).isCloseTo(fit.parameters()[3], within(1e-9));
    }

    @Test
    void bootstrapErrorsOfChinchillaAreThoseOfTheSeed42() {
        Fit fit = chinchilla(Loss.HUBER_HOFFMANN);
        int runs = fit.runs();
        MersenneTwister random = new MersenneTwister(42);
        double[][] counts = new double[4000][runs];
        for (double[] draw : counts) {
            for (int i = 0; i < runs; i++) {
                draw[below(runs, random)]++;
            }
        }
        double[] values = values(fit);

        Refit[] refits = new Refit[counts.length];
        IntStream.range(0, 2).parallel().forEach(thread -> {
            Refitter refitter = fit.refitter();
            for (int draw = thread; draw < counts.length; draw += 2) {
                refits[draw] = refitter.fit(values, counts[draw]);
            }
        });

        assertThat(refits).allMatch(Refit::converged);
        double[] errors = {0.02566, 124.49, 1293.2, 0.01540, 0.02059};
        for (int j = 0; j < errors.length; j++) {
            assertThat(deviation(refits, j)).isCloseTo(errors[j], within(2e-4 * errors[j] + 5e-6));
        }
        Refit alone = fit.refitter().fit(values, counts[3999]);
        assertThat(alone.parameters()).isEqualTo(refits[3999].parameters());
    }

    /** Five parameters, so five runs that the law meets exactly. */
    @Test
    void leastAbsoluteDifferencesMeetAsManyRunsAsParameters() {
        Fit fit = chinchilla(Loss.ABSOLUTE);

        assertThat(Arrays.stream(fit.residuals()).filter(residual -> Math.abs(residual) < 1e-12))
                .hasSize(5);
        assertThat(fit.convergence().objective()).isLessThan(1.129494653622);
        assertThat(fit.convergence().gradient()).isZero();
    }

    /**
     * Bhagia et al. 2024 (arXiv 2412.04403): sixteen runs of 190M to 1.3B parameters, each by the mean of its last five losses on C4,
     * foretell the loss of 13B parameters after 5T tokens as 2.34439.
     */
    @Test
    void sixteenRunsOfTheLadderForetellThirteenBillionAsPublished() {
        Map<String, Double> sizes =
                Map.of("190M", 190_354_176.0, "370M", 371_262_464.0, "760M", 758_220_288.0, "1B", 1_279_395_840.0);
        Map<String, List<double[]>> runs = new TreeMap<>();
        for (Map<String, String> row : Published.rows("olmo_ladder/trajectories_c4.csv")) {
            String file = row.getOrDefault("file", "");
            double loss = Published.column(List.of(row), "eval/c4_en-validation/CrossEntropyLoss")[0];
            if (file.matches("(190M|370M|760M|1B)-(1|2|5|10)xC.csv") && !Double.isNaN(loss)) {
                runs.computeIfAbsent(file, unused -> new ArrayList<>())
                        .add(new double[] {Published.column(List.of(row), "throughput/total_tokens")[0], loss});
            }
        }
        double[][] places = new double[runs.size()][];
        double[] losses = new double[runs.size()];
        int i = 0;
        for (Map.Entry<String, List<double[]>> run : runs.entrySet()) {
            List<double[]> points = run.getValue();
            String size = run.getKey().substring(0, run.getKey().indexOf('-'));
            places[i] = new double[] {sizes.getOrDefault(size, 0.0), points.get(points.size() - 1)[0]};
            losses[i++] = points.subList(points.size() - 5, points.size()).stream()
                    .mapToDouble(point -> point[1])
                    .average()
                    .orElseThrow();
        }

        Fit fit = Fitting.fit(
                LawForms.CHINCHILLA,
                Observations.of(places, losses),
                FitOptions.losses().withLoss(Loss.HUBER_HOFFMANN));

        assertThat(fit.runs()).isEqualTo(16);
        assertThat(fit.value(13_202_396_160.0, 5_000_088_518_656.0)).isCloseTo(2.34439, within(1e-5));
    }

    private static double[] values(Fit fit) {
        double[] values = new double[fit.runs()];
        Arrays.setAll(values, fit.observations()::value);
        return values;
    }

    /** A number below a bound as numpy's legacy generator draws it: the low bits, again until they are small enough. */
    private static int below(int bound, MersenneTwister random) {
        int mask = Integer.highestOneBit(bound - 1) * 2 - 1;
        int drawn = random.nextInt() & mask;
        while (drawn >= bound) {
            drawn = random.nextInt() & mask;
        }
        return drawn;
    }

    private static double deviation(Refit[] refits, int parameter) {
        double[] drawn = Arrays.stream(refits)
                .mapToDouble(refit -> refit.parameters()[parameter])
                .toArray();
        double mean = Arrays.stream(drawn).average().orElseThrow();
        return Math.sqrt(Arrays.stream(drawn)
                .map(each -> (each - mean) * (each - mean))
                .average()
                .orElseThrow());
    }
}
