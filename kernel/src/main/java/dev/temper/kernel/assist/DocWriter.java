package dev.temper.kernel.assist;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.ErroneousTree;
import com.sun.source.doctree.IndexTree;
import com.sun.source.doctree.InheritDocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.SummaryTree;
import com.sun.source.doctree.SystemPropertyTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes a documentation comment as prose. */
final class DocWriter extends SimpleDocTreeVisitor<@Nullable Void, @Nullable Void> {
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("amp", "&"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("le", "\u2264"),
            Map.entry("ge", "\u2265"),
            Map.entry("ne", "\u2260"),
            Map.entry("ndash", "\u2013"),
            Map.entry("mdash", "\u2014"),
            Map.entry("hellip", "\u2026"),
            Map.entry("pi", "\u03c0"),
            Map.entry("infin", "\u221e"),
            Map.entry("times", "\u00d7"),
            Map.entry("copy", "\u00a9"));
    private static final Pattern SNIPPET = Pattern.compile("(?s)\\{@snippet[^:]*?(?::\\s*\\n(.*))?}");

    private final Prose prose;

    DocWriter(Prose prose) {
        this.prose = prose;
    }

    /** Writes the first sentence, then what the parameters are and what is returned. */
    void brief(DocCommentTree comment) {
        prose.start("p");
        visit(comment.getFirstSentence(), null);
        prose.end("p");
        tags(comment, false);
    }

    /** Writes the first sentence. */
    void sentence(DocCommentTree comment) {
        prose.start("p");
        visit(comment.getFirstSentence(), null);
        prose.end("p");
    }

    /** Writes all of it. */
    void whole(DocCommentTree comment) {
        prose.start("p");
        visit(comment.getFullBody(), null);
        prose.end("p");
        tags(comment, true);
    }

    private void tags(DocCommentTree comment, boolean all) {
        List<ParamTree> parameters = blocks(comment, ParamTree.class);
        if (!parameters.isEmpty()) {
            prose.heading("Parameters");
            list(parameters.stream()
                    .map(tag -> new Item(
                            tag.isTypeParameter()
                                    ? "<" + tag.getName() + ">"
                                    : tag.getName().toString(),
                            tag.getDescription()))
                    .toList());
        }
        List<ReturnTree> returned = blocks(comment, ReturnTree.class);
        if (!returned.isEmpty()) {
            prose.heading("Returns");
            list(returned.stream()
                    .map(tag -> new Item("", tag.getDescription()))
                    .toList());
        }
        List<ThrowsTree> thrown = blocks(comment, ThrowsTree.class);
        if (all && !thrown.isEmpty()) {
            prose.heading("Throws");
            list(thrown.stream()
                    .map(tag -> new Item(tag.getExceptionName().toString(), tag.getDescription()))
                    .toList());
        }
        if (all) {
            comment.getBlockTags().stream()
                    .filter(tag -> tag.getKind() == DocTree.Kind.SINCE || tag.getKind() == DocTree.Kind.DEPRECATED)
                    .forEach(tag -> {
                        prose.start("p");
                        prose.text(plain(tag));
                        prose.end("p");
                    });
        }
    }

    private static String plain(DocTree tag) {
        String text = tag.toString().replaceAll("\\{@\\w+\\s+([^{}]*)}", "$1");
        String named = tag.getKind() == DocTree.Kind.SINCE ? "Since " : "Deprecated: ";
        return named + text.replaceFirst("^@\\w+\\s*", "");
    }

