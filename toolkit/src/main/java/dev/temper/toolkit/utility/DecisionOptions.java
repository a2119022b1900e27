package dev.temper.toolkit.utility;

/**
 * How a decision is made.
 *
 * @param lossFloor a loss that no model can go below on the domain, such as the entropy of its text, in nats per token; 0 when unknown
 * @param certainty the least P(best) for a recommendation
 * @param level of all intervals
 * @param indifference a difference in loss, in nats per token, that is not worth having
 * @param farthest the greatest ratio of target and largest budget that a verdict is given for
 * @param mostEpochs passes over a source beyond which its curve is not trusted where there are no data
 * @param draws how many joint draws the probabilities stand on
 * @param seed of the draws
 */
public record DecisionOptions(
        double lossFloor,
        double certainty,
        double level,
        double indifference,
        double farthest,
        double mostEpochs,
        int draws,
        long seed) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException when a number is out of its range
     */
    public DecisionOptions {
        require(lossFloor >= 0, "lossFloor", "at least 0", lossFloor);
        require(certainty > 0.5 && certainty < 1, "certainty", "between 0.5 and 1", certainty);
        require(level > 0 && level < 1, "level", "between 0 and 1", level);
        require(indifference >= 0, "indifference", "at least 0", indifference);
        require(farthest >= 1, "farthest", "at least 1", farthest);
        require(mostEpochs > 0, "mostEpochs", "positive", mostEpochs);
        require(draws >= 100, "draws", "at least 100", draws);
    }

    private static void require(boolean holds, String name, String bound, double value) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must be " + bound + ", but is " + value);
        }
    }

    /**
     * Gives the usual options: certainty and level 95 %, indifference 0.005 nats, at most 30 times beyond the data and 10 epochs, 4,000
     * draws, no known floor of the loss.
     *
     * @return the options
     */
    public static DecisionOptions standard() {
        return new DecisionOptions(0, 0.95, 0.95, 0.005, 30, 10, 4000, 1);
    }

    /**
     * Sets the floor of the loss.
     *
     * @param floor nats per token, at least 0
     * @return other options
     */
    public DecisionOptions withLossFloor(double floor) {
        return new DecisionOptions(floor, certainty, level, indifference, farthest, mostEpochs, draws, seed);
    }

    /**
     * Sets the least P(best) for a recommendation.
     *
     * @param share between 0.5 and 1
     * @return other options
     */
    public DecisionOptions withCertainty(double share) {
        return new DecisionOptions(lossFloor, share, level, indifference, farthest, mostEpochs, draws, seed);
    }
}
