package dev.temper.toolkit.law;

import java.util.List;

/**
 * How the search for the parameters went.
 *
 * @param objective the sum of squared residuals at the best point, or under another loss than least squares the sum of costs
 * @param starts how many starting points were searched from
 * @param converged how many of them converged
 * @param gradient the largest cosine between the residuals and a direction that is free to move; 0 at an exact fit
 * @param predictedDecrease by how much one more step would lower the objective
 * @param conditionNumber of the Jacobian with columns of unit length; infinite when singular
 * @param otherOptima objectives of the other optima found, the best first; empty when all searches met
 * @param atBounds names of the parameters that ended at a bound
 */
public record Convergence(
        double objective,
        int starts,
        int converged,
        double gradient,
        double predictedDecrease,
        double conditionNumber,
        List<Double> otherOptima,
        List<String> atBounds) {
    /** Copies the lists. */
    public Convergence {
        otherOptima = List.copyOf(otherOptima);
        atBounds = List.copyOf(atBounds);
    }
}
