package dev.temper.kernel.session;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Gathers what is printed, for each cell by itself, and passes it on in pieces: a while after the first character, when
 * the other stream of the cell is written to, when there is much, and when {@link #flush()} is called. The order of the
 * two streams of a cell is kept, and a character is never cut.
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
    private final Map<Frontend.Place, Gathered> gathered = new LinkedHashMap<>();
    private boolean scheduled;
    private boolean closed;

    Output(Frontend frontend) {
        this.frontend = frontend;
    }

    /** A stream that prints to the page. */
    PrintStream out() {
        return new PrintStream(new Sink(Frontend.Stream.OUT), true, StandardCharsets.UTF_8);
    }

    /** A stream that prints to the page as standard error. */
    PrintStream err() {
        return new PrintStream(new Sink(Frontend.Stream.ERR), true, StandardCharsets.UTF_8);
    }

    /** Passes on all that was printed so far. */
    synchronized void flush() {
        gathered.values().forEach(Gathered::pass);
        gathered.values().removeIf(Gathered::isEmpty);
    }

    private synchronized void write(Frontend.Stream stream, byte[] bytes, int offset, int length) {
        Gathered cell = gathered.computeIfAbsent(frontend.place(), Gathered::new);
        if (cell.add(stream, bytes, offset, length) > MOST_BYTES || closed) {
            cell.pass();
        } else if (!scheduled) {
            scheduled = true;
            ScheduledFuture<?> unused = timer.schedule(this::flushScheduled, DELAY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void flushScheduled() {
        scheduled = false;
        flush();
    }

    /** Ends the gathering: what is printed from now on, by threads that are left, is passed on as it comes. */
    @Override
    public synchronized void close() {
        closed = true;
        flush();
        timer.shutdown();
    }

    /** One of the two streams, of all cells. */
    private final class Sink extends OutputStream {
        private final Frontend.Stream stream;

        Sink(Frontend.Stream stream) {
            this.stream = stream;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            Output.this.write(stream, bytes, offset, length);
        }
    }

    /** What one cell printed and was not passed on yet. */
    private static final class Gathered {
        private final Frontend.Place place;
        private final Map<Frontend.Stream, Text> texts = new EnumMap<>(Frontend.Stream.class);
        private Frontend.Stream latest = Frontend.Stream.OUT;

        Gathered(Frontend.Place place) {
            this.place = place;
            for (Frontend.Stream stream : Frontend.Stream.values()) {
                texts.put(stream, new Text());
            }
        }

        /** Adds to a stream; returns how many bytes of it wait. */
        int add(Frontend.Stream stream, byte[] bytes, int offset, int length) {
            if (stream != latest) {
                pass();
                latest = stream;
            }
            return text().add(bytes, offset, length);
        }

        private Text text() {
            return Objects.requireNonNull(texts.get(latest));
        }

        void pass() {
            String text = text().take();
            if (!text.isEmpty()) {
                place.write(latest, text);
            }
        }

        boolean isEmpty() {
            return texts.values().stream().allMatch(Text::isEmpty);
        }
    }

    /** Bytes of text; the start of a character that is not all there stays until it is. */
    private static final class Text {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);

        int add(byte[] more, int offset, int length) {
            bytes.write(more, offset, length);
            return bytes.size();
        }

        String take() {
            if (isEmpty()) {
                return "";
            }
            ByteBuffer waiting = ByteBuffer.wrap(bytes.toByteArray());
            CharBuffer text = CharBuffer.allocate(waiting.remaining() + 1);
            decoder.reset().decode(waiting, text, false);
            bytes.reset();
            bytes.write(waiting.array(), waiting.position(), waiting.remaining());
            return text.flip().toString();
        }

        boolean isEmpty() {
            return bytes.size() == 0;
        }
    }
}
