package dev.temper.toolkit.law.joint;

import dev.temper.toolkit.law.Curve;
import dev.temper.toolkit.law.LawForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Curves of all sources, drawn together: draw i of one source belongs to draw i of every other, so shares of draws are probabilities of
 * ranks. Immutable.
 */
public final class JointDraws {
    private final LawForm form;
    private final Map<String, Sampler.Drawn[]> drawn;
    private final int count;
    private final int unfinished;

    JointDraws(LawForm form, Map<String, Sampler.Drawn[]> drawn, int count, int unfinished) {
        this.form = form;
        this.drawn = drawn;
        this.count = count;
        this.unfinished = unfinished;
    }

    /**
     * Counts the draws.
     *
     * @return at least 1
     */
    public int count() {
        return count;
    }

    /**
     * Counts the draws whose search stopped before it converged; they are among the others all the same.
     *
     * @return 0 as a rule
     */
    public int unfinished() {
        return unfinished;
    }

    /**
     * Gives one curve.
     *
     * @param draw from 0
     * @param source its name
     * @return the law with the drawn numbers
     * @throws IllegalArgumentException when there is no such source
     */
    public Curve curve(int draw, String source) {
        double[] parameters = of(source)[draw].parameters;
        return x -> form.value(parameters, x);
    }

    /**
     * Gives all curves of one source.
     *
     * @param source its name
     * @return in the order of the draws
     * @throws IllegalArgumentException when there is no such source
     */
    public List<Curve> curves(String source) {
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            curves.add(curve(i, source));
        }
        return curves;
    }

    /**
     * Gives the drawn parameters of one source.
     *
     * @param draw from 0
     * @param source its name
     * @return a new array, in the order of the form
     * @throws IllegalArgumentException when there is no such source
     */
    public double[] parameters(int draw, String source) {
        return of(source)[draw].parameters.clone();
    }

    /**
     * Evaluates all curves of one source at one place.
     *
     * @param source its name
     * @param x one number for each variable
     * @return a new array in the order of the draws, in the unit of the data
     * @throws IllegalArgumentException when there is no such source
     */
    public double[] values(String source, double... x) {
        double[] values = new double[count];
        Sampler.Drawn[] own = of(source);
        for (int i = 0; i < count; i++) {
            values[i] = form.value(own[i].parameters, x);
        }
        return values;
    }

    /**
     * Counts the share of draws in which one source lies below another; draws that tie count half.
     *
     * @param source the one
     * @param other the other
     * @param x one number for each variable
     * @return the probability, between 0 and 1
     * @throws IllegalArgumentException when there is no such source
     */
    public double below(String source, String other, double... x) {
        double[] ones = values(source, x);
        double[] others = values(other, x);
        double below = 0;
        for (int i = 0; i < count; i++) {
            below += ones[i] < others[i] ? 1 : ones[i] == others[i] ? 0.5 : 0;
        }
        return below / count;
    }

    double[] runNoise(String source) {
        Sampler.Drawn[] own = of(source);
        double[] noise = new double[count];
        for (int i = 0; i < count; i++) {
            noise[i] = own[i].runNoise;
        }
        return noise;
    }

    private Sampler.Drawn[] of(String source) {
        Sampler.Drawn[] own = drawn.get(source);
        if (own == null) {
            throw new IllegalArgumentException(
                    "source must be one of " + String.join(", ", drawn.keySet()) + ", but is " + source);
        }
        return own;
    }
}
