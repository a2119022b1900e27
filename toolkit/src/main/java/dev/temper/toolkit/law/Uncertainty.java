package dev.temper.toolkit.law;

import dev.temper.toolkit.law.solve.Loss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.jspecify.annotations.Nullable;

/** Intervals and joint draws around one solution. */
final class Uncertainty {
    private static final double LEVEL = 0.95;
    private static final int OWN_DRAWS = 1000;
    private static final long OWN_SEED = 20406;
    /** A thousand refits to more would take minutes, and normal theory holds there. */
    private static final int MOST_POINTS_OF_REFITS = 20_000;

    final Problem problem;
    final double[] centred;
    final Replicates data;
    final Noise noise;
    final Covariance covariance;
    final IntervalMethod method;
    private final double sigma;
    /** Noise of one more value, with as many items as the others have: what values of a cluster share is in it once. */
    private final double ofOneRun;

    private volatile @Nullable List<Refits.Draw> refits;

    private Uncertainty(Problem problem, double[] centred, Replicates data, Noise noise, double valuesOfCluster) {
        this.problem = problem;
        this.centred = centred;
        this.data = data;
        this.noise = noise;
        this.covariance = Covariance.of(problem.information(centred));
        this.sigma = Math.sqrt(noise.meanSquare());
        double items = problem.loss.equals(Loss.BINOMIAL)
                ? Arrays.stream(problem.weights).average().orElseThrow()
                : 1;
        this.ofOneRun = Math.sqrt(noise.ofOneRun() / (valuesOfCluster * items));
        this.method = method();
    }

    static Uncertainty of(Problem problem, double[] centred, Observations data, Replicates asGiven) {
        double[] precise = new double[data.size()];
        for (int i = 0; i < precise.length; i++) {
            double precision = problem.loss.precision(problem.options.scale().of(problem.value(centred, data.rows[i])));
            precise[i] = data.weights[i] * precision * precision;
        }
        Replicates replicates =
                Arrays.equals(precise, data.weights) ? asGiven : Replicates.of(data, precise, problem.options.scale());
        double[] differences = problem.differences(centred);
        double squares = 0;
        for (int i = 0; i < precise.length; i++) {
            squares += precise[i] * differences[i] * differences[i];
        }
        double valuesOfCluster =
                data.size() / (double) Arrays.stream(data.clusters).distinct().count();
        Noise noise = Noise.of(replicates, squares, problem.size(), valuesOfCluster);
        return new Uncertainty(problem, centred, replicates, noise, valuesOfCluster);
    }

    double[] leverages() {
        return Arrays.stream(problem.information(centred))
                .mapToDouble(row -> Math.pow(Covariance.length(covariance.spread(row)), 2))
                .toArray();
    }

    /** Drawn when first asked for: they take longer than the fit, and a fit that is not chosen never needs them. */
    private List<Refits.Draw> refits() {
        List<Refits.Draw> known = refits;
        if (known == null) {
            known = Refits.draw(problem, centred, data, noise, OWN_DRAWS, OWN_SEED);
            refits = known;
        }
        return known;
    }

    private IntervalMethod method() {
        if (noise.degreesOfFreedom() == 0) {
            return IntervalMethod.NONE;
        }
        if (data.points() > MOST_POINTS_OF_REFITS) {
            return IntervalMethod.DELTA_T;
        }
        double t = quantile((1 + LEVEL) / 2);
        for (int j = 0; j < centred.length; j++) {
            double reach = t * sigma * covariance.deviation(j);
            if (centred[j] - reach < problem.lower[j] || centred[j] + reach > problem.upper[j]) {
                return IntervalMethod.REFITS;
            }
        }
        return IntervalMethod.DELTA_T;
    }

    /** The interval of the law at a budget, or of one more run there. */
    Interval at(double[] x, double level, boolean withSeedNoise) {
        Interval.requireLevel(level);
        ErrorScale scale = problem.options.scale();
        double value = problem.value(centred, x);
        double middle = scale.of(value);
        double spread = ofOneRun / problem.loss.precision(middle);
        if (method == IntervalMethod.REFITS) {
            double[] drawn = refits().stream()
                    .mapToDouble(draw -> scale.of(problem.value(draw.centred, x))
                            + (withSeedNoise ? draw.seedNoise / Math.sqrt(noise.ofOneRun()) * spread : 0))
                    .toArray();
            return Interval.enclosing(
                    scale.back(percentile(drawn, (1 - level) / 2)),
                    value,
                    scale.back(percentile(drawn, (1 + level) / 2)),
                    level);
        }
        double error = deltaError(problem.slope(centred, x));
        double reach = reach(withSeedNoise ? Math.hypot(error, spread) : error, level);
        return Interval.enclosing(scale.back(middle - reach), value, scale.back(middle + reach), level);
    }

