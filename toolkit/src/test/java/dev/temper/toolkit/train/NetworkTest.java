package dev.temper.toolkit.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.anneal.ModelShape;
import dev.temper.toolkit.anneal.Optimizer;
import dev.temper.toolkit.world.Dice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {
    private static final ModelShape SHAPE = new ModelShape(12, 32, 2, 4);
    private static final int BATCH = 3;
    private static final double[] RATES = {0.01, 0.02, 0.005};

    @ParameterizedTest(name = "clip norm {0}, weight decay {1}, epsilon {2}")
    @CsvSource({"1e6, 0, 1e-8", "0.05, 0, 1e-8", "0.05, 0.3, 1e-3", "1e6, 0.3, 1e-3"})
    void trainsLikeAnIndependentModelInDoublePrecision(double clip, double decay, double epsilon) throws IOException {
        Optimizer optimizer = new Optimizer(0.9, 0.99, epsilon, decay, clip);
        ModelState start = anyState();
        Reference reference = new Reference(SHAPE, optimizer, start);
        long[] windows = windows(RATES.length);
        double[] expected = new double[RATES.length];
        for (int step = 0; step < RATES.length; step++) {
            expected[step] = reference.step(batch(windows, step), RATES[step]);
        }
        try (Network network = new Network(SHAPE, optimizer, start)) {
            float[] losses = network.train(windows, RATES);
            for (int step = 0; step < RATES.length; step++) {
                assertThat((double) losses[step]).isCloseTo(expected[step], within(1e-5));
            }
            ModelState state = network.state("", 0);
            near(state.weights(), reference.weights, 1e-5);
            near(state.firstMoments(), reference.first, 1e-6);
            near(state.secondMoments(), reference.second, 1e-6);
            assertThat(state.updates()).isEqualTo(start.updates() + RATES.length);
        }
    }

    @Test
    void theIndependentModelsGradientIsThatOfItsLoss() {
        ModelState state = anyState();
        Reference reference = new Reference(SHAPE, Optimizer.STANDARD, state);
        long[] windows = batch(windows(1), 0);
        double[][] gradient = reference.gradient(windows);
        for (int p = 0; p < gradient.length; p++) {
            for (int i = 0; i < gradient[p].length; i += 1 + gradient[p].length / 3) {
                double[] weights = reference.weights.get(p);
                double weight = weights[i];
                weights[i] = weight + 1e-5;
                double above = reference.loss(windows);
                weights[i] = weight - 1e-5;
                double below = reference.loss(windows);
                weights[i] = weight;
                assertThat(gradient[p][i]).isCloseTo((above - below) / 2e-5, within(1e-7));
            }
        }
    }

    @Test
    void measuresEveryWindowLikeTheIndependentModel() throws IOException {
        ModelState state = anyState();
        Reference reference = new Reference(SHAPE, Optimizer.STANDARD, state);
        long[] windows = windows(1);
        try (Network network = new Network(SHAPE, Optimizer.STANDARD, state)) {
            float[] losses = network.evaluate(windows);
            assertThat(losses).hasSize(BATCH);
            for (int window = 0; window < BATCH; window++) {
                int length = SHAPE.context() + 1;
                long[] one = Arrays.copyOfRange(windows, window * length, (window + 1) * length);
                assertThat((double) losses[window]).isCloseTo(reference.loss(one), within(1e-5));
            }
            same(network.state("", 0), state);
        }
    }

    @Test
    void everyTensorMoves() throws IOException {
        ModelState start = ModelState.fresh(SHAPE, 1);
        try (Network network = new Network(SHAPE, Optimizer.STANDARD, start)) {
            network.train(windows(3), RATES);
            ModelState state = network.state("", 0);
            for (int p = 0; p < start.weights().size(); p++) {
                assertThat(state.weights().get(p)).isNotEqualTo(start.weights().get(p));
                assertThat(state.firstMoments().get(p))
                        .isNotEqualTo(start.firstMoments().get(p));
                assertThat(state.secondMoments().get(p))
                        .isNotEqualTo(start.secondMoments().get(p));
            }
        }
    }

    @Test
    void weightDecayShrinksMatricesAlone() throws IOException {
        ModelState start = anyState();
        ModelState plain = trained(start, new Optimizer(0.9, 0.99, 1e-3, 0, 1), 1);
        ModelState decayed = trained(start, new Optimizer(0.9, 0.99, 1e-3, 0.5, 1), 1);
        List<Parameter> parameters = Parameter.of(SHAPE);
        for (int p = 0; p < parameters.size(); p++) {
            double factor = parameters.get(p).columns() > 0 ? RATES[0] * 0.5 : 0;
            for (int i = 0; i < parameters.get(p).size(); i++) {
                double shrunk = plain.weights().get(p)[i] - decayed.weights().get(p)[i];
                assertThat(shrunk).isCloseTo(factor * start.weights().get(p)[i], within(1e-6));
            }
        }
    }

    @Test
    void numbersDoNotDependOnHowManyStepsGoIntoOneCall() throws IOException {
        ModelState start = ModelState.fresh(SHAPE, 1);
        int steps = 12;
        long[] windows = windows(steps);
        double[] rates = new double[steps];
        Arrays.setAll(rates, i -> 0.01 / (i + 1));
        ModelState whole = null;
        for (int call : new int[] {12, 6, 5, 1}) {
            try (Network network = new Network(SHAPE, Optimizer.STANDARD, start)) {
                int length = windows.length / steps;
                for (int step = 0; step < steps; step += call) {
                    int end = Math.min(steps, step + call);
                    network.train(
                            Arrays.copyOfRange(windows, step * length, end * length),
                            Arrays.copyOfRange(rates, step, end));
                }
                ModelState state = network.state("", 0);
                if (whole == null) {
                    whole = state;
                }
                same(state, whole);
            }
        }
    }

    @Test
    void goingOnFromASavedStateIsGoingOn() throws IOException {
        ModelState start = ModelState.fresh(SHAPE, 1);
        ModelState straight = trained(start, Optimizer.STANDARD, 3);
        ModelState half = trained(start, Optimizer.STANDARD, 1);
        ModelState saved = ModelState.decode(SHAPE, half.encode(SHAPE));
        try (Network network = new Network(SHAPE, Optimizer.STANDARD, saved)) {
            long[] windows = windows(3);
            network.train(
                    Arrays.copyOfRange(windows, windows.length / 3, windows.length), Arrays.copyOfRange(RATES, 1, 3));
            same(network.state("", 0), straight);
        }
    }

    @Test
    void numbersSurviveTheGarbageCollector() throws Exception {
        ModelState start = ModelState.fresh(SHAPE, 1);
        ModelState undisturbed = trained(start, Optimizer.STANDARD, 3);
        AtomicBoolean over = new AtomicBoolean();
        Thread litter = new Thread(() -> {
            while (!over.get()) {
                for (int i = 0; i < 2_000; i++) {
                    ByteBuffer.allocateDirect(4096).putDouble(0, 777);
                }
                System.gc();
            }
        });
        litter.start();
        try {
            for (int i = 0; i < 6; i++) {
                same(trained(start, Optimizer.STANDARD, 3), undisturbed);
            }
        } finally {
            over.set(true);
            litter.join();
        }
    }

    private static ModelState trained(ModelState start, Optimizer optimizer, int steps) throws IOException {
        try (Network network = new Network(SHAPE, optimizer, start)) {
            long[] windows = windows(3);
            network.train(Arrays.copyOf(windows, windows.length / 3 * steps), Arrays.copyOf(RATES, steps));
            return network.state("", 0);
        }
    }

    /** A state in mid-training: nothing is zero, so no term can hide. */
    private static ModelState anyState() {
        Dice dice = new Dice(3);
        List<float[]> weights = new ArrayList<>();
        List<float[]> first = new ArrayList<>();
        List<float[]> second = new ArrayList<>();
        for (Parameter parameter : Parameter.of(SHAPE)) {
            float[][] values = new float[3][parameter.size()];
            for (int i = 0; i < parameter.size(); i++) {
                values[0][i] = (float) (parameter.columns() == 0 ? 1 + 0.2 * dice.normal() : 0.2 * dice.normal());
                values[1][i] = (float) (0.01 * dice.normal());
                values[2][i] = (float) (0.0004 * (0.5 + dice.uniform()));
            }
            weights.add(values[0]);
            first.add(values[1]);
            second.add(values[2]);
        }
        return new ModelState(weights, first, second, 5, "", 0);
    }

    private static long[] windows(int steps) {
        Dice dice = new Dice(4);
        long[] windows = new long[steps * BATCH * (SHAPE.context() + 1)];
        Arrays.setAll(windows, i -> dice.below(SHAPE.vocabulary()));
        return windows;
    }

    private static long[] batch(long[] windows, int step) {
        int length = BATCH * (SHAPE.context() + 1);
        return Arrays.copyOfRange(windows, step * length, (step + 1) * length);
    }

    private static void near(List<float[]> actual, List<double[]> expected, double tolerance) {
        for (int p = 0; p < expected.size(); p++) {
            for (int i = 0; i < expected.get(p).length; i++) {
                assertThat((double) actual.get(p)[i])
                        .as("%s [%d]", Parameter.of(SHAPE).get(p).name(), i)
                        .isCloseTo(expected.get(p)[i], within(tolerance));
            }
        }
    }

    private static void same(ModelState actual, ModelState expected) throws IOException {
        assertThat(actual.encode(SHAPE)).isEqualTo(expected.encode(SHAPE));
    }
}
