package dev.temper.toolkit.law.compute;

import java.util.ArrayList;
import java.util.List;

/** Checks the numbers of runs. */
final class Numbers {
    private Numbers() {}

    static void require(double[] compute, double[] parameters, double[] losses) {
        if (compute.length != losses.length || parameters.length != losses.length) {
            throw new IllegalArgumentException("compute and parameters must be as many as losses, " + losses.length
                    + ", but are " + compute.length + " and " + parameters.length);
        }
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < losses.length; i++) {
            addIfBad("compute", i, compute[i], faults);
            addIfBad("parameters", i, parameters[i], faults);
            addIfBad("loss", i, losses[i], faults);
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    static void addIfBad(String what, int i, double value, List<String> faults) {
        if (!(value > 0 && Double.isFinite(value))) {
            faults.add(what + " of run " + i + " must be positive and finite, but is " + value);
        }
    }
}
