package dev.temper.toolkit.law.interval;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.Observations;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The fits that each leave out one cluster, or where there are very many one of a thousand mixed groups of them. */
final class JackKnife {
    private static final int MOST = 1000;
    private static final int BATCH = 16;

    final List<double[]> parameters;
    final int left;

    private JackKnife(List<double[]> parameters, int left) {
        this.parameters = parameters;
        this.left = left;
    }

    static JackKnife of(Fit fit, Groups clusters) {
        Observations data = fit.observations();
        Groups groups = clusters.atMost(MOST);
        double[] values = new double[data.size()];
        Arrays.setAll(values, data::value);
        List<Optional<double[]>> fitted = IntStream.range(0, (groups.count + BATCH - 1) / BATCH)
                .parallel()
                .mapToObj(batch -> {
                    var refitter = fit.refitter();
                    return IntStream.range(batch * BATCH, Math.min(groups.count, (batch + 1) * BATCH))
                            .mapToObj(g -> Draws.refitted(refitter, values, without(data, groups, g)))
                            .toList();
                })
                .flatMap(List::stream)
                .toList();
        return new JackKnife(fitted.stream().flatMap(Optional::stream).toList(), groups.count);
    }

    private static double[] without(Observations data, Groups groups, int group) {
        double[] weights = new double[data.size()];
        Arrays.setAll(weights, i -> groups.of[i] == group ? 0 : data.weight(i));
        return weights;
    }

    int failed() {
        return left - parameters.size();
    }

    /** The standard error of a quantity on its own scale. */
    double error(Quantity quantity) {
        double[] off = distances(quantity);
        double squares = 0;
        for (double each : off) {
            squares += each * each;
        }
        return Math.sqrt((off.length - 1.0) / off.length * squares);
    }

    /** How fast the standard error changes with the value, by Efron 1987. */
    static double acceleration(double[] distances) {
        double cubes = 0;
        double squares = 0;
        for (double each : distances) {
            cubes += each * each * each;
            squares += each * each;
        }
        return squares > 0 ? cubes / (6 * Math.pow(squares, 1.5)) : 0;
    }

    /** By fit the mean of all less its value. */
    double[] distances(Quantity quantity) {
        double[] values = parameters.stream().mapToDouble(quantity::scaled).toArray();
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        return Arrays.stream(values).map(value -> mean - value).toArray();
    }
}
