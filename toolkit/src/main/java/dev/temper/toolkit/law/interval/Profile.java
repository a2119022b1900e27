package dev.temper.toolkit.law.interval;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.solve.Loss;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * All values of a quantity that the law can be bent to at a misfit that F allows. Each end is looked for from the estimate outward, so that
 * there is always a point within before one without; where no misfit is ever too large the end is open, and that is said.
 */
final class Profile {
    private static final int MOST_DOUBLINGS = 40;
    private static final int MOST_STEPS = 60;
    /** In reaches of the delta method: a law that still follows there has no end that differences could find. */
    private static final double FAR = 100;

    private static final double CLOSE = 1e-6;
    /** Of the way that a point was drawn, below which it has not followed. */
    private static final double STUCK = 1e-3;

    private final Constrained constrained;
    private final Constrained.Point best;
    private final double reach;
    private final double allowed;
    final List<String> notes = new ArrayList<>();

    private Profile(Constrained constrained, Constrained.Point best, double reach, double allowed) {
        this.constrained = constrained;
        this.best = best;
        this.reach = reach;
        this.allowed = allowed;
    }

    static Profile of(Fit fit, Quantity quantity, Linear linear, double level) {
        double t = new TDistribution(fit.degreesOfFreedom()).inverseCumulativeProbability((1 + level) / 2);
        double meanSquare = fit.noise().meanSquare();
        double allowed = t * t * meanSquare * robustness(fit);
        double error = linear.error(quantity, linear.even(meanSquare));
        double scale = Math.abs(quantity.scaled(fit.parameters()));
        double reach = error > 0 && Double.isFinite(error) ? t * error : Math.max(scale, 1e-3);
        Constrained constrained = new Constrained(fit, quantity, linear, reach / Math.sqrt(allowed), allowed);
        return new Profile(
                constrained, constrained.at(linear.centred, quantity.scaled(fit.parameters())), reach, allowed);
    }

    /**
     * What a misfit counts under a robust loss: residuals beyond its threshold pull less than their size, and bend the profile less
     * (Schrader and Hettmansperger 1980). One for least squares.
     */
    private static double robustness(Fit fit) {
        if (!fit.options().loss().robust()) {
            return 1;
        }
        double threshold = fit.options()
                .loss()
                .adaptedTo(fit.residuals(), Double.MIN_NORMAL)
                .threshold();
        double pulls = 0;
        double squares = 0;
        double within = 0;
        for (double residual : fit.residuals()) {
            double pull = Math.min(Math.abs(residual), threshold);
            pulls += pull * pull;
            squares += residual * residual;
            within += Math.abs(residual) <= threshold ? 1 : 0;
        }
        return pulls / squares / (Math.max(within, 1) / fit.runs());
    }

    static boolean possible(Fit fit) {
        return !fit.options().loss().equals(Loss.ABSOLUTE);
    }

    /** On the scale of the quantity. */
    double end(int side) {
        Constrained.Point inside = best;
        double stride = reach;
        for (int doubling = 0; doubling < MOST_DOUBLINGS; doubling++) {
            Constrained.Point next = constrained.drawnTo(best.value() + side * stride, inside.centred());
            warnOfBetter(next);
            if (!(root(next) < Math.sqrt(allowed))) {
                return between(inside, next);
            }
            boolean followed =
                    side * (next.value() - inside.value()) > STUCK * Math.abs(next.target() - inside.value());
            if (!followed && doubling > 0) {
                return stuck(inside, next, side);
            }
            inside = side * (next.value() - inside.value()) > 0 ? next : inside;
            stride *= 2;
        }
        return open(side);
    }

    private double open(int side) {
        notes.add("the data give no " + (side < 0 ? "lower" : "upper") + " end");
        return side * Double.POSITIVE_INFINITY;
    }

    private double stuck(Constrained.Point inside, Constrained.Point next, int side) {
        if (side * (next.value() - best.value()) > FAR * reach) {
            return open(side);
        }
        double reached = side < 0 ? Math.min(inside.value(), next.value()) : Math.max(inside.value(), next.value());
        notes.add("the " + (side < 0 ? "lower" : "upper") + " end is where the law itself ends"
                + (constrained.atBound(next.centred()) ? ", at a bound" : ""));
        return reached;
    }

    /**
     * The root of the misfit is nearly straight in what the law is drawn to: a line through both points leads to the end, and halving
     * where it does not.
     */
    private double between(Constrained.Point within, Constrained.Point without) {
        Constrained.Point inside = within;
        Constrained.Point outside = without;
        double end = Math.sqrt(allowed);
        boolean halve = false;
        for (int step = 0; step < MOST_STEPS; step++) {
            double gap = outside.target() - inside.target();
            double share = (end - root(inside)) / (root(outside) - root(inside));
            Constrained.Point next = constrained.drawnTo(
                    inside.target() + gap * (halve || !(share < 1) ? 0.5 : share), inside.centred());
            warnOfBetter(next);
            if (Math.abs(root(next) - end) <= CLOSE * end || Math.abs(gap) <= CLOSE * CLOSE * reach) {
                return next.value();
            }
            if (root(next) < end) {
                inside = next;
            } else {
                outside = next;
            }
            halve = !halve && Math.abs(outside.target() - inside.target()) > Math.abs(gap) / 2;
        }
        return outside.value();
    }

    private double root(Constrained.Point point) {
        return Math.sqrt(Math.max(0, point.misfit() - best.misfit()));
    }

    private void warnOfBetter(Constrained.Point point) {
        String better = "a better optimum than the fit's lies on the way";
        if (point.misfit() < best.misfit() - 1e-3 * allowed && !notes.contains(better)) {
            notes.add(better);
        }
    }
}
