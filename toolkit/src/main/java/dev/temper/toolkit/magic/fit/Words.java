package dev.temper.toolkit.magic.fit;

import dev.temper.toolkit.chart.NamedAxis;
import dev.temper.toolkit.law.ErrorScale;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.LawForm;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How fits are spoken of. */
final class Words {
    private Words() {}

    /** The form with its formula, and which column each of its variables is. */
    static String form(LawForm form, Formula formula) {
        return formula.value() + " = " + form.formula() + ", the " + form.name() + ", where "
                + variables(form, formula);
    }

    static String variables(LawForm form, Formula formula) {
        return IntStream.range(0, formula.variables().size())
                .mapToObj(v -> form.variables().get(v).name() + " = "
                        + formula.variables().get(v))
                .collect(Collectors.joining(", "));
    }

    static String scale(FitRequest request) {
        return request.options().scale() == ErrorScale.LOG ? "on natural logarithms" : "on plain differences";
    }

    static String fitted(FitRequest request, Stated stated) {
        return request.options().loss() + ", " + scale(request)
                + "; 1.603(4) gives the standard error in the last digits; " + stated.phrase();
    }

    static String method(Fit fit, double level) {
        String share = "intervals at " + Digits.plain(100 * level) + " % ";
        return switch (fit.method()) {
            case DELTA_T ->
                share + "by the delta method with Student's t, on the larger of lack-of-fit and pure-error mean square";
            case REFITS -> share + "by percentiles of refits within the bounds";
            case NONE -> "no intervals: the data give no measure of noise";
        };
    }

    static String place(FitRequest request) {
        return IntStream.range(0, request.at().size())
                .mapToObj(v -> request.formula().variables().get(v) + " "
                        + new NamedAxis("").format(request.at().get(v)))
                .collect(Collectors.joining(", "));
    }

    static String beyond(Fit fit, FitRequest request) {
        double times = fit.extrapolation(
                request.at().stream().mapToDouble(each -> each).toArray());
        return times > 1 ? String.format(Locale.ROOT, "%.3g times beyond the data", times) : "within the data";
    }

    static String prefixed(String curve, String sentence) {
        return curve.equals(Curves.ALL) ? sentence : curve + ": " + sentence;
    }
}
