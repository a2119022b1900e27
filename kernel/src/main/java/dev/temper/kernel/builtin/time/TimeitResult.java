package dev.temper.kernel.builtin.time;

import dev.temper.kernel.display.Grid;
import dev.temper.kernel.display.Grid.Column;
import dev.temper.kernel.display.MimeBundle;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What {@code %timeit} measured.
 *
 * @param loops how often the code ran within one run
 * @param nanosPerLoop the duration of one loop in nanoseconds, of each run
 * @param collections how often garbage was collected during the runs
 * @param steady whether the speed had settled before the runs
 */
public record TimeitResult(long loops, List<Double> nanosPerLoop, long collections, boolean steady) {
    /**
     * Copies the runs.
     *
     * @param loops how often the code ran within one run
     * @param nanosPerLoop the duration of one loop in nanoseconds, of each run
     * @param collections how often garbage was collected during the runs
     * @param steady whether the speed had settled before the runs
     * @throws IllegalArgumentException when there is no run
     */
    public TimeitResult {
        nanosPerLoop = List.copyOf(nanosPerLoop);
        if (nanosPerLoop.isEmpty()) {
            throw new IllegalArgumentException("nanosPerLoop must have a run, but is empty");
        }
    }

    /**
     * Returns the mean of the runs.
     *
     * @return the duration of one loop in nanoseconds
     */
    public double mean() {
        return nanosPerLoop.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /**
     * Returns the spread of the runs.
     *
     * @return the sample's standard deviation in nanoseconds, 0 for one run
     */
    public double deviation() {
        double mean = mean();
        double squares = nanosPerLoop.stream()
                .mapToDouble(nanos -> (nanos - mean) * (nanos - mean))
                .sum();
        return nanosPerLoop.size() < 2 ? 0 : Math.sqrt(squares / (nanosPerLoop.size() - 1));
    }

    /**
     * Returns the fastest run.
     *
     * @return the duration of one loop in nanoseconds
     */
    public double best() {
        return nanosPerLoop.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /**
     * Returns the slowest run.
     *
     * @return the duration of one loop in nanoseconds
     */
    public double worst() {
        return nanosPerLoop.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /**
     * Tells the measurement in one or two lines.
     *
     * @return mean, spread and best, and what to mind
     */
    @Override
    public String toString() {
        String runs = nanosPerLoop.size() == 1 ? "1 run" : nanosPerLoop.size() + " runs";
        String each = NumberFormat.getIntegerInstance(Locale.ROOT).format(loops) + (loops == 1 ? " loop" : " loops");
        String line = Durations.text(mean()) + " ± " + Durations.text(deviation()) + " per loop (mean ± std. dev. of "
                + runs + ", " + each + " each; best " + Durations.text(best()) + ")";
        List<String> notes = new ArrayList<>(List.of(line));
        if (collections > 0) {
            notes.add("Garbage was collected " + (collections == 1 ? "once" : collections + " times")
                    + " during the runs.");
        }
        if (!steady) {
            notes.add("The speed had not settled after the warm-up: take the best run, or more runs (-r).");
        }
        return String.join("\n", notes);
    }

    /** A row for each run. */
    MimeBundle shown() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < nanosPerLoop.size(); i++) {
            rows.add(List.of(Integer.toString(i + 1), Durations.text(nanosPerLoop.get(i))));
        }
        return new Grid(List.of(Column.number("run"), Column.number("per loop")), rows)
                .bundle(toString())
                .with(MimeBundle.TEXT, toString());
    }
}
