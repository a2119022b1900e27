package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import java.util.List;

/** The rival that says that the budget does nothing: one number for every budget. */
final class Constant extends NamedForm {
    Constant() {
        super(
                new Title("constant", "constant", "a for every B", "a", "the mean; what a law must do better than"),
                List.of(Variable.budget()),
                List.of(new Parameter("a", OF_THE_VALUE, "value at every budget")));
    }

    @Override
    public boolean monotone() {
        return false;
    }

    @Override
    public int linear() {
        return 1;
    }

    @Override
    public double value(double[] p, double... x) {
        return p[0];
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        return new double[] {1};
    }

    @Override
    public double[][] bounds(Design design, FitOptions options) {
        return new double[][] {{options.asymptoteLower()}, {options.asymptoteUpper()}};
    }

    @Override
    public List<double[]> shapes(Design design) {
        return Grid.of();
    }
}
