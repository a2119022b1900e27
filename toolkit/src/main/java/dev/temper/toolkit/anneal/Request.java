package dev.temper.toolkit.anneal;

import dev.temper.toolkit.data.TextProfile;
import java.util.List;
import java.util.Map;

/**
 * Everything that decides the numbers of one run, and nothing else: no path, no price, no display name. Its canonical form
 * is hashed into the run's id.
 *
 * @param trainer whose numbers these are, with the version of its arithmetic
 * @param world seed of the embedded world
 * @param model size of the model
 * @param optimizer how weights are updated
 * @param learningRate learning rate over the run
 * @param startsFrom id of the run whose checkpoint this one continues; empty for one that starts from fresh weights
 * @param portions what each batch is made of
 * @param tokenBudget tokens trained on
 * @param seed seed of the batch order, and of fresh weights
 * @param evaluation what is measured at the end
 * @param keepsCheckpoint whether the final state is kept for others to start from
 */
public record Request(
        String trainer,
        long world,
        ModelShape model,
        Optimizer optimizer,
        LearningRate learningRate,
        String startsFrom,
        List<Portion> portions,
        long tokenBudget,
        long seed,
        Evaluation evaluation,
        boolean keepsCheckpoint) {
    private static final long LARGEST_POOL = 1_000_000_000;

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the budget is no whole number of steps, or a pool is too small for a window and the
     *     token after it, or too large for memory
     */
    public Request {
        portions = List.copyOf(portions);
        int window = model.context() + 1;
        for (Portion portion : portions) {
            if (portion.poolTokens() < window || portion.poolTokens() > LARGEST_POOL) {
                throw new IllegalArgumentException("pool of " + portion.name() + " must be between " + window + " and "
                        + LARGEST_POOL + " tokens, but is " + portion.poolTokens());
            }
        }
        long step = (long) model.context()
                * portions.stream().mapToInt(Portion::windows).sum();
        if (step < 1 || tokenBudget < step || tokenBudget % step != 0) {
            throw new IllegalArgumentException(
                    "budget must be a positive multiple of " + step + " tokens, but is " + tokenBudget);
        }
    }

    /**
     * Counts the windows of a batch.
     *
     * @return windows
     */
    public int batchWindows() {
        return portions.stream().mapToInt(Portion::windows).sum();
    }

    /**
     * Counts the tokens of one optimiser step.
     *
     * @return tokens
     */
    public long stepTokens() {
        return (long) batchWindows() * model.context();
    }

    /**
     * Counts the optimiser steps.
     *
     * @return steps
     */
    public long steps() {
        return tokenBudget / stepTokens();
    }

    /**
     * Writes the request in its canonical form: one line of JSON with sorted keys.
     *
     * @return the text that is stored in {@code run.json} and hashed
     */
    public String canonical() {
        return Canonical.json(Map.ofEntries(
                Map.entry("trainer", trainer),
                Map.entry("world", world),
                Map.entry(
                        "model",
                        Map.of(
                                "vocabulary", model.vocabulary(),
                                "width", model.width(),
                                "layers", model.layers(),
                                "context", model.context())),
                Map.entry(
                        "optimizer",
                        Map.of(
                                "beta1", optimizer.beta1(),
                                "beta2", optimizer.beta2(),
                                "epsilon", optimizer.epsilon(),
                                "weightDecay", optimizer.weightDecay(),
                                "clipNorm", optimizer.clipNorm())),
                Map.entry(
                        "learningRate",
                        Map.of(
                                "peak", learningRate.peak(),
                                "warmUpSteps", learningRate.warmUpSteps(),
                                "cooldown", learningRate.cooldown().name())),
                Map.entry("startsFrom", startsFrom),
                Map.entry("portions", portions.stream().map(Request::fields).toList()),
                Map.entry("tokenBudget", tokenBudget),
                Map.entry("seed", seed),
                Map.entry("evaluation", Map.of("domains", evaluation.domains(), "windows", evaluation.windows())),
                Map.entry("keepsCheckpoint", keepsCheckpoint)));
    }

    private static Map<String, Object> fields(Portion portion) {
        TextProfile text = portion.text();
        return Map.of(
                "name", portion.name(),
                "poolTokens", portion.poolTokens(),
                "windows", portion.windows(),
                "text",
                        Map.of(
                                "domainShare", text.domainShare(),
                                "noise", text.noise(),
                                "wrongFacts", text.wrongFacts(),
                                "headSubjects", text.headSubjects()));
    }

    /**
     * Names the run: the first 16 hexadecimal digits of the SHA-256 of the canonical form.
     *
     * @return the run's id
     */
    public String id() {
        return Canonical.id(canonical());
    }
}
