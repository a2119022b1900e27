package dev.temper.toolkit.train;

import dev.temper.toolkit.anneal.ModelShape;
import dev.temper.toolkit.anneal.Optimizer;
import java.util.Arrays;
import java.util.List;

/**
 * The model and AdamW once more, in plain double precision and without any library: what the engine's numbers are held
 * against. Written from the recipe, not from the engine's text.
 */
final class Reference {
    private final ModelShape shape;
    private final Optimizer optimizer;
    final List<double[]> weights;
    final List<double[]> first;
    final List<double[]> second;
    private long updates;

    Reference(ModelShape shape, Optimizer optimizer, ModelState state) {
        this.shape = shape;
        this.optimizer = optimizer;
        weights = doubles(state.weights());
        first = doubles(state.firstMoments());
        second = doubles(state.secondMoments());
        updates = state.updates();
    }

    /** One step on windows of context + 1 tokens; gives the loss before the update. */
    double step(long[] windows, double rate) {
        Tape tape = new Tape();
        int[][] parameters = record(tape);
        int loss = loss(tape, parameters, windows);
        double[] derivatives = tape.derivatives(loss);
        double squares = 0;
        for (int[] parameter : parameters) {
            for (int node : parameter) {
                squares += derivatives[node] * derivatives[node];
            }
        }
        double clip = Math.min(1, optimizer.clipNorm() / (Math.sqrt(squares) + 1e-6));
        updates++;
        List<Parameter> all = Parameter.of(shape);
        for (int p = 0; p < parameters.length; p++) {
            boolean matrix = all.get(p).columns() > 0;
            for (int i = 0; i < parameters[p].length; i++) {
                update(p, i, clip * derivatives[parameters[p][i]], rate, matrix);
            }
        }
        return tape.value(loss);
    }

    double loss(long[] windows) {
        Tape tape = new Tape();
        return tape.value(loss(tape, record(tape), windows));
    }

    double[][] gradient(long[] windows) {
        Tape tape = new Tape();
        int[][] parameters = record(tape);
        double[] derivatives = tape.derivatives(loss(tape, parameters, windows));
        return Arrays.stream(parameters)
                .map(nodes -> Arrays.stream(nodes)
                        .mapToDouble(node -> derivatives[node])
                        .toArray())
                .toArray(double[][]::new);
    }

    private void update(int p, int i, double gradient, double rate, boolean matrix) {
        double[] m = first.get(p);
        double[] v = second.get(p);
        if (matrix) {
            weights.get(p)[i] -= rate * optimizer.weightDecay() * weights.get(p)[i];
        }
        m[i] = optimizer.beta1() * m[i] + (1 - optimizer.beta1()) * gradient;
        v[i] = optimizer.beta2() * v[i] + (1 - optimizer.beta2()) * gradient * gradient;
        double mean = m[i] / (1 - Math.pow(optimizer.beta1(), (double) updates));
        double square = v[i] / (1 - Math.pow(optimizer.beta2(), (double) updates));
        weights.get(p)[i] -= rate * mean / (Math.sqrt(square) + optimizer.epsilon());
    }

    private int[][] record(Tape tape) {
        return weights.stream()
                .map(values -> Arrays.stream(values).mapToInt(tape::number).toArray())
                .toArray(int[][]::new);
    }

    private int loss(Tape tape, int[][] p, long[] windows) {
        int context = shape.context();
        int count = windows.length / (context + 1);
        int[] losses = new int[count * context];
        for (int window = 0; window < count; window++) {
            int from = window * (context + 1);
            int[][] logits = logits(tape, p, Arrays.copyOfRange(windows, from, from + context));
            for (int t = 0; t < context; t++) {
                int[] exponentials = Arrays.stream(logits[t]).map(tape::exp).toArray();
                int target = logits[t][(int) windows[from + t + 1]];
                losses[window * context + t] = tape.plus(tape.log(tape.sum(exponentials)), tape.scaled(target, -1));
            }
        }
        return tape.scaled(tape.sum(losses), 1.0 / losses.length);
    }

