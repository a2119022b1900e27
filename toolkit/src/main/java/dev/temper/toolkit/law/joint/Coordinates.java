package dev.temper.toolkit.law.joint;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.ErrorScale;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.LawForm;
import java.util.stream.IntStream;

/**
 * The coordinates that sources are compared in, around one pivot for all of them.
 *
 * <p>They are the form's centred coordinates, unless the floor is shared or shrunk. Then the linear ones are replaced: the floor by its
 * share of their sum, the last of the others by the logarithm of that sum, and those between by their shares of what is left. The sum is
 * the loss at the pivot for forms whose amplitudes are centred there.
 */
final class Coordinates {
    final LawForm form;
    final FitOptions options;
    final double[] pivot;
    private final Design design;
    final Sharing[] roles;
    final double[] lower;
    final double[] upper;
    private final boolean shares;
    private final int floor;
    private final double floorLower;
    /** The linear coordinates but the floor. */
    private final int[] others;

    Coordinates(LawForm form, FitOptions options, Design design, Sharing[] roles) {
        this(
                form,
                options,
                design,
                roles,
                form.floor().isPresent() && roles[form.floor().getAsInt()] != Sharing.SEPARATE);
    }

    private Coordinates(LawForm form, FitOptions options, Design design, Sharing[] roles, boolean shares) {
        this.form = form;
        this.options = options;
        this.design = design;
        this.pivot = design.pivot();
        this.roles = roles;
        this.floor = form.floor().orElse(-1);
        this.shares = shares;
        double[][] bounds = form.bounds(design, options);
        this.lower = bounds[0].clone();
        this.upper = bounds[1].clone();
        this.floorLower = shares ? lower[floor] : 0;
        this.others = IntStream.range(0, form.linear()).filter(j -> j != floor).toArray();
        if (shares) {
            for (int j = 0; j < form.linear(); j++) {
                boolean level = j == others[others.length - 1];
                lower[j] = level ? Double.NEGATIVE_INFINITY : 0;
                upper[j] = level ? Double.POSITIVE_INFINITY : 1;
            }
        }
    }

    /** The same coordinates that belong together in another way. */
    Coordinates withRoles(Sharing[] other) {
        return new Coordinates(form, options, design, other, shares);
    }

    int size() {
        return roles.length;
    }

    double scaled(double value) {
        return Cells.scaled(value, options.scale());
    }

    /** Derivative of the scaled value in the value. */
    double slope(double value) {
        return options.scale() == ErrorScale.LOG ? 1 / value : 1;
    }

    double back(double scaled) {
        return options.scale() == ErrorScale.LOG ? Math.exp(scaled) : scaled;
    }

    double[] parameters(double[] point) {
        return form.parametersOf(centred(point), pivot);
    }

    /** Where a law with these parameters lies, moved inside the bounds. */
    double[] of(double[] parameters) {
        double[] point = form.centredOf(parameters, pivot);
        if (shares) {
            double sum = point[floor] - floorLower;
            for (int j : others) {
                sum += point[j];
            }
            double left = sum - (point[floor] - floorLower);
            point[floor] = (point[floor] - floorLower) / sum;
            for (int k = 0; k < others.length - 1; k++) {
                double piece = point[others[k]];
                point[others[k]] = left > 0 ? piece / left : 0;
                left -= piece;
            }
            point[others[others.length - 1]] = Math.log(sum);
        }
        clamp(point);
        return point;
    }

    void clamp(double[] point) {
        for (int j = 0; j < point.length; j++) {
            point[j] = Math.max(lower[j], Math.min(upper[j], point[j]));
        }
    }

    private double[] centred(double[] point) {
        double[] centred = point.clone();
        if (shares) {
            double sum = Math.exp(point[others[others.length - 1]]);
            centred[floor] = floorLower + sum * point[floor];
            double left = sum * (1 - point[floor]);
            for (int k = 0; k < others.length - 1; k++) {
                centred[others[k]] = left * point[others[k]];
                left -= centred[others[k]];
            }
            centred[others[others.length - 1]] = left;
        }
        return centred;
    }

    /** At {@code [i][j]} the derivative of parameter i in coordinate j. */
    double[][] jacobian(double[] point) {
        double[] centred = centred(point);
        double[][] outer = form.jacobian(centred, pivot);
        if (!shares) {
            return outer;
        }
        double[][] inner = inner(point, centred);
        int p = size();
        double[][] product = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int k = 0; k < p; k++) {
                for (int j = 0; j < p; j++) {
                    product[i][j] += outer[i][k] * inner[k][j];
                }
            }
        }
        return product;
    }

    /** Derivatives of the centred coordinates in these. */
    private double[][] inner(double[] point, double[] centred) {
        int p = size();
        int last = others[others.length - 1];
        double sum = Math.exp(point[last]);
        double[][] inner = new double[p][p];
        for (int j = form.linear(); j < p; j++) {
            inner[j][j] = 1;
        }
        inner[floor][floor] = sum;
        inner[floor][last] = centred[floor] - floorLower;
        double share = 1;
        for (int k = 0; k < others.length; k++) {
            int piece = others[k];
            double own = piece == last ? 1 : point[piece];
            inner[piece][floor] = -sum * share * own;
            inner[piece][last] = centred[piece];
            double left = sum * (1 - point[floor]);
            for (int m = 0; m < k; m++) {
                double before = 1;
                for (int n = 0; n < k; n++) {
                    before *= n == m ? 1 : 1 - point[others[n]];
                }
                inner[piece][others[m]] = -left * before * own;
            }
            if (piece != last) {
                inner[piece][piece] = left * share;
                share *= 1 - own;
            }
        }
        return inner;
    }
}
