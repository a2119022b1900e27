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

    private record Key(long world, String name, int tokens, TextProfile profile) {}

    int[] pool(long world, Portion portion) {
        return text(world, "pool " + portion.name(), Math.toIntExact(portion.poolTokens()), portion.text());
    }

    /** Held-out windows of context + 1 tokens; the last token of one is the first of the next. */
    long[] heldOut(Request request, String domain) {
        int context = request.model().context();
        int windows = request.evaluation().windows();
        TextProfile profile = domain.equals(Evaluation.DOMAIN) ? DOMAIN : GENERAL;
        int[] text = text(request.world(), "held out " + domain, windows * context + 1, profile);
        long[] filled = new long[windows * (context + 1)];
        for (int window = 0; window < windows; window++) {
            for (int i = 0; i <= context; i++) {
                filled[window * (context + 1) + i] = text[window * context + i];
            }
        }
        return filled;
    }

    private int[] text(long world, String name, int tokens, TextProfile profile) {
        return texts.computeIfAbsent(
                new Key(world, name, tokens, profile),
                key -> worlds.computeIfAbsent(world, World::new).text(name, tokens, profile));
    }
}
