package dev.temper.kernel.session;

import dev.temper.kernel.eval.CompileError;
import dev.temper.kernel.eval.JavaSession;
import dev.temper.kernel.eval.Outcome;
import dev.temper.kernel.magic.MagicException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Says why a cell failed, in the words that the page shows. */
final class ErrorText {
    private final JavaSession java;

    ErrorText(JavaSession java) {
        this.java = java;
    }

    /** Describes an outcome that is not a success. */
    CellError of(Outcome outcome) {
        if (outcome instanceof Outcome.Rejected rejected) {
            List<CompileError> errors = rejected.errors();
            String more = errors.size() > 1 ? " (and " + (errors.size() - 1) + " more)" : "";
            String first = errors.isEmpty()
                    ? "the cell does not compile"
                    : errors.get(0).place() + ": " + errors.get(0).message() + more;
            return new CellError(
                    "CompileError",
                    first,
                    errors.stream().flatMap(error -> error.lines().stream()).toList());
        }
        if (outcome instanceof Outcome.Stopped stopped) {
            return new CellError("Interrupted", stopped.message(), List.of("Interrupted: " + stopped.message()));
        }
        if (outcome instanceof Outcome.Thrown thrown) {
            return thrown.thrown() instanceof MagicException magic ? of(magic) : of(thrown.thrown());
        }
        throw new IllegalArgumentException("outcome must be a failure, but is " + outcome);
    }

    /** Describes a fault that the user can mend: its lines, and nothing of where in the kernel it was found. */
    CellError of(MagicException fault) {
        List<String> lines = fault.lines();
        return new CellError("MagicError", lines.isEmpty() ? "" : lines.get(0), lines);
    }

    /** Describes a fault of the kernel itself: all of the trace, for whoever mends it. */
    static CellError ofKernel(Throwable thrown) {
        String message = "The kernel itself failed; this is a fault of Temper, not of the cell: " + thrown;
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        List<String> lines = new ArrayList<>(List.of(message));
        lines.addAll(trace.toString().lines().toList());
        return new CellError("KernelError", message, lines);
    }

    private CellError of(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        return new CellError(
                name.isEmpty() ? thrown.getClass().getName() : name,
                Objects.requireNonNullElse(thrown.getLocalizedMessage(), ""),
                java.trace(thrown));
    }
}
