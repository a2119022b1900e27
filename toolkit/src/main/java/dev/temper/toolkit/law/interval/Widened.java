package dev.temper.toolkit.law.interval;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.Interval;
import org.apache.commons.math3.distribution.TDistribution;

/** From where a law lies to where one more run of it lies. */
final class Widened {
    private Widened() {}

    /** Adds the noise of a run to each side on the scale of the fit, as independent noises add. */
    static Interval toRuns(Fit fit, Quantity law, Interval interval) {
        if (fit.degreesOfFreedom() == 0) {
            return Interval.unbounded(interval.estimate(), interval.level());
        }
        double t = new TDistribution(fit.degreesOfFreedom()).inverseCumulativeProbability((1 + interval.level()) / 2);
        double noise = t * Math.sqrt(fit.noise().ofOneRun());
        boolean logs = law.scale() == dev.temper.toolkit.law.ErrorScale.LOG;
        double middle = logs ? Math.log(interval.estimate()) : interval.estimate();
        double lower = middle - (logs ? Math.log(interval.lower()) : interval.lower());
        double upper = (logs ? Math.log(interval.upper()) : interval.upper()) - middle;
        return new Interval(
                law.back(middle - Math.hypot(lower, noise)),
                interval.estimate(),
                law.back(middle + Math.hypot(upper, noise)),
                interval.level());
    }
}
