package dev.temper.kernel.jupyter;

import dev.temper.kernel.jupyter.history.History;
import dev.temper.kernel.session.Frontend;
import dev.temper.kernel.session.Notebook;
import java.io.IOException;
import java.io.PrintStream;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** A kernel on its five sockets, each with a thread of its own. */
public final class JupyterKernel {
    private static final long MOST_HISTORY_BYTES = 4 << 20;
    private static final long CLOSE_MILLIS = 300;
    private static final long LOOK_NANOS = 50_000_000;
    private static final int DEAF = 3;

    private final PrintStream log;
    private final ZMQ.Context context = ZMQ.context(1);
    private final Wire wire;
    private final IoPub iopub;
    private final Channel heartbeat;
    private final Channel stdin;
    private final Channel control;
    private final Channel shell;
    private final Questions questions;
    private final History history;
    private final Page page;
    private final CountDownLatch ended = new CountDownLatch(1);

    private JupyterKernel(Connection connection, PrintStream log) throws GeneralSecurityException {
        this.log = log;
        context.setThreadFactor(this::thread);
        wire = new Wire(connection.properties());
        iopub = new IoPub(context, connection, wire, log);
        heartbeat = channel("heartbeat", connection, connection.properties().getHbPort());
        stdin = channel("stdin", connection, connection.properties().getStdinPort());
        control = channel("control", connection, connection.properties().getControlPort());
        shell = channel("shell", connection, connection.properties().getShellPort());
        questions = new Questions(stdin, wire);
        history = History.ofUser(MOST_HISTORY_BYTES, log);
        page = new Page(iopub, questions, history);
    }

    private Channel channel(String name, Connection connection, int port) {
        Channel channel = new Channel(name, context, SocketType.ROUTER, log);
        channel.bind(connection.address(port));
        return channel;
    }

    /** A thread of ZeroMQ, which goes on when a cell has used up the memory for a while. */
    private Thread thread(Runnable work, String name) {
        Thread thread = new Thread(
                () -> {
                    boolean ended = false;
                    while (!ended) {
                        try {
                            work.run();
                            ended = true;
                        } catch (OutOfMemoryError e) {
                            LockSupport.parkNanos(LOOK_NANOS); // a word in the log would need memory too
                        }
                    }
                },
                name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler(this::failed);
        return thread;
    }

    /** Without the threads of ZeroMQ the kernel is deaf: better that the page sees it die. */
    private void failed(Thread thread, Throwable failure) {
        try {
            log.println("temper: the kernel ends, as its connection to the page failed: " + failure);
        } finally {
            Runtime.getRuntime().halt(DEAF); // also when there is no memory left to say so
        }
    }

    /**
     * Opens the sockets. What is sent to them from now on waits until {@link #serve(Notebook)}.
     *
     * @param connection where to open them
     * @param log takes a line for what is worth telling whoever looks at the kernel's process
     * @return the kernel
     * @throws IOException when a socket cannot be opened, or the signatures asked for are not known here
     */
    public static JupyterKernel bind(Connection connection, PrintStream log) throws IOException {
        try {
            return new JupyterKernel(connection, log);
        } catch (ZMQException e) {
            throw new IOException("The sockets of the connection file cannot be opened: " + e.getMessage(), e);
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "The signature scheme of the connection file is not known: "
                            + connection.properties().getSignatureScheme(),
                    e);
        }
    }

    /**
     * Returns what a notebook shows its outputs on.
     *
     * @return the pages that are connected to this kernel
     */
    public Frontend frontend() {
        return page;
    }

    /**
     * Answers requests until a page asks for the end, or the process that started this one is gone. From then on the
     * process has little time left, whatever its threads do.
     *
     * @param notebook what runs the cells
     * @throws InterruptedException when the calling thread is interrupted
     */
    public void serve(Notebook notebook) throws InterruptedException {
        iopub.start();
        iopub.publish("status", null, Map.of("execution_state", "starting"));
        heartbeat.start(heartbeat::send); // where it came from is part of what it sends back
        stdin.startRequests(wire, questions::receive);
        Answers answers = new Answers(iopub, log);
        ControlRequests controlRequests = new ControlRequests(notebook, iopub);
        ShellRequests shellRequests = new ShellRequests(notebook, page, history, iopub, controlRequests);
        Subshells subshells = new Subshells(shell, wire, answers, shellRequests, ended::countDown);
        control.startRequests(wire, request -> {
            if (!answers.answer(
                    new Exchange(request, control, wire), asked -> controlRequests.handle(asked, subshells))) {
                ended.countDown();
            }
        });
        shell.startRequests(wire, subshells::receive);
        LastWord lastWord = new LastWord(notebook, shellRequests.execution(), this::close);
        lastWord.install();
        Parents.whenGone(ended::countDown);
        ended.await();
        lastWord.limit();
        notebook.close();
        close();
    }

    private void close() {
        ended.countDown();
        history.close();
        try {
            for (Channel channel : List.of(shell, control)) {
                channel.close();
            }
            iopub.close();
            Thread closing = new Thread(context::term, "close");
            closing.setDaemon(true);
            closing.start();
            closing.join(
                    CLOSE_MILLIS); // a socket that somebody does not read from does not close: the process ends anyway
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
