package dev.temper.toolkit.law.interval;

import java.util.SplittableRandom;

/** The random sequence of one draw: it depends on the seed and on the number of the draw, and on nothing else. */
final class Dice {
    private static final long STRIDE = 0x9E3779B97F4A7C15L;
    private static final double[] WEBB = {
        -Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5),
    };

    private final SplittableRandom random;

    Dice(long seed, long draw) {
        this.random = new SplittableRandom(mixed(mixed(seed) + STRIDE * draw));
    }

    /** The finaliser of MurmurHash3: without it the sequences of neighbours would be the same one, shifted. */
    private static long mixed(long z) {
        long a = (z ^ (z >>> 33)) * 0xFF51AFD7ED558CCDL;
        long b = (a ^ (a >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return b ^ (b >>> 33);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    double sign() {
        return random.nextBoolean() ? 1 : -1;
    }

    double webb() {
        return WEBB[random.nextInt(WEBB.length)];
    }

    double uniform() {
        return random.nextDouble();
    }

    /** Box and Muller's, so that the numbers are those of every Java. */
    double normal() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    /** By counting, for the numbers of items of an evaluation. */
    int binomial(int items, double share) {
        int right = 0;
        for (int i = 0; i < items; i++) {
            right += random.nextDouble() < share ? 1 : 0;
        }
        return right;
    }
}
