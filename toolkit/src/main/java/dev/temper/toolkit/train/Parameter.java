package dev.temper.toolkit.train;

import dev.temper.toolkit.anneal.ModelShape;
import java.util.ArrayList;
import java.util.List;

/**
 * One tensor of the model.
 *
 * @param name its name in checkpoints
 * @param rows rows of a matrix, or length of a vector
 * @param columns columns of a matrix, or 0 for a vector
 * @param spread standard deviation of fresh weights; 0 for a gain, which starts at 1
 */
record Parameter(String name, int rows, int columns, double spread) {
    /** All tensors of a model, in the order in which {@link TorchCode} takes them. */
    static List<Parameter> of(ModelShape shape) {
        int width = shape.width();
        double root = Math.sqrt(width);
        double residual = 0.02 * 2 / Math.sqrt(2.0 * shape.layers());
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter("embedding", shape.vocabulary(), width, 0.02));
        parameters.add(new Parameter("position", shape.context(), width, 0.02));
        for (int layer = 0; layer < shape.layers(); layer++) {
            String prefix = "layers." + layer + ".";
            parameters.add(new Parameter(prefix + "norm1", width, 0, 0));
            parameters.add(new Parameter(prefix + "attention.in", 3 * width, width, 0.5 / root));
            parameters.add(new Parameter(prefix + "attention.out", width, width, residual));
            parameters.add(new Parameter(prefix + "norm2", width, 0, 0));
            parameters.add(new Parameter(prefix + "inner", 4 * width, width, 0.7 / root));
            parameters.add(new Parameter(prefix + "outer", width, 4 * width, residual));
        }
        parameters.add(new Parameter("norm", width, 0, 0));
        return parameters;
    }

    int size() {
        return columns == 0 ? rows : rows * columns;
    }

    long[] dimensions() {
        return columns == 0 ? new long[] {rows} : new long[] {rows, columns};
    }
}
