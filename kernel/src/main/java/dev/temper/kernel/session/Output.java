package dev.temper.kernel.session;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Gathers what is printed and passes it on in pieces: a while after the first character, when the other stream is
 * written to, and when {@link #flush()} is called. The order of the two streams is kept, and a character is never cut.
 */
final class Output implements AutoCloseable {
    private static final long DELAY_MILLIS = 15;
    private static final int MOST_BYTES = 1 << 16;

    private final Frontend frontend;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "output");
        thread.setDaemon(true);
        return thread;
    });
    private final Sink out = new Sink(Frontend.Stream.OUT);
    private final Sink err = new Sink(Frontend.Stream.ERR);
    private boolean scheduled;

    Output(Frontend frontend) {
        this.frontend = frontend;
    }

    /** A stream that prints to the page. */
    PrintStream out() {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    /** A stream that prints to the page as standard error. */
    PrintStream err() {
        return new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    /** Passes on all that was printed so far. */
    synchronized void flush() {
        out.pass();
        err.pass();
    }

    private synchronized void flushLater() {
        if (!scheduled) {
            scheduled = true;
            ScheduledFuture<?> unused = timer.schedule(
                    () -> {
                        synchronized (this) {
                            scheduled = false;
                            flush();
                        }
                    },
                    DELAY_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        flush();
        timer.shutdown();
    }

    /** One of the two streams. */
    private final class Sink extends OutputStream {
        private final Frontend.Stream stream;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);

        Sink(Frontend.Stream stream) {
            this.stream = stream;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] more, int offset, int length) {
            synchronized (Output.this) {
                (this == out ? err : out).pass();
                bytes.write(more, offset, length);
                if (bytes.size() > MOST_BYTES) {
                    pass();
                } else {
                    flushLater();
                }
            }
        }

        /** Passes on whole characters; the start of one that is not all there stays. */
        void pass() {
            if (bytes.size() == 0) {
                return;
            }
            ByteBuffer waiting = ByteBuffer.wrap(bytes.toByteArray());
            CharBuffer text = CharBuffer.allocate(waiting.remaining() + 1);
            decoder.reset().decode(waiting, text, false);
            bytes.reset();
            bytes.write(waiting.array(), waiting.position(), waiting.remaining());
            if (text.position() > 0) {
                frontend.write(stream, text.flip().toString());
            }
        }
    }
}
