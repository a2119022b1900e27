package dev.temper.toolkit.magic;

import dev.temper.kernel.display.Grid;
import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import dev.temper.toolkit.law.Estimate;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitWarning;
import dev.temper.toolkit.utility.Decision;
import dev.temper.toolkit.utility.UtilityCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows the scaling laws behind a verdict. */
public final class FitsMagic implements Magic {
    private static final double LEVEL = 0.95;

    /** Makes the magic. */
    public FitsMagic() {}

    @Override
    public Usage usage() {
        return DecisionRequest.options(Usage.line(
                        "fits",
                        "Lists the scaling law of each source, of its loss and of its gain over the control, with its"
                                + " parameters, their intervals and what to know before trusting it."))
                .example("%fits study --fit-to 164k");
    }

    @Override
    public Object run(Invocation invocation, Session session) {
        Decision decision =
                DecisionRequest.of(invocation.options(usage()), session).decide();
        List<List<String>> rows = new ArrayList<>();
        for (UtilityCurve curve : decision.curves()) {
            rows.add(row(curve.source(), "loss", curve.lossFit()));
            curve.gainFit().ifPresent(fit -> rows.add(row(curve.source(), "gain", fit)));
        }
        decision.curves().stream()
                .findFirst()
                .ifPresent(curve -> rows.add(
                        row(curve.control().source(), "loss", curve.control().lossFit())));
        return grid(rows);
    }

    private static MimeBundle grid(List<List<String>> rows) {
        return new Grid(
                        List.of(
                                Grid.Column.text("source"),
                                Grid.Column.text("of"),
                                Grid.Column.text("law"),
                                Grid.Column.text("parameters"),
                                Grid.Column.number("runs"),
                                Grid.Column.number("residual"),
                                Grid.Column.text("mind")),
                        rows)
                .bundle(
                        "B in tokens; losses in nats per token, fitted by least squares on logs; intervals at 95 % by delta t "
                                + "on the lack of fit of budget means, and no less of it than seed noise allows");
    }

    private static List<String> row(String source, String of, Fit fit) {
        return List.of(
                source,
                of,
                fit.form().formula(),
                fit.estimates(LEVEL).stream().map(FitsMagic::parameter).collect(Collectors.joining(", ")),
                String.valueOf(fit.runs()),
                String.format(Locale.ROOT, "%.2g", Math.sqrt(fit.noise().meanSquare())),
                fit.warnings().stream().map(FitWarning::sentence).collect(Collectors.joining("; ")));
    }

    private static String parameter(Estimate estimate) {
        String ends = estimate.interval().bounded()
                ? String.format(
                        Locale.ROOT,
                        " (%.3g to %.3g)",
                        estimate.interval().lower(),
                        estimate.interval().upper())
                : "";
        return String.format(Locale.ROOT, "%s %.3g%s", estimate.parameter().name(), estimate.value(), ends);
    }
}
