package dev.temper.toolkit.law;

import dev.temper.toolkit.law.solve.SumSolver;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Searches a law that is a sum of powers, on logarithms, by Newton's method. That knows of no bounds but positive amplitudes: where it
 * ends at another bound or beyond it, the bounded search goes on from there.
 */
final class SumSearch {
    /** Of the largest amplitude in the middle of the data: one that is smaller has vanished. */
    private static final double VANISHED = 1e-9;

    private final Problem problem;
    private final SumSolver solver;

    private SumSearch(Problem problem, SumSolver solver) {
        this.problem = problem;
        this.solver = solver;
    }

    /** Empty where the form is no sum, or its values are not compared by their logarithms. */
    static Optional<SumSearch> of(Problem problem) {
        if (problem.options.scale() != ErrorScale.LOG
                || problem.form.variables().stream()
                        .anyMatch(variable -> variable.domain() != Variable.Domain.POSITIVE)) {
            return Optional.empty();
        }
        return problem.form
                .sum()
                .map(sum -> new SumSearch(
                        problem,
                        new SumSolver(sum, problem.rows, problem.values, problem.weights, problem.rounding() / 2)));
    }

    /** For another thread. */
    SumSearch twin() {
        return new SumSearch(problem, solver.twin());
    }

    /** Where searches from a grid end; the same end as often as it was met. */
    List<Search.End> ends(Problem under) {
        int amplitudes = problem.form.sum().orElseThrow().amplitudes();
        double[][] ranges = {
            Arrays.copyOfRange(problem.lower, amplitudes, problem.size()),
            Arrays.copyOfRange(problem.upper, amplitudes, problem.size())
        };
        List<SumSolver.Minimum> minima = solver.search(under.loss.threshold(), ranges);
        Search.End[] ends = new Search.End[minima.size()];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = i > 0 && minima.get(i).equals(minima.get(i - 1)) ? ends[i - 1] : end(minima.get(i), under);
        }
        return List.of(ends);
    }

    /** From the end of a search with another threshold. */
    Search.End from(double[] centred, Problem under) {
        double[] parameters = problem.form.parametersOf(centred, problem.pivot);
        return hasVanished(centred)
                ? Solver.search(centred, under)
                : end(solver.from(parameters, under.loss.threshold()), under);
    }

    /** Fits other values and weights from the optimum of a problem whose threshold is known. */
    Refit refit(double[] parameters, double[] centred, double[] values, double[] weights, Problem of) {
        if (hasVanished(centred)) {
            Problem under = of.on(values, weights);
            return refit(Solver.search(centred, under), under);
        }
        SumSolver.Minimum minimum = solver.refit(parameters, of.loss.threshold(), values, weights);
        if (of.loss.threshold() > 0 && within(problem.form.centredOf(minimum.parameters(), problem.pivot))) {
            return new Refit(minimum.parameters(), of.loss.objective(minimum.cost()), minimum.converged());
        }
        Problem under = of.on(values, weights);
        return refit(end(minimum, under), under);
    }

    private static Refit refit(Search.End end, Problem under) {
        return new Refit(under.form.parametersOf(end.centred, under.pivot), end.objective, end.converged);
    }

    private Search.End end(SumSolver.Minimum minimum, Problem under) {
        double[] centred = problem.form.centredOf(minimum.parameters(), problem.pivot);
        if (!within(centred)) {
            return Solver.search(ontoBounds(centred), under);
        }
        Search.End end = new Search.End(
                centred,
                under.loss.objective(minimum.cost()),
                minimum.gradient(),
                under.loss.objective(minimum.predictedDecrease()),
                minimum.converged());
        return under.loss.threshold() > 0 ? end : Vertex.polish(end, under);
    }

    private boolean within(double[] centred) {
        for (int j = 0; j < centred.length; j++) {
            if (!(centred[j] >= problem.lower[j] && centred[j] <= problem.upper[j])) {
                return false;
            }
        }
        return !hasVanished(centred);
    }

    private boolean hasVanished(double[] centred) {
        double least = VANISHED * largest(centred);
        for (int j = 0; j < problem.form.linear(); j++) {
            if (centred[j] <= problem.lower[j] + least) {
                return true;
            }
        }
        return false;
    }

    private double[] ontoBounds(double[] centred) {
        double[] moved = new double[centred.length];
        double least = VANISHED * largest(centred);
        for (int j = 0; j < moved.length; j++) {
            double low = problem.lower[j] + (j < problem.form.linear() ? least : 0);
            moved[j] = centred[j] <= low ? problem.lower[j] : Math.min(problem.upper[j], centred[j]);
        }
        return moved;
    }

    private double largest(double[] centred) {
        double largest = 0;
        for (int j = 0; j < problem.form.linear(); j++) {
            largest = Math.max(largest, Math.abs(centred[j]));
        }
        return largest;
    }
}