    private int[][] logits(Tape tape, int[][] p, long[] tokens) {
        int width = shape.width();
        int[][] h = new int[tokens.length][width];
        for (int t = 0; t < tokens.length; t++) {
            for (int i = 0; i < width; i++) {
                int embedded = tape.plus(p[0][(int) tokens[t] * width + i], p[1][t * width + i]);
                h[t][i] = tape.scaled(embedded, Math.sqrt(width));
            }
        }
        for (int layer = 0; layer < shape.layers(); layer++) {
            int at = 2 + 6 * layer;
            int[][] mixed = attention(tape, normed(tape, h, p[at]), p[at + 1]);
            h = added(tape, h, linear(tape, mixed, p[at + 2]));
            int[][] inner = linear(tape, normed(tape, h, p[at + 3]), p[at + 4]);
            for (int[] row : inner) {
                Arrays.setAll(row, i -> tape.positivePart(row[i]));
            }
            h = added(tape, h, linear(tape, inner, p[at + 5]));
        }
        return linear(tape, normed(tape, h, p[p.length - 1]), p[0]);
    }

    private int[][] attention(Tape tape, int[][] u, int[] in) {
        int width = shape.width();
        int head = ModelShape.HEAD_WIDTH;
        int[][] qkv = linear(tape, u, in);
        int[][] mixed = new int[u.length][width];
        for (int t = 0; t < u.length; t++) {
            for (int start = 0; start < width; start += head) {
                int[] shares = new int[t + 1];
                for (int s = 0; s <= t; s++) {
                    int[] products = new int[head];
                    for (int i = 0; i < head; i++) {
                        products[i] = tape.times(qkv[t][start + i], qkv[s][width + start + i]);
                    }
                    shares[s] = tape.exp(tape.scaled(tape.sum(products), 1 / Math.sqrt(head)));
                }
                int whole = tape.power(tape.sum(shares), -1);
                for (int i = 0; i < head; i++) {
                    int[] parts = new int[t + 1];
                    for (int s = 0; s <= t; s++) {
                        parts[s] = tape.times(shares[s], qkv[s][2 * width + start + i]);
                    }
                    mixed[t][start + i] = tape.times(tape.sum(parts), whole);
                }
            }
        }
        return mixed;
    }

    private static int[][] normed(Tape tape, int[][] rows, int[] gain) {
        int[][] result = new int[rows.length][gain.length];
        for (int t = 0; t < rows.length; t++) {
            int[] row = rows[t];
            int squares = tape.sum(
                    Arrays.stream(row).map(node -> tape.times(node, node)).toArray());
            int mean = tape.plus(tape.scaled(squares, 1.0 / row.length), tape.number(1e-6));
            int inverse = tape.power(mean, -0.5);
            Arrays.setAll(result[t], i -> tape.times(tape.times(row[i], inverse), gain[i]));
        }
        return result;
    }

    private static int[][] linear(Tape tape, int[][] rows, int[] matrix) {
        int columns = rows[0].length;
        int[][] result = new int[rows.length][matrix.length / columns];
        for (int t = 0; t < rows.length; t++) {
            for (int out = 0; out < result[t].length; out++) {
                int[] products = new int[columns];
                for (int i = 0; i < columns; i++) {
                    products[i] = tape.times(rows[t][i], matrix[out * columns + i]);
                }
                result[t][out] = tape.sum(products);
            }
        }
        return result;
    }

    private static int[][] added(Tape tape, int[][] a, int[][] b) {
        int[][] result = new int[a.length][a[0].length];
        for (int t = 0; t < a.length; t++) {
            int row = t;
            Arrays.setAll(result[t], i -> tape.plus(a[row][i], b[row][i]));
        }
        return result;
    }

    private static List<double[]> doubles(List<float[]> arrays) {
        return arrays.stream()
                .map(array -> {
                    double[] copy = new double[array.length];
                    Arrays.setAll(copy, i -> array[i]);
                    return copy;
                })
                .toList();
    }
}
