package dev.temper.kernel.assist;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** Finds the innermost part of a source that has a name and includes a place. */
final class Finding extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final String name;
    private final int place;
    private final SourcePositions positions;
    private @Nullable TreePath found;
    private long span = Long.MAX_VALUE;

    private Finding(String name, int place, SourcePositions positions) {
        this.name = name;
        this.place = place;
        this.positions = positions;
    }

    /** Finds what bears a name where the source has it at a place. */
    static Optional<TreePath> of(Compiler.Unit unit, String name, int place) {
        Finding finding = new Finding(name, place, Trees.instance(unit.task()).getSourcePositions());
        finding.scan(unit.tree(), null);
        return Optional.ofNullable(finding.found);
    }

    /** Finds the mark. */
    static Optional<TreePath> ofMark(Compiler.Unit unit) {
        return of(unit, Draft.MARK, unit.source().indexOf(Draft.MARK));
    }

    private void see(Tree tree, @Nullable Name candidate) {
        if (candidate == null || !candidate.contentEquals(name)) {
            return;
        }
        long start = positions.getStartPosition(getCurrentPath().getCompilationUnit(), tree);
        long end = positions.getEndPosition(getCurrentPath().getCompilationUnit(), tree);
        if (start <= place && place <= end && end - start < span) {
            found = getCurrentPath();
            span = end - start;
        }
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void nothing) {
        see(tree, tree.getName());
        return super.visitIdentifier(tree, null);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void nothing) {
        see(tree, tree.getIdentifier());
        return super.visitMemberSelect(tree, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void nothing) {
        see(tree, tree.getName());
        return super.visitMemberReference(tree, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void nothing) {
        see(tree, tree.getName());
        return super.visitVariable(tree, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
        see(tree, tree.getName());
        return super.visitMethod(tree, null);
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
        see(tree, tree.getSimpleName());
        return super.visitClass(tree, null);
    }

    @Override
    public @Nullable Void visitErroneous(ErroneousTree tree, @Nullable Void nothing) {
        return scan(tree.getErrorTrees(), null);
    }
}
