package dev.temper.toolkit.launch;

import dev.temper.toolkit.store.RunStore;
import dev.temper.toolkit.train.Trainer;
import java.util.List;
import java.util.Map;

/** A trainer whose workers say something and end. */
record Saying(String words, int status) implements Trainer {
    @Override
    public String name() {
        return "saying";
    }

    @Override
    public List<String> command(RunStore store, String sweepId, int slot) {
        return List.of("sh", "-c", "echo \"$WORDS\"; exit " + status);
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("WORDS", words);
    }
}
