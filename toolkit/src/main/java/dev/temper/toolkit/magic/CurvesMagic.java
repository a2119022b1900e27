package dev.temper.toolkit.magic;

import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.Option;
import dev.temper.kernel.magic.Options;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import dev.temper.toolkit.anneal.Study;
import dev.temper.toolkit.chart.DecisionPlot;
import dev.temper.toolkit.chart.XAxis;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;

/** Draws point estimates beside full curves. */
public final class CurvesMagic implements Magic {
    /** Makes the magic. */
    public CurvesMagic() {}

    @Override
    public Usage usage() {
        return DecisionRequest.options(Usage.line(
                        "curves",
                        "Draws each source's runs, its point estimate and its fitted curve with the band, dashed beyond the"
                                + " fitted runs, and where the order changes."))
                .with(Option.choice("x", "what is spent", "tokens", "flop", "cost")
                        .fallback("tokens"))
                .with(Option.choice("y", "what a source is judged by", "loss", "gain")
                        .fallback("loss"))
                .example("%curves study")
                .example("%curves study --fit-to 164k --at 1.3M --x cost --y gain");
    }

    @Override
    public Object run(Invocation invocation, Session session) {
        Options options = invocation.options(usage());
        DecisionRequest request = DecisionRequest.of(options, session);
        Study study = request.results().study();
        XAxis axis = XAxis.valueOf(options.text("x").toUpperCase(Locale.ROOT));
        return new DecisionPlot(
                        request.decide(),
                        request.everyRun(),
                        study.name() + ": point estimates beside full curves",
                        request.domain(),
                        axis,
                        spent(axis, study),
                        options.text("y").equals("gain"))
                .plot()
                .chart();
    }

    private static ToDoubleBiFunction<String, Long> spent(XAxis axis, Study study) {
        return switch (axis) {
            case TOKENS -> (source, tokens) -> tokens.doubleValue();
            case FLOP -> (source, tokens) -> study.flop(tokens);
            case COST -> (source, tokens) -> study.cost(source, tokens).total().doubleValue();
        };
    }
}
