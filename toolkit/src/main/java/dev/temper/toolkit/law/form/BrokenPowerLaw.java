package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.FitWarning;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The broken neural scaling law of Caballero et al. 2023 (arXiv 2210.14891), {@code a + b·x^-c0·Π (1+(x/d_i)^(1/f_i))^(-c_i·f_i)}: power
 * laws one after the other, the exponent changing by c_i around d_i, the more sharply the smaller f_i. It may turn. Centred: a, the
 * distance from it at the pivot, c0, and for each break c_i, the logarithm of d_i over the pivot or over the break before, and that of
 * f_i; breaks so stay in order.
 */
final class BrokenPowerLaw extends NamedForm {
    private static final double GREATEST_EXPONENT = 3;
    private static final double SHARPEST = 0.02;
    private static final double SMOOTHEST = 5;
    /** How far beyond the data a break is looked for. */
    private static final double REACH = 10;

    private static final int MOST_BREAKS = 5;
    private static final double LEAST_GAP = Math.log(1.5);

    private final int breaks;

    BrokenPowerLaw(int breaks) {
        super(
                new Title(
                        breaks == 1 ? "bnsl" : "bnsl-" + breaks,
                        "broken neural scaling law, " + (breaks == 1 ? "one break" : breaks + " breaks"),
                        formulaOf(breaks),
                        "a + b\\,B^{-c_0}\\prod_{i=1}^{" + breaks + "}\\left(1+(B/d_i)^{1/f_i}\\right)^{-c_i f_i}",
                        "Caballero et al. 2023, arXiv 2210.14891"),
                List.of(Variable.budget()),
                parametersOf(breaks));
        if (breaks < 1 || breaks > MOST_BREAKS) {
            throw new IllegalArgumentException("breaks must be from 1 to " + MOST_BREAKS + ", but is " + breaks);
        }
        this.breaks = breaks;
    }

    private static int exponentOf(int i) {
        return 3 + 3 * i;
    }

    private static String formulaOf(int breaks) {
        StringBuilder formula = new StringBuilder("a + b·B^-c0");
        for (int i = 1; i <= breaks; i++) {
            formula.append("·(1+(B/d%1$d)^(1/f%1$d))^(-c%1$d·f%1$d)".formatted(i));
        }
        return formula.toString();
    }

    private static List<Parameter> parametersOf(int breaks) {
        List<Parameter> parameters = new ArrayList<>(List.of(
                new Parameter("a", OF_THE_VALUE, "where the curve levels off"),
                new Parameter("b", OF_THE_VALUE, "distance from there at one token, were there no break"),
                new Parameter("c0", NONE, "exponent before the first break")));
        for (int i = 1; i <= breaks; i++) {
            parameters.add(new Parameter("c" + i, NONE, "what break " + i + " adds to the exponent"));
            parameters.add(new Parameter("d" + i, "tokens", "where break " + i + " is"));
            parameters.add(new Parameter("f" + i, NONE, "how gradual break " + i + " is"));
        }
        return parameters;
    }

    @Override
    public OptionalInt floor() {
        return OptionalInt.of(0);
    }

    @Override
    public boolean monotone() {
        return false;
    }

    @Override
    public Set<FitWarning> cautions(double[] p, Design design) {
        for (int i = 0; i < breaks; i++) {
            double place = p[exponentOf(i) + 1];
            if (place < design.range(0).smallest() || place > design.range(0).largest()) {
                return Set.of(FitWarning.BREAK_OUTSIDE);
            }
        }
        return Set.of();
    }

    @Override
    public int linear() {
        return 2;
    }

    @Override
    public double value(double[] p, double... x) {
        return p[0] + p[1] * Math.exp(logPower(p, Math.log(x[0])));
    }

    /** Logarithm of the law less its floor, in units of b. */
    private double logPower(double[] p, double log) {
        double power = -p[2] * log;
        for (int i = 0; i < breaks; i++) {
            int c = exponentOf(i);
            power -= p[c] * p[c + 2] * softplus((log - Math.log(p[c + 1])) / p[c + 2]);
        }
        return power;
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        double log = Math.log(x[0]);
        double power = Math.exp(logPower(p, log));
        double[] gradient = new double[p.length];
        gradient[0] = 1;
        gradient[1] = power;
        gradient[2] = -p[1] * power * log;
        for (int i = 0; i < breaks; i++) {
            int c = exponentOf(i);
            double z = (log - Math.log(p[c + 1])) / p[c + 2];
            double soft = softplus(z);
            double share = 1 / (1 + Math.exp(-z));
            gradient[c] = -p[1] * power * p[c + 2] * soft;
            gradient[c + 1] = p[1] * power * p[c] * share / p[c + 1];
            gradient[c + 2] = p[1] * power * p[c] * (share * z - soft);
        }
        return gradient;
    }

    private static double softplus(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }

