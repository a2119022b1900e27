package dev.temper.install.laws;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.form.LawForms;
import dev.temper.toolkit.law.joint.JointFitting;
import dev.temper.toolkit.law.joint.JointOptions;
import dev.temper.toolkit.law.joint.Sharing;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/** Ways to say how probable it is that the first source of a pair has the lower loss at the target. */
enum Rule {
    /** The means at the largest budget, by Welch's t. */
    TOP("mean at top budget") {
        @Override
        double firstIsBetter(Pair pair, long seed) {
            double[] first = atTop(pair.first());
            double[] second = atTop(pair.second());
            double a = StatUtils.variance(first) / first.length;
            double b = StatUtils.variance(second) / second.length;
            return welch(StatUtils.mean(second) - StatUtils.mean(first), a, first.length - 1, b, second.length - 1);
        }
    },
    /** A law for each source, by the delta method and Welch's t. */
    TWO_LAWS("two laws, delta t") {
        @Override
        double firstIsBetter(Pair pair, long seed) {
            Fit first = Fitting.fit(LawForms.POWER, pair.first(), FitOptions.losses());
            Fit second = Fitting.fit(LawForms.POWER, pair.second(), FitOptions.losses());
            return welch(
                    Math.log(second.value(Truth.TARGET) / first.value(Truth.TARGET)),
                    Math.pow(first.standardError(Truth.TARGET), 2),
                    first.degreesOfFreedom(),
                    Math.pow(second.standardError(Truth.TARGET), 2),
                    second.degreesOfFreedom());
        }
    },
    /** Two laws with one exponent. */
    SHARED("joint, exponent shared") {
        @Override
        double firstIsBetter(Pair pair, long seed) {
            return joint(pair, JointOptions.shared(FitOptions.losses()), seed);
        }
    },
    /** Two laws whose exponents are shrunk, by a scale that the two tell and a weak prior. */
    SHRUNK("joint, exponent shrunk") {
        @Override
        double firstIsBetter(Pair pair, long seed) {
            return joint(pair, JointOptions.shrunk(FitOptions.losses()), seed);
        }
    },
    /** The same, and the floor's share beside it. */
    SHRUNK_WITH_FLOOR("joint, floor shrunk too") {
        @Override
        double firstIsBetter(Pair pair, long seed) {
            return joint(pair, JointOptions.shrunk(FitOptions.losses()).with("E", Sharing.SHRUNK), seed);
        }
    };

    private static final int DRAWS = 1000;

    final String words;

    Rule(String words) {
        this.words = words;
    }

    abstract double firstIsBetter(Pair pair, long seed);

    private static double[] atTop(Observations data) {
        double[] logs = new double[Truth.SEEDS];
        for (int j = 0; j < logs.length; j++) {
            logs[j] = Math.log(data.value(data.size() - 1 - j));
        }
        return logs;
    }

    private static double welch(double difference, double a, double aDf, double b, double bDf) {
        double df = (a + b) * (a + b) / (a * a / aDf + b * b / bDf);
        return new TDistribution(df).cumulativeProbability(difference / Math.sqrt(a + b));
    }

    private static double joint(Pair pair, JointOptions options, long seed) {
        return JointFitting.fit(LawForms.POWER, Map.of("first", pair.first(), "second", pair.second()), options)
                .draws(DRAWS, seed)
                .below("first", "second", Truth.TARGET);
    }
}
