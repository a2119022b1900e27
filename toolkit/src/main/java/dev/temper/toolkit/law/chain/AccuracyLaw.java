package dev.temper.toolkit.law.chain;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The accuracy of a task at a loss, {@code floor + (ceiling - floor)·σ(-k·(L - L0))}: guessing at high losses, the ceiling at low ones.
 * The step from task loss to accuracy in Bhagia et al. 2024 (arXiv 2412.04403). The floor is known from the number of choices, or is
 * fitted; the ceiling is known, such as 1, or is fitted. Fit it to accuracies weighted by their numbers of items, with the binomial
 * likelihood. Centred: what is fitted of floor and ceiling, L0, and the logarithm of k.
 */
public final class AccuracyLaw implements LawForm {
    private static final double REACH = 3;

    /** NaN where it is fitted. */
    private final double floor;

    private final double ceiling;

    private AccuracyLaw(double floor, double ceiling) {
        this.floor = floor;
        this.ceiling = ceiling;
    }

    /**
     * Fits the ceiling above a known floor. Accuracies that have not begun to level off leave the ceiling open, and then it is better
     * known.
     *
     * @param chance accuracy of guessing, such as 0.25 with four choices
     * @return a law of three parameters
     * @throws IllegalArgumentException when chance is not at least 0 and below 1
     */
    public static AccuracyLaw above(double chance) {
        return new AccuracyLaw(requireShare("chance", chance, 0, 1), Double.NaN);
    }

    /**
     * Knows floor and ceiling.
     *
     * @param chance accuracy of guessing
     * @param ceiling accuracy at the lowest losses, such as 1
     * @return a law of two parameters
     * @throws IllegalArgumentException when they are not at least 0, at most 1, and in order
     */
    public static AccuracyLaw between(double chance, double ceiling) {
        requireShare("chance", chance, 0, 1);
        return new AccuracyLaw(chance, requireShare("ceiling", ceiling, Math.nextUp(chance), Math.nextUp(1.0)));
    }

    /**
     * Fits the floor below a known ceiling: tasks scored by the likelihood of their answers need not start at chance.
     *
     * @param ceiling accuracy at the lowest losses, such as 1
     * @return a law of three parameters
     * @throws IllegalArgumentException when ceiling is not above 0 and at most 1
     */
    public static AccuracyLaw upTo(double ceiling) {
        return new AccuracyLaw(Double.NaN, requireShare("ceiling", ceiling, Double.MIN_VALUE, Math.nextUp(1.0)));
    }

    /**
     * Fits floor and ceiling. Accuracies that have not begun to level off leave the ceiling open, and then it is better known.
     *
     * @return a law of four parameters
     */
    public static AccuracyLaw free() {
        return new AccuracyLaw(Double.NaN, Double.NaN);
    }

    private static double requireShare(String name, double value, double least, double below) {
        if (!(value >= least && value < below)) {
            throw new IllegalArgumentException(
                    name + " must be at least " + least + " and below " + below + ", but is " + value);
        }
        return value;
    }

    private boolean floorFitted() {
        return Double.isNaN(floor);
    }

    private boolean ceilingFitted() {
        return Double.isNaN(ceiling);
    }

    @Override
    public String key() {
        return "accuracy";
    }

    @Override
    public String name() {
        return "sigmoid from loss to accuracy";
    }

    @Override
    public String formula() {
        return shown(floor, "floor") + " + (" + shown(ceiling, "ceiling") + " - " + shown(floor, "floor")
                + ")·σ(-k·(L - L0))";
    }

    private static String shown(double known, String name) {
        return Double.isNaN(known) ? name : Double.toString(known);
    }

    @Override
    public String latex() {
        String low = shown(floor, "f");
        return low + " + (" + shown(ceiling, "c") + " - " + low + ")\\,\\sigma(-k(L - L_0))";
    }

