package dev.temper.install;

import dev.temper.toolkit.anneal.Request;
import dev.temper.toolkit.anneal.Run;
import dev.temper.toolkit.anneal.Study;
import dev.temper.toolkit.anneal.Sweep;
import dev.temper.toolkit.launch.LocalPool;
import dev.temper.toolkit.magic.StudyException;
import dev.temper.toolkit.magic.StudyReader;
import dev.temper.toolkit.store.Done;
import dev.temper.toolkit.store.RunStore;
import dev.temper.toolkit.train.EmbeddedTrainer;
import java.io.IOException;
import java.nio.file.Path;

/** Temper's own training, as a sweep does it: one worker process, its seconds read from the run folders. */
final class EmbeddedRun {
    /** Tokens of a step, here and in the peer's script: 16 windows of 32. */
    static final long STEP_TOKENS = 16 * 32;

    private static final int WARM_UP_STEPS = 40;

    private EmbeddedRun() {}

    /** Trains a checkpoint, which warms the worker up, and from it two anneals of half the steps each. */
    static double tokensPerSecond(Path folder, int width, long steps) throws IOException, InterruptedException {
        Study study = study(width, steps / 2);
        Sweep sweep = study.sweep();
        RunStore store = new RunStore(folder);
        new LocalPool(store, new EmbeddedTrainer(), 1).run(sweep, status -> {});
        double seconds = 0;
        for (Run run : sweep.runs()) {
            seconds += seconds(store, run.request());
        }
        return sweep.tokens() / seconds;
    }

    private static Study study(int width, long steps) {
        try {
            String text = """
                    name: bench
                    checkpoint: {model: {width: %d, layers: 2, context: 32}, tokens: %d, warm-up: 0}
                    sources: [web]
                    evaluation-windows: 2
                    budgets: [%d]
                    seeds: [1]
                    """.formatted(width, WARM_UP_STEPS * STEP_TOKENS, steps * STEP_TOKENS);
            return StudyReader.read(text, false);
        } catch (StudyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double seconds(RunStore store, Request request) throws IOException {
        Done done = store.run(request.id())
                .done()
                .orElseThrow(() -> new IOException("the run " + request.id() + " has left no result"));
        if (!done.succeeded()) {
            throw new IOException("the run " + request.id() + " failed: " + done.reason());
        }
        return done.seconds();
    }
}
