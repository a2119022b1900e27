package dev.temper.toolkit.utility;

import dev.temper.toolkit.data.Cost;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The embedded study as really trained: mean and standard deviation over three seeds of the domain loss by anneal tokens. Single runs are
 * drawn so that every budget has exactly that mean and deviation.
 */
final class StudyOutcomes {
    static final double ENTROPY = 1.2459;
    static final long[] BUDGETS = {20_480, 40_960, 81_920, 163_840, 327_680, 655_360, 1_310_720};
    static final long TARGET = 1_310_720;
    private static final Map<String, Long> POOLS =
            Map.of("curated", 3_000L, "synthetic", 60_000L, "web", 1_000_000L, "offdomain", 500_000L);
    private static final Map<String, double[][]> TABLE = new LinkedHashMap<>();

    static {
        TABLE.put("none", new double[][] {
            {2.074, 2.059, 2.030, 2.008, 1.984, 1.968, 1.931}, {.010, .016, .006, .012, .011, .006, .005}
        });
        TABLE.put("curated", new double[][] {
            {1.832, 1.801, 1.780, 1.790, 1.850, 2.062, 2.663}, {.005, .006, .000, .003, .002, .014, .022}
        });
        TABLE.put("synthetic", new double[][] {
            {1.855, 1.820, 1.799, 1.773, 1.762, 1.735, 1.703}, {.006, .006, .003, .004, .007, .003, .007}
        });
        TABLE.put("web", new double[][] {
            {1.957, 1.913, 1.880, 1.814, 1.749, 1.675, 1.603}, {.009, .011, .009, .002, .007, .009, .003}
        });
        TABLE.put("offdomain", new double[][] {
            {2.096, 2.083, 2.068, 2.052, 2.049, 2.062, 2.041}, {.029, .005, .019, .018, .005, .007, .009}
        });
    }

    private StudyOutcomes() {}

    static Outcomes smallest(int budgets, long seed) {
        return new Outcomes("none", runs(budgets, 3, seed));
    }

    static List<Outcome> runs(int budgets, int seeds, long seed) {
        Random random = new Random(seed);
        List<Outcome> runs = new ArrayList<>();
        TABLE.forEach((source, rows) -> {
            for (int k = 0; k < budgets; k++) {
                double[] z = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
                double mean = (z[0] + z[1] + z[2]) / 3;
                double squares = 0;
                for (double x : z) {
                    squares += (x - mean) * (x - mean);
                }
                for (int j = 0; j < seeds; j++) {
                    double moved = (z[j] - mean) / Math.sqrt(squares / 2) * rows[1][k];
                    runs.add(new Outcome(source, BUDGETS[k], j, rows[0][k] + moved));
                }
            }
        });
        return runs;
    }

    static double epochs(String source, long tokens) {
        return tokens / 2.0 / POOLS.getOrDefault(source, Long.MAX_VALUE);
    }

    static Cost cost(String source, long tokens) {
        return new Cost(BigDecimal.ZERO, BigDecimal.valueOf(source.length()), BigDecimal.valueOf(tokens, 6));
    }

    static DecisionOptions options() {
        return new DecisionOptions(ENTROPY, 0.95, 0.95, 0.005, 30, 10, 1000, 1);
    }

    static Decision decide(Outcomes outcomes) {
        return Decision.of(outcomes, TARGET, StudyOutcomes::cost, StudyOutcomes::epochs, options());
    }
}
