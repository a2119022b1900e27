package dev.temper.toolkit.law;

import dev.temper.toolkit.law.solve.Loss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Brings a problem to its optimum under any loss. */
final class Solver {
    /** Of the median residual: where the exact search for least absolute differences takes over. */
    private static final double LEAST_THRESHOLD = 1e-3;

    private static final double EASING = 4;
    private static final int MOST_ADAPTATIONS = 50;
    private static final double SAME_THRESHOLD = 1e-9;
    private static final int MOST_VALUES_TO_START = 5000;
    private static final double SAME_OPTIMUM = 1e-6;

    private Solver() {}

    /** A problem whose threshold is known, and where the searches of it ended, the best first; none when there was nowhere to start. */
    record Solution(Problem problem, List<Search.End> ends) {}

    static Solution solve(Problem problem) {
        Optional<SumSearch> sum = SumSearch.of(problem);
        Solution solution =
                new Solution(problem, sum.map(search -> search.ends(problem)).orElseGet(() -> searched(problem)));
        if (solution.ends.isEmpty() && sum.isPresent()) {
            solution = new Solution(problem, searched(problem));
        }
        if (solution.ends.isEmpty() || !problem.options.loss().adapts()) {
            return sorted(solution);
        }
        return adapted(sorted(solution), sum);
    }

    /** Fits and sets the threshold by the residuals in turn. */
    private static Solution adapted(Solution squares, Optional<SumSearch> sum) {
        Solution solution = squares;
        for (int round = 0; round < MOST_ADAPTATIONS; round++) {
            Problem last = solution.problem;
            double[] differences = last.differences(solution.ends.get(0).centred);
            Loss next = last.options.loss().adaptedTo(differences, 100 * last.unit());
            if (Math.abs(next.threshold() - last.loss.threshold()) <= SAME_THRESHOLD * next.threshold()) {
                break;
            }
            Problem under = last.with(next);
            List<Search.End> ends = new ArrayList<>();
            for (Search.End end : solution.ends) {
                ends.add(
                        sum.map(search -> search.from(end.centred, under)).orElseGet(() -> search(end.centred, under)));
            }
            solution = sorted(new Solution(under, ends));
        }
        return solution;
    }

    private static Solution sorted(Solution solution) {
        List<Search.End> ends = new ArrayList<>(solution.ends);
        ends.sort(Comparator.comparingDouble(end -> end.objective));
        return new Solution(solution.problem, ends);
    }

    /** Where there are many values, some of them tell where to search among all. */
    private static List<Search.End> searched(Problem problem) {
        int stride = (problem.values.length + MOST_VALUES_TO_START - 1) / MOST_VALUES_TO_START;
        if (stride == 1) {
            List<Search.End> ends = new ArrayList<>();
            for (double[] start : StartingPoints.of(problem)) {
                ends.add(search(start, problem));
                if (severalOptimaMayBe(problem)) {
                    ends.add(Search.from(start, problem));
                }
            }
            return ends;
        }
        List<Search.End> ends = new ArrayList<>();
        double last = Double.NaN;
        for (Search.End end : sorted(new Solution(problem, searched(problem.every(stride)))).ends) {
            if (!(end.objective - last <= SAME_OPTIMUM * last)) {
                ends.add(search(end.centred, problem));
                last = end.objective;
            }
        }
        return ends;
    }

    /** By way of larger thresholds all starts of a curved valley run into one optimum of it; straight ones find the others. */
    private static boolean severalOptimaMayBe(Problem problem) {
        return problem.loss.robust() && problem.loss.threshold() > 0 && problem.form.linear() == 0;
    }

    /** Small thresholds have many shallow minima on the way: they are reached by way of the optima of larger ones. */
    static Search.End search(double[] start, Problem problem) {
        if (!problem.loss.robust()) {
            return Search.from(start, problem);
        }
        double[] point = Search.from(start, problem.with(Loss.SQUARES)).centred;
        double median = Math.max(Loss.medianSize(problem.differences(point)), problem.unit());
        double last = Math.max(problem.loss.threshold(), LEAST_THRESHOLD * median);
        for (double threshold = median; threshold > 2 * last; threshold /= EASING) {
            point = Search.from(point, problem.with(Loss.huber(threshold))).centred;
        }
        return problem.loss.threshold() > 0
                ? Search.from(point, problem)
                : Vertex.polish(Search.from(point, problem.with(Loss.huber(last))), problem);
    }
}
