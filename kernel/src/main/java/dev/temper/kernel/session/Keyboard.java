package dev.temper.kernel.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;

/** Standard input of cells: asks the page for a line whenever one is read. */
final class Keyboard extends InputStream {
    private final Frontend frontend;
    private final Output output;
    private byte[] line = {};
    private int next;

    Keyboard(Frontend frontend, Output output) {
        this.frontend = frontend;
        this.output = output;
    }

    @Override
    public synchronized int available() {
        return line.length - next;
    }

    @Override
    public synchronized int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (next == line.length) {
            ask();
        }
        int taken = Math.min(length, line.length - next);
        System.arraycopy(line, next, into, offset, taken);
        next += taken;
        return taken;
    }

    private void ask() throws IOException {
        output.flush();
        try {
            line = (frontend.ask("", false) + "\n").getBytes(StandardCharsets.UTF_8);
            next = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("The cell was interrupted.").initCause(e);
        }
    }
}