    @Override
    public String source() {
        return "Bhagia et al. 2024, arXiv 2412.04403, step 2";
    }

    @Override
    public List<Variable> variables() {
        return List.of(Variable.positive("L", "nats or bits of the loss", "loss of the task"));
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        if (floorFitted()) {
            parameters.add(new Parameter("floor", "share", "accuracy at high losses"));
        }
        if (ceilingFitted()) {
            parameters.add(new Parameter("ceiling", "share", "accuracy at low losses"));
        }
        parameters.add(new Parameter("L0", "unit of the loss", "loss half-way between"));
        parameters.add(new Parameter("k", "per unit of the loss", "steepness"));
        return List.copyOf(parameters);
    }

    @Override
    public OptionalInt floor() {
        return OptionalInt.empty();
    }

    @Override
    public boolean monotone() {
        return true;
    }

    @Override
    public int linear() {
        return (floorFitted() ? 1 : 0) + (ceilingFitted() ? 1 : 0);
    }

    private double low(double[] p) {
        return floorFitted() ? p[0] : floor;
    }

    private double high(double[] p) {
        return ceilingFitted() ? p[linear() - 1] : ceiling;
    }

    @Override
    public double value(double[] p, double... x) {
        return low(p) + (high(p) - low(p)) * share(p, x[0]);
    }

    private double share(double[] p, double loss) {
        int shape = linear();
        return 1 / (1 + Math.exp(p[shape + 1] * (loss - p[shape])));
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        int shape = linear();
        double share = share(p, x[0]);
        double bend = (high(p) - low(p)) * share * (1 - share);
        double[] gradient = new double[p.length];
        if (floorFitted()) {
            gradient[0] = 1 - share;
        }
        if (ceilingFitted()) {
            gradient[shape - 1] = share;
        }
        gradient[shape] = bend * p[shape + 1];
        gradient[shape + 1] = -bend * (x[0] - p[shape]);
        return gradient;
    }

    @Override
    public double[] parametersOf(double[] c, double[] pivot) {
        double[] p = c.clone();
        p[p.length - 1] = Math.exp(c[c.length - 1]);
        return p;
    }

    @Override
    public double[] centredOf(double[] p, double[] pivot) {
        double[] c = p.clone();
        c[c.length - 1] = Math.log(p[p.length - 1]);
        return c;
    }

    @Override
    public double[][] jacobian(double[] c, double[] pivot) {
        double[][] jacobian = LawForm.super.jacobian(c, pivot);
        jacobian[c.length - 1][c.length - 1] = Math.exp(c[c.length - 1]);
        return jacobian;
    }

    @Override
    public double[][] bounds(Design design, FitOptions options) {
        Design.Range range = design.range(0);
        double span = span(range);
        int shape = linear();
        double[] lower = new double[shape + 2];
        double[] upper = new double[shape + 2];
        for (int j = 0; j < shape; j++) {
            lower[j] = floorFitted() ? 0 : floor;
            upper[j] = ceilingFitted() ? 1 : ceiling;
        }
        lower[shape] = range.smallest() - REACH * span;
        upper[shape] = range.largest() + REACH * span;
        lower[shape + 1] = Math.log(0.1 / span);
        upper[shape + 1] = Math.log(200 / span);
        return new double[][] {lower, upper};
    }

    private static double span(Design.Range range) {
        return Math.max(range.largest() - range.smallest(), 1e-9 * range.largest());
    }

    @Override
    public List<double[]> shapes(Design design) {
        Design.Range range = design.range(0);
        double span = span(range);
        List<double[]> shapes = new ArrayList<>();
        for (double place : new double[] {-1, -0.3, 0, 0.25, 0.5, 0.75, 1, 1.3}) {
            for (double steepness : new double[] {1, 3, 10, 30}) {
                shapes.add(new double[] {range.smallest() + place * span, Math.log(steepness / span)});
            }
        }
        return shapes;
    }
}
