package dev.temper.toolkit.law.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CoordinatesTest {
    private static final double[] LAW = {1.7, 0.5, 0.3, 0.25};
    private static final double STEP = 1e-6;

    /** {@code E + A·x^-α + C·(2x)^-2α}: two amplitudes beside the floor. */
    private static final class TwoAmplitudes implements LawForm {
        @Override
        public String key() {
            return "two-amplitudes";
        }

        @Override
        public String name() {
            return "law with two amplitudes";
        }

        @Override
        public String formula() {
            return "E + A·x^-α + C·(2x)^-2α";
        }

        @Override
        public String latex() {
            return formula();
        }

        @Override
        public String source() {
            return "for this test";
        }

        @Override
        public List<Variable> variables() {
            return List.of(Variable.positive("x", "none", "budget"));
        }

        @Override
        public List<Parameter> parameters() {
            return List.of("E", "A", "C", "α").stream()
                    .map(name -> new Parameter(name, "none", name))
                    .toList();
        }

        @Override
        public OptionalInt floor() {
            return OptionalInt.of(0);
        }

        @Override
        public boolean monotone() {
            return true;
        }

        @Override
        public double value(double[] p, double... x) {
            return p[0] + p[1] * Math.pow(x[0], -p[3]) + p[2] * Math.pow(2 * x[0], -2 * p[3]);
        }

        @Override
        public double[] gradient(double[] p, double... x) {
            double one = Math.pow(x[0], -p[3]);
            double two = Math.pow(2 * x[0], -2 * p[3]);
            return new double[] {1, one, two, -p[1] * one * Math.log(x[0]) - 2 * p[2] * two * Math.log(2 * x[0])};
        }

        @Override
        public double[][] bounds(Design design, FitOptions options) {
            double infinite = Double.POSITIVE_INFINITY;
            return new double[][] {{options.asymptoteLower(), 0, 0, 0.01}, {infinite, infinite, infinite, 3}};
        }

        @Override
        public int linear() {
            return 3;
        }

        @Override
        public List<double[]> shapes(Design design) {
            return List.of(new double[] {0.2}, new double[] {0.4});
        }
    }

    private static Coordinates coordinates(double floor) {
        LawForm form = new TwoAmplitudes();
        JointOptions options = JointOptions.shrunk(FitOptions.losses(floor)).with("E", Sharing.SHRUNK);
        Design design = new Design(List.of(new Design.Range(1, 10, 100)));
        return new Coordinates(form, options.fit(), design, options.roles(form));
    }

    @Test
    void goThereAndBack() {
        Coordinates coordinates = coordinates(1.2);
        double[] point = coordinates.of(LAW);
        assertThat(point[0]).isCloseTo(0.5 / 1.3, within(1e-12));
        assertThat(point[1]).isCloseTo(0.5 / 0.8, within(1e-12));
        assertThat(point[2]).isCloseTo(Math.log(1.3), within(1e-12));
        double[] back = coordinates.parameters(point);
        for (int i = 0; i < LAW.length; i++) {
            assertThat(back[i]).isCloseTo(LAW[i], within(1e-12));
        }
    }

    @Test
    void sharesLieBetweenNothingAndAll() {
        Coordinates coordinates = coordinates(0);
        assertThat(coordinates.lower).containsExactly(0, 0, Double.NEGATIVE_INFINITY, 0.01);
        assertThat(coordinates.upper).containsExactly(1, 1, Double.POSITIVE_INFINITY, 3);
        double[] beyond = {-0.1, 1.2, 0, 5};
        coordinates.clamp(beyond);
        assertThat(beyond).containsExactly(0, 1, 0, 3);
    }

    @Test
    void derivativesAreThoseOfFiniteDifferences() {
        Coordinates coordinates = coordinates(1.2);
        double[] point = coordinates.of(LAW);
        double[][] jacobian = coordinates.jacobian(point);
        for (int j = 0; j < point.length; j++) {
            double[] up = point.clone();
            double[] down = point.clone();
            up[j] += STEP;
            down[j] -= STEP;
            for (int i = 0; i < point.length; i++) {
                double slope = (coordinates.parameters(up)[i] - coordinates.parameters(down)[i]) / (2 * STEP);
                assertThat(jacobian[i][j]).as("%d in %d", i, j).isCloseTo(slope, within(1e-8));
            }
        }
    }
}
