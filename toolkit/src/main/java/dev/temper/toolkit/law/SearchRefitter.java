package dev.temper.toolkit.law;

import java.util.ArrayList;
import java.util.List;

/** Fits again by the bounded search. */
final class SearchRefitter implements Refitter {
    private final Problem problem;
    private final double[] centred;

    SearchRefitter(Problem problem, double[] centred) {
        this.problem = problem;
        this.centred = centred;
    }

    @Override
    public Refit fit(double[] values, double[] weights) {
        require(problem, values, weights);
        Problem moved = problem.on(values, weights);
        Search.End end = Solver.search(centred, moved);
        return new Refit(problem.form.parametersOf(end.centred, problem.pivot), end.objective, end.converged);
    }

    static void require(Problem problem, double[] values, double[] weights) {
        List<String> faults = new ArrayList<>();
        int runs = problem.rows.length;
        if (values.length != runs || weights.length != runs) {
            faults.add("values and weights must be as many as observations, " + runs + ", but are " + values.length
                    + " and " + weights.length);
        }
        boolean any = false;
        for (int i = 0; i < Math.min(values.length, weights.length); i++) {
            if (!(weights[i] >= 0 && Double.isFinite(weights[i]))) {
                faults.add("weight " + i + " must be 0 or more and finite, but is " + weights[i]);
            }
            if (weights[i] > 0 && !Double.isFinite(problem.options.scale().of(values[i]))) {
                faults.add("value " + i + " must have a place on the scale " + problem.options.scale() + ", but is "
                        + values[i]);
            }
            any |= weights[i] > 0;
        }
        if (!any) {
            faults.add("weights must have a positive one, but have none");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }
}
