package dev.temper.kernel.eval;

import java.util.List;
import java.util.stream.Collectors;

/** Makes plain text of a documentation comment. */
final class DocText {
    private static final List<String[]> RULES = List.of(
            new String[] {"\\{@(?:code|literal|link|linkplain|value|systemProperty)\\s+([^{}]*)}", "$1"},
            new String[] {"\\s*<(?:p|P)>\\s*", "\n\n"},
            new String[] {"(?i)<li>\\s*", "\n- "},
            new String[] {"(?i)</?(?:ul|ol|dl|dd|dt|pre|blockquote|table|tr|h\\d)[^>]*>", "\n"},
            new String[] {"<[/a-zA-Z][^>]*>", ""},
            new String[] {"(?m)^@(\\w+)", "$1:"},
            new String[] {"&lt;", "<"},
            new String[] {"&gt;", ">"},
            new String[] {"&quot;", "\""},
            new String[] {"&nbsp;", " "},
            new String[] {"&amp;", "&"},
            new String[] {"\n{3,}", "\n\n"});

    private DocText() {}

    static String plain(String comment) {
        String text = comment.lines().map(String::strip).collect(Collectors.joining("\n"));
        for (String[] rule : RULES) {
            text = text.replaceAll(rule[0], rule[1]);
        }
        return text.strip();
    }
}
