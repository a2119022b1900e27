package dev.temper.toolkit.train;

import dev.temper.toolkit.anneal.Measurement;
import dev.temper.toolkit.anneal.Request;
import dev.temper.toolkit.store.CheckpointFiles.Stored;
import dev.temper.toolkit.store.Done;
import dev.temper.toolkit.store.RunFolder;
import dev.temper.toolkit.store.RunStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Executes one run in its folder: from its own last checkpoint, from the checkpoint that it starts from, or from fresh
 * weights. However often it is interrupted, its numbers are those of a run that never was.
 */
final class Training {
    /** Steps in one call of the engine: enough to hide the call, few enough to stop within half a second. */
    private static final int STEPS_A_CALL = 40;

    private static final double SECONDS_BETWEEN_CHECKPOINTS = 10;

    private final RunStore store;
    private final Texts texts;
    private final BooleanSupplier stopped;
    private final LongSupplier nanos;

    /**
     * @param stopped asked between calls of the engine; true makes the run checkpoint and return
     * @param nanos a clock that only goes forward
     */
    Training(RunStore store, Texts texts, BooleanSupplier stopped, LongSupplier nanos) {
        this.store = store;
        this.texts = texts;
        this.stopped = stopped;
        this.nanos = nanos;
    }

    /** Trains until the run is done or {@code stopped} says so; the caller holds the run's claim. */
    void run(RunFolder folder) throws IOException {
        Request request = folder.request();
        if (!request.trainer().equals(EmbeddedTrainer.NAME)) {
            throw new IOException("run " + folder.id() + " asks for trainer " + request.trainer() + ", but this is "
                    + EmbeddedTrainer.NAME);
        }
        Optional<Stored> own = folder.checkpoints().newest();
        ModelState state =
                own.isPresent() ? ModelState.decode(request.model(), own.get().content()) : beginning(request);
        long step = own.map(Stored::step).orElse(0L);
        folder.log(String.format(
                Locale.ROOT,
                "step %d of %d, %d updates so far, %s",
                step,
                request.steps(),
                state.updates(),
                state.startedFrom().isEmpty() ? "fresh weights" : "started from checkpoint " + state.startedFrom()));
        try (Network network = new Network(request.model(), request.optimizer(), state)) {
            train(folder, request, network, state, step);
        }
    }

    private void train(RunFolder folder, Request request, Network network, ModelState from, long firstStep)
            throws IOException {
        Batches batches = new Batches(request, texts);
        long begun = nanos.getAsLong();
        long saved = begun;
        long steps = request.steps();
        for (long step = firstStep; step < steps; ) {
            int count = (int) Math.min(STEPS_A_CALL, steps - step);
            float[] losses = network.train(batches.windows(step, count), rates(request, step, count));
            for (int i = 0; i < count; i++) {
                if (!Float.isFinite(losses[i])) {
                    fail(folder, request, "the training loss became " + losses[i] + " at step " + (step + i));
                    return;
                }
            }
            step += count;
            boolean stop = stopped.getAsBoolean();
            if (step < steps && (stop || seconds(saved) > SECONDS_BETWEEN_CHECKPOINTS)) {
                ModelState state = network.state(from.startedFrom(), from.seconds() + seconds(begun));
                folder.checkpoints().save(step, state.encode(request.model()));
                saved = nanos.getAsLong();
                folder.log("checkpoint at step " + step + (stop ? ", stopped" : ""));
            }
            if (stop && step < steps) {
                return;
            }
        }
        List<Measurement> measurements = measure(request, network);
        for (Measurement measurement : measurements) {
            if (!Double.isFinite(measurement.value())) {
                fail(
                        folder,
                        request,
                        "the " + measurement.metric() + " on " + measurement.domain() + " became " + measurement.value()
                                + " at step " + steps);
                return;
            }
        }
        double seconds = from.seconds() + seconds(begun);
        String checkpoint = "";
        if (request.keepsCheckpoint()) {
            // without the wall time, which differs from machine to machine, the file is a function of the request
            ModelState state = network.state(from.startedFrom(), 0);
            checkpoint = folder.checkpoints().save(steps, state.encode(request.model()));
        }
        folder.append(measurements);
        folder.finish(new Done(
                0,
                "",
                seconds,
                "cpu",
                request.model().trainingFlop(request.tokenBudget()),
                from.startedFrom(),
                checkpoint));
        if (!request.keepsCheckpoint()) {
            folder.checkpoints().clear();
        }
        folder.log("done at step " + steps);
    }

    /** The state that a run begins with; a checkpoint is taken only if it is the one its run was done with. */
    private ModelState beginning(Request request) throws IOException {
        if (request.startsFrom().isEmpty()) {
            return ModelState.fresh(request.model(), request.seed());
        }
        RunFolder start = store.run(request.startsFrom());
        String expected = start.done().map(Done::checkpoint).orElse("");
        Stored stored = start.checkpoints()
                .newest()
                .filter(found -> found.sha256().equals(expected))
                .orElseThrow(() -> new IOException("the checkpoint in " + start.path() + " must have SHA-256 "
                        + expected + ", but no file there has; delete that folder and start the sweep again"));
        return ModelState.decode(request.model(), stored.content()).startOfRun(stored.sha256());
    }

    private List<Measurement> measure(Request request, Network network) {
        List<Measurement> measurements = new ArrayList<>();
        for (String domain : request.evaluation().domains()) {
            float[] losses = network.evaluate(texts.heldOut(request, domain));
            double sum = 0;
            for (float loss : losses) {
                sum += loss;
            }
            double mean = sum / losses.length;
            double squares = 0;
            for (float loss : losses) {
                squares += (loss - mean) * (loss - mean);
            }
            double error = losses.length < 2 ? 0 : Math.sqrt(squares / (losses.length - 1) / losses.length);
            measurements.add(new Measurement(request.tokenBudget(), Measurement.LOSS, domain, mean));
            measurements.add(new Measurement(request.tokenBudget(), Measurement.LOSS_ERROR, domain, error));
        }
        return measurements;
    }

    private static double[] rates(Request request, long firstStep, int count) {
        double[] rates = new double[count];
        for (int i = 0; i < count; i++) {
            rates[i] = request.learningRate().at(firstStep + i, request.steps());
        }
        return rates;
    }

    private static void fail(RunFolder folder, Request request, String what) throws IOException {
        String reason = what + "; a lower learning rate may help";
        folder.log("failed: " + reason);
        folder.finish(new Done(2, reason, 0, "cpu", request.model().trainingFlop(request.tokenBudget()), "", ""));
    }

    private double seconds(long since) {
        return (nanos.getAsLong() - since) / 1e9;
    }
}
