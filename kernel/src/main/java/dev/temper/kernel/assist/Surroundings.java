package dev.temper.kernel.assist;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Finds what a simple name can mean at a place of the source: from the variables around it to the imports above it. */
final class Surroundings {
    private static final List<String> KEYWORDS = List.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "new",
            "null",
            "private",
            "protected",
            "public",
            "record",
            "return",
            "sealed",
            "short",
            "static",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "true",
            "try",
            "var",
            "void",
            "volatile",
            "while",
            "yield");
    private static final Set<String> OF_ADDED_CLASSES = Set.of("java.lang.Object");
    private static final int IMPORTED = 50;
    private static final int KEYWORD = 60;
    private static final int PACKAGE = 70;

    private final Compiler.Unit unit;
    private final TypeIndex index;
    private final Trees trees;
    private final Elements elements;
    private final Members members;

    Surroundings(Compiler.Unit unit, TypeIndex index) {
        this.unit = unit;
        this.index = index;
        this.trees = Trees.instance(unit.task());
        this.elements = unit.task().getElements();
        this.members = new Members(unit);
    }

    /** Collects all there is; only types when something is being made with {@code new}. */
    void collect(TreePath path, String typed, boolean made, Suggestions found) {
        int distance = 0;
        for (TreePath at = path; at.getParentPath() != null; at = at.getParentPath()) {
            TreePath around = at.getParentPath();
            for (TreePath declaration : declared(around, at.getLeaf())) {
                add(declaration, made, distance, found);
            }
            if (around.getLeaf() instanceof ClassTree) {
                membersOf(around, made, distance, found);
            }
            distance++;
        }
        if (!made) {
            members.staticallyImported().forEach(member -> found.add(member, null, IMPORTED));
        }
        if (!typed.isEmpty()) {
            imported(made, found);
            if (!made) {
                KEYWORDS.forEach(word -> found.add(word, "keyword", "", KEYWORD));
            }
            if (typed.length() > 1) {
                index.packages(typed).stream()
                        .map(name -> name.replaceFirst("\\..*", ""))
                        .distinct()
                        .forEach(name -> found.add(name, "module", "package", PACKAGE));
            }
        }
    }

    private void add(TreePath declaration, boolean made, int distance, Suggestions found) {
        @Nullable Element element = trees.getElement(declaration);
        if (element instanceof TypeElement type) {
            add(type, made, distance, found);
        } else if (element != null && !made) {
            found.add(element, null, distance);
        }
    }

    private static void add(TypeElement type, boolean made, int distance, Suggestions found) {
        if (made) {
            found.addMade(type, Completer.constructors(type), type.asType(), distance);
        } else {
            found.add(type, null, distance);
        }
    }

    private void membersOf(TreePath type, boolean made, int distance, Suggestions found) {
        @Nullable Element element = trees.getElement(type);
        if (element == null) {
            return;
        }
        boolean added = Signatures.isAdded(element.getSimpleName().toString());
        members.within(element.asType()).stream()
                .filter(member -> !added || !OF_ADDED_CLASSES.contains(String.valueOf(member.getEnclosingElement())))
                .forEach(member -> {
                    if (member instanceof TypeElement nested) {
                        add(nested, made, distance, found);
                    } else if (!made) {
                        found.add(member, null, distance);
                    }
                });
    }

    /** The declarations that a part of the source can see in what is right around it. */
    private List<TreePath> declared(TreePath around, Tree child) {
        List<Tree> all = new ArrayList<>();
        Tree tree = around.getLeaf();
        if (tree instanceof BlockTree block) {
            before(block.getStatements(), child, all);
        } else if (tree instanceof CaseTree label && label.getStatements() != null) {
            before(label.getStatements(), child, all);
        } else if (tree instanceof MethodTree method) {
            all.addAll(method.getParameters());
        } else if (tree instanceof LambdaExpressionTree lambda) {
            all.addAll(lambda.getParameters());
        } else if (tree instanceof ForLoopTree loop) {
            all.addAll(loop.getInitializer());
        } else if (tree instanceof EnhancedForLoopTree loop && !child.equals(loop.getExpression())) {
            all.add(loop.getVariable());
        } else if (tree instanceof CatchTree handler) {
            all.add(handler.getParameter());
        } else if (tree instanceof TryTree block) {
            all.addAll(block.getResources());
        }
        List<TreePath> paths = new ArrayList<>();
        all.stream()
                .filter(each -> !each.equals(child))
                .filter(each -> each instanceof VariableTree || each instanceof ClassTree)
                .forEach(each -> paths.add(new TreePath(around, each)));
        condition(tree, child).ifPresent(condition -> paths.addAll(bindings(new TreePath(around, condition))));
        return paths;
    }

    private static void before(List<? extends Tree> statements, Tree child, List<Tree> into) {
        int at = statements.indexOf(child);
        into.addAll(statements.subList(0, Math.max(at, 0)));
    }

    private static Optional<Tree> condition(Tree tree, Tree child) {
        if (tree instanceof IfTree branch && child.equals(branch.getThenStatement())) {
            return Optional.of(branch.getCondition());
        }
        if (tree instanceof WhileLoopTree loop && child.equals(loop.getStatement())) {
            return Optional.of(loop.getCondition());
        }
        if (tree instanceof ConditionalExpressionTree choice && child.equals(choice.getTrueExpression())) {
            return Optional.of(choice.getCondition());
        }
        if (tree instanceof BinaryTree binary
                && tree.getKind() == Tree.Kind.CONDITIONAL_AND
                && child.equals(binary.getRightOperand())) {
            return Optional.of(binary.getLeftOperand());
        }
        if (tree instanceof CaseTree label && child.equals(label.getBody())) {
            return Optional.of(label);
        }
        return Optional.empty();
    }

    private static List<TreePath> bindings(TreePath condition) {
        List<TreePath> found = new ArrayList<>();
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitBindingPattern(BindingPatternTree pattern, @Nullable Void nothing) {
                found.add(new TreePath(getCurrentPath(), pattern.getVariable()));
                return null;
            }
        }.scan(condition, null);
        return found;
    }

    private void imported(boolean made, Suggestions found) {
        inPackage("java.lang", made, found);
        for (ImportTree declaration : unit.tree().getImports()) {
            if (!declaration.isStatic() && declaration.getQualifiedIdentifier() instanceof MemberSelectTree select) {
                if (select.getIdentifier().contentEquals("*")) {
                    inPackage(select.getExpression().toString(), made, found);
                } else if (found.fits(select.getIdentifier().toString())) {
                    type(select.toString(), made, found);
                }
            }
        }
    }

    private void inPackage(String name, boolean made, Suggestions found) {
        index.types(name).stream().filter(found::fits).forEach(type -> type(name + "." + type, made, found));
    }

    private void type(String qualified, boolean made, Suggestions found) {
        @Nullable TypeElement element = elements.getTypeElement(qualified);
        if (element != null && element.getModifiers().contains(Modifier.PUBLIC)) {
            add(element, made, IMPORTED, found);
        }
    }
}
