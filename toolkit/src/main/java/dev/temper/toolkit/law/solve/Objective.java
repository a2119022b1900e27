package dev.temper.toolkit.law.solve;

/**
 * The summed cost of a law's residuals as a function of its coordinates, with exact gradient and Hessian: Huber's cost of the
 * differences of logarithms, with an infinite threshold for half the squares. With p_k the share of term k in the sum and F_k its
 * derivative of the logarithm, the prediction has gradient {@code J = Σ p_k F_k} and the cost has the Hessian
 * {@code Σ_i w_i [(ρ'' - ρ') J Jᵀ + ρ' Σ_k p_k F_k F_kᵀ]}.
 *
 * <p>An instance holds the arrays of one evaluation: each thread takes its own.
 */
abstract sealed class Objective permits AnyTerms, FloorAndTwoPowers {
    final PowerSum law;
    final SumData data;
    final double[] gradient;
    final double[][] hessian;

    Objective(PowerSum law, SumData data) {
        this.law = law;
        this.data = data;
        this.gradient = new double[law.size()];
        this.hessian = new double[law.size()][law.size()];
    }

    /** The fastest objective for the shape of the law. */
    static Objective of(PowerSum law, SumData data) {
        return FloorAndTwoPowers.fits(law) ? new FloorAndTwoPowers(law, data) : new AnyTerms(law, data);
    }

    /** The cost at a point; sets gradient and Hessian there. */
    abstract double evaluate(double[] point, double threshold);

    /** The logarithm of the law at a row. */
    final double predicted(double[] point, int row) {
        double sum = 0;
        for (Term term : law.terms()) {
            double log = point[term.amplitude()];
            for (Term.Power power : term.powers()) {
                log -= point[law.amplitudes() + power.exponent()] * power.of(data.logs[power.variable()][row]);
            }
            sum += Math.exp(log);
        }
        return Math.log(sum);
    }
}
