package dev.temper.kernel.assist;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the little of Markdown that documentation comments use. */
final class MarkdownText {
    private static final Pattern INLINE =
            Pattern.compile("(`+)(?<code>.+?)\\1|\\[(?<label>[^\\]\\n]+)](?:\\[[^\\]]*]|\\([^)]*\\))?");
    private static final Pattern ITEM = Pattern.compile("\\s*[-*+]\\s+(.*)");

    private final Prose prose;
    private boolean fenced;
    private boolean listed;

    MarkdownText(Prose prose) {
        this.prose = prose;
    }

    void write(String markdown) {
        String[] lines = markdown.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            line(lines[i], i < lines.length - 1);
        }
        endList();
        if (fenced) {
            prose.end("pre");
        }
    }

    private void line(String line, boolean more) {
        Matcher item = ITEM.matcher(line);
        if (line.stripLeading().startsWith("```") || line.stripLeading().startsWith("~~~")) {
            fenced = !fenced;
            if (fenced) {
                prose.start("pre");
            } else {
                prose.end("pre");
            }
        } else if (fenced) {
            prose.text(line + "\n");
        } else if (item.matches()) {
            if (listed) {
                prose.end("li");
            } else {
                prose.start("ul");
            }
            listed = true;
            prose.start("li");
            inline(item.group(1));
        } else if (line.isBlank() && more) {
            endList();
            prose.end("p");
            prose.start("p");
        } else {
            inline(line.replaceFirst("^#+\\s+", "") + (more ? "\n" : ""));
        }
    }

    private void endList() {
        if (listed) {
            prose.end("li");
            prose.end("ul");
            listed = false;
        }
    }

    private void inline(String text) {
        Matcher part = INLINE.matcher(text);
        int at = 0;
        while (part.find()) {
            prose.text(text.substring(at, part.start()));
            if (part.group("code") != null) {
                prose.code(part.group("code"));
            } else {
                prose.code(part.group("label")
                        .replaceAll("^#", "")
                        .replace('#', '.')
                        .replace("`", ""));
            }
            at = part.end();
        }
        prose.text(text.substring(at));
    }
}
