package dev.temper.kernel.jupyter;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Has requests answered, and tells the pages meanwhile that the kernel is busy. Pages take the latest word for the
 * state of the kernel: so when something else is answered while a cell runs, they are told again that it does.
 */
final class Answers {
    private final IoPub iopub;
    private final PrintStream log;
    private final List<Exchange> cells = new ArrayList<>();

    /** Answers requests. */
    @FunctionalInterface
    interface Handler {
        /** Answers a request by {@link Exchange#reply}; returns whether the kernel goes on. */
        boolean handle(Exchange exchange);
    }

    Answers(IoPub iopub, PrintStream log) {
        this.iopub = iopub;
        this.log = log;
    }

    /** Has a request answered; whatever happens, the caller goes on. Returns whether the kernel does. */
    boolean answer(Exchange exchange, Handler handler) {
        Request request = exchange.request();
        begin(exchange);
        try {
            if (exchange.isAborted()) {
                exchange.reply(Map.of("status", "aborted"));
                return true;
            }
            return handler.handle(exchange);
        } catch (RuntimeException | Error e) {
            exchange.reply(Exchange.error(e.getClass().getSimpleName(), String.valueOf(e.getMessage()), List.of()));
            log.println("temper: cannot answer " + request.type() + ": " + e);
            e.printStackTrace(log);
            return true;
        } finally {
            end(exchange);
        }
    }

    private synchronized void begin(Exchange exchange) {
        if (exchange.request().isCell()) {
            cells.add(exchange);
        }
        tell(exchange, "busy");
    }

    private synchronized void end(Exchange exchange) {
        cells.remove(exchange);
        tell(exchange, "idle");
        if (!cells.isEmpty()) {
            tell(cells.get(0), "busy");
        }
        exchange.end();
    }

    private void tell(Exchange exchange, String state) {
        iopub.publish("status", exchange.request().header(), Map.of("execution_state", state));
    }
}
