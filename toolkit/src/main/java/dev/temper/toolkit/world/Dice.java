package dev.temper.toolkit.world;

/**
 * Random numbers that are the same on every Java: SplitMix64 (Steele, Lea and Flood 2014), written out because the
 * platform's generators may change how they map bits to ranges.
 */
public final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    /**
     * Starts a sequence.
     *
     * @param key what the sequence belongs to; equal keys give equal sequences
     */
    public Dice(long... key) {
        long mixed = 0;
        for (long part : key) {
            mixed = mix((mixed + GOLDEN) ^ mix(part + GOLDEN));
        }
        state = mixed;
    }

    /**
     * Draws 64 bits.
     *
     * @return uniform over all longs
     */
    public long bits() {
        state += GOLDEN;
        return mix(state);
    }

    /**
     * Draws from the unit interval.
     *
     * @return uniform, 0 included, 1 excluded
     */
    public double uniform() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    /**
     * Draws a whole number.
     *
     * @param bound above 0
     * @return uniform from 0 to below the bound
     */
    public int below(int bound) {
        return (int) Math.multiplyHigh(bits() >>> 1, 2L * bound);
    }

    /**
     * Draws from the standard normal distribution, by Box and Muller's transform.
     *
     * @return mean 0, standard deviation 1
     */
    public double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /**
     * Turns a name into a part of a key.
     *
     * @param name the name
     * @return a hash that is the same on every machine
     */
    public static long key(String name) {
        long hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash + GOLDEN + name.charAt(i));
        }
        return hash;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
