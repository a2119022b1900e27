package dev.temper.kernel.session;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.magic.PastCell;
import java.util.ArrayList;
import java.util.List;

/** A page that remembers what it was shown. */
public final class Recorder implements Frontend {
    private final List<String> shown = new ArrayList<>();
    private final List<MimeBundle> bundles = new ArrayList<>();
    private final List<PastCell> past = new ArrayList<>();
    private final Place place = (stream, text) -> add(stream + " " + text);
    private volatile String answer = "typed";

    private synchronized void add(String text) {
        shown.add(text);
    }

    private synchronized void add(String how, MimeBundle bundle, String after) {
        shown.add(how + " " + bundle.text() + after);
        bundles.add(bundle);
    }

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
        add("display", bundle, id.isEmpty() ? "" : " live");
    }

    @Override
    public void update(MimeBundle bundle, String id) {
        add("update", bundle, "");
    }

    @Override
    public String ask(String prompt, boolean secret) {
        if (answer.isEmpty()) {
            throw new UnsupportedOperationException("no user");
        }
        add("ask");
        return answer;
    }

    @Override
    public void clear(boolean wait) {
        add("clear" + (wait ? " wait" : ""));
    }

    @Override
    public void nextInput(String text, boolean replace) {
        add("next " + text);
    }

    @Override
    public void page(MimeBundle explanation) {
        add("page " + explanation.text());
    }

    @Override
    public List<PastCell> history(int most) {
        return List.copyOf(past);
    }

    /** What was shown since the last call, in order. */
    public synchronized List<String> take() {
        List<String> all = List.copyOf(shown);
        forget();
        return all;
    }

    /** Forgets what was shown. */
    public synchronized void forget() {
        shown.clear();
        bundles.clear();
    }

    /** What has been shown and not been forgotten, in order. */
    public synchronized List<String> shown() {
        return List.copyOf(shown);
    }

    /** What has been displayed and not been forgotten, in order. */
    public synchronized List<MimeBundle> displayed() {
        return List.copyOf(bundles);
    }

    /** The text of what was displayed last, empty when nothing was; all is forgotten. */
    public synchronized String takeLast() {
        String last = bundles.isEmpty() ? "" : bundles.get(bundles.size() - 1).text();
        forget();
        return last;
    }

    /** Whether something that contains a text was shown, and not been forgotten. */
    public synchronized boolean hasShown(String text) {
        return shown.stream().anyMatch(one -> one.contains(text));
    }

    /** Sets what the user types when asked; empty for a page that cannot be asked. */
    public void answer(String text) {
        answer = text;
    }

    /** Adds a cell to what was run before. */
    public void remember(PastCell cell) {
        past.add(cell);
    }
}
