package dev.temper.toolkit.anneal;

import dev.temper.toolkit.data.Cost;
import dev.temper.toolkit.data.DataSource;
import dev.temper.toolkit.data.Mixture;
import dev.temper.toolkit.data.Names;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The whole question: which of these sources is worth paying for, at these budgets, from this checkpoint.
 *
 * @param name what it is called
 * @param checkpoint what every anneal starts from
 * @param sources the sources compared
 * @param mixture how much of each batch comes from the source
 * @param budgets token budgets, ascending, each a whole number of steps
 * @param seeds seeds of the batch order
 * @param cooldown how the learning rate falls over an anneal
 * @param evaluation what runs are judged on
 * @param costs how cost is counted
 */
public record Study(
        String name,
        Checkpoint checkpoint,
        List<DataSource> sources,
        Mixture mixture,
        List<Long> budgets,
        List<Long> seeds,
        Cooldown cooldown,
        Evaluation evaluation,
        CostModel costs) {
    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a list is empty, a name is no name, stands twice or is reserved, a budget is no
     *     whole number of steps, or the mixture does not fill a whole number of windows
     */
    public Study {
        Names.require("study", name);
        sources = List.copyOf(sources);
        budgets = budgets.stream().sorted().distinct().toList();
        seeds = seeds.stream().sorted().distinct().toList();
        if (sources.isEmpty() || budgets.isEmpty() || seeds.isEmpty()) {
            throw new IllegalArgumentException("sources, budgets and seeds must each hold at least one entry");
        }
        if (sources.stream().map(DataSource::name).distinct().count() < sources.size()) {
            throw new IllegalArgumentException("source names must differ, but are "
                    + sources.stream().map(DataSource::name).toList());
        }
        for (DataSource source : sources) {
            if (source.name().equals(Anneal.CONTROL) || source.name().equals(Checkpoint.GENERAL)) {
                throw new IllegalArgumentException("source must not be named '" + Anneal.CONTROL + "' or '"
                        + Checkpoint.GENERAL + "', which stand for the general text, but is '" + source.name() + "'");
            }
        }
        long step = checkpoint.stepTokens();
        if (budgets.stream().anyMatch(budget -> budget < step || budget % step != 0)) {
            throw new IllegalArgumentException(
                    "budgets must be positive multiples of " + step + " tokens, but are " + budgets);
        }
        double windows = mixture.sourceWeight() * checkpoint.batchWindows();
        if (Math.rint(windows) < 1 || Math.abs(windows - Math.rint(windows)) > 1e-9) {
            throw new IllegalArgumentException("mixture must give the source a whole number of the batch's "
                    + checkpoint.batchWindows() + " windows, but gives it " + windows);
        }
    }

    /**
     * Expands the study: every source and the control at every budget and seed.
     *
     * @return the runs with their ids
     */
    public Sweep sweep() {
        Request stageOne = checkpoint.request(evaluation);
        String start = stageOne.id();
        List<Run> runs = new ArrayList<>();
        for (long budget : budgets) {
            for (long seed : seeds) {
                runs.add(new Run(new Anneal(Anneal.CONTROL, 0, budget, seed), request(start, List.of(), budget, seed)));
                for (DataSource source : sources) {
                    Anneal anneal = new Anneal(source.name(), mixture.sourceTokens(budget), budget, seed);
                    runs.add(new Run(anneal, request(start, List.of(portion(source)), budget, seed)));
                }
            }
        }
        return Sweep.of(stageOne, runs);
    }

    /**
     * Finds a source by its name.
     *
     * @param source the name
     * @return the source, or empty for the control and for unknown names
     */
    public Optional<DataSource> source(String source) {
        return sources.stream().filter(each -> each.name().equals(source)).findFirst();
    }

    /**
     * Prices an anneal.
     *
     * @param source name of the source; the control buys nothing
     * @param tokenBudget tokens trained on
     * @return US dollars: what is paid once, new text, computing
     */
    public Cost cost(String source, long tokenBudget) {
        long sourceTokens = mixture.sourceTokens(tokenBudget);
        Optional<DataSource> bought = source(source);
        return new Cost(
                fixed(bought.map(each -> each.curation().fixed()).orElse(BigDecimal.ZERO)),
                bought.map(each -> each.curation().of(each.uniqueTokens(sourceTokens), costs.compute()))
                        .orElse(BigDecimal.ZERO),
                costs.compute().of(flop(tokenBudget)));
    }

    private BigDecimal fixed(BigDecimal own) {
        return switch (costs.fixed()) {
            case EXCLUDED -> BigDecimal.ZERO;
            case MARGINAL -> own;
            case SHARED ->
                own.add(costs.compute()
                        .of(flop(checkpoint.tokens()))
                        .divide(BigDecimal.valueOf(sources.size()), 4, RoundingMode.HALF_EVEN));
        };
    }

    /**
     * Counts the computing of an anneal.
     *
     * @param tokenBudget tokens trained on
     * @return floating-point operations, as the study counts them
     */
    public double flop(long tokenBudget) {
        return checkpoint.model().trainingFlop(tokenBudget, costs.flop());
    }

    /**
     * Tells how often an anneal goes over its source's pool.
     *
     * @param source name of the source
     * @param tokenBudget tokens trained on
     * @return epochs; 0 for the control
     */
    public double epochs(String source, long tokenBudget) {
        return source(source)
                .map(each -> each.epochs(mixture.sourceTokens(tokenBudget)))
                .orElse(0.0);
    }

    private Portion portion(DataSource source) {
        int windows = (int) Math.round(mixture.sourceWeight() * checkpoint.batchWindows());
        return new Portion(source.name(), source.poolTokens(), source.text(), windows);
    }

    private Request request(String start, List<Portion> source, long budget, long seed) {
        int general = checkpoint.batchWindows()
                - source.stream().mapToInt(Portion::windows).sum();
        List<Portion> portions = new ArrayList<>(source);
        if (general > 0) {
            portions.add(checkpoint.general(general));
        }
        return new Request(
                checkpoint.trainer(),
                checkpoint.world(),
                checkpoint.model(),
                checkpoint.optimizer(),
                new LearningRate(checkpoint.learningRate().peak(), 0, cooldown),
                start,
                portions,
                budget,
                seed,
                evaluation,
                false);
    }
}
