package dev.temper.kernel.display;

import java.util.regex.Pattern;

/** Writes text so that it stands for itself in HTML and in LaTeX. */
public final class Markup {
    private static final Pattern UNSEEN = Pattern.compile("(?is)<!--.*?-->|<(style|script|title)\\b.*?</\\1\\s*>");
    private static final Pattern BREAK = Pattern.compile("(?i)<(br|/p|/div|/tr|/li|/h[1-6]|/caption)\\b[^>]*>");
    private static final Pattern CELL_END = Pattern.compile("(?i)</t[dh]\\s*>");
    private static final Pattern TAG = Pattern.compile("<[/!a-zA-Z][^>]*>");

    private Markup() {}

    /**
     * Escapes a text for HTML, both between tags and within the quotes of an attribute.
     *
     * @param text the text
     * @return the same text as HTML
     */
    public static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /**
     * Escapes a text for LaTeX, outside of mathematics.
     *
     * @param text the text
     * @return the same text as LaTeX
     */
    public static String latex(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&', '%', '$', '#', '_', '{', '}' -> out.append('\\').appendCodePoint(c);
                case '\\' -> out.append("\\textbackslash{}");
                case '~' -> out.append("\\textasciitilde{}");
                case '^' -> out.append("\\textasciicircum{}");
                case '<' -> out.append("\\textless{}");
                case '>' -> out.append("\\textgreater{}");
                case '|' -> out.append("\\textbar{}");
                case '±' -> out.append("$\\pm$");
                case '×' -> out.append("$\\times$");
                case '⋮' -> out.append("$\\vdots$");
                case '…' -> out.append("\\ldots{}");
                case '–' -> out.append("--");
                case '\n', '\r', '\t' -> out.append(' ');
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** What is to be read in HTML, for a page that cannot show it. */
    static String textOf(String html) {
        String text = UNSEEN.matcher(html).replaceAll("");
        text = BREAK.matcher(text).replaceAll("\n");
        text = CELL_END.matcher(text).replaceAll("  ");
        text = TAG.matcher(text)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }
}
