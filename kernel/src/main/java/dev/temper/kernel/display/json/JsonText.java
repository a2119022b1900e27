package dev.temper.kernel.display.json;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes a tree as JSON text with two spaces of indent. */
public final class JsonText {
    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    /**
     * Writes a tree.
     *
     * @param tree what {@link JsonTree} or {@link JsonReader} made
     * @return the text
     */
    public static String of(@Nullable Object tree) {
        JsonText text = new JsonText();
        text.write(tree, "\n");
        return text.out.toString();
    }

    private void write(@Nullable Object tree, String line) {
        if (tree instanceof Map<?, ?> map) {
            block("{}", map.entrySet().iterator(), line, entry -> {
                quote(String.valueOf(entry.getKey()));
                out.append(": ");
                write(entry.getValue(), line + "  ");
            });
        } else if (tree instanceof List<?> list) {
            block("[]", list.iterator(), line, element -> write(element, line + "  "));
        } else if (tree instanceof String text) {
            quote(text);
        } else {
            out.append(tree);
        }
    }

    private <E> void block(String brackets, Iterator<E> all, String line, Consumer<? super E> each) {
        out.append(brackets.charAt(0));
        boolean any = all.hasNext();
        while (all.hasNext()) {
            out.append(line).append("  ");
            each.accept(all.next());
            out.append(all.hasNext() ? "," : "");
        }
        out.append(any ? line : "").append(brackets.charAt(1));
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c < ' ' ? "\\u00" + (c < 16 ? "0" : "") + Integer.toHexString(c) : c);
            }
        }
        out.append('"');
    }
}
