package dev.temper.kernel.assist;

import dev.temper.kernel.eval.JavaSession;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks the questions that are asked first in most notebooks, so that classes are loaded and files are read by then. */
final class WarmUp implements Runnable {
    private static final long MILLIS_BEFORE = 400;
    private static final long MILLIS_OF_A_LOOK = 20;
    private static final int MOST_LOOKS = 100;

    private final JavaSession session;
    private final JavaAssistant assistant;
    private final TypeIndex index;

    WarmUp(JavaSession session, JavaAssistant assistant, TypeIndex index) {
        this.session = session;
        this.assistant = assistant;
        this.index = index;
    }

    @Override
    public void run() {
        try {
            session.awaitReady();
            TimeUnit.MILLISECONDS.sleep(MILLIS_BEFORE);
            for (Runnable step : steps()) {
                awaitIdle();
                step.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Runnable> steps() {
        return List.of(
                index::start,
                () -> complete("\"text\".sub"),
                () -> complete("int size = Str"),
                () -> complete("List.of(1).stream().map(i -> i.to"),
                () -> assistant.inspect("String.valueOf(", "String.valueOf(".length(), 0),
                () -> complete("\"text\"."));
    }

    private void complete(String cell) {
        assistant.complete(cell, cell.length());
    }

    /** Waits for the end of a cell, but not for ever: a second core may be free. */
    private void awaitIdle() throws InterruptedException {
        for (int i = 0; i < MOST_LOOKS && session.isBusy(); i++) {
            TimeUnit.MILLISECONDS.sleep(MILLIS_OF_A_LOOK);
        }
    }
}
