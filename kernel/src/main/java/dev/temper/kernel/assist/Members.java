package dev.temper.kernel.assist;

import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Lists the members that code of a cell may use. */
final class Members {
    private final Compiler.Unit unit;
    private final Trees trees;
    private final Elements elements;

    Members(Compiler.Unit unit) {
        this.unit = unit;
        this.trees = Trees.instance(unit.task());
        this.elements = unit.task().getElements();
    }

    /** The members of a type that can be used outside of it, those it inherits included. */
    List<Element> of(@Nullable TypeMirror type) {
        return within(type).stream()
                .filter(member -> !member.getModifiers().contains(Modifier.PRIVATE))
                .toList();
    }

    /** The members of a type that can be used in it, those it inherits included. */
    List<Element> within(@Nullable TypeMirror type) {
        Set<Element> all = new LinkedHashSet<>();
        for (DeclaredType declared : declared(type)) {
            TypeElement element = (TypeElement) declared.asElement();
            all.addAll(elements.getAllMembers(element));
            if (element.getKind().isInterface()) {
                all.addAll(object().getEnclosedElements());
            }
        }
        if (type != null && type.getKind() == TypeKind.ARRAY) {
            all.addAll(object().getEnclosedElements());
        }
        return all.stream().filter(this::isAccessible).toList();
    }

    private TypeElement object() {
        return elements.getTypeElement("java.lang.Object");
    }

    /** The classes and interfaces whose members a value of a type has. */
    static List<DeclaredType> declared(@Nullable TypeMirror type) {
        if (type instanceof DeclaredType declared) {
            return type.getKind() == TypeKind.ERROR ? List.of() : List.of(declared);
        }
        if (type instanceof TypeVariable variable) {
            return declared(variable.getUpperBound());
        }
        if (type instanceof IntersectionType intersection) {
            return intersection.getBounds().stream()
                    .flatMap(bound -> declared(bound).stream())
                    .toList();
        }
        return List.of();
    }

    /** Whether code of a cell may use a member. */
    boolean isAccessible(Element member) {
        return member.getModifiers().contains(Modifier.PUBLIC) || isOfCell(member);
    }

    private boolean isOfCell(Element element) {
        return elements.getPackageOf(element).getQualifiedName().contentEquals("REPL");
    }

    /** What the static imports bring that stand above the cell. */
    Stream<Element> staticallyImported() {
        List<Element> all = new ArrayList<>();
        TreePath root = new TreePath(unit.tree());
        for (ImportTree declaration : unit.tree().getImports()) {
            if (declaration.isStatic()
                    && declaration.getQualifiedIdentifier() instanceof MemberSelectTree select
                    && trees.getElement(new TreePath(
                                    new TreePath(new TreePath(root, declaration), select), select.getExpression()))
                            instanceof TypeElement owner) {
                boolean star = select.getIdentifier().contentEquals("*");
                of(owner.asType()).stream()
                        .filter(member -> member.getModifiers().contains(Modifier.STATIC))
                        .filter(member -> star || member.getSimpleName().equals(select.getIdentifier()))
                        .forEach(all::add);
            }
        }
        return all.stream();
    }
}
