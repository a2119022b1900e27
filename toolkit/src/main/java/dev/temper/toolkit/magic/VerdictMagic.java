package dev.temper.toolkit.magic;

import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import dev.temper.toolkit.anneal.RunState;
import dev.temper.toolkit.results.SweepResults;

/** Decides which source is worth paying for, or says that the runs cannot tell. */
public final class VerdictMagic implements Magic {
    /** Makes the magic. */
    public VerdictMagic() {}

    @Override
    public Usage usage() {
        return DecisionRequest.options(Usage.line(
                        "verdict",
                        "Sets point estimates at the smallest budget beside curves at the target, with what each source"
                                + " costs and how likely it is the best, and decides or says what to buy to decide."))
                .example("%verdict study --at 1.3M")
                .example("%verdict study --fit-to 164k --at 1.3M");
    }

    @Override
    public Object run(Invocation invocation, Session session) {
        DecisionRequest request = DecisionRequest.of(invocation.options(usage()), session);
        SweepResults results = request.results();
        long open = results.runs().size() - results.count(RunState.DONE);
        if (open > 0) {
            session.err()
                    .println(open + " of " + results.runs().size() + " runs are missing from this verdict: "
                            + results.count(RunState.FAILED) + " failed, the others are not done.");
        }
        return request.decide();
    }
}
