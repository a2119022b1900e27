package dev.temper.kernel.library;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;

/** How far the downloads are. It also ends them: at the next bytes that come in after {@link #stop()}. */
final class Progress extends AbstractTransferListener {
    private final Map<String, Long> running = new LinkedHashMap<>();
    private int files;
    private long bytes;
    private boolean stopped;

    /** Ends all downloads. */
    synchronized void stop() {
        stopped = true;
    }

    /** Says how far the downloads are, empty when there was none yet. */
    synchronized Optional<String> text() {
        if (files == 0 && running.isEmpty()) {
            return Optional.empty();
        }
        long all = bytes + running.values().stream().mapToLong(Long::longValue).sum();
        String now = running.keySet().stream()
                .reduce((before, last) -> last)
                .map(name -> ", now " + name)
                .orElse("");
        return Optional.of("Fetching: " + files + (files == 1 ? " file, " : " files, ") + size(all) + now);
    }

    @Override
    public synchronized void transferInitiated(TransferEvent event) throws TransferCancelledException {
        advance(event);
    }

    @Override
    public synchronized void transferProgressed(TransferEvent event) throws TransferCancelledException {
        advance(event);
    }

    @Override
    public synchronized void transferSucceeded(TransferEvent event) {
        running.remove(name(event));
        files++;
        bytes += event.getTransferredBytes();
    }

    @Override
    public synchronized void transferFailed(TransferEvent event) {
        running.remove(name(event));
    }

    private void advance(TransferEvent event) throws TransferCancelledException {
        running.put(name(event), event.getTransferredBytes());
        if (stopped) {
            throw new TransferCancelledException("stopped by the user");
        }
    }

    private static String name(TransferEvent event) {
        return String.valueOf(Path.of(event.getResource().getResourceName()).getFileName());
    }

    /** Writes a number of bytes for people. */
    static String size(long bytes) {
        if (bytes < 100_000) {
            return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
        }
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
