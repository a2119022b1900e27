package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Observations;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The law for data that must be repeated with the five numbers of a law without repeats known beforehand, as its authors fit it: only
 * R_D* and R_N* are free, or R_D* alone where more parameters do not lose worth. Centred: their logarithms.
 */
public final class KnownRepetition extends NamedForm {
    /** E, A, B, α and β that the authors found on C4. */
    private static final double[] C4 = {
        Math.exp(0.6254804), Math.exp(6.255414), Math.exp(7.3049974), 0.3526596, 0.3526596
    };

    private static final DataConstrained LAW = new DataConstrained();
    private static final int R_D = 5;
    private static final int R_N = 6;

    private final double[] known;
    private final boolean excessDecays;

    private KnownRepetition(double[] known, boolean excessDecays) {
        super(
                new Title(
                        excessDecays ? "data-constrained-known" : "data-constrained-tokens",
                        excessDecays
                                ? "law in parameters and repeated tokens, five numbers known"
                                : "law in repeated tokens, five numbers known",
                        (excessDecays
                                        ? DataConstrained.TITLE.formula()
                                        : "E + A·N^-α + B·D'^-β, D' = U·(1 + R_D*·(1 - exp(-(D/U - 1)/R_D*)))")
                                + String.format(
                                        Locale.ROOT,
                                        "; known E = %.4g, A = %.4g, B = %.4g, α = %.4g, β = %.4g",
                                        Arrays.stream(known).boxed().toArray()),
                        DataConstrained.TITLE.latex(),
                        DataConstrained.TITLE.source()),
                DataConstrained.VARIABLES,
                excessDecays
                        ? List.of(DataConstrained.REPEATED_TOKENS, DataConstrained.EXCESS_PARAMETERS)
                        : List.of(DataConstrained.REPEATED_TOKENS));
        this.known = known;
        this.excessDecays = excessDecays;
    }

    /**
     * Holds E, A, B, α and β, as found on runs without repeats.
     *
     * @param known the five, all positive
     * @return the form in R_D* and R_N*
     * @throws IllegalArgumentException when they are not five positive numbers
     */
    public static LawForm of(double... known) {
        return new KnownRepetition(checked(known), true);
    }

    /**
     * Holds E, A, B, α and β, and takes every parameter of the model for what it is, however many.
     *
     * @param known the five, all positive
     * @return the form in R_D*
     * @throws IllegalArgumentException when they are not five positive numbers
     */
    public static LawForm ofTokens(double... known) {
        return new KnownRepetition(checked(known), false);
    }

    private static double[] checked(double[] known) {
        if (known.length != 5 || Arrays.stream(known).anyMatch(number -> !(number > 0 && Double.isFinite(number)))) {
            throw new IllegalArgumentException(
                    "known must be E, A, B, α, β, all positive and finite, but is " + Arrays.toString(known));
        }
        return known.clone();
    }
    /** The form with the numbers that its authors found on C4. */
    static LawForm ofC4() {
        return of(C4);
    }

    /** The form in tokens alone with the numbers that its authors found on C4. */
    static LawForm ofC4Tokens() {
        return ofTokens(C4);
    }

    private double[] all(double[] p) {
        double[] all = Arrays.copyOf(known, 7);
        all[R_D] = p[0];
        all[R_N] = excessDecays ? p[1] : Double.POSITIVE_INFINITY;
        return all;
    }

    @Override
    public boolean monotone() {
        return false;
    }

    @Override
    public int linear() {
        return 0;
    }

    @Override
    public double value(double[] p, double... x) {
        return LAW.value(all(p), x);
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        double[] gradient = LAW.gradient(all(p), x);
        return Arrays.copyOfRange(gradient, R_D, R_D + p.length);
    }

    @Override
    public double[] parametersOf(double[] c, double[] pivots) {
        return Arrays.stream(c).map(Math::exp).toArray();
    }

    @Override
    public double[] centredOf(double[] p, double[] pivots) {
        return Arrays.stream(p).map(Math::log).toArray();
    }

    @Override
    public double[][] jacobian(double[] c, double[] pivots) {
        double[][] jacobian = super.jacobian(c, pivots);
        for (int j = 0; j < c.length; j++) {
            jacobian[j][j] = Math.exp(c[j]);
        }
        return jacobian;
    }

    @Override
    public double[][] bounds(Design design, FitOptions options) {
        double[][] bounds = new double[2][parameters().size()];
        Arrays.fill(bounds[0], Math.log(Repetition.LEAST_R));
        Arrays.fill(bounds[1], Math.log(Repetition.MOST_EXCESS));
        bounds[1][0] = Math.log(Repetition.MOST_EPOCHS);
        return bounds;
    }

    @Override
    public List<String> gaps(Observations data) {
        return Repetition.gaps(data, 1, variables());
    }

    /** Fine, since the objective has several optima along a valley. */
    @Override
    public List<double[]> shapes(Design design) {
        double[] axis = Grid.even(Math.log(0.2), Math.log(1000), 30);
        return excessDecays ? Grid.of(axis, axis) : Grid.of(axis);
    }
}
