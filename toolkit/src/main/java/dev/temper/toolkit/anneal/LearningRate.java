package dev.temper.toolkit.anneal;

/**
 * The learning rate of a run, step by step.
 *
 * @param peak highest learning rate, above 0
 * @param warmUpSteps steps over which it rises linearly to the peak; 0 starts at the peak
 * @param cooldown how it falls over the whole run
 */
public record LearningRate(double peak, long warmUpSteps, Cooldown cooldown) {
    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if the peak is not above 0 or the warm-up is negative
     */
    public LearningRate {
        if (!(peak > 0 && peak < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("learning-rate must be above 0, but is " + peak);
        }
        if (warmUpSteps < 0) {
            throw new IllegalArgumentException("warm-up must be zero or more steps, but is " + warmUpSteps);
        }
    }

    /**
     * Gives the learning rate of one step.
     *
     * @param step steps already done in this run, from 0
     * @param steps steps of the whole run
     * @return learning rate of the next step
     */
    public double at(long step, long steps) {
        double rise = warmUpSteps == 0 ? 1 : Math.min(1.0, (step + 1) / (double) warmUpSteps);
        return peak * rise * cooldown.factor(step / (double) steps);
    }
}
