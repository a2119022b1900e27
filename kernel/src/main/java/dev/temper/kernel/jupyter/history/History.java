package dev.temper.kernel.jupyter.history;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The cells that this kernel ran, and those that kernels ran before it. They are written to a file in the background;
 * when that cannot be, this kernel remembers its own cells only.
 */
public final class History implements AutoCloseable {
    private static final int MOST_OWN = 10_000;
    private static final long CLOSE_MILLIS = 300;

    /**
     * A cell that was run.
     *
     * @param session which start of a kernel ran it
     * @param number its number
     * @param input its text
     * @param output its value as text, empty when it had none
     */
    public record Entry(int session, int number, String input, String output) {}

    private final HistoryFile file;
    private final PrintStream log;
    private final Deque<Entry> own = new ArrayDeque<>();
    private final ExecutorService background = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), History::thread, new DiscardPolicy());
    private int session;
    private boolean kept = true;

    private History(HistoryFile file, PrintStream log) {
        this.file = file;
        this.log = log;
    }

    /**
     * Opens the history of this user, which the environment may have put elsewhere.
     *
     * @param mostBytes when the file would grow beyond this, its older half is dropped
     * @param log takes a line when the file cannot be used
     * @return the history
     */
    public static History ofUser(long mostBytes, PrintStream log) {
        return at(HistoryFile.place(System.getenv(), Path.of(System.getProperty("user.home"))), mostBytes, log);
    }

    /**
     * Opens the history that is in a file.
     *
     * @param file the file, which need not exist
     * @param mostBytes when it would grow beyond this, its older half is dropped
     * @param log takes a line when the file cannot be used
     * @return the history
     */
    public static History at(Path file, long mostBytes, PrintStream log) {
        return new History(new HistoryFile(file, mostBytes), log);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "history");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Adds a cell; returns at once. One that ends after the kernel has been closed is not kept.
     *
     * @param cell its number
     * @param input its text
     * @param output its value as text, empty when it had none
     */
    public void add(int cell, String input, String output) {
        background.execute(() -> {
            Entry entry = new Entry(session(), cell, input, output);
            own.add(entry);
            if (own.size() > MOST_OWN) {
                own.remove();
            }
            onFile(() -> {
                file.add(entry);
                return true;
            });
        });
    }

    /** The number of this session, which is counted from the first time that it matters. */
    private int session() {
        if (session == 0) {
            session = onFile(file::begin).orElse(1);
        }
        return session;
    }

    /** Uses the file, unless that failed before. */
    private <T> Optional<T> onFile(HistoryFile.Change<T> use) {
        if (kept) {
            try {
                return Optional.of(use.make());
            } catch (IOException e) {
                kept = false;
                log.println("temper: the history is not kept, as its file cannot be used: " + e);
            }
        }
        return Optional.empty();
    }

    /** All cells, those of this session last. */
    private List<Entry> entries() {
        return inBackground(() -> {
            int current = session();
            List<Entry> all = new ArrayList<>(onFile(file::entries).orElse(List.of()));
            all.removeIf(entry -> entry.session == current);
            all.addAll(own);
            return all;
        });
    }

    private <T> T inBackground(Callable<T> work) {
        try {
            return background.submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The history was asked for by code that was interrupted.");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /**
     * Returns the cells that were run last, of whichever session.
     *
     * @param most how many at most
     * @return the cells, latest last
     */
    public List<Entry> latest(int most) {
        return last(entries(), most);
    }

    /**
     * Returns cells of one session.
     *
     * @param session its number; 0 or less counts back from this one
     * @param start the first number; less than 0 counts back from the end of the session
     * @param stop the number after the last; 0 or less counts back from the end of the session
     * @return the cells
     */
    public List<Entry> range(int session, int start, int stop) {
        int asked = session > 0 ? session : inBackground(this::session) + session;
        List<Entry> all =
                entries().stream().filter(entry -> entry.session == asked).toList();
        int end = all.isEmpty() ? 0 : all.get(all.size() - 1).number + 1;
        int from = start < 0 ? start + end : start;
        int to = stop <= 0 ? stop + end : stop;
        return all.stream()
                .filter(entry -> entry.number >= from && entry.number < to)
                .toList();
    }

    /**
     * Finds cells by their text.
     *
     * @param glob the whole text, in which a star stands for anything and a question mark for one character
     * @param unique whether of cells with the same text only the latest is wanted
     * @param most how many of the latest at most; all when it is 0
     * @return the cells
     */
    public List<Entry> search(String glob, boolean unique, int most) {
        Pattern pattern = pattern(glob);
        List<Entry> found = entries().stream()
                .filter(entry -> pattern.matcher(entry.input).matches())
                .toList();
        if (unique) {
            Map<String, Entry> latest = new LinkedHashMap<>();
            found.forEach(entry -> {
                latest.remove(entry.input);
                latest.put(entry.input, entry);
            });
            found = new ArrayList<>(latest.values());
        }
        return most > 0 ? last(found, most) : found;
    }

    private static <T> List<T> last(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - Math.max(0, most)), all.size());
    }

    private static Pattern pattern(String glob) {
        String regex = glob.codePoints()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    /** Writes down what is not yet. */
    @Override
    public void close() {
        background.shutdown();
        try {
            if (!background.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
                log.println("temper: the last cells are not in the history, as its file is slow");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
