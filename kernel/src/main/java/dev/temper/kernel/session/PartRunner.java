package dev.temper.kernel.session;

import dev.temper.kernel.cell.Cell;
import dev.temper.kernel.cell.Part;
import dev.temper.kernel.eval.JavaSession;
import dev.temper.kernel.eval.Origin;
import dev.temper.kernel.eval.Outcome;
import dev.temper.kernel.eval.stop.CellStopped;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Magics;
import dev.temper.kernel.magic.Session;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs the parts of a cell, one after the other, up to the first that fails. */
final class PartRunner {
    private final JavaSession java;
    private final Supplier<Magics> magics;
    private final Session session;

    PartRunner(JavaSession java, Supplier<Magics> magics, Session session) {
        this.java = java;
        this.magics = magics;
        this.session = session;
    }

    /** Runs text that begins on a line of the running cell. */
    Outcome run(String text, int line) {
        List<Part> parts;
        try {
            parts = Cell.parts(text);
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
            return java.run(source.source(), new Origin(session.cell(), source.line() + linesBefore));
        }
        if (part instanceof Part.Call call) {
            return call(call.invocation(), linesBefore);
        }
        Part.Assignment assignment = (Part.Assignment) part;
        Outcome outcome = call(assignment.invocation(), linesBefore);
        return outcome instanceof Outcome.Value value ? assign(assignment, linesBefore, value.value()) : outcome;
    }

    private Outcome call(Invocation typed, int linesBefore) {
        Invocation invocation =
                new Invocation(typed.kind(), typed.name(), typed.arguments(), typed.body(), typed.line() + linesBefore);
        try {
            Object value = java.<@Nullable Object>call(() -> magics.get().run(invocation, session));
            return value == null ? new Outcome.Done(List.of()) : new Outcome.Value(value);
        } catch (CellStopped e) {
            return new Outcome.Stopped(e.getMessage());
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError | AssertionError e) {
            return new Outcome.Thrown(e);
        }
    }

    private Outcome assign(Part.Assignment assignment, int linesBefore, @Nullable Object value) {
        try {
            if (assignment.type().equals("var")) {
                java.bind(assignment.variable(), value == null ? Object.class : value.getClass(), value);
            } else {
                java.bind(assignment.variable(), assignment.type(), value);
            }
            return new Outcome.Done(List.of());
        } catch (IllegalArgumentException e) {
            String place = session.place(assignment.invocation().line() + linesBefore);
            return new Outcome.Thrown(new MagicException(place + ": " + e.getMessage(), e));
        }
    }
}
