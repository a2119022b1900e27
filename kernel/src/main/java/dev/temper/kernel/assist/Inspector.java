package dev.temper.kernel.assist;

import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Explains the names in a source. */
final class Inspector {
    private final Compiler.Unit unit;
    private final Comments comments;
    private final TypeIndex index;
    private final Function<String, Optional<Object>> variables;
    private final Trees trees;
    private final Signatures signatures;

    /**
     * Makes an inspector.
     *
     * @param unit the source
     * @param comments finds documentation
     * @param index knows which packages there are
     * @param variables tells the value of a variable of an earlier cell
     */
    Inspector(Compiler.Unit unit, Comments comments, TypeIndex index, Function<String, Optional<Object>> variables) {
        this.unit = unit;
        this.comments = comments;
        this.index = index;
        this.variables = variables;
        this.trees = Trees.instance(unit.task());
        this.signatures = new Signatures(unit.task().getTypes());
    }

    /** Explains the first of some names that means anything. */
    Optional<Explanation> explain(List<Point> points, int shift) {
        return points.stream()
                .flatMap(point -> Finding.of(unit, point.name(), point.start() + shift).stream())
                .map(this::explain)
                .filter(explanation -> !explanation.isEmpty())
                .findFirst();
    }

    private Explanation explain(TreePath path) {
        Explanation explanation = new Explanation();
        @Nullable TreePath made = made(path);
        @Nullable Element element = trees.getElement(path);
        if (made != null) {
            methods(new Overloads(unit).of(made), explanation);
        }
        if (element instanceof VariableElement variable && isKnown(variable) && !isHidden(variable)) {
            @Nullable TypeMirror type = trees.getTypeMirror(path);
            boolean typed = type != null && type.getKind() != TypeKind.ERROR;
            explanation.add(Signatures.whole(variable, typed ? type : variable.asType()), comments.of(variable, unit));
            if (Signatures.isAdded(String.valueOf(variable.getEnclosingElement()))
                    && variable.getKind().isField()) {
                variables
                        .apply(variable.getSimpleName().toString())
                        .map(Values::text)
                        .filter(text -> !text.equals(Signatures.text(variable.asType())))
                        .ifPresent(explanation::setValue);
            }
        } else if (element instanceof TypeElement type && isKnown(type)) {
            explanation.add(Signatures.whole(type), comments.of(type, unit));
        } else if (element instanceof PackageElement known
                && !index.packages(known.getQualifiedName().toString()).isEmpty()) {
            explanation.add(Signatures.whole(known), comments.of(known, unit));
        } else if (made == null) {
            methods(new Overloads(unit).of(path), explanation);
        }
        return explanation;
    }

    private static boolean isKnown(Element element) {
        return element.asType().getKind() != TypeKind.ERROR
                && !element.getSimpleName().toString().startsWith(Draft.ADDED);
    }

    /** Whether it is a field of a library for its own use, which may have the name of a method that is meant. */
    private boolean isHidden(VariableElement variable) {
        return variable.getKind().isField() && !new Members(unit).isAccessible(variable);
    }

    /** The expression that makes an object of the type that is named here. */
    private static @Nullable TreePath made(TreePath path) {
        TreePath parent = path.getParentPath();
        if (parent.getLeaf() instanceof ParameterizedTypeTree generic
                && generic.getType().equals(path.getLeaf())) {
            return made(parent);
        }
        return parent.getLeaf() instanceof NewClassTree call
                        && call.getIdentifier().equals(path.getLeaf())
                ? parent
                : null;
    }

    private void methods(Overloads.Found found, Explanation explanation) {
        for (ExecutableElement method : found.methods()) {
            Comment comment = comments.of(method, unit);
            List<String> names = comment.parameters().isEmpty() ? Signatures.names(method) : comment.parameters();
            explanation.add(signatures.whole(method, found.site(), names), comment);
        }
    }

    /** The module of the JDK that the explained name belongs to, empty when it is of a library or of a cell. */
    Optional<String> module(List<Point> points, int shift) {
        return points.stream()
                .flatMap(point -> Finding.of(unit, point.name(), point.start() + shift).stream())
                .flatMap(path -> Optional.ofNullable(trees.getElement(path)).stream())
                .map(unit.task().getElements()::getModuleOf)
                .flatMap(module -> Optional.ofNullable(module).stream())
                .map(ModuleElement::getQualifiedName)
                .map(Object::toString)
                .filter(name -> !name.isEmpty())
                .findFirst();
    }
}
