package dev.temper.kernel.jupyter;

import org.jspecify.annotations.Nullable;

/**
 * One shell: its cells run one after the other, and what else is asked is answered meanwhile. A question waits for the
 * cells that were sent before it, since they may bear on the answer, but not so long that its page gives it up.
 */
final class Shell {
    private static final long PATIENCE_MILLIS = 200;

    private final Lane cells;
    private final Lane questions;
    private @Nullable Exchange lastCell;

    Shell(String name, Answers answers, ShellRequests requests, Runnable atEnd) {
        cells = new Lane(name, answers, requests::run, atEnd);
        questions = new Lane(name + "-questions", answers, (asked, lane) -> requests.handle(asked), atEnd);
    }

    void start() {
        cells.start();
        questions.start();
    }

    /** Takes a request; called by one thread. */
    void add(Exchange exchange) {
        if (exchange.request().isCell()) {
            lastCell = exchange;
            cells.add(exchange);
        } else {
            exchange.after(lastCell, PATIENCE_MILLIS);
            questions.add(exchange);
        }
    }

    /** Ends the shell once all is answered that it has taken. */
    void close() {
        cells.close();
        questions.close();
    }
}
