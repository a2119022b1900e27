package dev.temper.kernel.assist;

import dev.temper.kernel.display.Markup;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes an explanation in one format. Takes it in the terms of HTML, since that is what documentation is written in. */
final class Prose {
    /** The formats. */
    enum Format {
        PLAIN,
        MARKDOWN,
        HTML
    }

    private static final String CODE_STYLE = "margin:2px 0;padding:0;white-space:pre-wrap;background:none";
    private static final Map<String, String> KEPT = Map.ofEntries(
            Map.entry("p", " style=\"margin:6px 0\""),
            Map.entry("ul", " style=\"margin:4px 0;padding-left:20px\""),
            Map.entry("ol", " style=\"margin:4px 0;padding-left:20px\""),
            Map.entry("li", ""),
            Map.entry("dl", " style=\"margin:4px 0\""),
            Map.entry("dt", " style=\"font-weight:bold\""),
            Map.entry("dd", " style=\"margin-left:20px\""),
            Map.entry("blockquote", " style=\"margin:4px 0 4px 20px;padding:0;border:0\""),
            Map.entry("pre", " style=\"" + CODE_STYLE + "\""),
            Map.entry("table", " style=\"border-collapse:collapse\""),
            Map.entry("tr", ""),
            Map.entry("th", " style=\"text-align:left;padding:0 8px 0 0\""),
            Map.entry("td", " style=\"text-align:left;padding:0 8px 0 0\""),
            Map.entry("b", ""),
            Map.entry("strong", ""),
            Map.entry("i", ""),
            Map.entry("em", ""),
            Map.entry("code", ""),
            Map.entry("sub", ""),
            Map.entry("sup", ""),
            Map.entry("br", ""));
    private static final Set<String> PARAGRAPHS =
            Set.of("p", "blockquote", "dl", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "div");
    private static final Set<String> LINES = Set.of("dt", "dd", "tr", "br", "caption");

    private final Format format;
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> lists = new ArrayDeque<>();
    private boolean preformatted;

    Prose(Format format) {
        this.format = format;
    }

    /** Writes text. */
    void text(String words) {
        if (format == Format.HTML) {
            text.append(Markup.html(words));
        } else if (preformatted) {
            boolean newLine = text.length() == 0 || text.charAt(text.length() - 1) == '\n';
            text.append(newLine ? words.replaceFirst("^[ \\t]*\\n", "") : words);
        } else {
            String even = words.replaceAll("[ \\t]*\\n[ \\t]*", "\n" + indent()).replaceAll("[ \\t]+", " ");
            boolean atStart = text.length() == 0 || Character.isWhitespace(text.charAt(text.length() - 1));
            String shown = format == Format.MARKDOWN ? even.replaceAll("([\\\\`*_<\\[\\]])", "\\\\$1") : even;
            text.append(atStart ? shown.stripLeading() : shown);
        }
    }

    /** Writes a bit of code within text. */
    void code(String code) {
        if (format == Format.HTML) {
            text.append(preformatted ? Markup.html(code) : "<code>" + Markup.html(code) + "</code>");
        } else if (format == Format.MARKDOWN && !preformatted && !code.isBlank()) {
            String tick = code.contains("`") ? "``" : "`";
            text.append(tick).append(code.replace('\n', ' ')).append(tick);
        } else {
            text(code);
        }
    }

    /** Writes lines of code. */
    void block(String code) {
        start("pre");
        text(code.stripIndent().strip());
        end("pre");
    }

    /** Writes a line that begins a list of what follows. */
    void heading(String words) {
        switch (format) {
            case HTML ->
                text.append("<p style=\"margin:6px 0 0 0;font-weight:bold\">")
                        .append(Markup.html(words))
                        .append("</p>");
            case MARKDOWN -> {
                lines(2);
                text.append("**").append(words).append("**");
                lines(2);
            }
            case PLAIN -> {
                lines(2);
                text.append(words);
                lines(1);
            }
        }
    }

    /** Opens an element of HTML. */
    void start(String tag) {
        String name = tag.toLowerCase(Locale.ROOT);
        if (format == Format.HTML) {
            if (KEPT.containsKey(name)) {
                text.append('<').append(name).append(KEPT.get(name)).append('>');
            } else if (name.matches("h\\d")) {
                text.append("<p style=\"margin:6px 0;font-weight:bold\">");
            }
        } else {
            startLines(name);
            if (name.equals("li")) {
                lines(1);
                text.append(" ".repeat(Math.max(0, 2 * (lists.size() - 1)))).append("- ");
            }
            mark(name, true);
        }
        if (name.equals("ul") || name.equals("ol")) {
            lists.push(name);
        }
        preformatted |= name.equals("pre");
    }

    /** Closes an element of HTML. */
    void end(String tag) {
        String name = tag.toLowerCase(Locale.ROOT);
        if (name.equals("pre")) {
            preformatted = false;
        }
        if ((name.equals("ul") || name.equals("ol")) && !lists.isEmpty()) {
            lists.pop();
        }
        if (format == Format.HTML) {
            if (KEPT.containsKey(name) && !name.equals("br")) {
                text.append("</").append(name).append('>');
            } else if (name.matches("h\\d")) {
                text.append("</p>");
            }
            return;
        }
        mark(name, false);
        if (name.equals("pre")) {
            lines(1);
            text.append(format == Format.MARKDOWN ? "```" : "");
            lines(2);
        } else if (name.equals("td") || name.equals("th")) {
            text.append("  ");
        } else if (PARAGRAPHS.contains(name)) {
            lines(2);
        } else if (LINES.contains(name)) {
            lines(1);
        }
    }

    private void startLines(String name) {
        if (PARAGRAPHS.contains(name)) {
            lines(name.equals("ul") || name.equals("ol") ? 1 : 2);
        } else if (LINES.contains(name)) {
            lines(1);
        } else if (name.equals("pre")) {
            lines(format == Format.MARKDOWN ? 2 : 1);
            text.append(format == Format.MARKDOWN ? "```java\n" : "");
        }
    }

    private void mark(String name, boolean start) {
        if (start && name.equals("sup") && text.length() > 0 && Character.isDigit(text.charAt(text.length() - 1))) {
            text.append('^');
        } else if (format == Format.MARKDOWN && !preformatted) {
            switch (name) {
                case "b", "strong", "dt", "h1", "h2", "h3", "h4" -> text.append("**");
                case "i", "em" -> text.append('*');
                case "code" -> text.append('`');
                default -> {
                    // has no sign of its own
                }
            }
        }
    }

    private String indent() {
        return " ".repeat(2 * lists.size());
    }

    /** Sees to it that what comes next begins on a new line, after an empty one when two are asked for. */
    private void lines(int count) {
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int there = (int) text.substring(end).chars().filter(c -> c == '\n').count();
        text.setLength(end);
        if (end > 0) {
            text.append("\n".repeat(Math.max(count, Math.min(there, 2))));
        }
    }

    @Override
    public String toString() {
        return text.toString().strip();
    }
}
