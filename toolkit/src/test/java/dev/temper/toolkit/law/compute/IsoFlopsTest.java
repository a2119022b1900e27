package dev.temper.toolkit.law.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.FitException;
import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.law.form.LawForms;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IsoFlopsTest {
    private static final double[] LAW = {1.69, 406.4, 410.7, 0.34, 0.28};
    private static final double EXPONENT = LAW[4] / (LAW[3] + LAW[4]);
    private static final double[] COMPUTES = {6e18, 3e19, 1e20, 6e20, 3e21};

    /** Sizes around the best one at each compute, moved off it by a power of the compute. */
    private static IsoFlops of(double width, double offPerDecade, double sigma, int sizes) {
        Random random = new Random(3);
        int n = COMPUTES.length * sizes;
        double[] compute = new double[n];
        double[] parameters = new double[n];
        double[] losses = new double[n];
        for (int i = 0; i < n; i++) {
            compute[i] = COMPUTES[i / sizes] * (1 + sigma * random.nextDouble());
            double middle =
                    OptimalSplit.best(LAW, compute[i]) * Math.exp(offPerDecade * Math.log10(compute[i] / COMPUTES[0]));
            parameters[i] = middle * Math.pow(width, (i % sizes) / (sizes - 1.0) - 0.5);
            losses[i] = LawForms.CHINCHILLA.value(LAW, parameters[i], compute[i] / 6 / parameters[i])
                    * Math.exp(sigma * random.nextGaussian());
        }
        return IsoFlops.of(compute, parameters, losses, 0.1);
    }

    @Test
    void findsTheExponentOnNarrowCentredGrids() {
        IsoFlops flops = of(4, 0, 0, 7);
        ComputeLaw law = flops.law(0.95);
        assertThat(law.exponent().estimate()).isCloseTo(EXPONENT, within(1e-3));
        assertThat(law.parameters(1e22) / OptimalSplit.best(LAW, 1e22)).isCloseTo(1, within(0.03));
        assertThat(6 * law.parameters(1e22) * law.tokens(1e22)).isCloseTo(1e22, within(1e12));
        assertThat(flops.warnings()).isEmpty();
        assertThat(flops.parabolas()).hasSize(COMPUTES.length).allMatch(parabola -> parabola.runs() == 7);
    }

    @Test
    void intervalsHoldTheTruthUnderNoise() {
        IsoFlops flops = of(6, 0, 0.001, 9);
        assertThat(flops.law(0.99).exponent().contains(EXPONENT)).isTrue();
        assertThat(flops.law(0.99).exponent().bounded()).isTrue();
        assertThat(flops.parabolas()).allSatisfy(parabola -> {
            Interval vertex = parabola.vertex().orElseThrow();
            assertThat(vertex.bounded()).isTrue();
            assertThat(vertex.upper() / vertex.lower()).isBetween(1.01, 3.0);
        });
    }

    @Test
    void warnsOfGridsThatDriftOffCentreAndBiasTheExponent() {
        IsoFlops centred = of(16, 0, 0, 9);
        IsoFlops below = of(16, -0.35, 0, 9);
        assertThat(centred.law(0.95).exponent().estimate()).isCloseTo(EXPONENT, within(1e-9));
        assertThat(centred.warnings()).isEmpty();
        assertThat(below.law(0.95).exponent().estimate()).isLessThan(EXPONENT - 5e-3);
        assertThat(below.warnings()).anyMatch(warning -> warning.contains("off centre") && warning.contains("above"));
        assertThat(of(16, 0.35, 0, 9).warnings())
                .anyMatch(warning -> warning.contains("off centre") && warning.contains("below"));
    }

    @Test
    void warnsOfWideGrids() {
        assertThat(of(400, 0, 0, 9).warnings())
                .hasSize(COMPUTES.length)
                .allMatch(warning -> warning.contains("span a factor of 400"));
    }

    @Test
    void goesThroughThreeSizesExactlyAndClaimsNoInterval() {
        IsoFlops flops = of(4, 0, 0, 3);
        assertThat(flops.law(0.95).exponent().estimate()).isCloseTo(EXPONENT, within(2e-3));
        assertThat(flops.parabolas())
                .allMatch(parabola -> !parabola.vertex().orElseThrow().bounded());
    }

    @Test
    void leavesOutComputesWithoutALowestPointAndSaysWhichSizesAreMissing() {
        double[] compute = {1e19, 1e19, 1e19, 1e20, 1e20, 1e20, 1e21, 1e21, 1e21, 1e22};
        double[] parameters = {1e8, 2e8, 4e8, 3e8, 6e8, 1.2e9, 1e9, 2e9, 4e9, 5e9};
        double[] losses = {3.1, 3, 3.1, 2.7, 2.6, 2.7, 2.5, 2.4, 2.35, 2.2};
        IsoFlops flops = IsoFlops.of(compute, parameters, losses, 0.1);
        assertThat(flops.warnings())
                .containsExactly(
                        "at 1.00e+21 FLOP the loss has no lowest point among the sizes; add larger ones",
                        "at 1.00e+22 FLOP sizes must be at least 3 for a parabola, but are 1");
        assertThat(flops.law(0.95).exponent().estimate()).isCloseTo(Math.log10(3), within(1e-9));
        assertThat(flops.law(0.95).exponent().bounded()).isFalse();
    }

    @Test
    void refusesLessThanTwoVertices() {
        double[] one = {1e19, 1e19, 1e19};
        assertThatThrownBy(() -> IsoFlops.of(one, new double[] {1e8, 2e8, 4e8}, new double[] {3.1, 3, 3.1}, 0.1))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("must be at least 2, but are 1");
    }

    @Test
    void namesEveryBadNumberAtOnce() {
        assertThatThrownBy(() ->
                        IsoFlops.of(new double[] {1e19, -1}, new double[] {0, 1e8}, new double[] {3, Double.NaN}, 0.1))
                .hasMessage("parameters of run 0 must be positive and finite, but is 0.0;"
                        + " compute of run 1 must be positive and finite, but is -1.0;"
                        + " loss of run 1 must be positive and finite, but is NaN");
        assertThatThrownBy(() -> IsoFlops.of(new double[1], new double[2], new double[2], 0.1))
                .hasMessage("compute and parameters must be as many as losses, 2, but are 1 and 2");
    }
}