    private static <T extends DocTree> List<T> blocks(DocCommentTree comment, Class<T> type) {
        return comment.getBlockTags().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Something named, and what is said of it. */
    private record Item(String name, List<? extends DocTree> said) {}

    private void list(List<Item> items) {
        prose.start("ul");
        for (Item item : items) {
            prose.start("li");
            if (!item.name.isEmpty()) {
                prose.code(item.name);
                prose.text(item.said.isEmpty() ? "" : " \u2013 ");
            }
            visit(item.said, null);
            prose.end("li");
        }
        prose.end("ul");
    }

    @Override
    public @Nullable Void visitText(TextTree tree, @Nullable Void nothing) {
        prose.text(tree.getBody());
        return null;
    }

    @Override
    public @Nullable Void visitEntity(EntityTree tree, @Nullable Void nothing) {
        String name = tree.getName().toString();
        String number = name.startsWith("#") ? name.substring(1) : "";
        if (number.matches("\\d+")) {
            prose.text(Character.toString(Integer.parseInt(number)));
        } else if (number.matches("[xX][0-9a-fA-F]+")) {
            prose.text(Character.toString(Integer.parseInt(number.substring(1), 16)));
        } else {
            prose.text(ENTITIES.getOrDefault(name, "&" + name + ";"));
        }
        return null;
    }

    @Override
    public @Nullable Void visitStartElement(StartElementTree tree, @Nullable Void nothing) {
        prose.start(tree.getName().toString());
        return null;
    }

    @Override
    public @Nullable Void visitEndElement(EndElementTree tree, @Nullable Void nothing) {
        prose.end(tree.getName().toString());
        return null;
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void nothing) {
        String body = tree.getBody().getBody();
        if (body.startsWith("\n")) {
            prose.text(body.stripIndent());
        } else if (tree.getKind() == DocTree.Kind.CODE) {
            prose.code(body);
        } else {
            prose.text(body);
        }
        return null;
    }

    @Override
    public @Nullable Void visitLink(LinkTree tree, @Nullable Void nothing) {
        if (!tree.getLabel().isEmpty()) {
            return visit(tree.getLabel(), null);
        }
        String target = String.valueOf(tree.getReference());
        prose.code(target.replaceFirst("^#", "").replace('#', '.').replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", ""));
        return null;
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void nothing) {
        prose.text("Returns ");
        visit(tree.getDescription(), null);
        prose.text(".");
        return null;
    }

    @Override
    public @Nullable Void visitSummary(SummaryTree tree, @Nullable Void nothing) {
        return visit(tree.getSummary(), null);
    }

    @Override
    public @Nullable Void visitIndex(IndexTree tree, @Nullable Void nothing) {
        prose.text(tree.getSearchTerm().toString().replaceAll("^\"|\"$", ""));
        return null;
    }

    @Override
    public @Nullable Void visitSystemProperty(SystemPropertyTree tree, @Nullable Void nothing) {
        prose.code(tree.getPropertyName().toString());
        return null;
    }

    @Override
    public @Nullable Void visitValue(ValueTree tree, @Nullable Void nothing) {
        prose.code(
                tree.getReference() == null
                        ? "the value"
                        : String.valueOf(tree.getReference()).replace('#', '.'));
        return null;
    }

    @Override
    public @Nullable Void visitInheritDoc(InheritDocTree tree, @Nullable Void nothing) {
        return null;
    }

    @Override
    public @Nullable Void visitErroneous(ErroneousTree tree, @Nullable Void nothing) {
        prose.text(tree.getBody());
        return null;
    }

    /** What later JDKs have added, known here by its text alone. */
    @Override
    protected @Nullable Void defaultAction(DocTree tree, @Nullable Void nothing) {
        String text = tree.toString();
        switch (tree.getKind().name()) {
            case "SNIPPET" -> {
                Matcher body = SNIPPET.matcher(text);
                String code = body.matches() && body.group(1) != null ? body.group(1) : "";
                prose.block(code.replaceAll("(?m)\\s*//\\s*@\\w.*$", ""));
            }
            case "MARKDOWN" -> new MarkdownText(prose).write(text);
            case "ESCAPE" -> prose.text(text.replaceFirst("^@", ""));
            case "DOC_ROOT" -> {
                // leads to a page that is not here
            }
            default -> prose.text(text.replaceAll("^\\{@\\w+\\s*|}$", ""));
        }
        return null;
    }
}
