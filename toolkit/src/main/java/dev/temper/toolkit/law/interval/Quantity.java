package dev.temper.toolkit.law.interval;

import dev.temper.toolkit.law.ErrorScale;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What an interval is of: any number that follows from the parameters of a law.
 *
 * @param name what it is, as a table names it
 * @param unit its unit in words
 * @param of computes it from parameters in the order of the form
 * @param scale the scale on which it is taken to vary evenly; on logs its intervals stay positive
 */
public record Quantity(String name, String unit, ToDoubleFunction<double[]> of, ErrorScale scale) {
    /**
     * Takes any function of the parameters, varying evenly on its own scale.
     *
     * @param name what it is
     * @param unit its unit in words
     * @param of computes it from parameters in the order of the form
     * @return the quantity
     */
    public static Quantity of(String name, String unit, ToDoubleFunction<double[]> of) {
        return new Quantity(name, unit, of, ErrorScale.NATURAL);
    }

    /**
     * Says that the quantity is positive and varies evenly on logs, as an optimal size does.
     *
     * @return the same quantity on logs
     */
    public Quantity onLogs() {
        return new Quantity(name, unit, of, ErrorScale.LOG);
    }

    /**
     * Takes a parameter of a law.
     *
     * @param fit of the law
     * @param name of the parameter
     * @return the quantity
     * @throws IllegalArgumentException when the law has no such parameter; the message lists those it has
     */
    public static Quantity parameter(Fit fit, String name) {
        List<Parameter> parameters = fit.form().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            int index = i;
            if (parameters.get(i).name().equals(name)) {
                return of(name, parameters.get(i).unit(), values -> values[index]);
            }
        }
        throw new IllegalArgumentException("parameter must be one of "
                + parameters.stream().map(Parameter::name).collect(Collectors.joining(", ")) + ", but is " + name);
    }

    /**
     * Takes every parameter of a law.
     *
     * @param fit of the law
     * @return one for each, in the order of the form
     */
    public static List<Quantity> parameters(Fit fit) {
        return fit.form().parameters().stream()
                .map(each -> parameter(fit, each.name()))
                .toList();
    }

    /**
     * Takes the value of a law, on the scale on which it was fitted.
     *
     * @param fit of the law
     * @param x one number for each variable, in its domain
     * @return the quantity
     */
    public static Quantity value(Fit fit, double... x) {
        fit.value(x);
        double[] place = x.clone();
        String at = fit.form().variables().stream().map(each -> each.name()).collect(Collectors.joining(", "));
        return new Quantity(
                "value at " + at + " = "
                        + Arrays.stream(place).mapToObj(Double::toString).collect(Collectors.joining(", ")),
                "unit of the data",
                parameters -> fit.form().value(parameters, place),
                fit.options().scale());
    }

    double scaled(double[] parameters) {
        double value = of.applyAsDouble(parameters);
        return scale == ErrorScale.LOG ? Math.log(value) : value;
    }

    double back(double scaled) {
        return scale == ErrorScale.LOG ? Math.exp(scaled) : scaled;
    }
}
