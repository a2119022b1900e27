package dev.temper.kernel.assist;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Tells which types a value may have where it stands. */
final class TargetTypes {
    private final Compiler.Unit unit;
    private final Trees trees;
    private final Types types;

    TargetTypes(Compiler.Unit unit) {
        this.unit = unit;
        this.trees = Trees.instance(unit.task());
        this.types = unit.task().getTypes();
    }

    /** The types wanted there, empty when any will do. */
    List<TypeMirror> of(TreePath path) {
        TreePath parent = path.getParentPath();
        while (parent != null && parent.getLeaf() instanceof ErroneousTree) {
            parent = parent.getParentPath();
        }
        return parent == null
                ? List.of()
                : wanted(path, parent).filter(TargetTypes::isOfValues).toList();
    }

    private Stream<TypeMirror> wanted(TreePath path, TreePath parent) {
        Tree tree = parent.getLeaf();
        if (tree instanceof VariableTree variable) {
            return variable.getType() == null || path.getLeaf().equals(variable.getType())
                    ? Stream.empty()
                    : type(new TreePath(parent, variable.getType()));
        }
        if (tree instanceof AssignmentTree assignment) {
            return type(new TreePath(parent, assignment.getVariable()));
        }
        if (tree instanceof ReturnTree) {
            return returned(parent);
        }
        if (tree instanceof MethodInvocationTree call) {
            int at = call.getArguments().indexOf(path.getLeaf());
            TreePath method = new TreePath(parent, call.getMethodSelect());
            return at < 0 ? Stream.empty() : parameters(new Overloads(unit).of(method), at);
        }
        if (tree instanceof NewClassTree made) {
            int at = made.getArguments().indexOf(path.getLeaf());
            return at < 0 ? Stream.empty() : parameters(new Overloads(unit).of(parent), at);
        }
        if (tree instanceof ParenthesizedTree) {
            Tree around = parent.getParentPath().getLeaf();
            return around instanceof IfTree || around instanceof WhileLoopTree
                    ? Stream.of(types.getPrimitiveType(TypeKind.BOOLEAN))
                    : wanted(parent, parent.getParentPath());
        }
        return Stream.empty();
    }

    private Stream<TypeMirror> type(TreePath path) {
        return Stream.ofNullable(trees.getTypeMirror(path));
    }

    private Stream<TypeMirror> returned(TreePath path) {
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof LambdaExpressionTree) {
                return Stream.empty();
            }
            if (at.getLeaf() instanceof MethodTree method && method.getReturnType() != null) {
                return type(new TreePath(at, method.getReturnType()));
            }
        }
        return Stream.empty();
    }

    private static Stream<TypeMirror> parameters(Overloads.Found found, int at) {
        return found.methods().stream()
                .filter(method -> at < method.getParameters().size())
                .<TypeMirror>map(method -> method.getParameters().get(at).asType())
                .filter(type -> type.getKind() != TypeKind.TYPEVAR);
    }

    private static boolean isOfValues(TypeMirror type) {
        return type.getKind().isPrimitive()
                || type.getKind() == TypeKind.DECLARED
                || type.getKind() == TypeKind.ARRAY
                || type.getKind() == TypeKind.TYPEVAR;
    }

    /** Whether a value of a type may stand where one of these is wanted. */
    boolean fit(TypeMirror type, List<TypeMirror> wanted) {
        return isOfValues(type)
                && wanted.stream().anyMatch(target -> types.isAssignable(types.erasure(type), types.erasure(target)));
    }
}
