package dev.temper.install.laws;

import java.util.Locale;

/**
 * How good probabilities were.
 *
 * @param brier mean squared distance from what was true
 * @param accuracy percentage on the right side of a half
 * @param rightWhenSure percentage right among those said with 95 % or more
 * @param rightWhenLikely percentage right among those said with 80 to 95 %
 * @param calibration expected calibration error over ten bins of the probability
 */
record Score(double brier, double accuracy, double rightWhenSure, double rightWhenLikely, double calibration) {
    private static final int BINS = 10;
    private static final double SURE = 0.95;
    private static final double LIKELY = 0.8;

    static Score of(double[] said, boolean[] truth) {
        double brier = 0;
        int right = 0;
        int[] counts = new int[2];
        int[] rights = new int[2];
        double[] off = new double[BINS];
        for (int i = 0; i < said.length; i++) {
            double value = truth[i] ? 1 : 0;
            boolean agrees = (said[i] >= 0.5) == truth[i];
            double sureness = Math.max(said[i], 1 - said[i]);
            brier += (said[i] - value) * (said[i] - value);
            right += agrees ? 1 : 0;
            if (sureness >= LIKELY) {
                int which = sureness >= SURE ? 0 : 1;
                counts[which]++;
                rights[which] += agrees ? 1 : 0;
            }
            off[Math.min(BINS - 1, (int) (BINS * said[i]))] += said[i] - value;
        }
        double calibration = 0;
        for (double each : off) {
            calibration += Math.abs(each) / said.length;
        }
        return new Score(
                brier / said.length,
                100.0 * right / said.length,
                100.0 * rights[0] / counts[0],
                100.0 * rights[1] / counts[1],
                calibration);
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%.4f %9.1f %9.1f %10.1f %8.3f",
                brier,
                accuracy,
                rightWhenSure,
                rightWhenLikely,
                calibration);
    }
}
