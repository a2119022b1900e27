package dev.temper.kernel.assist;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Finds what can stand where the mark is in a source. */
final class Completer {
    private static final Set<ElementKind> TYPES = Set.of(
            ElementKind.CLASS,
            ElementKind.INTERFACE,
            ElementKind.ENUM,
            ElementKind.RECORD,
            ElementKind.ANNOTATION_TYPE);
    private static final int OWN = 0;
    private static final int INHERITED = 1;
    private static final int OF_OBJECT = 2;
    private static final int MOST_QUALIFIED = 24;

    private final Compiler.Unit unit;
    private final TypeIndex index;
    private final Trees trees;

    Completer(Compiler.Unit unit, TypeIndex index) {
        this.unit = unit;
        this.index = index;
        this.trees = Trees.instance(unit.task());
    }

    /** What can stand there that begins with what was typed, or fits it less strictly when nothing does. */
    List<Suggestion> complete(String typed) {
        TreePath path = Finding.ofMark(unit).orElse(null);
        if (path == null) {
            return List.of();
        }
        TargetTypes targets = new TargetTypes(unit);
        List<TypeMirror> wanted = targets.of(path);
        for (Matching matching : Matching.ALL) {
            Suggestions found = new Suggestions(
                    unit.task().getTypes(),
                    name -> matching.fits(name, typed) && !(typed.isEmpty() && name.startsWith("$")),
                    type -> !wanted.isEmpty() && targets.fit(type, wanted));
            collect(path, typed, found);
            if (!found.isEmpty()) {
                return found.ordered();
            }
        }
        return List.of();
    }

    private void collect(TreePath path, String typed, Suggestions found) {
        Tree leaf = path.getLeaf();
        if (leaf instanceof MemberSelectTree select) {
            members(path, select.getExpression(), found);
        } else if (leaf instanceof MemberReferenceTree reference) {
            TreePath site = new TreePath(path, reference.getQualifierExpression());
            @Nullable TypeMirror type = trees.getTypeMirror(site);
            members(type)
                    .filter(member -> member.getKind() == ElementKind.METHOD)
                    .forEach(member -> add(member, type, found));
            if (trees.getElement(site) instanceof TypeElement) {
                found.add("new", "keyword", "", OF_OBJECT);
            }
        } else if (leaf instanceof IdentifierTree) {
            boolean made = path.getParentPath().getLeaf() instanceof NewClassTree call
                    && call.getIdentifier().equals(leaf);
            boolean imported = enclosingImport(path) != null;
            if (imported) {
                packages("", found);
            } else {
                new Surroundings(unit, index).collect(path, typed, made, found);
                unimported(typed, found);
            }
        }
    }

    private static @Nullable ImportTree enclosingImport(TreePath path) {
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof ImportTree declaration) {
                return declaration;
            }
        }
        return null;
    }

    private void members(TreePath path, ExpressionTree expression, Suggestions found) {
        TreePath site = new TreePath(path, expression);
        @Nullable Element element = trees.getElement(site);
        @Nullable ImportTree declaration = enclosingImport(path);
        if (element instanceof PackageElement || (element == null && declaration != null)) {
            inPackage(expression.toString(), found);
            return;
        }
        @Nullable TypeMirror type = trees.getTypeMirror(site);
        boolean ofType = element != null && TYPES.contains(element.getKind());
        boolean made = path.getParentPath().getLeaf() instanceof NewClassTree;
        members(type)
                .filter(member -> member.getModifiers().contains(Modifier.STATIC) == ofType)
                .filter(member -> !made || TYPES.contains(member.getKind()))
                .forEach(member -> add(member, type, found));
        if (ofType && declaration == null && !made) {
            found.add(
                    "class",
                    "keyword",
                    "Class<" + Signatures.text(type == null ? element.asType() : type) + ">",
                    OF_OBJECT);
        }
        if (type != null && type.getKind() == TypeKind.ARRAY) {
            found.add("length", "property", "int", OWN);
        }
    }

    private Stream<Element> members(@Nullable TypeMirror type) {
        return new Members(unit).of(type).stream();
    }

    private static void add(Element member, @Nullable TypeMirror site, Suggestions found) {
        String owner = String.valueOf(member.getEnclosingElement());
        boolean own =
                site instanceof DeclaredType declared && declared.asElement().equals(member.getEnclosingElement());
        found.add(member, site, own ? OWN : owner.equals("java.lang.Object") ? OF_OBJECT : INHERITED);
    }

    private void inPackage(String name, Suggestions found) {
        for (String type : index.types(name)) {
            if (found.fits(type)) {
                @Nullable TypeElement element = unit.task().getElements().getTypeElement(name + "." + type);
                if (element != null && element.getModifiers().contains(Modifier.PUBLIC)) {
                    found.add(element, null, OWN);
                }
            }
        }
        packages(name + ".", found);
    }

    private void packages(String prefix, Suggestions found) {
        index.packages(prefix).stream()
                .map(name -> name.substring(prefix.length()).replaceFirst("\\..*", ""))
                .distinct()
                .filter(name -> !name.isEmpty())
                .forEach(name -> found.add(name, "module", "package", INHERITED));
    }

    /** Types that no import names, with their packages. */
    private void unimported(String typed, Suggestions found) {
        if (typed.length() < 3 || !Character.isUpperCase(typed.charAt(0)) || !found.fits(typed)) {
            return;
        }
        for (String name : index.qualified(typed, MOST_QUALIFIED)) {
            @Nullable TypeElement element = unit.task().getElements().getTypeElement(name);
            if (element != null
                    && element.getModifiers().contains(Modifier.PUBLIC)
                    && !found.has(element.getSimpleName().toString())) {
                found.addQualified(name, Suggestions.word(element));
            }
        }
    }

    /** The constructors of a type that code of a cell may call. */
    static List<ExecutableElement> constructors(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(each -> !each.getModifiers().contains(Modifier.PRIVATE))
                .toList();
    }
}
