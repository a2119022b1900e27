package dev.temper.kernel.jupyter;

import dev.temper.kernel.magic.PastCell;
import io.github.spencerpark.jupyter.kernel.history.HistoryEntry;
import io.github.spencerpark.jupyter.messages.request.HistoryRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The cells that this kernel ran, as long as it lives. */
final class History {
    private static final int SESSION = 1;
    private static final int MOST_ENTRIES = 10_000;

    private final List<HistoryEntry> entries = new ArrayList<>();

    synchronized void add(int cell, String input, String output) {
        entries.add(new HistoryEntry(SESSION, cell, input, output));
        if (entries.size() > MOST_ENTRIES) {
            entries.remove(0);
        }
    }

    /** The latest cells, latest last. */
    synchronized List<PastCell> latest(int most) {
        return last(entries, most).stream()
                .map(entry -> new PastCell(entry.getSession(), entry.getCellNumber(), entry.getInput()))
                .toList();
    }

    synchronized List<HistoryEntry> answer(HistoryRequest request) {
        return chosen(request).stream()
                .map(entry -> request.includeOutput()
                        ? entry
                        : new HistoryEntry(entry.getSession(), entry.getCellNumber(), entry.getInput()))
                .toList();
    }

    private List<HistoryEntry> chosen(HistoryRequest request) {
        if (request instanceof HistoryRequest.Tail tail) {
            return last(entries, tail.getMaxReturnLength());
        }
        if (request instanceof HistoryRequest.Range range) {
            boolean thisSession = range.getSessionIndex() == 0 || range.getSessionIndex() == SESSION;
            return entries.stream()
                    .filter(entry -> thisSession
                            && entry.getCellNumber() >= range.getStart()
                            && (range.getStop() <= 0 || entry.getCellNumber() < range.getStop()))
                    .toList();
        }
        HistoryRequest.Search search = (HistoryRequest.Search) request;
        Pattern pattern = glob(search.getPattern());
        List<HistoryEntry> found = entries.stream()
                .filter(entry -> pattern.matcher(entry.getInput()).matches())
                .toList();
        if (search.filterUnique()) {
            Map<String, HistoryEntry> latest = new LinkedHashMap<>();
            found.forEach(entry -> {
                latest.remove(entry.getInput());
                latest.put(entry.getInput(), entry);
            });
            found = List.copyOf(latest.values());
        }
        return search.getMaxReturnLength() > 0 ? last(found, search.getMaxReturnLength()) : found;
    }

    private static List<HistoryEntry> last(List<HistoryEntry> all, int most) {
        return all.subList(Math.max(0, all.size() - Math.max(0, most)), all.size());
    }

    private static Pattern glob(String pattern) {
        String regex = pattern.codePoints()
                .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL);
    }
}
