package dev.temper.kernel.jupyter;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * A socket and the thread it belongs to: no other touches it, since an interrupt of the thread that cells run on would
 * break it. What is to be sent waits in a queue, which any thread may add to.
 */
final class Channel {
    private static final long MOST_WAITING_BYTES = 4 << 20;
    private static final long MOST_INTERRUPTED_BYTES = 4 * MOST_WAITING_BYTES;
    private static final long STUCK_MILLIS = 5_000;
    private static final long LOOK_MILLIS = 100;
    private static final long LOOK_NANOS = 50_000_000;
    private static final long CLOSE_MILLIS = 500;

    private final String name;
    private final PrintStream log;
    private final ZMQ.Socket socket;
    private final Selector selector;
    private final Thread thread;
    private final Deque<List<byte[]>> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private long stuckSince;
    private volatile boolean closing;

    private Consumer<List<byte[]>> receiver = frames -> {};

    Channel(String name, ZMQ.Context context, SocketType type, PrintStream log) {
        this.name = name;
        this.log = log;
        thread = new Thread(this::loop, name);
        thread.setDaemon(true);
        socket = context.socket(type);
        socket.setLinger((int) CLOSE_MILLIS);
        socket.setRcvHWM(0);
        socket.setSndHWM(0);
        socket.setMaxMsgSize(2L * Wire.MOST_BYTES); // what is greater closes its connection before it fills the memory
        try {
            selector = Selector.open();
            socket.getFD().register(selector, SelectionKey.OP_READ);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Has at most so many messages wait in the socket for each subscriber, and tells of every subscription. One that
     * takes none for a while is not waited for.
     */
    void keepForSubscribers(int messages) {
        socket.setSndHWM(messages);
        socket.setXpubNoDrop(true);
        socket.setXpubVerbose(true);
    }

    /** Opens the socket to others. */
    void bind(String address) {
        socket.bind(address);
    }

    /** Begins to send, and to hand on what is received. */
    void start(Consumer<List<byte[]>> to) {
        receiver = to;
        thread.start();
    }

    /**
     * Begins to send, and to hand on the requests that are received. What must not be believed is dropped, with a line
     * in the log.
     */
    void startRequests(Wire wire, Consumer<Request> to) {
        start(frames -> {
            try {
                to.accept(wire.read(frames));
            } catch (Wire.BadMessage e) {
                log.println("temper: dropped a message on " + name + ": " + e.getMessage());
            }
        });
    }

    /** Leaves a message to be sent; returns at once. */
    void send(List<byte[]> frames) {
        synchronized (waiting) {
            add(frames);
        }
        selector.wakeup();
    }

    /**
     * Leaves a message to be sent, once not too much waits already. An interrupt ends the wait and stays set; but even
     * then the queue has a bound.
     */
    void sendWhenRoom(List<byte[]> frames) {
        boolean interrupted = Thread.interrupted();
        synchronized (waiting) {
            while (waitingBytes > (interrupted ? MOST_INTERRUPTED_BYTES : MOST_WAITING_BYTES) && !closing) {
                try {
                    waiting.wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            add(frames);
        }
        selector.wakeup();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves a message to be sent before all that waits. */
    void sendFirst(List<byte[]> frames) {
        synchronized (waiting) {
            waiting.addFirst(frames);
            waitingBytes += size(frames);
        }
    }

    private void add(List<byte[]> frames) {
        waiting.add(frames);
        waitingBytes += size(frames);
    }

    private static long size(List<byte[]> frames) {
        return frames.stream().mapToLong(frame -> frame.length).sum();
    }

    /** Sends what still waits and closes the socket. */
    void close() throws InterruptedException {
        closing = true;
        selector.wakeup();
        thread.join(CLOSE_MILLIS);
    }

    private void loop() {
        try (socket;
                selector) {
            boolean goOn = true;
            while (goOn) {
                goOn = turn();
            }
        } catch (ZMQException e) {
            if (e.getErrorCode() != ZMQ.Error.ETERM.getCode()) {
                log.println("temper: the " + name + " socket failed: " + e.getMessage());
            }
        } catch (IOException e) {
            log.println("temper: the " + name + " socket failed: " + e.getMessage());
        } finally {
            closing = true;
            synchronized (waiting) {
                waiting.notifyAll();
            }
        }
    }

    private boolean turn() throws IOException {
        try {
            boolean all = sendWaiting();
            receiveAll();
            if (all && closing) {
                return false;
            }
            selector.select(all ? 0 : LOOK_MILLIS);
            selector.selectedKeys().clear();
        } catch (OutOfMemoryError e) {
            LockSupport.parkNanos(LOOK_NANOS); // a word in the log would need memory too
        }
        return true;
    }

    /** Sends until nothing waits, or a subscriber takes no more for now; returns whether nothing waits. */
    private boolean sendWaiting() {
        while (true) {
            receiveAll(); // who subscribed is welcomed before all else
            List<byte[]> next;
            synchronized (waiting) {
                next = waiting.peek();
            }
            if (next == null) {
                return true;
            }
            if (!trySend(next)) {
                return false;
            }
            synchronized (waiting) {
                waiting.remove();
                waitingBytes -= size(next);
                if (waitingBytes <= MOST_WAITING_BYTES / 2) {
                    waiting.notifyAll();
                }
            }
        }
    }

    /** Sends a message, unless a subscriber takes no more for now. */
    private boolean trySend(List<byte[]> frames) {
        boolean taken = socket.send(frames.get(0), more(frames, 0) | ZMQ.DONTWAIT);
        if (!taken && isStuck()) {
            socket.setXpubNoDrop(false);
            socket.send(frames.get(0), more(frames, 0));
            socket.setXpubNoDrop(true);
            log.println("temper: a subscriber to " + name + " takes no messages, and will miss some");
            taken = true;
        }
        if (taken) {
            stuckSince = 0;
            for (int i = 1; i < frames.size(); i++) {
                socket.send(frames.get(i), more(frames, i));
            }
        }
        return taken;
    }

    private static int more(List<byte[]> frames, int i) {
        return i < frames.size() - 1 ? ZMQ.SNDMORE : 0;
    }

    private boolean isStuck() {
        long now = System.nanoTime();
        if (stuckSince == 0) {
            stuckSince = now;
        }
        return now - stuckSince > TimeUnit.MILLISECONDS.toNanos(STUCK_MILLIS);
    }

    private void receiveAll() {
        for (List<byte[]> frames = receive(); !frames.isEmpty(); frames = receive()) {
            try {
                receiver.accept(frames);
            } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
                log.println("temper: cannot take a message on " + name + ": " + e);
                e.printStackTrace(log);
            }
        }
    }

    /** All frames of the next message, none when there is no next one yet. */
    private List<byte[]> receive() {
        List<byte[]> frames = new ArrayList<>();
        byte[] frame = socket.recv(ZMQ.DONTWAIT);
        while (frame != null) {
            frames.add(frame);
            frame = socket.hasReceiveMore() ? socket.recv() : null;
        }
        return frames;
    }
}
