package dev.temper.kernel.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page that Javadoc has made of a type, from which the declarations and their comments are taken back. The pages of all
 * versions since 8 have the same order: what the type is, summaries, and then the members in detail, each with a heading,
 * a signature, a block of text and a list of notes.
 */
final class JavadocPage {
    private static final Pattern MEMBER = Pattern.compile(
            "<h[34][^>]*>([\\w$]+)</h[34]>\\s*(?:<div class=\"horizontal-scroll\">\\s*)?"
                    + "<(pre|div)(?: class=\"(?:method|member)-?[sS]ignature\")?>(.*?)</\\2>",
            Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("<div class=\"block\">(.*?)</div>", Pattern.DOTALL);
    private static final Pattern NOTE = Pattern.compile("<dt>(.*?)</dt>\\s*((?:<dd>.*?</dd>\\s*)+)", Pattern.DOTALL);
    private static final Pattern NOTED = Pattern.compile("<dd>(.*?)</dd>", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile(
            "\\s*<code>(?:<a [^>]*>)?\\s*([^<\\s]+)\\s*(?:</a>)?</code>(?:\\s*-)?\\s*(.*)", Pattern.DOTALL);
    private static final Map<String, String> TAGS = Map.of(
            "Parameters:", "param %s",
            "Type Parameters:", "param <%s>",
            "Throws:", "throws %s",
            "Returns:", "return",
            "Since:", "since");

    private final String page;

    JavadocPage(String page) {
        this.page = page;
    }

    /** The comment on the type, or on the package when it is the page of one; empty when there is none. */
    String comment() {
        int start = Math.max(0, page.indexOf("START OF CLASS DATA"));
        int summary = page.indexOf(" SUMMARY ==", start);
        return comment(page.substring(start, summary < 0 ? page.length() : summary));
    }

    /** Declarations of the members that have comments, of a type of that simple name. */
    String members(String type) {
        int start = page.indexOf(" DETAIL ==");
        if (start < 0) {
            return "";
        }
        int end = page.indexOf("END OF CLASS DATA", start);
        Matcher member = MEMBER.matcher(page).region(start, end < 0 ? page.length() : end);
        StringBuilder members = new StringBuilder();
        boolean found = member.find();
        while (found) {
            String name = member.group(1);
            String signature = text(member.group(3));
            int from = member.end();
            found = member.find();
            String comment = comment(page.substring(from, found ? member.start() : member.regionEnd()));
            if (!comment.isEmpty()) {
                members.append(comment)
                        .append(declaration(name, signature, name.equals(type)))
                        .append('\n');
            }
        }
        return members.toString();
    }

    private static String declaration(String name, String signature, boolean constructor) {
        int call = signature.lastIndexOf(name + "(");
        if (call < 0) {
            return "Object " + name + ";";
        }
        int start = call + name.length();
        int depth = 0;
        int end = start;
        do {
            depth += signature.charAt(end) == '(' ? 1 : signature.charAt(end) == ')' ? -1 : 0;
            end++;
        } while (depth > 0 && end < signature.length());
        return (constructor ? "" : "Object ") + name + signature.substring(start, end) + " {}";
    }

    /** A comment of what Javadoc has written about one thing. */
    private static String comment(String html) {
        List<String> lines = new ArrayList<>();
        Matcher block = BLOCK.matcher(html);
        if (block.find()) {
            lines.add(escaped(block.group(1)));
        }
        Matcher note = NOTE.matcher(html);
        while (note.find()) {
            String tag = TAGS.get(text(note.group(1)));
            if (tag != null) {
                NOTED.matcher(note.group(2)).results().forEach(noted -> lines.add(tagged(tag, noted.group(1))));
            }
        }
        return lines.isEmpty() ? "" : "/** " + String.join("\n", lines) + " */\n";
    }

    private static String tagged(String tag, String html) {
        String content = html.replaceAll("</?span[^>]*>", "").strip();
        if (!tag.contains("%s")) {
            return "@" + tag + " " + escaped(content);
        }
        Matcher named = NAMED.matcher(content);
        return named.matches() ? "@" + tag.formatted(named.group(1)) + " " + escaped(named.group(2)) : "";
    }

    /** Text that means the same within a comment. */
    private static String escaped(String html) {
        return html.strip().replace("@", "&#64;").replace("*/", "*&#47;");
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&nbsp;", " ")
                .replace("&#8203;", "")
                .replace("\u200b", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .lines()
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ")
                .strip();
    }
}
