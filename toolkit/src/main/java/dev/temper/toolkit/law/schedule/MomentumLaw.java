package dev.temper.toolkit.law.schedule;

import dev.temper.toolkit.law.Design;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The law of Tissue et al. 2024 (arXiv 2408.11029), {@code L0 + A·S1^-α - C·S2}. S1 is the sum of the rates up to the step. S2 is the sum
 * of a momentum of the rate's falls, {@code m_i = λ m_(i-1) + (η_(i-1) - η_i)}; λ = .999 is held, as the paper does. The rise of a
 * warm-up counts against S2; give schedules that begin at their peak to leave it out. Centred: L0, the power term at the end of a typical
 * schedule, the gain of letting the peak fall to nothing, and α.
 */
public final class MomentumLaw extends ScheduleLaw {
    private static final double FORGETTING = 0.999;
    private static final double LEAST_EXPONENT = 0.01;
    private static final double GREATEST_EXPONENT = 3;
    private static final int GRID = 20;

    private final List<double[]> momenta;

    private MomentumLaw(List<Schedule> schedules) {
        super(schedules);
        this.momenta = schedules.stream().map(MomentumLaw::momentum).toList();
    }

    /**
     * Makes the law.
     *
     * @param schedules at least one
     * @return the law over these schedules
     */
    public static MomentumLaw of(List<Schedule> schedules) {
        return new MomentumLaw(schedules);
    }

    @Override
    public MomentumLaw over(List<Schedule> others) {
        return of(others);
    }

    /** S2 of every step. */
    private static double[] momentum(Schedule schedule) {
        double[] sums = new double[schedule.steps()];
        double momentum = 0;
        for (int i = 1; i < sums.length; i++) {
            momentum = FORGETTING * momentum + schedule.rate(i - 1) - schedule.rate(i);
            sums[i] = sums[i - 1] + momentum;
        }
        return sums;
    }

    /** S2 at a step; beyond the end of a schedule the last momentum is forgotten on and on. */
    private double momentumAt(double[] x) {
        double[] sums = momenta.get(numberOf(x[0]));
        int last = sums.length - 1;
        if (x[1] <= last || last == 0) {
            return Schedule.along(sums, x[1], 0);
        }
        double momentum = sums[last] - sums[last - 1];
        return sums[last] + momentum * FORGETTING * (1 - Math.pow(FORGETTING, x[1] - last)) / (1 - FORGETTING);
    }

    /** The momentum that one fall of the peak adds up to. */
    private double unit() {
        return peak() / (1 - FORGETTING);
    }

    @Override
    public String key() {
        return "momentum";
    }

    @Override
    public String name() {
        return "momentum law of the learning rate";
    }

    @Override
    public String formula() {
        return "L0 + A·S1(t)^-α - C·S2(t), S1 and S2 under the schedule of the curve";
    }

    @Override
    public String latex() {
        return "L_0 + A\\,S_1^{-\\alpha} - C\\,S_2,\\quad S_1=\\sum_{i\\le t}\\eta_i,\\quad"
                + " S_2=\\sum_{i\\le t}\\sum_{k\\le i}(\\eta_{k-1}-\\eta_k)\\lambda^{i-k},\\ \\lambda=0.999";
    }

    @Override
    public String source() {
        return "Tissue et al. 2024, arXiv 2408.11029";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("L0", "nats per token", "loss that the curve levels off at"),
                new Parameter("A", "nats per token", "power term at a sum of rates of one"),
                new Parameter("C", "nats per token", "gain per unit of annealing momentum"),
                new Parameter("α", "none", "exponent of the sum of rates"));
    }

    @Override
    public double value(double[] p, double... x) {
        double sum = scheduleOf(x[0]).sum(x[1]);
        return p[0] + p[1] * Math.pow(sum, -p[3]) - p[2] * momentumAt(x);
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        double sum = scheduleOf(x[0]).sum(x[1]);
        double power = Math.pow(sum, -p[3]);
        return new double[] {1, power, -momentumAt(x), -p[1] * power * Math.log(sum)};
    }

    @Override
    public double[] parametersOf(double[] c, double[] pivot) {
        return new double[] {c[0], c[1] * Math.pow(whole(), c[3]), c[2] / unit(), c[3]};
    }

    @Override
    public double[] centredOf(double[] p, double[] pivot) {
        return new double[] {p[0], p[1] * Math.pow(whole(), -p[3]), p[2] * unit(), p[3]};
    }

    @Override
    public double[][] jacobian(double[] c, double[] pivot) {
        double scale = Math.pow(whole(), c[3]);
        return new double[][] {
            {1, 0, 0, 0}, {0, scale, 0, c[1] * scale * Math.log(whole())}, {0, 0, 1 / unit(), 0}, {0, 0, 0, 1}
        };
    }

    @Override
    public double[][] bounds(Design design, FitOptions options) {
        double[] lower = {options.asymptoteLower(), 0, 0, LEAST_EXPONENT};
        double[] upper = new double[4];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        upper[0] = options.asymptoteUpper();
        upper[3] = GREATEST_EXPONENT;
        return new double[][] {lower, upper};
    }

    @Override
    public int linear() {
        return 3;
    }

    @Override
    public List<double[]> shapes(Design design) {
        List<double[]> shapes = new ArrayList<>();
        for (int i = 0; i < GRID; i++) {
            shapes.add(new double[] {LEAST_EXPONENT * Math.pow(GREATEST_EXPONENT / LEAST_EXPONENT, i / (GRID - 1.0))});
        }
        return shapes;
    }
}
