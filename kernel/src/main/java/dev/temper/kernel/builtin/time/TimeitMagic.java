package dev.temper.kernel.builtin.time;

import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Kind;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Option;
import dev.temper.kernel.magic.Options;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import org.jspecify.annotations.Nullable;

/** {@code %timeit} and {@code %%timeit}: runs code so often that its duration and the spread of that are known. */
public final class TimeitMagic implements Magic {
    private static final Usage USAGE = Usage.lineOrCell(
                    "timeit", "Measure how long code takes, by many runs after a warm-up.")
            .with(Option.of(
                            "loops",
                            ValueType.COUNT,
                            "how often the code runs within one run; found by trying otherwise")
                    .alias("n"))
            .with(Option.of("runs", ValueType.COUNT, "how many runs to take the mean of")
                    .alias("r")
                    .fallback("7"))
            .with(Option.flag("quiet", "print nothing").alias("q"))
            .with(Option.flag("object", "return the result, to be shown or assigned")
                    .alias("o"))
            .with(Argument.rest(
                    "code", ValueType.JAVA, "an expression or statements; of a cell, what to do once before the loop"))
            .example("%timeit Math.sin(x)")
            .example("%timeit -n 1000 -r 5 list.sort(null)")
            .example("var measured = %timeit -q f(3)")
            .example("%%timeit var copy = new ArrayList<>(list);\nCollections.shuffle(copy);\ncopy.sort(null);");

    /** Makes the magic. */
    public TimeitMagic() {}

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public @Nullable Object run(Invocation invocation, Session session) throws Exception {
        Options options = invocation.options(USAGE);
        String line = options.has("code") ? options.text("code") : "";
        boolean ofCell = invocation.kind() == Kind.CELL;
        String code = ofCell ? invocation.body() : line;
        if (code.isBlank()) {
            throw new MagicException(session.place(invocation.line()) + ": code must be given, as in %timeit f(3)");
        }
        Timed timed = compiled(ofCell ? line : "", code, invocation, session);
        try {
            TimeitResult result = new Stopwatch(timed)
                    .measure(options.has("loops") ? options.integer("loops") : 0, (int)
                            Math.min(options.integer("runs"), Integer.MAX_VALUE));
            boolean returned = options.flag("object") || invocation.assigned();
            if (!returned && !options.flag("quiet")) {
                session.out().println(result);
            }
            return returned ? result : null;
        } finally {
            Sink.empty();
        }
    }

    /** Compiles the code as an expression whose value is used, else as statements. */
    private static Timed compiled(String setup, String code, Invocation invocation, Session session) throws Exception {
        String bare = code.strip();
        boolean statements = bare.endsWith(";") || bare.endsWith("}");
        String expression = bare.endsWith(";") ? code.substring(0, code.lastIndexOf(';')) : code;
        try {
            return compiled(setup, Sink.class.getName() + ".take(", expression, ");", invocation, session);
        } catch (MagicException asExpression) {
            try {
                return compiled(setup, "", code, statements ? "" : ";", invocation, session);
            } catch (MagicException asStatements) {
                throw statements ? asStatements : asExpression;
            }
        }
    }

    /** Sees to it that each line of the user's stands on a line of its own, whose number is that in the cell. */
    private static Timed compiled(
            String setup, String before, String code, String after, Invocation invocation, Session session)
            throws Exception {
        String head = Timed.Desk.class.getCanonicalName() + ".leave(new " + Timed.class.getName()
                + "() { public void run(long $times) throws Exception {";
        String loop = "for (long $i = 0; $i < $times; $i++) {" + before;
        String top = invocation.kind() == Kind.CELL ? head + "\n" + setup + "; " + loop : head + loop;
        session.workspace().run(top + "\n" + code + "\n" + after + "}}});", invocation.line() - 1);
        return Timed.Desk.take()
                .orElseThrow(() -> new IllegalStateException("the code of " + invocation + " was not compiled"));
    }
}
