package dev.temper.kernel.assist;

import com.sun.source.doctree.DocCommentTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the source says of a declaration.
 *
 * @param tree its documentation comment, null when it has none
 * @param parameters the names of its parameters
 */
record Comment(@Nullable DocCommentTree tree, List<String> parameters) {
    /** Of what has no source. */
    static final Comment NONE = new Comment(null, List.of());
}
