package dev.temper.toolkit.law.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LossValuesTest {
    static Stream<Loss> losses() {
        return Stream.of(Loss.SQUARES, Loss.huber(0.1), Loss.HUBER_HOFFMANN, Loss.ABSOLUTE, Loss.BINOMIAL);
    }

    @Test
    void smallDifferencesCostHalfTheirSquareAndLargeOnesGrowInALine() {
        Loss huber = Loss.huber(0.5);
        assertThat(huber.cost(1.3, 1)).isCloseTo(0.045, within(1e-15));
        assertThat(huber.cost(1.5, 1)).isCloseTo(0.125, within(1e-15));
        assertThat(huber.cost(4, 1)).isCloseTo(0.5 * (3 - 0.25), within(1e-14));
        assertThat(huber.cost(-2, 1)).isCloseTo(0.5 * (3 - 0.25), within(1e-14));
        assertThat(Loss.SQUARES.cost(4, 1)).isEqualTo(4.5);
        assertThat(Loss.ABSOLUTE.cost(4, 1)).isEqualTo(3);
        assertThat(Loss.ABSOLUTE.cost(-2, 1)).isEqualTo(3);
    }

    @Test
    void anAccuracyCostsItsDivergence() {
        assertThat(Loss.BINOMIAL.cost(0.5, 0.25)).isCloseTo(0.25 * Math.log(0.5) + 0.75 * Math.log(1.5), within(1e-15));
        assertThat(Loss.BINOMIAL.cost(0.3, 0)).isCloseTo(-Math.log(0.7), within(1e-15));
        assertThat(Loss.BINOMIAL.cost(0.3, 1)).isCloseTo(-Math.log(0.3), within(1e-15));
        assertThat(Loss.BINOMIAL.cost(0.3, 0.3)).isZero();
        assertThat(Loss.BINOMIAL.cost(0, 0.3)).isNaN();
        assertThat(Loss.BINOMIAL.cost(1, 0.3)).isNaN();
        assertThat(Loss.BINOMIAL.precision(0.2)).isCloseTo(2.5, within(1e-14));
        assertThat(Loss.SQUARES.precision(0.2)).isEqualTo(1);
    }

    @Test
    void theSeriesNearAnAccuracyMeetsTheDivergence() {
        double p = 0.3;
        double edge = 1e-4 * p;
        double below = Loss.BINOMIAL.root(p, p - 0.999 * edge);
        double above = Loss.BINOMIAL.root(p, p - 1.001 * edge);
        assertThat(above / below).isCloseTo(1.001 / 0.999, within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void theRootIsSignedAndItsSquareIsTwiceTheCost(Loss loss) {
        for (double value : new double[] {0.1, 0.2999, 0.2999999, 0.5, 0.9}) {
            double root = loss.root(0.3, value);
            assertThat(root * root).isCloseTo(2 * loss.cost(0.3, value), within(1e-12));
            assertThat(Math.signum(root)).isEqualTo(Math.signum(0.3 - value));
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void theSlopeOfTheRootIsThatOfFiniteDifferences(Loss loss) {
        for (double value : new double[] {0.1, 0.29, 0.2999, 0.29999, 0.301, 0.5, 0.9}) {
            double step = 1e-6;
            double slope = (loss.root(0.3 + step, value) - loss.root(0.3 - step, value)) / (2 * step);
            assertThat(loss.rootSlope(0.3, value)).as("%s at %s", loss, value).isCloseTo(slope, within(5e-3 * slope));
        }
    }

    @Test
    void aThresholdThatAdaptsIsKnownFromResidualsAlone() {
        Loss loss = Loss.huberMad(2);
        assertThat(loss.adapts()).isTrue();
        assertThat(loss.adaptedTo(new double[] {-3, 1, 2}, 0.1).threshold())
                .isCloseTo(4 / 0.6744897501960817, within(1e-14));
        assertThat(loss.adaptedTo(new double[] {-3, 1, 2, 8}, 0.1).threshold())
                .isCloseTo(5 / 0.6744897501960817, within(1e-14));
        assertThat(loss.adaptedTo(new double[] {0, 0, 2}, 0.1).threshold()).isEqualTo(0.1);
        assertThat(Loss.SQUARES.adaptedTo(new double[] {1}, 0.1)).isSameAs(Loss.SQUARES);
        assertThatThrownBy(loss::threshold).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void leastSquaresReportTheSumOfSquares() {
        assertThat(Loss.SQUARES.objective(2)).isEqualTo(4);
        assertThat(Loss.huber(1).objective(2)).isEqualTo(2);
        assertThat(Loss.ABSOLUTE.objective(2)).isEqualTo(2);
        assertThat(Loss.BINOMIAL.objective(2)).isEqualTo(2);
    }

    @Test
    void lossesAreEqualByWhatTheyDo() {
        assertThat(Loss.huber(1e-3)).isEqualTo(Loss.HUBER_HOFFMANN).hasSameHashCodeAs(Loss.HUBER_HOFFMANN);
        assertThat(Loss.huber(1))
                .isNotEqualTo(Loss.huberMad(1))
                .isNotEqualTo(Loss.huber(2))
                .isNotEqualTo("Huber");
        assertThat(Loss.huber(1).hashCode()).isNotEqualTo(Loss.huberMad(1).hashCode());
        assertThat(Stream.of(Loss.SQUARES, Loss.huber(0.1), Loss.huberMad(1.345), Loss.ABSOLUTE, Loss.BINOMIAL))
                .extracting(Loss::toString)
                .containsExactly(
                        "least squares",
                        "Huber at 0.1, summed",
                        "Huber at 1.345 deviations by the median, summed",
                        "absolute differences, summed",
                        "binomial likelihood");
        assertThat(losses().filter(Loss::robust)).containsExactly(Loss.huber(0.1), Loss.HUBER_HOFFMANN, Loss.ABSOLUTE);
        assertThat(Loss.huberMad(1).robust()).isTrue();
    }

    @Test
    void thresholdsArePositive() {
        assertThatThrownBy(() -> Loss.huber(0)).hasMessage("threshold must be positive and finite, but is 0.0");
        assertThatThrownBy(() -> Loss.huber(Double.POSITIVE_INFINITY)).hasMessageContaining("but is Infinity");
        assertThatThrownBy(() -> Loss.huberMad(Double.NaN))
                .hasMessage("multiple must be positive and finite, but is NaN");
    }
}
