package dev.temper.kernel.jupyter;

import dev.temper.kernel.session.Frontend;
import dev.temper.kernel.session.Notebook;
import java.io.IOException;
import java.io.PrintStream;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** A kernel on its five sockets, each with a thread of its own. */
public final class JupyterKernel {
    private static final long CLOSE_MILLIS = 700;

    private final ZMQ.Context context = ZMQ.context(1);
    private final IoPub iopub;
    private final Heartbeat heartbeat;
    private final Questions questions;
    private final RequestLoop control;
    private final RequestLoop shell;
    private final History history = new History();
    private final Page page;
    private final CountDownLatch ended = new CountDownLatch(1);

    private JupyterKernel(Connection connection, PrintStream log) throws GeneralSecurityException {
        Wire wire = new Wire(connection.properties());
        iopub = new IoPub(context, connection, wire);
        heartbeat = new Heartbeat(context, connection);
        questions = new Questions(context, connection, wire, log);
        control = new RequestLoop(
                "control", context, connection.address(connection.properties().getControlPort()), wire, iopub, log);
        shell = new RequestLoop(
                "shell", context, connection.address(connection.properties().getShellPort()), wire, iopub, log);
        page = new Page(iopub, questions, history);
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

    private void endAfter(ProcessHandle parent) {
        Thread watch = new Thread(
                () -> {
                    parent.onExit().join();
                    ended.countDown();
                },
                "parent");
        watch.setDaemon(true);
        watch.start();
    }

    /**
     * Answers requests until a page asks for the end, or the process that started this one is gone.
     *
     * @param notebook what runs the cells
     * @throws InterruptedException when the calling thread is interrupted
     */
    public void serve(Notebook notebook) throws InterruptedException {
        iopub.start();
        iopub.publish("status", null, Map.of("execution_state", "starting"));
        heartbeat.start();
        questions.start();
        ControlRequests controlRequests = new ControlRequests(notebook, iopub);
        control.start(controlRequests, ended::countDown);
        shell.start(new ShellRequests(notebook, page, history, iopub, controlRequests), ended::countDown);
        ProcessHandle.current().parent().ifPresent(this::endAfter);
        ended.await();
        notebook.close();
        questions.close();
        iopub.close();
        Thread closing = new Thread(context::term, "close");
        closing.setDaemon(true);
        closing.start();
        closing.join(CLOSE_MILLIS); // a socket whose thread is busy does not close: the process ends anyway
    }
}
