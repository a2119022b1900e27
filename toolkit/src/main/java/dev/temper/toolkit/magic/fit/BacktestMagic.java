package dev.temper.toolkit.magic.fit;

import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Option;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Typing;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import dev.temper.toolkit.law.choice.BackTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds the largest budgets out and says how far each form would have missed them. */
public final class BacktestMagic implements Magic {
    private static final Usage USAGE = FitRequest.options(Usage.line(
                    "backtest",
                    "Fits each form to all but the largest budgets and sets what it says of those beside what was measured: error, bias,"
                            + " coverage, and who wins."))
            .with(Option.of(
                    "forms", ValueType.TEXT, "the forms, with commas; by default all in tokens, or in size and tokens"))
            .with(Option.of("hold-out", ValueType.COUNT, "how many of the largest budgets are held out")
                    .fallback("1"))
            .example("%backtest runs loss ~ tokens by source --forms power,shifted --hold-out 2");

    /** Makes the magic. */
    public BacktestMagic() {}

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public List<String> words(Typing typing) {
        return Completions.of(typing);
    }

    @Override
    public Object run(Invocation invocation, Session session) {
        FitRequest request = FitRequest.of(invocation, USAGE, session, "forms");
        int holdOut =
                (int) Math.min(Integer.MAX_VALUE, invocation.options(USAGE).integer("hold-out"));
        Map<String, BackTest> tests = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        request.curves().forEach((name, data) -> {
            try {
                tests.put(name, BackTest.of(request.forms(), data, request.options(), holdOut, request.level()));
            } catch (IllegalArgumentException e) {
                faults.add(Words.prefixed(name, String.valueOf(e.getMessage())));
            }
        });
        if (!faults.isEmpty()) {
            throw new MagicException(faults);
        }
        return new BackTests(request, tests);
    }
}
