package dev.temper.toolkit.law.solve;

/**
 * The objective of {@code E + A/x^α + B/y^β}, the shape that the field fits most and bootstraps thousands of times: written out, it
 * costs half of {@link AnyTerms}.
 */
final class FloorAndTwoPowers extends Objective {
    FloorAndTwoPowers(PowerSum law, SumData data) {
        super(law, data);
    }

    static boolean fits(PowerSum law) {
        return law.equals(PowerSum.floorAndPowers(2));
    }

    @Override
    double evaluate(double[] point, double threshold) {
        double floor = Math.exp(point[0]);
        double a = point[1];
        double b = point[2];
        double alpha = point[3];
        double beta = point[4];
        double[] xs = data.logs[0];
        double[] ys = data.logs[1];
        double[] values = data.logValues;
        double[] weights = data.weights;
        double cost = 0;
        double g0 = 0;
        double g1 = 0;
        double g2 = 0;
        double g3 = 0;
        double g4 = 0;
        double h00 = 0;
        double h01 = 0;
        double h02 = 0;
        double h03 = 0;
        double h04 = 0;
        double h11 = 0;
        double h12 = 0;
        double h13 = 0;
        double h14 = 0;
        double h22 = 0;
        double h23 = 0;
        double h24 = 0;
        double h33 = 0;
        double h34 = 0;
        double h44 = 0;
        for (int i = 0; i < values.length; i++) {
            double weight = weights[i];
            if (weight == 0) {
                continue;
            }
            double x = xs[i];
            double y = ys[i];
            double termX = Math.exp(a - alpha * x);
            double termY = Math.exp(b - beta * y);
            double sum = floor + termX + termY;
            double p = floor / sum;
            double q = termX / sum;
            double s = termY / sum;
            double residual = Math.log(sum) - values[i];
            double size = Math.abs(residual);
            boolean within = size <= threshold;
            double pull = weight * Math.max(-threshold, Math.min(threshold, residual));
            double bend = (within ? weight : 0) - pull;
            cost += weight * (within ? 0.5 * residual * residual : threshold * (size - 0.5 * threshold));
            double qx = q * x;
            double sy = s * y;
            double pullQ = pull * q;
            double pullS = pull * s;
            g0 += pull * p;
            g1 += pullQ;
            g2 += pullS;
            g3 -= pullQ * x;
            g4 -= pullS * y;
            double bendP = bend * p;
            double bendQ = bend * q;
            double bendS = bend * s;
            h00 += bendP * p + pull * p;
            h01 += bendP * q;
            h02 += bendP * s;
            h03 -= bendP * qx;
            h04 -= bendP * sy;
            h11 += bendQ * q + pullQ;
            h12 += bendQ * s;
            h13 -= bendQ * qx + pullQ * x;
            h14 -= bendQ * sy;
            h22 += bendS * s + pullS;
            h23 -= bendS * qx;
            h24 -= bendS * sy + pullS * y;
            h33 += bend * qx * qx + pullQ * x * x;
            h34 += bend * qx * sy;
            h44 += bend * sy * sy + pullS * y * y;
        }
        gradient[0] = g0;
        gradient[1] = g1;
        gradient[2] = g2;
        gradient[3] = g3;
        gradient[4] = g4;
        set(0, h00, h01, h02, h03, h04);
        set(1, h01, h11, h12, h13, h14);
        set(2, h02, h12, h22, h23, h24);
        set(3, h03, h13, h23, h33, h34);
        set(4, h04, h14, h24, h34, h44);
        return cost;
    }

    private void set(int row, double c0, double c1, double c2, double c3, double c4) {
        double[] to = hessian[row];
        to[0] = c0;
        to[1] = c1;
        to[2] = c2;
        to[3] = c3;
        to[4] = c4;
    }
}
