package dev.temper.toolkit.magic.fit;

import dev.temper.toolkit.chart.Chart;
import dev.temper.toolkit.chart.FittedSeries;
import dev.temper.toolkit.chart.LawPlot;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.choice.Comparison;
import dev.temper.toolkit.law.interval.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tech.tablesaw.api.Table;

/** The laws that {@code %fit} found, by the names of their curves: the values of the columns after {@code by}. Immutable. */
public final class LawFits {
    private static final double REACH = 3;

    private final FitRequest request;
    private final Map<String, Fit> fits;
    private final Map<String, Comparison> comparisons;
    private final Map<String, String> failures;
    private final Map<String, Stated> stated = new LinkedHashMap<>();

    LawFits(
            FitRequest request,
            Map<String, Fit> fits,
            Map<String, Comparison> comparisons,
            Map<String, String> failures) {
        this.request = request;
        this.fits = Collections.unmodifiableMap(new LinkedHashMap<>(fits));
        this.comparisons = Collections.unmodifiableMap(new LinkedHashMap<>(comparisons));
        fits.forEach((name, fit) -> stated.put(name, new Stated(fit, request)));
        this.failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
    }

    FitRequest request() {
        return request;
    }

    /**
     * Gives all laws.
     *
     * @return the fits, in the order in which their curves first come in the table
     */
    public Map<String, Fit> fits() {
        return fits;
    }

    /**
     * Gives one law.
     *
     * @param curve its name; the values of several columns with a comma and a space between them
     * @return the fit
     * @throws IllegalArgumentException when there is none of that name; the message lists those there are
     */
    public Fit fit(String curve) {
        Fit fit = fits.get(curve);
        if (fit == null) {
            throw new IllegalArgumentException(
                    "curve must be one of " + String.join("; ", fits.keySet()) + ", but is " + curve);
        }
        return fit;
    }

    /**
     * Gives the law where there is one alone.
     *
     * @return the fit
     * @throws IllegalStateException when there are several
     */
    public Fit fit() {
        if (fits.size() != 1) {
            throw new IllegalStateException("there must be one law, but there are " + fits.size() + ": name one of "
                    + String.join("; ", fits.keySet()));
        }
        return fits.values().iterator().next();
    }

    Stated stated(String curve) {
        fit(curve);
        return Objects.requireNonNull(stated.get(curve));
    }

    /**
     * Gives the intervals of the parameters of one law, with how they were made and what to know of them.
     *
     * @param curve its name
     * @return one for each parameter, in the order of the form
     * @throws IllegalArgumentException when there is none of that name
     */
    public List<Statement> intervals(String curve) {
        return stated(curve).parameters();
    }

    /**
     * Gives what a law was fitted to.
     *
     * @param curve its name
     * @return its rows
     * @throws IllegalArgumentException when there is none of that name
     */
    public Observations data(String curve) {
        return fit(curve).observations();
    }

    /**
     * Gives how the forms compared where several were asked for.
     *
     * @return by the names of the curves; empty when one form was asked for
     */
    public Map<String, Comparison> comparisons() {
        return comparisons;
    }

    /**
     * Gives the curves that no law could be fitted to.
     *
     * @return by their names why not
     */
    public Map<String, String> failures() {
        return failures;
    }

    /**
     * Gives one tidy table, a row for each parameter of each law.
     *
     * @return a fresh table
     */
    public Table table() {
        return FitsTable.of(this);
    }

    /**
     * Draws the laws: curves with their bands, dashed beyond the data, or for laws in several variables what they say against what was
     * measured.
     *
     * @return the picture
     */
    public Chart chart() {
        List<FittedSeries> series = new ArrayList<>();
        fits.forEach((name, fit) -> series.add(new FittedSeries(
                name.equals(Curves.ALL) ? request.frame() : name,
                fit,
                x -> stated(name).at(x))));
        double reach = REACH;
        if (request.at().size() == 1) {
            double at = request.at().get(0);
            reach = fits.values().stream()
                    .mapToDouble(fit -> at / fit.design().range(0).largest())
                    .max()
                    .orElse(REACH);
        }
        return new LawPlot(
                        request.formula().toString(),
                        request.formula().variables(),
                        request.formula().value(),
                        series,
                        request.level(),
                        Math.max(1, reach))
                .chart();
    }

    /**
     * Writes the methods sheet: all that a paper must say for these numbers to be found again.
     *
     * @return Markdown
     */
    public String methods() {
        return MethodsSheet.of(this);
    }

    @Override
    public String toString() {
        return fits.size() + (fits.size() == 1 ? " law of " : " laws of ") + request.formula();
    }
}
