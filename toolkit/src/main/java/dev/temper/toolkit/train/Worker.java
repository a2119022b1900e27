package dev.temper.toolkit.train;

import dev.temper.toolkit.anneal.Request;
import dev.temper.toolkit.store.Claim;
import dev.temper.toolkit.store.Done;
import dev.temper.toolkit.store.RunFolder;
import dev.temper.toolkit.store.RunStore;
import dev.temper.toolkit.store.SweepFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A process that takes run after run of a sweep until none is left. It asks nobody: the folders say what is done and who is
 * alive, so it works on when the kernel that started it is gone. SIGTERM makes it write a checkpoint and end.
 */
public final class Worker {
    /** Exit status when the outside world, for instance a full disk, stopped the work; a later start goes on from there. */
    public static final int OUTSIDE_FAULT = 3;

    private static final long POLL_MILLIS = 100;

    private final RunStore store;
    private final SweepFolder sweep;
    private final String command;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Training training;

    private Worker(RunStore store, SweepFolder sweep, String command) {
        this.store = store;
        this.sweep = sweep;
        this.command = command;
        training = new Training(store, new Texts(), () -> stop.getCount() == 0, System::nanoTime);
    }

    /**
     * Works through a sweep.
     *
     * @param arguments the store's folder, the sweep's id, the number of the worker's place
     */
    public static void main(String[] arguments) {
        if (arguments.length != 3) {
            System.err.println(
                    "worker must be given a folder, a sweep id and a slot, but was given " + List.of(arguments));
            System.exit(2);
        }
        RunStore store = new RunStore(Path.of(arguments[0]));
        SweepFolder sweep = store.sweep(arguments[1]);
        String command = ProcessHandle.current().info().commandLine().orElse(String.join(" ", arguments));
        try (Claim slot = sweep.claimSlot(Integer.parseInt(arguments[2])).orElse(null)) {
            if (slot != null) {
                Worker worker = new Worker(store, sweep, command);
                worker.endOnSignal();
                try {
                    worker.work();
                } finally {
                    worker.ended.countDown();
                }
            }
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(OUTSIDE_FAULT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void endOnSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            try {
                if (!ended.await(10, TimeUnit.SECONDS)) {
                    System.err.println("the last step took too long to wait for its checkpoint");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private void work() throws IOException, InterruptedException {
        List<String> plan = sweep.plan();
        boolean open = true;
        while (open && stop.getCount() > 0) {
            open = false;
            boolean worked = false;
            for (String id : plan) {
                RunFolder run = store.run(id);
                if (stop.getCount() > 0 && run.done().isEmpty()) {
                    open = true;
                    worked |= attempt(run);
                }
            }
            if (open && !worked) {
                stop.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Returns false if the run must wait: for its checkpoint, or because another worker has it. */
    private boolean attempt(RunFolder run) throws IOException {
        Request request = run.request();
        Optional<Done> start = request.startsFrom().isEmpty()
                ? Optional.empty()
                : store.run(request.startsFrom()).done();
        if (!request.startsFrom().isEmpty() && start.isEmpty()) {
            return false;
        }
        try (Claim claim = run.claim().orElse(null)) {
            if (claim == null || run.done().isPresent()) {
                return false;
            }
            if (start.isPresent() && !start.get().succeeded()) {
                String reason = "the run " + request.startsFrom() + " that it starts from failed: "
                        + start.get().reason();
                run.finish(new Done(2, reason, 0, "cpu", 0, "", ""));
                return true;
            }
            run.command(command);
            train(run);
            return true;
        }
    }

    private void train(RunFolder run) throws IOException {
        try {
            training.run(run);
        } catch (RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            run.log(trace.toString());
            String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new IOException(
                    "run " + run.id() + " cannot be trained: " + first + "; the trace is in "
                            + run.path().resolve("log.out"),
                    e);
        }
    }
}
