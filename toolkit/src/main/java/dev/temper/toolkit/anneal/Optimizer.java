package dev.temper.toolkit.anneal;

/**
 * AdamW with clipping by the global norm.
 *
 * @param beta1 decay of the first moment, 0 to below 1
 * @param beta2 decay of the second moment, 0 to below 1
 * @param epsilon added to the root of the second moment, above 0
 * @param weightDecay decoupled decay of matrices per unit of learning rate, zero or more
 * @param clipNorm largest global norm of the gradient, above 0
 */
public record Optimizer(double beta1, double beta2, double epsilon, double weightDecay, double clipNorm) {
    /** The embedded study's values. */
    public static final Optimizer STANDARD = new Optimizer(0.9, 0.99, 1e-8, 0, 1);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a value lies outside its bounds
     */
    public Optimizer {
        check("beta1", beta1, beta1 >= 0 && beta1 < 1, "lie in [0, 1)");
        check("beta2", beta2, beta2 >= 0 && beta2 < 1, "lie in [0, 1)");
        check("epsilon", epsilon, epsilon > 0 && epsilon < Double.POSITIVE_INFINITY, "be above 0");
        check(
                "weight-decay",
                weightDecay,
                weightDecay >= 0 && weightDecay < Double.POSITIVE_INFINITY,
                "be zero or more");
        check("clip-norm", clipNorm, clipNorm > 0 && clipNorm < Double.POSITIVE_INFINITY, "be above 0");
    }

    private static void check(String name, double value, boolean holds, String bound) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must " + bound + ", but is " + value);
        }
    }
}
