package dev.temper.toolkit.train;

import java.util.Arrays;

/** Numbers that remember how they were made, in double precision: reverse differentiation one scalar at a time. */
final class Tape {
    private double[] values = new double[1 << 16];
    private int[] left = new int[1 << 16];
    private int[] right = new int[1 << 16];
    private double[] byLeft = new double[1 << 16];
    private double[] byRight = new double[1 << 16];
    private int size;

    int number(double value) {
        return node(value, 0, 0, 0, 0);
    }

    int plus(int a, int b) {
        return node(values[a] + values[b], a, b, 1, 1);
    }

    int times(int a, int b) {
        return node(values[a] * values[b], a, b, values[b], values[a]);
    }

    int scaled(int a, double factor) {
        return node(values[a] * factor, a, a, factor, 0);
    }

    int exp(int a) {
        return node(Math.exp(values[a]), a, a, Math.exp(values[a]), 0);
    }

    int log(int a) {
        return node(Math.log(values[a]), a, a, 1 / values[a], 0);
    }

    int power(int a, double exponent) {
        return node(Math.pow(values[a], exponent), a, a, exponent * Math.pow(values[a], exponent - 1), 0);
    }

    int positivePart(int a) {
        return values[a] > 0 ? scaled(a, 1) : scaled(a, 0);
    }

    int sum(int... nodes) {
        int total = nodes[0];
        for (int i = 1; i < nodes.length; i++) {
            total = plus(total, nodes[i]);
        }
        return total;
    }

    double value(int node) {
        return values[node];
    }

    /** Derivatives of one number by every number before it. */
    double[] derivatives(int of) {
        double[] derivatives = new double[size];
        derivatives[of] = 1;
        for (int node = of; node >= 0; node--) {
            derivatives[left[node]] += derivatives[node] * byLeft[node];
            derivatives[right[node]] += derivatives[node] * byRight[node];
        }
        return derivatives;
    }

    private int node(double value, int a, int b, double byA, double byB) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            left = Arrays.copyOf(left, 2 * size);
            right = Arrays.copyOf(right, 2 * size);
            byLeft = Arrays.copyOf(byLeft, 2 * size);
            byRight = Arrays.copyOf(byRight, 2 * size);
        }
        values[size] = value;
        left[size] = a;
        right[size] = b;
        byLeft[size] = byA;
        byRight[size] = byB;
        return size++;
    }
}
