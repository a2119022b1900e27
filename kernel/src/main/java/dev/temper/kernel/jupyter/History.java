package dev.temper.kernel.jupyter;

import dev.temper.kernel.magic.PastCell;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
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
final class History implements AutoCloseable {
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
    record Entry(int session, int number, String input, String output) {
        private List<Object> told(boolean withOutput) {
            return List.of(
                    session, number, withOutput ? Arrays.asList(input, output.isEmpty() ? null : output) : input);
        }
    }

    private final HistoryFile file;
    private final PrintStream log;
    private final Deque<Entry> own = new ArrayDeque<>();
    private final ExecutorService background = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), History::thread, new DiscardPolicy());
    private int session;
    private boolean kept = true;

    History(HistoryFile file, PrintStream log) {
        this.file = file;
        this.log = log;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "history");
        thread.setDaemon(true);
        return thread;
    }

    /** Adds a cell; returns at once. One that ends after the kernel has been closed is not kept. */
    void add(int cell, String input, String output) {
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

    /** The cells that were run last, of whichever session, latest last. */
    List<PastCell> latest(int most) {
        return last(entries(), most).stream()
                .map(entry -> new PastCell(entry.session, entry.number, entry.input))
                .toList();
    }

    /** What a page asks for. */
    List<List<Object>> answer(Request request) {
        boolean output = request.flag("output", false);
        return chosen(request).stream().map(entry -> entry.told(output)).toList();
    }

    private List<Entry> chosen(Request request) {
        return switch (request.text("hist_access_type")) {
            case "range" -> range(request.number("session", 0), request.number("start", 0), request.number("stop", 0));
            case "search" ->
                search(
                        request.content().has("pattern") ? request.text("pattern") : "*",
                        request.flag("unique", false),
                        request.number("n", 0));
            default -> last(entries(), request.number("n", 0));
        };
    }

    /** The cells of one session: 0 or less counts back from this one; so do the bounds from the end of the session. */
    private List<Entry> range(int session, int start, int stop) {
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

    private List<Entry> search(String glob, boolean unique, int most) {
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
