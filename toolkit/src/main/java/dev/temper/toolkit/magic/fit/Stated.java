package dev.temper.toolkit.magic.fit;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.law.interval.IntervalKind;
import dev.temper.toolkit.law.interval.Intervals;
import dev.temper.toolkit.law.interval.Quantity;
import dev.temper.toolkit.law.interval.Statement;
import java.util.List;

/** The intervals of one law, in the way asked for. */
final class Stated {
    private final Fit fit;
    private final Intervals intervals;
    private final IntervalKind kind;
    private final double level;
    private final List<Statement> parameters;

    Stated(Fit fit, FitRequest request) {
        this.fit = fit;
        this.level = request.level();
        this.intervals = Intervals.of(fit).withDraws(request.draws(), request.seed());
        this.kind = request.interval().isEmpty() ? intervals.recommended() : IntervalName.of(request.interval(), fit);
        this.parameters = Quantity.parameters(fit).stream()
                .map(quantity -> intervals.of(quantity, kind, level))
                .toList();
    }

    IntervalKind kind() {
        return kind;
    }

    /** One for each parameter, in the order of the form. */
    List<Statement> parameters() {
        return parameters;
    }

    /** Where the law lies at a place. */
    Interval at(double... x) {
        return intervals.of(Quantity.value(fit, x), kind, level).interval();
    }

    /** How they were made, and what became of the draws. */
    String phrase() {
        var draws = parameters.get(0).draws();
        return "intervals at " + Digits.plain(100 * level) + " % by " + kind.phrase()
                + (draws.asked() > 0 ? ", " + draws.used() + " of " + draws.asked() + " draws" : "");
    }

    /** What must be known of them, each once. */
    List<String> notes() {
        return parameters.stream()
                .flatMap(statement -> statement.notes().stream())
                .distinct()
                .toList();
    }
}
