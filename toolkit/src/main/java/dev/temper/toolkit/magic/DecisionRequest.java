package dev.temper.toolkit.magic;

import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Option;
import dev.temper.kernel.magic.Options;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import dev.temper.toolkit.anneal.Anneal;
import dev.temper.toolkit.anneal.Evaluation;
import dev.temper.toolkit.anneal.Measurement;
import dev.temper.toolkit.anneal.Study;
import dev.temper.toolkit.results.SweepResults;
import dev.temper.toolkit.utility.Decision;
import dev.temper.toolkit.utility.DecisionOptions;
import dev.temper.toolkit.utility.Outcome;
import dev.temper.toolkit.utility.Outcomes;
import java.util.List;

/**
 * What the magics that decide have in common: which sweep, which domain, which runs are fitted and which target is asked for.
 *
 * @param results the sweep
 * @param domain the domain that sources are judged on
 * @param fitTo largest budget that is fitted; runs beyond it are held back
 * @param target tokens at which sources are compared
 */
record DecisionRequest(SweepResults results, String domain, long fitTo, long target) {
    static Usage options(Usage usage) {
        return usage.with(Argument.required("name", ValueType.TEXT, "the sweep's variable"))
                .with(Option.of(
                        "at", ValueType.TOKENS, "the token budget to decide for; by default the study's largest"))
                .with(Option.of(
                        "fit-to", ValueType.TOKENS, "fits the runs up to this budget and holds the larger ones back"))
                .with(Option.of("domain", ValueType.TEXT, "what sources are judged on")
                        .fallback(Evaluation.DOMAIN));
    }

    static DecisionRequest of(Options options, Session session) {
        SweepResults results = Sweeps.named(options.text("name"), session);
        Study study = results.study();
        String domain = options.text("domain");
        if (!study.evaluation().domains().contains(domain)) {
            throw new MagicException("--domain must be one of "
                    + String.join(", ", study.evaluation().domains()) + ", but is '" + domain + "'");
        }
        List<Long> budgets = study.budgets();
        long largest = budgets.get(budgets.size() - 1);
        long fitTo = options.has("fit-to") ? options.tokens("fit-to") : largest;
        if (fitTo < budgets.get(0)) {
            throw new MagicException("--fit-to must be at least the smallest budget, " + budgets.get(0) + ", but is "
                    + fitTo + "; the budgets are " + budgets);
        }
        long target = options.has("at") ? options.tokens("at") : largest;
        if (target < 1) {
            throw new MagicException("--at must be at least 1 token, but is " + target);
        }
        if (results.measured(domain).isEmpty()) {
            throw new MagicException("'" + options.text("name") + "' must hold runs that are done, but holds none; run "
                    + "its %%sweep cell");
        }
        return new DecisionRequest(results, domain, fitTo, target);
    }

    Outcomes everyRun() {
        return outcomes(Long.MAX_VALUE);
    }

    Decision decide() {
        Study study = results.study();
        return Decision.of(outcomes(fitTo), target, study::cost, study::epochs, DecisionOptions.standard());
    }

    private Outcomes outcomes(long largest) {
        return new Outcomes(
                Anneal.CONTROL,
                results.measured(domain).stream()
                        .filter(run -> run.run().anneal().tokenBudget() <= largest)
                        .map(run -> new Outcome(
                                run.run().anneal().source(),
                                run.run().anneal().tokenBudget(),
                                run.run().anneal().seed(),
                                run.value(Measurement.LOSS, domain).orElseThrow()))
                        .toList());
    }
}
