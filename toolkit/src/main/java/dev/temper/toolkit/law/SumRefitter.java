package dev.temper.toolkit.law;

/** Fits a sum of powers again by Newton's method. */
final class SumRefitter implements Refitter {
    private final Problem problem;
    private final SumSearch search;
    private final double[] centred;
    private final double[] parameters;

    SumRefitter(Problem problem, SumSearch search, double[] centred) {
        this.problem = problem;
        this.search = search;
        this.centred = centred;
        this.parameters = problem.form.parametersOf(centred, problem.pivot);
    }

    @Override
    public Refit fit(double[] values, double[] weights) {
        SearchRefitter.require(problem, values, weights);
        return search.refit(parameters, centred, values, weights, problem);
    }
}
