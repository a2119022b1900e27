package dev.temper.toolkit.anneal;

/**
 * The size of a decoder-only transformer: heads are 16 wide, the inner layer is four times the width, the output is tied
 * to the embedding.
 *
 * @param vocabulary distinct tokens
 * @param width width of the residual stream, a multiple of {@link #HEAD_WIDTH}
 * @param layers transformer layers
 * @param context tokens in a window
 */
public record ModelShape(int vocabulary, int width, int layers, int context) {
    /** Width of one attention head. */
    public static final int HEAD_WIDTH = 16;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a size is not positive or the width is no multiple of the head width
     */
    public ModelShape {
        positive("vocabulary", vocabulary);
        positive("layers", layers);
        positive("context", context);
        if (width < HEAD_WIDTH || width % HEAD_WIDTH != 0) {
            throw new IllegalArgumentException(
                    "width must be a positive multiple of " + HEAD_WIDTH + ", but is " + width);
        }
    }

    /**
     * Counts the attention heads of a layer.
     *
     * @return heads
     */
    public int heads() {
        return width / HEAD_WIDTH;
    }

    /**
     * Counts the parameters, embeddings included.
     *
     * @return parameters
     */
    public long parameters() {
        long layer = 2L * width + 12L * width * width;
        return (long) vocabulary * width + (long) context * width + layers * layer + width;
    }

    /**
     * Estimates the computing of training as 6ND: two operations per parameter and token forward, four backward.
     *
     * @param tokens tokens trained on
     * @return floating-point operations
     */
    public double trainingFlop(long tokens) {
        return 6.0 * parameters() * tokens;
    }

    /**
     * Counts the computing of training.
     *
     * @param tokens tokens trained on
     * @param count how it is counted
     * @return floating-point operations
     */
    public double trainingFlop(long tokens, FlopCount count) {
        return switch (count) {
            case SIX_ND -> trainingFlop(tokens);
            case BY_LAYER -> 3 * forwardFlop() * tokens;
        };
    }

    /** Of one token: projections 8·w², inner layer 16·w², attention 4·context·w, logits 2·vocabulary·w. */
    private double forwardFlop() {
        double layer = 24.0 * width * width + 4.0 * context * width;
        return layers * layer + 2.0 * vocabulary * width;
    }

    private static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, but is " + value);
        }
    }
}
