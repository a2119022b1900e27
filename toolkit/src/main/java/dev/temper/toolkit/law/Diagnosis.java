package dev.temper.toolkit.law;

import dev.temper.toolkit.law.solve.Loss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/** Looks at where the searches ended and at what the data can carry, and says what a reader must know. */
final class Diagnosis {
    private static final double LEVEL = 0.95;
    private static final double TIED = 0.999;
    /** Of columns of unit length: half of the digits are lost. */
    private static final double MOST_CONDITION = 1e8;
    /** Rounded losses coincide now and then; copies of rows do so often. */
    private static final double SHARE_OF_DUPLICATES = 0.1;

    private Diagnosis() {}

    static Convergence convergence(Problem problem, List<Search.End> ends, Covariance covariance) {
        Search.End best = ends.get(0);
        List<String> atBounds = new ArrayList<>();
        for (int j = 0; j < problem.size(); j++) {
            if (problem.atBound(best.centred, j)) {
                atBounds.add(problem.form.parameters().get(j).name());
            }
        }
        return new Convergence(
                best.objective,
                ends.size(),
                (int) ends.stream().filter(end -> end.converged).count(),
                best.gradient,
                best.predictedDecrease,
                covariance.conditionNumber,
                otherOptima(problem, ends),
                atBounds);
    }

    static Set<FitWarning> warnings(Uncertainty uncertainty, Convergence convergence, boolean converged) {
        Set<FitWarning> warnings = EnumSet.noneOf(FitWarning.class);
        Noise noise = uncertainty.noise;
        addIf(!converged, FitWarning.EARLY_STOP, warnings);
        addIf(!convergence.atBounds().isEmpty(), FitWarning.AT_A_BOUND, warnings);
        addIf(severalOptima(uncertainty, convergence), FitWarning.SEVERAL_OPTIMA, warnings);
        addIf(
                uncertainty.problem.form.floor().isPresent() && !floorIdentified(uncertainty),
                FitWarning.FLOOR_NOT_IDENTIFIED,
                warnings);
        addIf(
                !(convergence.conditionNumber() < MOST_CONDITION) || constant(uncertainty),
                FitWarning.NOT_IDENTIFIED,
                warnings);
        addIf(
                uncertainty.data.duplicates >= SHARE_OF_DUPLICATES * uncertainty.problem.values.length,
                FitWarning.DUPLICATES,
                warnings);
        addIf(
                uncertainty.problem.form.monotone()
                        && Turning.turns(uncertainty.data, uncertainty.problem.options.falling()),
                FitWarning.TURNS,
                warnings);
        addIf(tied(uncertainty.problem), FitWarning.TIED_VARIABLES, warnings);
        warnings.addAll(uncertainty.problem.form.cautions(
                uncertainty.parametersOf(uncertainty.centred), uncertainty.problem.design));
        addIf(noise.lackOfFitDf() == 0, FitWarning.FEW_BUDGETS, warnings);
        addIf(noise.pureErrorDf() == 0, FitWarning.ONE_SEED, warnings);
        return warnings;
    }

    private static void addIf(boolean condition, FitWarning warning, Set<FitWarning> warnings) {
        if (condition) {
            warnings.add(warning);
        }
    }

    private static boolean constant(Uncertainty uncertainty) {
        double[] means = uncertainty.data.means;
        double range = Arrays.stream(means).max().orElseThrow()
                - Arrays.stream(means).min().orElseThrow();
        return range <= uncertainty.problem.unit();
    }

    /** Objectives of ends whose curve, drawn ten times beyond the data both ways, is another one than the best. */
    private static List<Double> otherOptima(Problem problem, List<Search.End> ends) {
        List<Search.End> distinct = new ArrayList<>();
        for (Search.End end : ends) {
            if (end.converged && distinct.stream().noneMatch(other -> sameCurve(problem, other, end))) {
                distinct.add(end);
            }
        }
        return distinct.stream().skip(1).map(end -> end.objective).toList();
    }

    private static boolean sameCurve(Problem problem, Search.End a, Search.End b) {
        double span = Arrays.stream(problem.values).max().orElseThrow()
                - Arrays.stream(problem.values).min().orElseThrow();
        return places(problem)
                .allMatch(x -> Math.abs(problem.value(a.centred, x) - problem.value(b.centred, x)) <= 1e-3 * span);
    }

