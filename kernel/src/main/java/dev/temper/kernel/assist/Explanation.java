package dev.temper.kernel.assist;

import com.sun.source.doctree.DocCommentTree;
import dev.temper.kernel.display.MimeBundle;
import java.util.ArrayList;
import java.util.List;

/** What is told of a name: first all signatures, then what the documentation says. */
final class Explanation {
    private static final int MOST_SIGNATURES = 10;
    private static final int MOST_WHOLE = 3;

    private final List<String> signatures = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String value = "";

    /** Adds something that the name can mean. */
    void add(String signature, Comment comment) {
        signatures.add(signature);
        comments.add(comment);
    }

    /** Sets what the variable holds. */
    void setValue(String text) {
        value = text;
    }

    /** Adds a line for the end. */
    void note(String text) {
        notes.add(text);
    }

    boolean isDocumented() {
        return comments.stream().anyMatch(comment -> comment.tree() != null);
    }

    boolean isEmpty() {
        return signatures.isEmpty();
    }

    /** Writes it, with whole documentation when the detail is 1 or more. */
    MimeBundle bundle(int detail) {
        return MimeBundle.plain(text(Prose.Format.PLAIN, detail))
                .with("text/markdown", text(Prose.Format.MARKDOWN, detail))
                .with(MimeBundle.HTML, text(Prose.Format.HTML, detail));
    }

    private String text(Prose.Format format, int detail) {
        Prose prose = new Prose(format);
        if (detail > 0 && isDocumented()) {
            whole(prose);
        } else {
            brief(prose);
        }
        for (String note : notes) {
            prose.start("p");
            prose.start("i");
            prose.text(note);
            prose.end("i");
            prose.end("p");
        }
        return prose.toString();
    }

    private void brief(Prose prose) {
        List<String> shown =
                signatures.stream().distinct().limit(MOST_SIGNATURES).toList();
        prose.block(withValue(String.join("\n", shown)));
        int more = (int) signatures.stream().distinct().count() - shown.size();
        if (more > 0) {
            prose.text("and " + more + " more");
        }
        comments.stream()
                .map(Comment::tree)
                .filter(DocCommentTree.class::isInstance)
                .findFirst()
                .ifPresent(tree -> new DocWriter(prose).brief(tree));
    }

    private String withValue(String signature) {
        return value.isEmpty() ? signature : signature + "\n= " + value;
    }

    private void whole(Prose prose) {
        for (int i = 0; i < signatures.size(); i++) {
            prose.block(i == 0 ? withValue(signatures.get(i)) : signatures.get(i));
            DocCommentTree tree = comments.get(i).tree();
            if (tree != null) {
                if (i == 0 || signatures.size() <= MOST_WHOLE) {
                    new DocWriter(prose).whole(tree);
                } else {
                    new DocWriter(prose).sentence(tree);
                }
            }
        }
    }
}
