package dev.temper.kernel.builtin.time;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Measures code that has been compiled. First it finds how many loops fill a fifth of a second, then it goes on until
 * three batches in a row are no faster than those before or the time for that is over, then it counts. That batches agree
 * would be too much to ask: on a busy machine they never do.
 */
final class Stopwatch {
    private static final double BATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final double WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final int LATEST = 3;
    private static final double FASTER = 0.95;
    private static final long MOST_LOOPS = 1_000_000_000_000L;

    private final Timed code;

    Stopwatch(Timed code) {
        this.code = code;
    }

    /**
     * @param asked how many loops a run has, or 0 to find a number
     */
    TimeitResult measure(long asked, int runs) throws Exception {
        long start = System.nanoTime();
        long loops = asked > 0 ? asked : 1;
        List<Double> warm = new ArrayList<>();
        double spent = 0;
        while (spent < WARM_UP_NANOS && !isSteady(warm)) {
            double nanos = batch(loops);
            if (asked == 0 && nanos < BATCH_NANOS / 2 && loops < MOST_LOOPS) {
                loops = more(loops, nanos);
                warm.clear();
            } else {
                warm.add(nanos / loops);
            }
            spent = System.nanoTime() - start;
        }
        long before = collections();
        List<Double> counted = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            counted.add(batch(loops) / loops);
        }
        return new TimeitResult(loops, counted, collections() - before, isSteady(warm) || warm.size() <= LATEST);
    }

    private double batch(long loops) throws Exception {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        long start = System.nanoTime();
        code.run(loops);
        return System.nanoTime() - start;
    }

    /** The next of 1, 2, 5, 10, 20, 50, ... or a later one, when the batch was far too short. */
    private static long more(long loops, double nanos) {
        double wanted = Math.min(loops * 10.0, loops * BATCH_NANOS / Math.max(nanos, 1));
        long round = 1;
        while (round * 10 <= wanted) {
            round *= 10;
        }
        long next = wanted >= 5 * round ? 5 * round : wanted >= 2 * round ? 2 * round : round;
        return Math.max(loops + 1, next);
    }

    private static boolean isSteady(List<Double> batches) {
        int before = batches.size() - LATEST;
        return before > 0 && best(batches.subList(before, batches.size())) > FASTER * best(batches.subList(0, before));
    }

    private static double best(List<Double> batches) {
        return batches.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .filter(count -> count > 0)
                .sum();
    }
}
