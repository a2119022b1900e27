package dev.temper.kernel.session;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.magic.PastCell;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A page that remembers what it was shown. */
final class Recorder implements Frontend {
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
        shown.add("display " + bundle.text() + (id.isEmpty() ? "" : " live"));
    }

    @Override
    public void update(MimeBundle bundle, String id) {
        shown.add("update " + bundle.text());
    }

    @Override
    public String ask(String prompt, boolean secret) {
        shown.add("ask");
        return "typed";
    }

    @Override
    public void clear(boolean wait) {
        shown.add("clear" + (wait ? " wait" : ""));
    }

    @Override
    public void nextInput(String text, boolean replace) {
        shown.add("next " + text + (replace ? " in place" : ""));
    }

    @Override
    public void page(MimeBundle explanation) {
        shown.add("page " + explanation.text());
    }

    @Override
    public List<PastCell> history(int most) {
        return List.of();
    }

    /** What was shown since the last call. */
    List<String> take() {
        synchronized (shown) {
            List<String> all = List.copyOf(shown);
            shown.clear();
            return all;
        }
    }
}
