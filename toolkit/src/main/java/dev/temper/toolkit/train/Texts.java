package dev.temper.toolkit.train;

import dev.temper.toolkit.anneal.Evaluation;
import dev.temper.toolkit.anneal.Portion;
import dev.temper.toolkit.anneal.Request;
import dev.temper.toolkit.data.TextProfile;
import dev.temper.toolkit.world.World;
import java.util.HashMap;
import java.util.Map;

/** The texts that a worker's runs share, written once each. */
final class Texts {
    private static final TextProfile DOMAIN = new TextProfile(1, 0, 0, 0);
    private static final TextProfile GENERAL = new TextProfile(0, 0, 0, 0);

    private final Map<Long, World> worlds = new HashMap<>();
    private final Map<Key, int[]> texts = new HashMap<>();

    private record Key(long world, String name, long tokens, TextProfile profile) {}

    int[] pool(long world, Portion portion) {
        return texts.computeIfAbsent(
                new Key(world, "pool " + portion.name(), portion.poolTokens(), portion.text()),
                key -> world(world).pool(portion.name(), portion.poolTokens(), portion.text()));
    }

    /** Held-out windows of context + 1 tokens; the last token of one is the first of the next. */
    long[] heldOut(Request request, String domain) {
        int context = request.model().context();
        int windows = request.evaluation().windows();
        int length = windows * context + 1;
        TextProfile profile = domain.equals(Evaluation.DOMAIN) ? DOMAIN : GENERAL;
        int[] text = texts.computeIfAbsent(
                new Key(request.world(), "held out " + domain, length, profile),
                key -> world(request.world()).text(key.name(), length, profile));
        long[] filled = new long[windows * (context + 1)];
        for (int window = 0; window < windows; window++) {
            for (int i = 0; i <= context; i++) {
                filled[window * (context + 1) + i] = text[window * context + i];
            }
        }
        return filled;
    }

    private World world(long seed) {
        return worlds.computeIfAbsent(seed, World::new);
    }
}
