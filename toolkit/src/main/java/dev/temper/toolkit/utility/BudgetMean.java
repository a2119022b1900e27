package dev.temper.toolkit.utility;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * What the runs of one source at one budget came to, over their seeds.
 *
 * @param source name of the source or of the control
 * @param tokens tokens trained on
 * @param seeds how many runs
 * @param mean their mean, nats per token
 * @param halfWidth half the width of the t interval of the mean; NaN with one seed
 */
public record BudgetMean(String source, long tokens, int seeds, double mean, double halfWidth) {
    /**
     * Averages the losses of a source at each of its budgets.
     *
     * @param outcomes the runs
     * @param source name of a source or of the control
     * @param level of the interval, such as 0.95
     * @return one for each budget, ascending
     */
    public static List<BudgetMean> ofLosses(Outcomes outcomes, String source, double level) {
        return outcomes.budgets(source).stream()
                .map(tokens -> of(source, tokens, outcomes.losses(source, tokens), level))
                .toList();
    }

    /**
     * Averages the gains of a source over the control, paired by seed, at each budget that has both.
     *
     * @param outcomes the runs
     * @param source name of a source
     * @param level of the interval, such as 0.95
     * @return one for each budget, ascending
     */
    public static List<BudgetMean> ofGains(Outcomes outcomes, String source, double level) {
        return outcomes.budgets(source).stream()
                .filter(tokens -> !outcomes.gains(source, tokens).isEmpty())
                .map(tokens -> of(source, tokens, outcomes.gains(source, tokens), level))
                .toList();
    }

    private static BudgetMean of(String source, long tokens, Map<Long, Double> bySeed, double level) {
        Collection<Double> values = bySeed.values();
        SummaryStatistics statistics = new SummaryStatistics();
        values.forEach(statistics::addValue);
        int n = values.size();
        double halfWidth = n < 2
                ? Double.NaN
                : new TDistribution(n - 1.0).inverseCumulativeProbability(0.5 + level / 2)
                        * statistics.getStandardDeviation()
                        / Math.sqrt(n);
        return new BudgetMean(source, tokens, n, statistics.getMean(), halfWidth);
    }
}
