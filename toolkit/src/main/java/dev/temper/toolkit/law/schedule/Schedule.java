package dev.temper.toolkit.law.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The learning rate of every step, from step 0 on, warm-up included. Immutable. After its last step a schedule is taken to go on at its
 * last rate.
 */
public final class Schedule {
    private static final int MOST_FAULTS = 5;

    private final double[] rates;
    /** Sum of the rates up to each step, that step included. */
    private final double[] sums;

    private final Drops drops;

    private Schedule(double[] rates) {
        this.rates = rates;
        this.sums = rates.clone();
        Arrays.parallelPrefix(sums, Double::sum);
        this.drops = new Drops(rates, sums);
    }

    /**
     * Takes the rates as they were used or published.
     *
     * @param rates one for each step, at least 0 and not all 0
     * @return the schedule
     * @throws IllegalArgumentException when a rate is negative or not finite, or when none is positive
     */
    public static Schedule of(double... rates) {
        List<String> faults = new ArrayList<>();
        for (int step = 0; step < rates.length && faults.size() < MOST_FAULTS; step++) {
            if (!(rates[step] >= 0 && Double.isFinite(rates[step]))) {
                faults.add("rate of step " + step + " must be at least 0 and finite, but is " + rates[step]);
            }
        }
        if (faults.isEmpty() && Arrays.stream(rates).noneMatch(rate -> rate > 0)) {
            faults.add("rates must hold one above 0, but hold none among " + rates.length);
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return new Schedule(rates.clone());
    }

    /**
     * Takes the rates from a function.
     *
     * @param steps how many there are
     * @param rate of a step, counted from 0
     * @return the schedule
     */
    public static Schedule of(int steps, IntToDoubleFunction rate) {
        double[] rates = new double[requireLength("steps", steps, 1)];
        Arrays.setAll(rates, rate);
        return of(rates);
    }

    /**
     * Warms up in a straight line from 0 and holds the peak.
     *
     * @param warmUp steps of the warm-up, the last of them at the peak; 0 for none
     * @param steps in all
     * @param peak rate
     * @return the schedule
     */
    public static Schedule constant(int warmUp, int steps, double peak) {
        requireLength("steps", steps, warmUp + 1);
        return of(steps, step -> warming(step, warmUp, peak));
    }

    /**
     * Warms up, then follows half a cosine from the peak to the end.
     *
     * @param warmUp steps of the warm-up
     * @param steps in all
     * @param peak rate
     * @param end rate that is reached one step after the last
     * @return the schedule
     */
    public static Schedule cosine(int warmUp, int steps, double peak, double end) {
        return cooling(warmUp, warmUp, steps, peak, share -> end + (peak - end) * (1 + Math.cos(Math.PI * share)) / 2);
    }

    /**
     * Warms up, holds the peak, and falls in a straight line.
     *
     * @param warmUp steps of the warm-up
     * @param stable the step that the fall begins with
     * @param steps in all
     * @param peak rate
     * @param end rate that is reached one step after the last
     * @return the schedule
     */
    public static Schedule linear(int warmUp, int stable, int steps, double peak, double end) {
        return cooling(warmUp, stable, steps, peak, share -> peak + (end - peak) * share);
    }

    /**
     * Warms up, holds the peak, and falls by the same factor at every step.
     *
     * @param warmUp steps of the warm-up
     * @param stable the step that the fall begins with
     * @param steps in all
     * @param peak rate
     * @param end rate that is reached one step after the last, above 0
     * @return the schedule
     */
    public static Schedule exponential(int warmUp, int stable, int steps, double peak, double end) {
        return cooling(warmUp, stable, steps, peak, share -> peak * Math.pow(end / peak, share));
    }

    /**
     * Warms up, holds the peak, and goes on at another rate.
     *
     * @param warmUp steps of the warm-up
     * @param stable the first step at the other rate
     * @param steps in all
     * @param peak rate before
     * @param after rate from then on
     * @return the schedule
     */
    public static Schedule stepDown(int warmUp, int stable, int steps, double peak, double after) {
        return cooling(warmUp, stable, steps, peak, share -> after);
    }

    private interface Cooling {
        double at(double share);
    }

    private static Schedule cooling(int warmUp, int stable, int steps, double peak, Cooling cooling) {
        requireLength("stable", stable, warmUp);
        requireLength("steps", steps, stable + 1);
        return of(steps, step -> {
            double share = (step - stable) / (double) (steps - stable);
            return step < stable ? warming(step, warmUp, peak) : cooling.at(share);
        });
    }

    private static double warming(int step, int warmUp, double peak) {
        return step < warmUp ? peak * step / Math.max(1, warmUp - 1) : peak;
    }

    private static int requireLength(String name, int steps, int least) {
        if (steps < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", but is " + steps);
        }
        return steps;
    }

    /**
     * Counts the steps.
     *
     * @return at least 1
     */
    public int steps() {
        return rates.length;
    }

    /**
     * Gives the rate of a step.
     *
     * @param step counted from 0; beyond the end the last rate holds
     * @return at least 0
     */
    public double rate(int step) {
        return rates[Math.min(step, rates.length - 1)];
    }

    /**
     * Gives the highest rate.
     *
     * @return above 0
     */
    public double peak() {
        return Arrays.stream(rates).max().orElseThrow();
    }

    /**
     * Sums the rates from step 0 to a step, that step included: S1 of the laws, the warm-up's sum with it.
     *
     * @param step may lie between two steps, or beyond the end
     * @return at least 0
     */
    public double sum(double step) {
        return along(sums, step, rates[rates.length - 1]);
    }

    /** Reads a running sum at a step; beyond the end it grows by the given amount a step. */
    static double along(double[] sums, double step, double growth) {
        int last = sums.length - 1;
        if (step >= last) {
            return sums[last] + (step - last) * growth;
        }
        int below = (int) step;
        return sums[below] + (step - below) * (sums[below + 1] - sums[below]);
    }

    double[] rates() {
        return rates;
    }

    Drops drops() {
        return drops;
    }
}
