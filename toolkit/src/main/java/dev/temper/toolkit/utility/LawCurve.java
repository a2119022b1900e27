package dev.temper.toolkit.utility;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.IntervalMethod;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A loss curve that follows a fitted law. */
record LawCurve(Fit fit) implements LossCurve {
    /** Far tails of draws with one degree of freedom overflow, and the difference of two infinities is no number. */
    private static final double MOST = 1e9;

    @Override
    public double value(double tokens) {
        return fit.value(tokens);
    }

    @Override
    public boolean measuresNoise() {
        return fit.method() != IntervalMethod.NONE;
    }

    @Override
    public List<DoubleUnaryOperator> draws(int count, long seed) {
        return fit.draws(count, seed).stream()
                .<DoubleUnaryOperator>map(draw -> tokens -> Math.min(draw.value(tokens), MOST))
                .toList();
    }
}
