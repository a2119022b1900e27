package dev.temper.toolkit.law.schedule;

import java.util.Arrays;

/**
 * The changes of a schedule's rate, and sums over those before a step. Only steps where the rate changes count, so a schedule that holds
 * its rate costs nothing. Changes that go on smoothly make a run; in a run they are summed in blocks that grow with the distance from
 * the step that is asked for, three nodes of a discrete Gauss rule (exact for polynomials of the fifth degree) to a block. A jump is a run
 * of its own and is summed as it is. A sum over T changes so takes some {@code 9 log T} terms, and is within 1e-6 of the full one.
 */
final class Drops {
    /** Length of a block in its distance from the step, and in the distance over which the rate itself would reach zero. */
    private static final double REACH = 0.8;
    /** By how much one change may differ from the next within a run. */
    private static final double SMOOTH = 1.1;
    /** By how much the changes of a block may differ. */
    private static final double EVEN = 2;
    /** Changes smaller than this share of the peak are rounding. */
    private static final double ROUNDING = 1e-12;

    /** What is done with each change. */
    interface Term {
        /**
         * Takes one change, or several of about the same kind.
         *
         * @param fall by how much the rate falls in all, negative where it rises
         * @param logRate logarithm of the rate after the change
         * @param sum of the rates from the change to the step that is asked for, both included
         */
        void add(double fall, double logRate, double sum);
    }

    private final double[] rates;
    private final double[] sums;
    private final double[] falls;
    private final double[] logs;
    private final int[] firsts;
    private final int[] lasts;

    Drops(double[] rates, double[] sums) {
        this.rates = rates;
        this.sums = sums;
        this.falls = new double[rates.length];
        this.logs = new double[rates.length];
        double peak = 0;
        for (double rate : rates) {
            peak = Math.max(peak, rate);
        }
        int[] starts = new int[rates.length];
        int[] ends = new int[rates.length];
        int runs = 0;
        logs[0] = Math.log(rates[0]);
        for (int k = 1; k < rates.length; k++) {
            logs[k] = Math.log(rates[k]);
            double fall = rates[k - 1] - rates[k];
            if (Math.abs(fall) <= ROUNDING * peak) {
                continue;
            }
            falls[k] = fall;
            double ratio = falls[k - 1] / fall;
            if (runs > 0 && ends[runs - 1] == k - 1 && ratio < SMOOTH && ratio > 1 / SMOOTH) {
                ends[runs - 1] = k;
            } else {
                starts[runs] = k;
                ends[runs++] = k;
            }
        }
        this.firsts = Arrays.copyOf(starts, runs);
        this.lasts = Arrays.copyOf(ends, runs);
    }

    boolean any() {
        return firsts.length > 0;
    }

    /** Goes through the changes up to a step, the latest first. */
    void before(double step, double sum, Term term) {
        for (int run = firsts.length - 1; run >= 0; run--) {
            int first = firsts[run];
            int k = (int) Math.min(lasts[run], step);
            while (k >= first) {
                int length = length(k, first, step);
                block(k, length, sum, term);
                k -= length;
            }
        }
    }

    private int length(int k, int first, double step) {
        double far = Math.min(step - k + 1, rates[k] / Math.abs(falls[k]));
        int length = Math.max(1, Math.min(k - first + 1, (int) (REACH * far)));
        while (length > 1 && !(even(k, k - length + 1) && even(k, k - length / 2))) {
            length = (length + 1) / 2;
        }
        return length;
    }

    private boolean even(int k, int other) {
        double ratio = falls[other] / falls[k];
        return ratio <= EVEN && ratio >= 1 / EVEN;
    }

    /** Sums the changes from {@code k - length + 1} to {@code k}. */
    private void block(int k, int length, double sum, Term term) {
        double middle = k - (length - 1) / 2.0;
        if (length == 1) {
            term.add(falls[k], logs[k], sum - sums[k - 1]);
            return;
        }
        double squares = (double) length * length;
        double node = Math.sqrt((3 * squares - 7) / 20);
        double outer = (squares - 1) / 24 / (node * node);
        node(middle - node, length * outer, sum, term);
        node(middle, length * (1 - 2 * outer), sum, term);
        node(middle + node, length * outer, sum, term);
    }

    private void node(double at, double weight, double sum, Term term) {
        int k = (int) at;
        double part = at - k;
        if (part == 0) {
            term.add(weight * falls[k], logs[k], sum - sums[k - 1]);
            return;
        }
        double fall = falls[k] + part * (falls[k + 1] - falls[k]);
        double log = logs[k] + part * (logs[k + 1] - logs[k]);
        double before = sums[k - 1] + part * (sums[k] - sums[k - 1]);
        term.add(weight * fall, log, sum - before);
    }
}
