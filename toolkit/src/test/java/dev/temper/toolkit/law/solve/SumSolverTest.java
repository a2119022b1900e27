package dev.temper.toolkit.law.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SumSolverTest {
    private static final double[][] USUAL = {{0.01, 0.01, 0.01}, {3, 3, 3}};
    private static final double[] TRUTH = {1.7, 400, 900, 0.34, 0.28};
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    /** The shape of {@link PowerSum#floorAndPowers} with its terms in another order, which no written-out objective knows. */
    private static final PowerSum GENERAL =
            new PowerSum(2, 3, 2, List.of(Term.power(2, 1, 1), Term.constant(0), Term.power(1, 0, 0)));

    private static double[][] places(int count) {
        Random random = new Random(2);
        double[][] places = new double[count][];
        for (int i = 0; i < count; i++) {
            places[i] = new double[] {Math.exp(16 + 6 * random.nextDouble()), Math.exp(20 + 6 * random.nextDouble())};
        }
        return places;
    }

    private static double law(double[] p, double[] x) {
        return p[0] + p[1] * Math.pow(x[0], -p[3]) + p[2] * Math.pow(x[1], -p[4]);
    }

    private static double[] values(double[][] places, double sigma) {
        Random random = new Random(3);
        return Arrays.stream(places)
                .mapToDouble(x -> law(TRUTH, x) * Math.exp(sigma * random.nextGaussian()))
                .toArray();
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static SumSolver solver(PowerSum law, double[][] places, double[] values) {
        return new SumSolver(law, places, values, ones(values.length), 1e-26);
    }

    @Test
    void cleanDataGiveTheParametersBack() {
        double[][] places = places(60);
        SumSolver.Minimum best = solver(PowerSum.floorAndPowers(2), places, values(places, 0))
                .search(INFINITE, USUAL)
                .get(0);
        for (int j = 0; j < TRUTH.length; j++) {
            assertThat(best.parameters()[j]).isCloseTo(TRUTH[j], within(1e-6 * TRUTH[j]));
        }
        assertThat(best.cost()).isLessThan(1e-20);
    }

    @Test
    void anyShapeIsFittedAsTheWrittenOutOne() {
        double[][] places = places(80);
        double[] values = values(places, 0.01);
        for (double threshold : new double[] {INFINITE, 0.01, 1e-3}) {
            SumSolver.Minimum written = solver(PowerSum.floorAndPowers(2), places, values)
                    .search(threshold, USUAL)
                    .get(0);
            SumSolver.Minimum general =
                    solver(GENERAL, places, values).search(threshold, USUAL).get(0);
            assertThat(general.cost()).isCloseTo(written.cost(), within(1e-12 * written.cost()));
            for (int j = 0; j < TRUTH.length; j++) {
                assertThat(general.parameters()[j])
                        .isCloseTo(written.parameters()[j], within(2e-5 * Math.abs(written.parameters()[j])));
            }
            assertThat(written.converged()).isTrue();
            assertThat(written.gradient()).isLessThan(1e-5);
            assertThat(written.predictedDecrease()).isLessThan(1e-13 * written.cost());
        }
    }

    @Test
    void gradientAndHessianAreThoseOfFiniteDifferences() {
        double[][] places = places(30);
        SumData data = SumData.merged(places, values(places, 0.05), ones(30));
        double[] point = {0.4, -0.3, -0.5, 0.3, 0.35};
        for (Objective objective :
                List.of(new FloorAndTwoPowers(PowerSum.floorAndPowers(2), data), new AnyTerms(GENERAL, data))) {
            for (double threshold : new double[] {INFINITE, 0.05}) {
                objective.evaluate(point, threshold);
                double[] gradient = objective.gradient.clone();
                double[][] hessian =
                        Arrays.stream(objective.hessian).map(double[]::clone).toArray(double[][]::new);
                for (int j = 0; j < point.length; j++) {
                    double step = 1e-6;
                    double[] up = point.clone();
                    double[] down = point.clone();
                    up[j] += step;
                    down[j] -= step;
                    double above = objective.evaluate(up, threshold);
                    double[] gradientAbove = objective.gradient.clone();
                    double below = objective.evaluate(down, threshold);
                    assertThat(gradient[j]).isCloseTo((above - below) / (2 * step), within(1e-7));
                    for (int k = 0; k < point.length; k++) {
                        assertThat(hessian[k][j])
                                .isCloseTo((gradientAbove[k] - objective.gradient[k]) / (2 * step), within(1e-6));
                    }
                }
            }
        }
    }

    @Test
    void countsAreCopies() {
        double[][] places = places(40);
        double[] values = values(places, 0.01);
        double[] counts = new double[40];
        Random random = new Random(5);
        double[][] drawnPlaces = new double[40][];
        double[] drawnValues = new double[40];
        for (int i = 0; i < 40; i++) {
            int drawn = random.nextInt(40);
            counts[drawn]++;
            drawnPlaces[i] = places[drawn];
            drawnValues[i] = values[drawn];
        }
        SumSolver solver = solver(PowerSum.floorAndPowers(2), places, values);
        SumSolver.Minimum counted = solver.refit(TRUTH, 1e-3, values, counts);
        SumSolver.Minimum copied =
                solver(PowerSum.floorAndPowers(2), drawnPlaces, drawnValues).from(TRUTH, 1e-3);
        assertThat(counted.cost()).isCloseTo(copied.cost(), within(1e-14));
        assertThat(solver.twin().refit(TRUTH, 1e-3, values, counts).parameters())
                .isEqualTo(counted.parameters());
    }

    @Test
    void otherValuesAreFittedAsThemselves() {
        double[][] places = places(40);
        double[] values = values(places, 0.01);
        double[] others = values(places, 0.02);
        SumSolver solver = solver(PowerSum.floorAndPowers(2), places, values);
        SumSolver.Minimum again = solver.refit(TRUTH, INFINITE, others, ones(40));
        SumSolver.Minimum alone =
                solver(PowerSum.floorAndPowers(2), places, others).from(TRUTH, INFINITE);
        SumSolver.Minimum back = solver.refit(TRUTH, INFINITE, values, ones(40));
        assertThat(again.cost()).isCloseTo(alone.cost(), within(1e-14));
        assertThat(back.cost()).isLessThan(0.5 * again.cost());
    }

    @Test
    void equalRowsAreKeptOnce() {
        double[][] places = {{1, 2}, {1, 2}, {1, 3}, {1, 2}};
        SumData data = SumData.merged(places, new double[] {5, 5, 5, 6}, new double[] {1, 2, 4, 8});
        assertThat(data.rows()).isEqualTo(3);
        assertThat(data.rowOf).containsExactly(0, 0, 1, 2);
        assertThat(data.weights).containsExactly(3, 4, 8);
        assertThat(data.centres[1]).isCloseTo((3 * Math.log(2) + Math.log(3)) / 4, within(1e-15));
        assertThat(SumData.apart(places).rows()).isEqualTo(4);
    }

    @Test
    void tiedExponentsOffsetsAndRisingPowersAreTermsToo() {
        Random random = new Random(9);
        double[][] places = places(50);
        PowerSum tied = new PowerSum(
                2,
                3,
                1,
                List.of(Term.constant(0), Term.power(1, 0, 0).times(0, 1, -0.5, Math.log(6)), Term.power(2, 0, 1)));
        double[] values = Arrays.stream(places)
                .mapToDouble(x -> (2 + 90 * Math.pow(6 * x[0] / Math.sqrt(x[1]), -0.3) + 40 * Math.pow(x[1], -0.3))
                        * Math.exp(1e-6 * random.nextGaussian()))
                .toArray();
        SumSolver.Minimum best =
                solver(tied, places, values).search(INFINITE, USUAL).get(0);
        assertThat(best.parameters()[0]).isCloseTo(2, within(1e-3));
        assertThat(best.parameters()[1]).isCloseTo(90, within(0.3));
        assertThat(best.parameters()[2]).isCloseTo(40, within(1.5));
        assertThat(best.parameters()[3]).isCloseTo(0.3, within(1e-3));
    }

    @Test
    void threePowersAreFoundFromACoarserGrid() {
        Random random = new Random(6);
        double[][] places = new double[120][3];
        double[] values = new double[120];
        for (int i = 0; i < 120; i++) {
            for (int v = 0; v < 3; v++) {
                places[i][v] = Math.exp(8 * random.nextDouble());
            }
            values[i] = 1.5
                    + Math.pow(places[i][0], -0.4)
                    + 2 * Math.pow(places[i][1], -0.7)
                    + 0.5 * Math.pow(places[i][2], -0.2);
        }
        SumSolver.Minimum best = solver(PowerSum.floorAndPowers(3), places, values)
                .search(INFINITE, USUAL)
                .get(0);
        double[] truth = {1.5, 1, 2, 0.5, 0.4, 0.7, 0.2};
        for (int j = 0; j < truth.length; j++) {
            assertThat(best.parameters()[j]).isCloseTo(truth[j], within(1e-5 * truth[j]));
        }
    }

    @Test
    void theGridLeavesOutValleysThatTouch() {
        double[][] places = places(60);
        SumData data = SumData.merged(places, values(places, 0.01), ones(60));
        List<double[]> starts = Grid.best(PowerSum.floorAndPowers(2), data, USUAL, 4);
        assertThat(starts).hasSizeBetween(2, 4);
        double[] first = starts.get(0);
        double[] second = starts.get(1);
        assertThat(Math.max(Math.abs(Math.log(first[3] / second[3])), Math.abs(Math.log(first[4] / second[4]))))
                .isGreaterThan(0.4);
        assertThat(first[3]).isCloseTo(0.34, within(0.1));
        assertThat(first[4]).isCloseTo(0.28, within(0.1));
    }

    @Test
    void theGridStaysWithinItsRanges() {
        double[][] places = places(60);
        SumData data = SumData.merged(places, values(places, 0.01), ones(60));
        double[][] narrow = {{0.5, 0.6}, {0.8, 0.6}};
        for (double[] start : Grid.best(PowerSum.floorAndPowers(2), data, narrow, 4)) {
            assertThat(start[3]).isBetween(0.5, 0.8);
            assertThat(start[4]).isCloseTo(0.6, within(1e-12));
        }
    }

    @Test
    void closeToAbsoluteDifferencesTheThresholdIsAShareOfTheMedian() {
        double[][] places = places(60);
        double[] values = values(places, 0.01);
        SumSolver solver = solver(PowerSum.floorAndPowers(2), places, values);
        double near = absolute(solver.search(0, USUAL).get(0).parameters(), places, values);
        double squares = absolute(solver.search(INFINITE, USUAL).get(0).parameters(), places, values);
        double again = absolute(solver.refit(TRUTH, 0, values, ones(60)).parameters(), places, values);
        assertThat(near).isLessThan(squares);
        assertThat(again).isCloseTo(near, within(1e-3 * near));
    }

    private static double absolute(double[] parameters, double[][] places, double[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += Math.abs(Math.log(law(parameters, places[i]) / values[i]));
        }
        return sum;
    }

    @Test
    void termsNameWhatIsThere() {
        assertThatThrownBy(() -> new PowerSum(1, 1, 1, List.of(Term.power(1, 1, 1), Term.power(-1, 0, 0))))
                .hasMessage(
                        "amplitude must be an index below 1, but is 1; exponent must be an index below 1, but is 1;"
                                + " variable must be an index below 1, but is 1; amplitude must be an index below 1, but is -1");
        assertThatThrownBy(() -> new PowerSum(1, 1, 1, List.of()))
                .hasMessage("terms must be at least one, but there is none");
        assertThatThrownBy(() -> new PowerSum(1, 1, 1, List.of(Term.constant(0), Term.power(0, 0, 0))))
                .hasMessage("amplitude 0 must belong to one term, but belongs to two");
    }
}
