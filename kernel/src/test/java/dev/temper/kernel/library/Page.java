package dev.temper.kernel.library;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.magic.PastCell;
import dev.temper.kernel.session.Frontend;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A page that remembers what it was shown, a text each. */
final class Page implements Frontend {
    private final List<String> shown = Collections.synchronizedList(new ArrayList<>());
    private final Place place = (stream, text) -> shown.add(stream + " " + text);

    @Override
    public void enter() {
        // all cells are one here
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public void display(MimeBundle bundle, String id) {
        shown.add(bundle.text());
    }

    @Override
    public void update(MimeBundle bundle, String id) {
        shown.add(bundle.text());
    }

    @Override
    public String ask(String prompt, boolean secret) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clear(boolean wait) {
        shown.add("clear");
    }

    @Override
    public void nextInput(String text, boolean replace) {
        shown.add("next " + text);
    }

    @Override
    public void page(MimeBundle explanation) {
        shown.add("page " + explanation.text());
    }

    @Override
    public List<PastCell> history(int most) {
        return List.of();
    }

    /** What was shown last, of what was shown since the last call. */
    String last() {
        synchronized (shown) {
            String last = shown.isEmpty() ? "" : shown.get(shown.size() - 1);
            shown.clear();
            return last;
        }
    }

    /** Whether something that contains a text was shown since the last call of {@link #last()}. */
    boolean hasShown(String text) {
        synchronized (shown) {
            return shown.stream().anyMatch(one -> one.contains(text));
        }
    }
}
