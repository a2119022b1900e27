package dev.temper.toolkit.law.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The losses of one run and the schedule that it ran under. Immutable. */
public final class LossCurve {
    private static final int MOST_FAULTS = 5;

    private final Schedule schedule;
    private final int[] steps;
    private final double[] losses;

    private LossCurve(Schedule schedule, int[] steps, double[] losses) {
        this.schedule = schedule;
        this.steps = steps;
        this.losses = losses;
    }

    /**
     * Takes a measured curve.
     *
     * @param schedule of the run
     * @param steps after which the loss was measured, counted from 0 and rising; evenly spaced as far as their correlation is to be told
     * @param losses one for each step, in nats per token
     * @return the curve
     * @throws IllegalArgumentException when the lengths differ, a step does not rise or lies beyond the schedule, or a loss is not
     *     positive and finite
     */
    public static LossCurve of(Schedule schedule, int[] steps, double[] losses) {
        if (steps.length != losses.length) {
            throw new IllegalArgumentException(
                    "losses must be as many as steps, " + steps.length + ", but are " + losses.length);
        }
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < steps.length && faults.size() < MOST_FAULTS; i++) {
            int least = i == 0 ? 0 : steps[i - 1] + 1;
            if (steps[i] < least || steps[i] >= schedule.steps()) {
                faults.add("step " + i + " must be from " + least + " to " + (schedule.steps() - 1) + ", but is "
                        + steps[i]);
            }
            if (!(losses[i] > 0 && Double.isFinite(losses[i]))) {
                faults.add("loss of step " + steps[i] + " must be positive and finite, but is " + losses[i]);
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return new LossCurve(schedule, steps.clone(), losses.clone());
    }

    /**
     * Leaves out what was measured early, which no law of the long run describes.
     *
     * @param step the first to keep, such as the end of the warm-up
     * @return the rest of the curve
     */
    public LossCurve from(int step) {
        return only(IntStream.range(0, size()).filter(i -> steps[i] >= step));
    }

    /**
     * Thins the curve out. Measurements close to one another say much the same, so a fit loses little and takes less time.
     *
     * @param stride which to keep, such as every fourth; the first is kept
     * @return the thinner curve
     * @throws IllegalArgumentException when stride is below 1
     */
    public LossCurve every(int stride) {
        if (stride < 1) {
            throw new IllegalArgumentException("stride must be at least 1, but is " + stride);
        }
        return only(IntStream.range(0, size()).filter(i -> i % stride == 0));
    }

    private LossCurve only(IntStream kept) {
        int[] indices = kept.toArray();
        return new LossCurve(
                schedule,
                IntStream.of(indices).map(i -> steps[i]).toArray(),
                IntStream.of(indices).mapToDouble(i -> losses[i]).toArray());
    }

    /**
     * Gives the schedule.
     *
     * @return that of the run
     */
    public Schedule schedule() {
        return schedule;
    }

    /**
     * Counts the measurements.
     *
     * @return 0 or more
     */
    public int size() {
        return steps.length;
    }

    /**
     * Gives the steps.
     *
     * @return a new array, rising
     */
    public int[] steps() {
        return steps.clone();
    }

    /**
     * Gives the losses.
     *
     * @return a new array, one for each step, in nats per token
     */
    public double[] losses() {
        return losses.clone();
    }
}
