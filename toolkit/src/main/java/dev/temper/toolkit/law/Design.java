package dev.temper.toolkit.law;

import java.util.Arrays;

/**
 * Where a curve was measured.
 *
 * @param smallest the smallest budget, in tokens
 * @param pivot the geometric mean of the budgets, in tokens
 * @param largest the largest budget, in tokens
 */
public record Design(double smallest, double pivot, double largest) {
    static Design of(double[] budgets) {
        return new Design(
                Arrays.stream(budgets).min().orElseThrow(),
                Math.exp(Arrays.stream(budgets).map(Math::log).average().orElseThrow()),
                Arrays.stream(budgets).max().orElseThrow());
    }
}
