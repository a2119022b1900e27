package dev.temper.kernel.jupyter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiPredicate;

/** Requests that are answered one after the other, on a thread of their own. */
final class Lane {
    private static final long LOOK_NANOS = 50_000_000;

    private final Answers answers;
    private final BiPredicate<Exchange, Lane> handler;
    private final Runnable atEnd;
    private final BlockingQueue<Optional<Exchange>> coming = new LinkedBlockingQueue<>();
    private final Deque<Optional<Exchange>> next = new ArrayDeque<>();
    private final Thread thread;

    /** Opens a lane; when the handler wants no more, the end is told. */
    Lane(String name, Answers answers, BiPredicate<Exchange, Lane> handler, Runnable atEnd) {
        this.answers = answers;
        this.handler = handler;
        this.atEnd = atEnd;
        thread = new Thread(this::loop, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void add(Exchange exchange) {
        coming.add(Optional.of(exchange));
    }

    /** Ends the lane once all is answered that it has taken. */
    void close() {
        coming.add(Optional.empty());
    }

    private void loop() {
        boolean goOn = true;
        while (goOn) {
            try {
                Optional<Exchange> exchange = take();
                goOn = exchange.isPresent();
                if (goOn && !answers.answer(exchange.get(), asked -> handler.test(asked, this))) {
                    goOn = false;
                    atEnd.run();
                }
            } catch (InterruptedException e) {
                goOn = false;
            } catch (OutOfMemoryError e) {
                LockSupport.parkNanos(LOOK_NANOS); // the answer was lost with it, but not the next ones
            }
        }
    }

    private Optional<Exchange> take() throws InterruptedException {
        return next.isEmpty() ? coming.take() : next.remove();
    }

    /**
     * Takes in all that has been sent so far, and has the cells among it answered as aborted. Called by the handler
     * before the page is told of an error, so that whoever sent them could not know of it.
     *
     * @param millis how long to wait for messages that are on their way
     */
    void abortWaiting(int millis) {
        try {
            Optional<Exchange> more = coming.poll(millis, TimeUnit.MILLISECONDS);
            while (more != null) {
                next.add(more);
                more = coming.poll(millis, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        next.forEach(waiting ->
                waiting.filter(exchange -> exchange.request().isCell()).ifPresent(Exchange::abort));
    }
}
