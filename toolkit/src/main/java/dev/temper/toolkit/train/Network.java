package dev.temper.toolkit.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import dev.temper.toolkit.anneal.ModelShape;
import dev.temper.toolkit.anneal.Optimizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A model in libtorch's memory, with its AdamW moments. Belongs to the thread that made it, because the engine's gradient
 * mode does.
 */
final class Network implements AutoCloseable {
    private final ModelShape shape;
    private final NDManager root;
    private final PtSymbolBlock module;
    private final NDList weights = new NDList();
    private final NDList firstMoments = new NDList();
    private final NDList secondMoments = new NDList();
    private long updates;

    Network(ModelShape shape, Optimizer optimizer, ModelState state) throws IOException {
        this.shape = shape;
        EngineLibrary.load();
        JniUtils.setGradMode(true);
        // the interpreter instead of the profiling executor: it starts faster and takes 90 MB less
        JniUtils.setGraphExecutorOptimize(false);
        root = NDManager.newBaseManager("PyTorch");
        load(weights, "p[]", state.weights());
        weights.forEach(weight -> weight.setRequiresGradient(true));
        load(firstMoments, "m[]", state.firstMoments());
        load(secondMoments, "v[]", state.secondMoments());
        updates = state.updates();
        byte[] archive = TorchArchive.of(TorchCode.of(shape, optimizer));
        module = JniUtils.loadModule((PtNDManager) root, new ByteArrayInputStream(archive), false, false);
    }

    /**
     * Makes one optimiser step for each learning rate.
     *
     * @param windows for each step a batch of windows of context + 1 tokens
     * @param rates learning rate of each step
     * @return loss of each step before its update, nats per token
     */
    float[] train(long[] windows, double[] rates) {
        float[] numbers = new float[rates.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = ++updates;
        }
        int length = shape.context() + 1;
        int batch = windows.length / rates.length / length;
        try (NDManager step = root.newSubManager()) {
            NDList input = new NDList();
            input.add(method(step, TorchCode.TRAIN));
            input.addAll(weights);
            input.addAll(firstMoments);
            input.addAll(secondMoments);
            input.add(step.create(windows, new Shape(rates.length, batch, length)));
            input.add(step.create(rates));
            input.add(step.create(numbers));
            return IValueUtils.forward(module, input, true).get(0).toFloatArray();
        }
    }

    /**
     * Measures held-out windows.
     *
     * @param windows windows of context + 1 tokens
     * @return mean loss of each window, nats per token
     */
    float[] evaluate(long[] windows) {
        int length = shape.context() + 1;
        try (NDManager step = root.newSubManager()) {
            NDList input = new NDList();
            input.add(method(step, TorchCode.EVALUATE));
            input.addAll(weights);
            input.add(step.create(windows, new Shape(windows.length / length, length)));
            return IValueUtils.forward(module, input, false).get(0).toFloatArray();
        }
    }

    ModelState state(String startedFrom, double seconds) {
        return new ModelState(
                values(weights), values(firstMoments), values(secondMoments), updates, startedFrom, seconds);
    }

    @Override
    public void close() {
        root.close();
    }

    private void load(NDList into, String name, List<float[]> values) {
        List<Parameter> parameters = Parameter.of(shape);
        for (int i = 0; i < parameters.size(); i++) {
            NDArray array =
                    root.create(values.get(i), new Shape(parameters.get(i).dimensions()));
            array.setName(name); // "x[]" makes the array the next element of a list argument
            into.add(array);
        }
    }

    private static NDArray method(NDManager manager, String name) {
        NDArray method = manager.create(0f);
        method.setName("module_method:" + name);
        return method;
    }

    private static List<float[]> values(NDList arrays) {
        List<float[]> values = new ArrayList<>();
        arrays.forEach(array -> values.add(array.toFloatArray()));
        return values;
    }
}
