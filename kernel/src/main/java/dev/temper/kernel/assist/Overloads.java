package dev.temper.kernel.assist;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds every method that a name can mean where it stands, whether or not the arguments are there yet. */
final class Overloads {
    private final Trees trees;
    private final Members members;

    /**
     * What was found.
     *
     * @param methods the methods or constructors, the one that is meant first when that is clear
     * @param site the type whose members they are, null when that is not said
     */
    record Found(List<ExecutableElement> methods, @Nullable TypeMirror site) {}

    Overloads(Compiler.Unit unit) {
        this.trees = Trees.instance(unit.task());
        this.members = new Members(unit);
    }

    Found of(TreePath path) {
        Tree leaf = path.getLeaf();
        @Nullable Element meant = trees.getElement(path);
        if (leaf instanceof NewClassTree made) {
            @Nullable TypeMirror type = trees.getTypeMirror(new TreePath(path, made.getIdentifier()));
            Stream<? extends Element> all = Members.declared(type).stream()
                    .flatMap(declared -> declared.asElement().getEnclosedElements().stream());
            return new Found(ordered(meant, all.filter(each -> each.getKind() == ElementKind.CONSTRUCTOR)), type);
        }
        if (leaf instanceof MemberSelectTree select) {
            return named(path, select.getExpression(), select.getIdentifier(), meant);
        }
        if (leaf instanceof MemberReferenceTree reference) {
            return named(path, reference.getQualifierExpression(), reference.getName(), meant);
        }
        if (leaf instanceof IdentifierTree identifier) {
            return new Found(ordered(meant, inScope(path, identifier.getName())), null);
        }
        return new Found(List.of(), null);
    }

    private Found named(TreePath path, ExpressionTree expression, Name name, @Nullable Element meant) {
        @Nullable TypeMirror site = trees.getTypeMirror(new TreePath(path, expression));
        return new Found(
                ordered(
                        meant,
                        members.of(site).stream()
                                .filter(member -> member.getSimpleName().equals(name))),
                site);
    }

    private Stream<? extends Element> inScope(TreePath path, Name name) {
        List<Element> all = new ArrayList<>();
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof ClassTree) {
                @Nullable Element type = trees.getElement(at);
                if (type != null) {
                    all.addAll(members.within(type.asType()));
                }
            }
        }
        return Stream.concat(all.stream(), members.staticallyImported())
                .filter(member -> member.getSimpleName().equals(name));
    }

    private static List<ExecutableElement> ordered(@Nullable Element meant, Stream<? extends Element> all) {
        Set<ExecutableElement> methods = new LinkedHashSet<>();
        if (meant instanceof ExecutableElement method && method.asType() instanceof ExecutableType) {
            methods.add(method);
        }
        all.filter(ExecutableElement.class::isInstance)
                .map(ExecutableElement.class::cast)
                .forEach(methods::add);
        return List.copyOf(methods);
    }
}
