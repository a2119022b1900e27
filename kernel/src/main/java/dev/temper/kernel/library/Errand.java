package dev.temper.kernel.library;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.magic.LiveDisplay;
import dev.temper.kernel.magic.Session;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work on a thread of its own, so that an interrupt of the cell ends the cell at once, whatever a server is doing. How
 * far it is, and at its end what came of it, is one output of the cell.
 */
final class Errand {
    private static final long STEP_MILLIS = 250;

    private final Session session;
    private final Progress progress = new Progress();
    private @Nullable LiveDisplay live;
    private String shown = "";

    Errand(Session session) {
        this.session = session;
    }

    /** What the work is to tell how far it is. */
    Progress progress() {
        return progress;
    }

    /**
     * Does the work and shows how far it is.
     *
     * @throws InterruptedException when the cell was interrupted; the work then ends as soon as it can
     * @throws Exception what the work throws
     */
    <T> T run(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        begin(task);
        try {
            return await(task);
        } catch (InterruptedException e) {
            progress.stop();
            task.cancel(true);
            end("Interrupted: nothing was added.");
            throw e;
        } catch (ExecutionException e) {
            end("Nothing was added.");
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** Does more work that the cell does not wait for, and shows what came of it in place of what is shown. */
    void goOn(Supplier<String> work) {
        begin(() -> show(work.get()));
    }

    private static void begin(Runnable work) {
        Thread thread = new Thread(work, "maven");
        thread.setDaemon(true);
        thread.setContextClassLoader(Errand.class.getClassLoader());
        thread.start();
    }

    private <T> T await(FutureTask<T> task) throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return task.get(STEP_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                progress.text().ifPresent(this::show);
            }
        }
    }

    /** Shows what came of the work, in place of how far it was. */
    void show(String text) {
        if (text.equals(shown)) {
            return;
        }
        shown = text;
        Optional.ofNullable(live)
                .ifPresentOrElse(
                        display -> display.update(MimeBundle.plain(text)),
                        () -> live = session.live(MimeBundle.plain(text)));
    }

    private void end(String text) {
        if (live != null) {
            show(text);
        }
    }
}
