package dev.temper.toolkit.law.schedule;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Parameter;
import java.util.ArrayList;
import java.util.List;

/**
 * The multi-power law of Luo et al. 2025 (arXiv 2503.12811), {@code L0 + A·S1(t)^-α - B·Σ (η_(k-1) - η_k)·G(η_k^-γ·S_k(t))} over the steps
 * k up to t, with {@code G(x) = 1 - (1 + C·x)^-β}. S1 is the sum of the rates up to the step, that of the warm-up (the paper's S_W) with it;
 * S_k is the sum from step k on. The sum over steps is that of {@link Drops}. Centred: L0, the power term at the end of a typical
 * schedule, the gain of letting the peak fall to nothing for ever, α, the logarithm of C·x at the peak over a typical schedule, β and γ.
 */
public final class MultiPowerLaw extends ScheduleLaw {
    private static final double LEAST_EXPONENT = 0.01;
    private static final double GREATEST_EXPONENT = 3;
    private static final double LEAST_SPEED = -5;
    private static final double GREATEST_SPEED = 25;

    private MultiPowerLaw(List<Schedule> schedules) {
        super(schedules);
    }

    /**
     * Makes the law.
     *
     * @param schedules at least one
     * @return the law over these schedules
     */
    public static MultiPowerLaw of(List<Schedule> schedules) {
        return new MultiPowerLaw(schedules);
    }

    @Override
    public MultiPowerLaw over(List<Schedule> others) {
        return of(others);
    }

    @Override
    public String key() {
        return "multi-power";
    }

    @Override
    public String name() {
        return "multi-power law of the learning rate";
    }

    @Override
    public String formula() {
        return "L0 + A·S1(t)^-α - B·Σ (η_(k-1) - η_k)·(1 - (1 + C·η_k^-γ·S_k(t))^-β), sums under the schedule of the curve";
    }

    @Override
    public String latex() {
        return "L_0 + A\\,S_1^{-\\alpha} - B\\sum_{k\\le t}(\\eta_{k-1}-\\eta_k)"
                + "\\left(1-\\left(1+C\\,\\eta_k^{-\\gamma}S_k\\right)^{-\\beta}\\right),\\quad S_k=\\sum_{k\\le i\\le t}\\eta_i";
    }

    @Override
    public String source() {
        return "Luo et al. 2025, arXiv 2503.12811";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("L0", "nats per token", "loss that the curve levels off at"),
                new Parameter("A", "nats per token", "power term at a sum of rates of one"),
                new Parameter("B", "nats per token per rate", "gain of a fall of the rate by one, in the long run"),
                new Parameter("α", "none", "exponent of the sum of rates"),
                new Parameter("C", "none", "how fast that gain comes"),
                new Parameter("β", "none", "exponent with which the rest of that gain comes"),
                new Parameter("γ", "none", "how much faster it comes at small rates"));
    }

    @Override
    public double value(double[] p, double... x) {
        Schedule schedule = scheduleOf(x[0]);
        double sum = schedule.sum(x[1]);
        Gain gain = new Gain(p);
        schedule.drops().before(x[1], sum, gain);
        return p[0] + p[1] * Math.pow(sum, -p[3]) - p[2] * gain.value;
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        Schedule schedule = scheduleOf(x[0]);
        double sum = schedule.sum(x[1]);
        GainSlope gain = new GainSlope(p);
        schedule.drops().before(x[1], sum, gain);
        double power = Math.pow(sum, -p[3]);
        return new double[] {
            1,
            power,
            -gain.value,
            -p[1] * power * Math.log(sum),
            -p[2] * gain.inLogC / p[4],
            -p[2] * gain.inBeta,
            -p[2] * gain.inGamma
        };
    }

    /** Sums the falls, each times G. */
    private static final class Gain implements Drops.Term {
        private final double c;
        private final double beta;
        private final double gamma;
        private double value;

        Gain(double[] p) {
            this.c = p[4];
            this.beta = p[5];
            this.gamma = p[6];
        }

        @Override
        public void add(double fall, double logRate, double sum) {
            double x = sum > 0 ? c * sum * Math.exp(-gamma * logRate) : 0;
            value += fall * (1 - Math.exp(-beta * Math.log(1 + x)));
        }
    }

    /** Sums the falls times G, and times its derivatives. */
    private static final class GainSlope implements Drops.Term {
        private final double c;
        private final double beta;
        private final double gamma;
        private double value;
        private double inLogC;
        private double inBeta;
        private double inGamma;

        GainSlope(double[] p) {
            this.c = p[4];
            this.beta = p[5];
            this.gamma = p[6];
        }

        @Override
        public void add(double fall, double logRate, double sum) {
            double x = sum > 0 ? c * sum * Math.exp(-gamma * logRate) : 0;
            double log = Math.log(1 + x);
            double rest = fall * Math.exp(-beta * log);
            value += fall - rest;
            if (x < Double.MAX_VALUE) {
                double speed = beta * rest * x / (1 + x);
                inLogC += speed;
                inBeta += rest * log;
                inGamma -= x > 0 ? speed * logRate : 0;
            }
        }
    }

    @Override
    public double[] parametersOf(double[] c, double[] pivot) {
        double speed = Math.exp(c[4] + c[6] * Math.log(peak())) / whole();
        return new double[] {c[0], c[1] * Math.pow(whole(), c[3]), c[2] / peak(), c[3], speed, c[5], c[6]};
    }

    @Override
    public double[] centredOf(double[] p, double[] pivot) {
        double speed = Math.log(p[4] * whole()) - p[6] * Math.log(peak());
        return new double[] {p[0], p[1] * Math.pow(whole(), -p[3]), p[2] * peak(), p[3], speed, p[5], p[6]};
    }

    @Override
    public double[][] jacobian(double[] c, double[] pivot) {
        double[][] jacobian = new double[7][7];
        double scale = Math.pow(whole(), c[3]);
        double speed = Math.exp(c[4] + c[6] * Math.log(peak())) / whole();
        jacobian[0][0] = 1;
        jacobian[1][1] = scale;
        jacobian[1][3] = c[1] * scale * Math.log(whole());
        jacobian[2][2] = 1 / peak();
        jacobian[3][3] = 1;
        jacobian[4][4] = speed;
        jacobian[4][6] = speed * Math.log(peak());
        jacobian[5][5] = 1;
        jacobian[6][6] = 1;
        return jacobian;
    }

    @Override
    public double[][] bounds(Design design, FitOptions options) {
        double most = Double.POSITIVE_INFINITY;
        return new double[][] {
            {options.asymptoteLower(), 0, 0, LEAST_EXPONENT, LEAST_SPEED, LEAST_EXPONENT, 0},
            {options.asymptoteUpper(), most, most, GREATEST_EXPONENT, GREATEST_SPEED, GREATEST_EXPONENT, 2}
        };
    }

    @Override
    public int linear() {
        return 3;
    }

    /** Coarse: from anywhere near, the search finds the same optimum. */
    @Override
    public List<double[]> shapes(Design design) {
        List<double[]> shapes = new ArrayList<>();
        for (double exponent : new double[] {0.2, 0.5, 0.8}) {
            for (double speed : new double[] {2, 5, 8, 11}) {
                for (double beta : new double[] {0.3, 0.8}) {
                    for (double gamma : new double[] {0.3, 0.7}) {
                        shapes.add(new double[] {exponent, speed, beta, gamma});
                    }
                }
            }
        }
        return shapes;
    }
}