    @Override
    public double[] parametersOf(double[] c, double[] pivot) {
        double[] p = c.clone();
        double place = Math.log(pivot[0]);
        for (int i = 0; i < breaks; i++) {
            int at = exponentOf(i);
            place += c[at + 1];
            p[at + 1] = Math.exp(place);
            p[at + 2] = Math.exp(c[at + 2]);
        }
        p[1] = c[1] * Math.exp(-logPower(p, Math.log(pivot[0])));
        return p;
    }

    @Override
    public double[] centredOf(double[] p, double[] pivot) {
        double[] c = p.clone();
        double place = Math.log(pivot[0]);
        for (int i = 0; i < breaks; i++) {
            int at = exponentOf(i);
            c[at + 1] = Math.log(p[at + 1]) - place;
            c[at + 2] = Math.log(p[at + 2]);
            place = Math.log(p[at + 1]);
        }
        c[1] = p[1] * Math.exp(logPower(p, Math.log(pivot[0])));
        return c;
    }

    @Override
    public double[][] jacobian(double[] c, double[] pivot) {
        double[] p = parametersOf(c, pivot);
        double[] atPivot = gradient(p, pivot);
        double power = atPivot[1];
        double[][] jacobian = new double[c.length][c.length];
        jacobian[0][0] = 1;
        jacobian[1][1] = 1 / power;
        jacobian[2][2] = 1;
        for (int i = 0; i < breaks; i++) {
            int at = exponentOf(i);
            jacobian[at][at] = 1;
            for (int before = 0; before <= i; before++) {
                jacobian[at + 1][exponentOf(before) + 1] = p[at + 1];
            }
            jacobian[at + 2][at + 2] = p[at + 2];
        }
        for (int j = 2; j < c.length; j++) {
            double slope = 0;
            for (int k = 2; k < c.length; k++) {
                slope += atPivot[k] * jacobian[k][j];
            }
            jacobian[1][j] = -slope / power;
        }
        return jacobian;
    }

    @Override
    public double[][] bounds(Design design, FitOptions options) {
        Design.Range range = design.range(0);
        double[] lower = new double[3 + 3 * breaks];
        double[] upper = new double[lower.length];
        Arrays.fill(lower, -GREATEST_EXPONENT);
        Arrays.fill(upper, GREATEST_EXPONENT);
        lower[0] = options.asymptoteLower();
        upper[0] = options.asymptoteUpper();
        lower[1] = options.falling() ? 0 : Double.NEGATIVE_INFINITY;
        upper[1] = Double.POSITIVE_INFINITY;
        for (int i = 0; i < breaks; i++) {
            int at = exponentOf(i);
            lower[at + 1] = i == 0 ? Math.log(range.smallest() / REACH / range.pivot()) : LEAST_GAP;
            upper[at + 1] = i == 0
                    ? Math.log(range.largest() * REACH / range.pivot())
                    : Math.log(range.largest() / range.smallest() * REACH);
            lower[at + 2] = Math.log(SHARPEST);
            upper[at + 2] = Math.log(SMOOTHEST);
        }
        return new double[][] {lower, upper};
    }

    /** Breaks evenly spread in every way over the data, each with a change of exponent either way, sharp or gradual. */
    @Override
    public List<double[]> shapes(Design design) {
        List<double[]> shapes = new ArrayList<>();
        int places = breaks == 1 ? 9 : 2 * breaks + 2;
        for (double exponent : new double[] {0.02, 0.1, 0.4}) {
            for (int[] spread : spreads(places, breaks)) {
                for (int signs = 0; signs < 1 << breaks; signs++) {
                    for (double gradual : new double[] {0.1, 0.6}) {
                        shapes.add(shape(design.range(0), exponent, spread, places, signs, gradual));
                    }
                }
            }
        }
        return shapes;
    }

    private double[] shape(Design.Range range, double exponent, int[] spread, int places, int signs, double gradual) {
        double[] shape = new double[1 + 3 * breaks];
        shape[0] = exponent;
        double before = Math.log(range.pivot());
        for (int i = 0; i < breaks; i++) {
            double share = (spread[i] + 0.5) / places;
            double place = (1 - share) * Math.log(range.smallest()) + share * Math.log(range.largest());
            shape[1 + 3 * i] = (signs >> i & 1) == 0 ? 0.3 : -0.3;
            shape[2 + 3 * i] = i == 0 ? place - before : Math.max(LEAST_GAP, place - before);
            shape[3 + 3 * i] = Math.log(gradual);
            before = place;
        }
        return shape;
    }

    /** All ways to choose some of the places, in order. */
    private static List<int[]> spreads(int places, int chosen) {
        List<int[]> spreads = new ArrayList<>();
        for (int set = 0; set < 1 << places; set++) {
            if (Integer.bitCount(set) == chosen) {
                int[] spread = new int[chosen];
                int k = 0;
                for (int place = 0; place < places; place++) {
                    if ((set >> place & 1) == 1) {
                        spread[k++] = place;
                    }
                }
                spreads.add(spread);
            }
        }
        return spreads;
    }
}
