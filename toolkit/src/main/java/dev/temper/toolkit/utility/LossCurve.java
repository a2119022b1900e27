package dev.temper.toolkit.utility;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The loss of one source, or of the control, at any budget, and curves drawn from its uncertainty. */
interface LossCurve {
    double value(double tokens);

    /** Whether the data measure their own noise; without it there is nothing to draw from. */
    boolean measuresNoise();

    List<DoubleUnaryOperator> draws(int count, long seed);
}
