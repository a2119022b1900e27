package dev.temper.toolkit.law.choice;

import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs in the order in which they grow. The size of a run is the product of those of its variables that stand on log axes: its tokens;
 * for a law in model size and tokens what is in proportion to its compute. Where no variable stands on a log axis all runs are of one size.
 */
final class Sizes {
    private static final double SAME = 1e-9;

    private final Observations data;
    /** The runs of each size, the smallest size first. */
    private final List<List<Integer>> runs;

    private Sizes(Observations data, List<List<Integer>> runs) {
        this.data = data;
        this.runs = runs;
    }

    static Sizes of(Observations data, LawForm form) {
        int[] grown = IntStream.range(0, form.variables().size())
                .filter(v -> form.variables().get(v).domain() == Variable.Domain.POSITIVE)
                .toArray();
        double[] sizes = IntStream.range(0, data.size())
                .mapToDouble(run -> {
                    double[] row = data.row(run);
                    return IntStream.of(grown)
                            .mapToDouble(v -> Math.log(row[v]))
                            .sum();
                })
                .toArray();
        List<Integer> order = IntStream.range(0, data.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer run) -> sizes[run]))
                .toList();
        List<List<Integer>> runs = new ArrayList<>();
        double last = Double.NaN;
        for (int run : order) {
            if (!(sizes[run] - last <= SAME * Math.max(1, Math.abs(last)))) {
                runs.add(new ArrayList<>());
                last = sizes[run];
            }
            runs.get(runs.size() - 1).add(run);
        }
        return new Sizes(data, runs);
    }

    int count() {
        return runs.size();
    }

    /** The runs of sizes from one to before another. */
    int[] indices(int from, int to) {
        return runs.subList(from, to).stream()
                .flatMap(List::stream)
                .mapToInt(run -> run)
                .sorted()
                .toArray();
    }

    Observations between(int from, int to) {
        return data.only(indices(from, to));
    }
}
