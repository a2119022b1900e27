package dev.temper.kernel.assist;

import com.sun.source.doctree.DocTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Finds documentation comments in sources, and keeps those found last. */
final class Comments {
    private static final int KEPT = 64;

    private final SourceFiles sources;
    private final Compiler compiler;
    private final Map<String, Map<String, Comment>> byFileAndName =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Map<String, Comment>> eldest) {
                    return size() > KEPT;
                }
            });

    Comments(SourceFiles sources, Compiler compiler) {
        this.sources = sources;
        this.compiler = compiler;
    }

    /** Forgets what was found. */
    void clear() {
        byFileAndName.clear();
    }

    /** The comment of an element; of a method without one, that of the method it overrides. */
    Comment of(Element element, Compiler.Unit unit) {
        Comment own = direct(element, unit);
        boolean inherits = element.getKind() == ElementKind.METHOD
                && (own.tree() == null || own.tree().getFullBody().stream().allMatch(Comments::isInherited));
        if (!inherits) {
            return own;
        }
        return overridden((ExecutableElement) element, unit)
                .map(inherited -> new Comment(
                        inherited.tree(), own.parameters().isEmpty() ? inherited.parameters() : own.parameters()))
                .orElse(own);
    }

    private static boolean isInherited(DocTree tree) {
        return tree.getKind() == DocTree.Kind.INHERIT_DOC || tree.toString().isBlank();
    }

    private Optional<Comment> overridden(ExecutableElement method, Compiler.Unit unit) {
        if (!(method.getEnclosingElement() instanceof TypeElement type)) {
            return Optional.empty();
        }
        Deque<TypeMirror> open = new ArrayDeque<>(unit.task().getTypes().directSupertypes(type.asType()));
        while (!open.isEmpty()) {
            TypeMirror next = open.remove();
            if (next instanceof DeclaredType declared && declared.asElement() instanceof TypeElement supertype) {
                for (ExecutableElement other : ElementFilter.methodsIn(supertype.getEnclosedElements())) {
                    if (other.getSimpleName().equals(method.getSimpleName())
                            && unit.task().getElements().overrides(method, other, type)) {
                        Comment found = direct(other, unit);
                        if (found.tree() != null) {
                            return Optional.of(found);
                        }
                    }
                }
            }
            open.addAll(unit.task().getTypes().directSupertypes(next));
        }
        return Optional.empty();
    }

    private Comment direct(Element element, Compiler.Unit unit) {
        DocTrees trees = DocTrees.instance(unit.task());
        @Nullable TreePath inCell = trees.getPath(element);
        if (inCell != null) {
            return new Comment(trees.getDocCommentTree(inCell), parameters(inCell.getLeaf()));
        }
        String name = name(element);
        return inFile(element, name, unit).getOrDefault(key(element), Comment.NONE);
    }

    private static String name(Element element) {
        return element instanceof TypeElement || element instanceof PackageElement
                ? ""
                : element.getSimpleName().toString();
    }

    /** The comments of all that has a name in the type that an element is in. */
    private Map<String, Comment> inFile(Element element, String name, Compiler.Unit unit) {
        PackageElement packageElement = unit.task().getElements().getPackageOf(element);
        @Nullable ModuleElement module = unit.task().getElements().getModuleOf(element);
        Deque<String> types = new ArrayDeque<>();
        for (@Nullable Element at = element; at != null; at = at.getEnclosingElement()) {
            if (at instanceof TypeElement type) {
                types.push(type.getSimpleName().toString());
            }
        }
        String folder = packageElement.getQualifiedName().toString().replace('.', '/');
        String file = folder + "/" + (types.isEmpty() ? "package-info" : types.getFirst());
        String moduleName = module == null ? "" : module.getQualifiedName().toString();
        String key = String.join(" ", moduleName, file, String.join(".", types), name);
        Map<String, Comment> known = byFileAndName.get(key);
        if (known != null) {
            return known;
        }
        Optional<Map<String, Comment>> found = sources.find(moduleName, file)
                .map(text -> compiler.read(text, read -> comments(read, List.copyOf(types), name)));
        found.ifPresent(comments -> byFileAndName.put(key, comments)); // sources that are not there may come yet
        return found.orElse(Map.of());
    }

    private static Map<String, Comment> comments(Compiler.Unit unit, List<String> types, String name) {
        Map<String, Comment> found = new HashMap<>();
        DocTrees trees = DocTrees.instance(unit.task());
        TreePath path = new TreePath(unit.tree());
        if (types.isEmpty()) {
            if (unit.tree().getPackage() != null) {
                path = new TreePath(path, unit.tree().getPackage());
                found.put("", new Comment(trees.getDocCommentTree(path), List.of()));
            }
            return found;
        }
        List<? extends Tree> members = unit.tree().getTypeDecls();
        for (String type : types) {
            @Nullable
            ClassTree next = members.stream()
                    .filter(ClassTree.class::isInstance)
                    .map(ClassTree.class::cast)
                    .filter(each -> each.getSimpleName().contentEquals(type))
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                return found;
            }
            path = new TreePath(path, next);
            members = next.getMembers();
        }
        if (name.isEmpty()) {
            found.put("", new Comment(trees.getDocCommentTree(path), List.of()));
        }
        for (Tree member : members) {
            if (isNamed(member, name)) {
                found.put(
                        key(member),
                        new Comment(trees.getDocCommentTree(new TreePath(path, member)), parameters(member)));
            }
        }
        return found;
    }

    private static boolean isNamed(Tree member, String name) {
        return (member instanceof MethodTree method && method.getName().contentEquals(name))
                || (member instanceof VariableTree variable
                        && variable.getName().contentEquals(name));
    }

    private static List<String> parameters(Tree tree) {
        return tree instanceof MethodTree method
                ? method.getParameters().stream()
                        .map(parameter -> parameter.getName().toString())
                        .toList()
                : List.of();
    }

    /** Tells overloads apart, in the same way for what was compiled and for its source. */
    private static String key(Element element) {
        return element instanceof ExecutableElement method
                ? method.getParameters().stream()
                        .map(parameter -> simple(parameter.asType().toString()))
                        .collect(Collectors.joining(",", "(", ")"))
                : name(element);
    }

    private static String key(Tree tree) {
        if (tree instanceof MethodTree method) {
            return method.getParameters().stream()
                    .map(parameter -> simple(String.valueOf(parameter.getType())))
                    .collect(Collectors.joining(",", "(", ")"));
        }
        return tree instanceof VariableTree variable ? variable.getName().toString() : "";
    }

    private static String simple(String type) {
        String plain = type.replace("...", "[]");
        String before;
        do {
            before = plain;
            plain = plain.replaceAll("<[^<>]*>", "");
        } while (!plain.equals(before));
        return plain.replaceAll("@[\\w.]+\\s*", "")
                .replaceAll("(?:\\w+\\.)+(?=\\w)", "")
                .replaceAll("\\s", "");
    }
}
