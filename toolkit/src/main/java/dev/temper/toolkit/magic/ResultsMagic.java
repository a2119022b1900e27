package dev.temper.toolkit.magic;

import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import dev.temper.toolkit.results.SweepResults;

/** Shows all that a sweep measured as one tidy Tablesaw table. */
public final class ResultsMagic implements Magic {
    /** Makes the magic. */
    public ResultsMagic() {}

    @Override
    public Usage usage() {
        return Usage.line(
                        "results",
                        "Gives one tidy table: a row for each run, metric and domain; runs that failed or are missing keep"
                                + " their rows.")
                .with(Argument.required("name", ValueType.TEXT, "the sweep's variable"))
                .example("%results study")
                .example("var table = %results study");
    }

    @Override
    public Object run(Invocation invocation, Session session) {
        SweepResults results = Sweeps.named(invocation.options(usage()).text("name"), session);
        results.faults().forEach(session.err()::println);
        return results.table();
    }
}
