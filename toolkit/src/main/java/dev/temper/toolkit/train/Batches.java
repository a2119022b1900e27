package dev.temper.toolkit.train;

import dev.temper.toolkit.anneal.Portion;
import dev.temper.toolkit.anneal.Request;
import dev.temper.toolkit.world.Dice;
import java.util.List;

/**
 * Which windows each step trains on. A window's place is a function of the run's seed, the step and its place in the batch
 * alone, so there is no position to save and any step can be drawn first.
 */
final class Batches {
    private final Request request;
    private final List<int[]> pools;

    Batches(Request request, Texts texts) {
        this.request = request;
        pools = request.portions().stream()
                .map(portion -> texts.pool(request.world(), portion))
                .toList();
    }

    /** The windows of some steps, each context + 1 tokens, one after the other. */
    long[] windows(long firstStep, int steps) {
        int length = request.model().context() + 1;
        long[] filled = new long[steps * request.batchWindows() * length];
        int at = 0;
        for (long step = firstStep; step < firstStep + steps; step++) {
            for (int p = 0; p < pools.size(); p++) {
                Portion portion = request.portions().get(p);
                int[] pool = pools.get(p);
                Dice dice = new Dice(request.seed(), step, Dice.key(portion.name()));
                for (int window = 0; window < portion.windows(); window++) {
                    int offset = dice.below(pool.length - length + 1);
                    for (int i = 0; i < length; i++) {
                        filled[at++] = pool[offset + i];
                    }
                }
            }
        }
        return filled;
    }
}
