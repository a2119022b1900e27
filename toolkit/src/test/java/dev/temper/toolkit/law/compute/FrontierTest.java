package dev.temper.toolkit.law.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.FitException;
import dev.temper.toolkit.law.form.LawForms;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontierTest {
    private static final double[] LAW = {1.69, 406.4, 410.7, 0.34, 0.28};

    private static TrainingCurve curve(double size, double lastTokens) {
        int steps = 60;
        double[] compute = new double[steps];
        double[] losses = new double[steps];
        for (int i = 0; i < steps; i++) {
            double tokens = lastTokens * Math.pow(1000, i / (steps - 1.0) - 1);
            compute[i] = 6 * size * tokens;
            losses[i] = LawForms.CHINCHILLA.value(LAW, size, tokens);
        }
        return TrainingCurve.of(size, compute, losses);
    }

    private static List<TrainingCurve> curves(int count) {
        List<TrainingCurve> curves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            curves.add(curve(5e7 * Math.pow(1.6, i), 5e11));
        }
        return curves;
    }

    @Test
    void findsTheExponentOfTheLawBehindTheCurves() {
        Frontier frontier = Frontier.of(curves(12));
        ComputeLaw law = frontier.law(0.95);
        assertThat(law.exponent().estimate()).isCloseTo(LAW[4] / (LAW[3] + LAW[4]), within(0.02));
        assertThat(law.exponent().contains(LAW[4] / (LAW[3] + LAW[4]))).isTrue();
        assertThat(law.exponent().bounded()).isTrue();
        assertThat(law.parameters(1e21) / OptimalSplit.best(LAW, 1e21)).isBetween(0.85, 1.15);
    }

    @Test
    void leavesOutComputesWhereANeighbouringSizeWasNotMeasured() {
        List<TrainingCurve> curves = curves(8);
        Frontier frontier = Frontier.of(curves);
        double smallest = curves.get(0).parameters();
        double largest = curves.get(7).parameters();
        assertThat(frontier.points()).isNotEmpty().allSatisfy(point -> {
            assertThat(point.parameters()).isGreaterThan(smallest).isLessThan(largest);
            assertThat(point.compute()).isLessThanOrEqualTo(6 * point.parameters() / 1.6 * 5e11 * 1.0000001);
        });
        assertThat(frontier.points()).extracting(Frontier.Point::loss).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void refusesTooFewSizes() {
        assertThatThrownBy(() -> Frontier.of(curves(4)))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("must be at least 3, but are 2");
        assertThatThrownBy(() -> Frontier.of(List.of())).isInstanceOf(FitException.class);
    }

    @Test
    void refusesACurveThatIsNone() {
        assertThatThrownBy(() -> TrainingCurve.of(1e8, new double[] {1e18}, new double[] {3}))
                .hasMessage("losses of a curve must be at least 2, but are 1");
        assertThatThrownBy(() -> TrainingCurve.of(1e8, new double[] {1e18, 1e18}, new double[] {3, 2}))
                .hasMessage("compute must rise along a curve, but after 1.0E18 comes 1.0E18");
        assertThatThrownBy(() -> TrainingCurve.of(-1, new double[] {1e18, 2e18}, new double[] {3, 2}))
                .hasMessageContaining("parameters of run 0 must be positive and finite, but is -1.0");
    }

    @Test
    void refusesComputeThatIsNone() {
        ComputeLaw law = Frontier.of(curves(8)).law(0.95);
        assertThatThrownBy(() -> law.parameters(0)).hasMessage("compute must be positive and finite, but is 0.0");
    }
}
