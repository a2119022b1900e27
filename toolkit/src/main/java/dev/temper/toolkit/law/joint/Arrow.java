package dev.temper.toolkit.law.joint;

import java.util.Arrays;

/**
 * Normal equations shaped like an arrow: a block for each source, and a border for what stands for all. The blocks are eliminated one by
 * one, so cost and memory grow linearly in the sources, and no matrix over all of them is ever made.
 */
final class Arrow {
    final int sources;
    final int q;
    final int g;
    /** Blocks of the sources; after {@link #factor} still as they were. */
    final double[] blocks;
    /** By source and own coordinate, one number for each common one. */
    final double[] border;

    final double[] corner;
    /** Right sides, in the order of a point. */
    final double[] right;

    private final boolean[] held;
    private final double[] factors;
    private final double[] carried;
    private final double[] schur;
    private double logDeterminant;

    Arrow(int sources, int q, int g) {
        this.sources = sources;
        this.q = q;
        this.g = g;
        this.blocks = new double[sources * q * q];
        this.border = new double[sources * q * g];
        this.corner = new double[g * g];
        this.right = new double[sources * q + g];
        this.held = new boolean[right.length];
        this.factors = new double[blocks.length];
        this.carried = new double[border.length];
        this.schur = new double[g * g];
    }

    void clear() {
        Arrays.fill(blocks, 0);
        Arrays.fill(border, 0);
        Arrays.fill(corner, 0);
        Arrays.fill(right, 0);
    }

    /** Keeps a coordinate where it is. */
    void hold(int k, boolean hold) {
        held[k] = hold;
    }

    boolean held(int k) {
        return held[k];
    }

    /** Eliminates the sources' blocks, their diagonals made larger by the damping. */
    void factor(double damping) {
        copyCorner(damping);
        double log = 0;
        for (int s = 0; s < sources; s++) {
            copyBlock(s, damping);
            log += Triangle.factor(factors, s * q * q, q);
            for (int m = 0; m < g; m++) {
                Triangle.solve(factors, s * q * q, q, carried, s * q * g + m, g);
            }
            for (int i = 0; i < q; i++) {
                int row = (s * q + i) * g;
                for (int m = 0; m < g && !held[s * q + i]; m++) {
                    for (int n = 0; n < g; n++) {
                        schur[m * g + n] -= free(m) && free(n) ? border[row + m] * carried[row + n] : 0;
                    }
                }
            }
        }
        logDeterminant = log + Triangle.factor(schur, 0, g);
    }

    private boolean free(int m) {
        return !held[sources * q + m];
    }

    private void copyCorner(double damping) {
        for (int m = 0; m < g; m++) {
            for (int n = 0; n < g; n++) {
                double entry = corner[m * g + n] * (m == n ? 1 + damping : 1);
                schur[m * g + n] = free(m) && free(n) ? entry : m == n ? 1 : 0;
            }
        }
    }

    private void copyBlock(int s, double damping) {
        for (int i = 0; i < q; i++) {
            boolean out = held[s * q + i];
            for (int j = 0; j < q; j++) {
                int at = (s * q + i) * q + j;
                double entry = blocks[at] * (i == j ? 1 + damping : 1);
                factors[at] = out || held[s * q + j] ? (i == j ? 1 : 0) : entry;
            }
            for (int m = 0; m < g; m++) {
                int at = (s * q + i) * g + m;
                carried[at] = out || !free(m) ? 0 : border[at];
            }
        }
    }

    /** The step that the factored equations give for a right side. */
    double[] solve(double[] side) {
        double[] step = side.clone();
        for (int k = 0; k < step.length; k++) {
            step[k] = held[k] ? 0 : step[k];
        }
        int corners = sources * q;
        for (int k = 0; k < corners; k++) {
            for (int m = 0; m < g; m++) {
                step[corners + m] -= carried[k * g + m] * step[k];
            }
        }
        Triangle.solve(schur, 0, g, step, corners, 1);
        for (int s = 0; s < sources; s++) {
            Triangle.solve(factors, s * q * q, q, step, s * q, 1);
            for (int k = s * q; k < (s + 1) * q; k++) {
                for (int m = 0; m < g; m++) {
                    step[k] -= carried[k * g + m] * step[corners + m];
                }
            }
        }
        return step;
    }

    /** The undamped matrix times a step. */
    double[] times(double[] step) {
        double[] product = new double[step.length];
        int corners = sources * q;
        for (int k = 0; k < corners; k++) {
            int s = k / q;
            for (int j = 0; j < q; j++) {
                product[k] += blocks[k * q + j] * step[s * q + j];
            }
            for (int m = 0; m < g; m++) {
                product[k] += border[k * g + m] * step[corners + m];
                product[corners + m] += border[k * g + m] * step[k];
            }
        }
        for (int m = 0; m < g; m++) {
            for (int n = 0; n < g; n++) {
                product[corners + m] += corner[m * g + n] * step[corners + n];
            }
        }
        return product;
    }

    double logDeterminant() {
        return logDeterminant;
    }

    /** What remains of the curvature of the common coordinates: its inverse is their covariance. */
    double[] commonCovariance() {
        return Triangle.inverse(schur, 0, g);
    }

    /** Covariance of the own coordinates of one source and the common ones, row by row; 0 for those that are held. */
    double[][] covariance(int s) {
        double[] common = commonCovariance();
        double[] inner = Triangle.inverse(factors, s * q * q, q);
        double[][] joint = new double[q + g][q + g];
        for (int i = 0; i < q + g; i++) {
            for (int j = 0; j < q + g; j++) {
                double sum = i < q && j < q ? inner[i * q + j] : 0;
                for (int m = 0; m < g; m++) {
                    for (int n = 0; n < g; n++) {
                        sum += turned(s, i, m) * common[m * g + n] * turned(s, j, n);
                    }
                }
                joint[i][j] = heldAt(s, i) || heldAt(s, j) ? 0 : sum;
            }
        }
        return joint;
    }

    private boolean heldAt(int s, int i) {
        return held[i < q ? s * q + i : sources * q + i - q];
    }

    /** How far a coordinate moves with a common one. */
    private double turned(int s, int i, int m) {
        if (i < q) {
            return -carried[(s * q + i) * g + m];
        }
        return i - q == m ? 1 : 0;
    }
}
