package dev.temper.toolkit.law;

import dev.temper.toolkit.law.solve.Loss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Brings a problem to its optimum under any loss. */
final class Solver {
    /** Of the median residual: a smaller threshold moves no law, and stands for the limit of absolute differences. */
    private static final double LEAST_THRESHOLD = 1e-6;

    private static final double EASING = 4;
    private static final int MOST_ADAPTATIONS = 50;
    private static final double SAME_THRESHOLD = 1e-9;

    private Solver() {}

    /** A problem whose threshold is known, and where the searches of it ended, the best first; at least one. */
    record Solution(Problem problem, List<Search.End> ends) {}

    static Solution solve(Problem problem, List<double[]> starts) {
        Solution squares = searched(problem, starts);
        if (!problem.options.loss().adapts()) {
            return squares;
        }
        Solution solution = squares;
        for (int round = 0; round < MOST_ADAPTATIONS; round++) {
            Problem last = solution.problem;
            Loss next = problem.options.loss().adaptedTo(last.differences(best(solution)), 100 * problem.unit());
            if (Math.abs(next.threshold() - last.loss.threshold()) <= SAME_THRESHOLD * next.threshold()) {
                break;
            }
            solution = searched(
                    problem.with(next),
                    solution.ends.stream().map(end -> end.centred).toList());
        }
        return solution;
    }

    private static double[] best(Solution solution) {
        return solution.ends.get(0).centred;
    }

    private static Solution searched(Problem problem, List<double[]> starts) {
        List<Search.End> ends = new ArrayList<>();
        for (double[] start : starts) {
            ends.add(search(start, problem));
            if (severalOptimaMayBe(problem)) {
                ends.add(Search.from(start, problem));
            }
        }
        ends.sort(Comparator.comparingDouble(end -> end.objective));
        return new Solution(problem, ends);
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
        double median = Loss.medianSize(problem.differences(point));
        double last = Math.max(problem.loss.threshold(), LEAST_THRESHOLD * Math.max(median, problem.unit()));
        for (double threshold = median; threshold > 2 * last; threshold /= EASING) {
            point = Search.from(point, problem.with(Loss.huber(threshold))).centred;
        }
        if (problem.loss.threshold() > 0) {
            return Search.from(point, problem);
        }
        return Search.from(point, problem.with(Loss.huber(last))).under(problem);
    }
}
