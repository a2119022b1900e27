package dev.temper.kernel.session;

import dev.temper.kernel.cell.Cell;
import dev.temper.kernel.cell.Names;
import dev.temper.kernel.cell.Part;
import dev.temper.kernel.eval.JavaSession;
import dev.temper.kernel.eval.Outcome;
import dev.temper.kernel.eval.stop.CellStopped;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Magics;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs the parts of a cell, one after the other, up to the first that fails. */
final class PartRunner {
    private final JavaSession java;
    private final Supplier<Magics> magics;
    private final MagicSession session;
    private final Expansion expansion;
    private final Names names = new Names() {
        @Override
        public boolean isMagic(String name) {
            return magics().find(name).isPresent();
        }

        @Override
        public boolean isVariable(String name) {
            return java().variable(name).isPresent();
        }
    };

    PartRunner(JavaSession java, Supplier<Magics> magics, MagicSession session) {
        this.java = java;
        this.magics = magics;
        this.session = session;
        this.expansion = new Expansion(java);
    }

    private Magics magics() {
        return magics.get();
    }

    private JavaSession java() {
        return java;
    }

    /** Runs text that begins on a line of the running cell, or of the file that it runs. */
    Outcome run(String text, int line) {
        List<Part> parts;
        try {
            parts = Cell.parts(text, names);
        } catch (MagicException e) {
            return new Outcome.Thrown(e);
        }
        Outcome outcome = new Outcome.Done(List.of());
        for (Part part : parts) {
            outcome = run(part, line - 1);
            if (!(outcome instanceof Outcome.Done || outcome instanceof Outcome.Value)) {
                break;
            }
            if (outcome instanceof Outcome.Done done) {
                done.notes().forEach(session.err()::println);
            }
        }
        return outcome;
    }

    private Outcome run(Part part, int linesBefore) {
        if (part instanceof Part.Java source) {
            return java.run(source.source(), session.origin(source.line() + linesBefore));
        }
        if (part instanceof Part.Call call) {
            return call(call.invocation().below(linesBefore));
        }
        Part.Assignment assignment = (Part.Assignment) part;
        Invocation invocation = assignment.invocation().below(linesBefore);
        Outcome outcome = call(invocation);
        if (outcome instanceof Outcome.Value value) {
            return assign(assignment, invocation, value.value());
        }
        return outcome instanceof Outcome.Done
                ? new Outcome.Thrown(new MagicException(session.place(invocation.line()) + ": " + assignment.variable()
                        + " must be given a value, but %" + invocation.name() + " has none."))
                : outcome;
    }

    private Outcome call(Invocation typed) {
        try {
            Invocation invocation = expanded(typed);
            Object value = java.<@Nullable Object>call(() -> magics.get().run(invocation, session));
            return value == null ? new Outcome.Done(List.of()) : new Outcome.Value(value);
        } catch (CellStopped e) {
            return new Outcome.Stopped(e.getMessage());
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError | AssertionError e) {
            return new Outcome.Thrown(e);
        }
    }

    private Invocation expanded(Invocation typed) {
        boolean takesJava = magics.get()
                .find(typed.name())
                .filter(magic -> magic.usage().takesJava())
                .isPresent();
        return takesJava || typed.arguments().isEmpty()
                ? typed
                : typed.withArguments(expansion.of(typed.arguments(), session.origin(typed.line())));
    }

    private Outcome assign(Part.Assignment assignment, Invocation invocation, @Nullable Object value) {
        try {
            if (assignment.type().equals("var")) {
                java.bind(assignment.variable(), value == null ? Object.class : value.getClass(), value);
            } else {
                java.bind(assignment.variable(), assignment.type(), value);
            }
            return new Outcome.Done(List.of());
        } catch (IllegalArgumentException e) {
            return new Outcome.Thrown(new MagicException(session.place(invocation.line()) + ": " + e.getMessage(), e));
        }
    }
}
