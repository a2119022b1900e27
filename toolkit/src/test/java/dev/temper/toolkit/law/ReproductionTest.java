package dev.temper.toolkit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.solve.Loss;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.MersenneTwister;
import org.junit.jupiter.api.Test;

/** Published fits, found again. */
class ReproductionTest {
    private static Fit chinchilla(Loss loss) {
        return Fitting.fit(
                new TwoPowers(), Published.chinchilla(), FitOptions.losses().withLoss(loss));
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

        assertThat(parameters[0]).isCloseTo(1.81686, within(1e-5));
        assertThat(parameters[1]).isCloseTo(481.999, within(0.02));
        assertThat(parameters[2]).isCloseTo(2085.393, within(0.2));
        assertThat(parameters[3]).isCloseTo(0.34781, within(1e-5));
        assertThat(parameters[4]).isCloseTo(0.36585, within(1e-5));
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