    /** A centred coordinate by the delta method, which reaches beyond a bound where the data do not hold it. */
    Interval deltaCoordinate(int j, double level) {
        double reach = reach(sigma * covariance.deviation(j), level);
        return new Interval(centred[j] - reach, centred[j], centred[j] + reach, level);
    }

    double standardError(double[] x) {
        if (method != IntervalMethod.REFITS) {
            return deltaError(problem.slope(centred, x));
        }
        ErrorScale scale = problem.options.scale();
        return spread(refits().stream()
                .mapToDouble(draw -> scale.of(problem.value(draw.centred, x)))
                .toArray());
    }

    Estimate parameter(int i, double level) {
        Interval.requireLevel(level);
        Parameter parameter = problem.form.parameters().get(i);
        double value = parametersOf(centred)[i];
        if (method == IntervalMethod.REFITS) {
            double[] drawn = refits().stream()
                    .mapToDouble(draw -> parametersOf(draw.centred)[i])
                    .toArray();
            Interval interval = Interval.ofDraws(value, drawn, level);
            return new Estimate(parameter, spread(drawn), interval);
        }
        double error = deltaError(problem.form.jacobian(centred, problem.pivot)[i]);
        double reach = reach(error, level);
        return new Estimate(parameter, error, Interval.enclosing(value - reach, value, value + reach, level));
    }

    /** Laws drawn from the joint uncertainty, in the way the intervals are made. */
    List<Curve> curves(int count, long seed) {
        List<Curve> curves = new ArrayList<>();
        if (method == IntervalMethod.REFITS) {
            for (Refits.Draw draw : Refits.draw(problem, centred, data, noise, count, seed)) {
                double[] parameters = parametersOf(draw.centred);
                curves.add(x -> problem.form.value(parameters, x));
            }
            return curves;
        }
        RandomGenerator random = new Well19937c(seed);
        ChiSquaredDistribution chiSquared = new ChiSquaredDistribution(random, noise.degreesOfFreedom());
        for (int draw = 0; draw < count; draw++) {
            double stretched = sigma * Math.sqrt(noise.degreesOfFreedom() / chiSquared.sample());
            double[] deviates = new double[centred.length];
            for (int j = 0; j < deviates.length; j++) {
                deviates[j] = stretched * random.nextGaussian();
            }
            curves.add(linearised(deviates));
        }
        return curves;
    }

    private Curve linearised(double[] deviates) {
        ErrorScale scale = problem.options.scale();
        return x -> {
            double[] spread = covariance.spread(problem.slope(centred, x));
            double moved = scale.of(problem.value(centred, x));
            for (int j = 0; j < spread.length; j++) {
                moved += spread[j] * deviates[j];
            }
            return scale.back(moved);
        };
    }

    double[] parametersOf(double[] coordinates) {
        return problem.form.parametersOf(coordinates, problem.pivot);
    }

    double[][] parameterCovariance() {
        double[][] jacobian = problem.form.jacobian(centred, problem.pivot);
        int p = jacobian.length;
        double[][] matrix = new double[p][p];
        for (int i = 0; i < p; i++) {
            double[] row = covariance.spread(jacobian[i]);
            for (int j = 0; j < p; j++) {
                double[] column = covariance.spread(jacobian[j]);
                for (int k = 0; k < p; k++) {
                    matrix[i][j] += noise.meanSquare() * row[k] * column[k];
                }
            }
        }
        return matrix;
    }

    private double deltaError(double[] gradient) {
        return sigma * Covariance.length(covariance.spread(gradient));
    }

    private double reach(double error, double level) {
        return method == IntervalMethod.NONE ? Double.POSITIVE_INFINITY : error * quantile((1 + level) / 2);
    }

    private double quantile(double share) {
        return new TDistribution(noise.degreesOfFreedom()).inverseCumulativeProbability(share);
    }

    /** Half the width of the middle 68 %: the standard deviation where draws are normal, and finite where their tails are not. */
    private static double spread(double[] drawn) {
        return (percentile(drawn, 0.8413) - percentile(drawn, 0.1587)) / 2;
    }

    private static double percentile(double[] drawn, double share) {
        return new Percentile().evaluate(drawn, 100 * share);
    }
}