    /** Along the diagonal of the data, and ten times beyond it both ways where a variable has a log axis. */
    private static Stream<double[]> places(Problem problem) {
        List<Design.Range> ranges = problem.design.ranges();
        return Stream.of(
                ranges.stream()
                        .mapToDouble(range -> range.smallest() > 0 ? range.smallest() / 10 : range.smallest())
                        .toArray(),
                ranges.stream().mapToDouble(Design.Range::smallest).toArray(),
                problem.pivot,
                ranges.stream()
                        .mapToDouble(range -> range.smallest() > 0 ? range.largest() * 10 : range.largest())
                        .toArray());
    }

    private static boolean severalOptima(Uncertainty uncertainty, Convergence convergence) {
        Noise noise = uncertainty.noise;
        if (convergence.otherOptima().isEmpty() || noise.degreesOfFreedom() == 0) {
            return false;
        }
        double f = new FDistribution(1, noise.degreesOfFreedom()).inverseCumulativeProbability(LEVEL);
        return convergence.otherOptima().get(0) - convergence.objective() <= f * unit(uncertainty);
    }

    /**
     * What the objective rises by, over an F ratio of one: the mean square for least squares, half of it for the likelihood; for robust
     * losses half of the mean square of their slope over the mean of their curvature (Huber and Ronchetti 2009, section 6.3), the latter
     * over a window as wide as the median residual, since thresholds may be far below it.
     */
    private static double unit(Uncertainty uncertainty) {
        Problem problem = uncertainty.problem;
        if (!problem.loss.robust()) {
            return problem.loss.objective(0.5 * uncertainty.noise.meanSquare());
        }
        double[] differences = problem.differences(uncertainty.centred);
        double threshold = problem.loss.threshold() > 0 ? problem.loss.threshold() : 1;
        double window = Math.max(problem.loss.threshold(), Math.max(Loss.medianSize(differences), problem.unit()));
        double steep = 0;
        double within = 0;
        double total = 0;
        for (int i = 0; i < differences.length; i++) {
            double size = Math.abs(differences[i]);
            double pull = problem.loss.threshold() > 0 ? Math.min(size, threshold) : threshold;
            steep += problem.weights[i] * pull * pull;
            within += size <= window ? problem.weights[i] : 0;
            total += problem.weights[i];
        }
        double curvature = within / total * (problem.loss.threshold() == window ? 1 : threshold / window);
        return 0.5 * steep / Math.max(1, differences.length - problem.size()) / curvature;
    }

    /** The floor is known when its interval keeps off the bounds and is narrower on either side than what the data span. */
    private static boolean floorIdentified(Uncertainty uncertainty) {
        int j = uncertainty.problem.form.floor().orElseThrow();
        Interval floor = uncertainty.deltaCoordinate(j, LEVEL);
        FitOptions options = uncertainty.problem.options;
        double[] means =
                Arrays.stream(uncertainty.data.means).map(options.scale()::back).toArray();
        double span = Arrays.stream(means).max().orElseThrow()
                - Arrays.stream(means).min().orElseThrow();
        return floor.bounded()
                && floor.lower() > options.asymptoteLower()
                && floor.upper() < options.asymptoteUpper()
                && floor.upper() - floor.estimate() <= span
                && floor.estimate() - floor.lower() <= span;
    }

    /** At tokens in proportion to the size the condition number grows as 1/(α - β)² (arXiv 2605.08541). */
    private static boolean tied(Problem problem) {
        if (problem.rows.length < 3) {
            return false;
        }
        double[][] logs = IntStream.range(0, problem.pivot.length)
                .filter(v -> problem.design.range(v).smallest() > 0)
                .mapToObj(v -> Arrays.stream(problem.rows)
                        .mapToDouble(row -> Math.log(row[v]))
                        .toArray())
                .toArray(double[][]::new);
        for (int a = 0; a < logs.length; a++) {
            for (int b = 0; b < a; b++) {
                if (Math.abs(new PearsonsCorrelation().correlation(logs[a], logs[b])) > TIED) {
                    return true;
                }
            }
        }
        return false;
    }
}
