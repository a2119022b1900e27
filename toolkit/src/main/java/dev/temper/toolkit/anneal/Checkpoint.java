package dev.temper.toolkit.anneal;

import dev.temper.toolkit.data.TextProfile;
import java.util.List;

/**
 * The stage-1 checkpoint that every anneal of a study starts from: weights, optimiser moments and data position after
 * training on general text at a constant learning rate.
 *
 * @param trainer whose arithmetic makes it
 * @param world seed of the embedded world
 * @param generalPool unique tokens of general text
 * @param generalText how the general text is written
 * @param model size of the model
 * @param optimizer how weights are updated, here and in the anneals
 * @param batchWindows windows of one batch, here and in the anneals
 * @param learningRate warm-up and peak; the anneals fall from this peak
 * @param tokens tokens trained on
 * @param seed seed of fresh weights and batch order
 */
public record Checkpoint(
        String trainer,
        long world,
        long generalPool,
        TextProfile generalText,
        ModelShape model,
        Optimizer optimizer,
        int batchWindows,
        LearningRate learningRate,
        long tokens,
        long seed) {
    /** Name under which general text stands in every request. */
    public static final String GENERAL = "general";

    /**
     * Counts the tokens of one optimiser step.
     *
     * @return tokens
     */
    public long stepTokens() {
        return (long) batchWindows * model.context();
    }

    /**
     * Asks for the run that trains this checkpoint.
     *
     * @param evaluation what the checkpoint is judged on
     * @return the request; its id names the checkpoint
     */
    public Request request(Evaluation evaluation) {
        return new Request(
                trainer,
                world,
                model,
                optimizer,
                learningRate,
                "",
                List.of(general(batchWindows)),
                tokens,
                seed,
                evaluation,
                true);
    }

    Portion general(int windows) {
        return new Portion(GENERAL, generalPool, generalText, windows);
    }
}
