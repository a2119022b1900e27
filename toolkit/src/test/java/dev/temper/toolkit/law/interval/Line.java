package dev.temper.toolkit.law.interval;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import java.util.List;
import java.util.OptionalInt;

/** {@code a + b·x}, for which every interval has a closed form. */
final class Line implements LawForm {
    @Override
    public String key() {
        return "line";
    }

    @Override
    public String name() {
        return "line";
    }

    @Override
    public String formula() {
        return "a + b·x";
    }

    @Override
    public String latex() {
        return "a + b\\,x";
    }

    @Override
    public String source() {
        return "Legendre 1805";
    }

    @Override
    public List<Variable> variables() {
        return List.of(new Variable("x", "none", "abscissa", Variable.Domain.ANY));
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("a", "none", "intercept"), new Parameter("b", "none", "slope"));
    }

    @Override
    public OptionalInt floor() {
        return OptionalInt.empty();
    }

    @Override
    public boolean monotone() {
        return false;
    }

    @Override
    public double value(double[] p, double... x) {
        return p[0] + p[1] * x[0];
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        return new double[] {1, x[0]};
    }

    @Override
    public double[][] bounds(Design design, FitOptions options) {
        double infinity = Double.POSITIVE_INFINITY;
        return new double[][] {{-infinity, -infinity}, {infinity, infinity}};
    }

    @Override
    public int linear() {
        return 2;
    }

    @Override
    public List<double[]> shapes(Design design) {
        return List.of(new double[0]);
    }
}
