package dev.temper.kernel;

import dev.temper.kernel.eval.JavaSession;
import dev.temper.kernel.jupyter.Connection;
import dev.temper.kernel.jupyter.JupyterKernel;
import dev.temper.kernel.session.Notebook;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Starts the kernel. */
public final class Main {
    private static final int WRONG_USE = 2;

    private Main() {}

    /**
     * Serves the page that the connection file names, until it asks for the end.
     *
     * @param arguments the path of the connection file
     * @throws InterruptedException never: nothing interrupts the main thread
     */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream log = System.err;
        if (arguments.length != 1) {
            log.println("temper: one argument must be given, the connection file that Jupyter writes, but "
                    + arguments.length + " are");
            System.exit(WRONG_USE);
        }
        JavaSession java = Notebook.startJava(); // takes longest, and the sockets are opened meanwhile
        JupyterKernel kernel;
        try {
            Path file = Path.of(arguments[0]);
            Connection connection = Connection.read(file);
            Connection.requireSecret(file, System.getenv(), log);
            kernel = JupyterKernel.bind(connection, log);
        } catch (IOException e) {
            log.println("temper: " + e.getMessage());
            System.exit(WRONG_USE);
            return;
        }
        Notebook notebook = new Notebook(kernel.frontend(), java);
        System.setOut(notebook.out());
        System.setErr(notebook.err());
        System.setIn(notebook.in());
        InterruptSignal.handle(notebook::interrupt, log);
        kernel.serve(notebook);
        System.exit(0);
    }
}
