package dev.temper.kernel.assist;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Writes what is declared in one line, with simple names. */
final class Signatures {
    private static final Pattern QUALIFIER =
            Pattern.compile("\\b(?:[a-z_$][\\w$]*\\.)+(?=[A-Z])|\\b(?:REPL\\.)?(?:Temper\\$\\d+\\.)+");

    private final Types types;

    Signatures(Types types) {
        this.types = types;
    }

    /** A type with simple names. */
    static String text(TypeMirror type) {
        return QUALIFIER.matcher(type.toString()).replaceAll("").replaceAll(",(?! )", ", ");
    }

    /** The parameters and the result of a method as a member of a type: {@code (int, String): char}. */
    String brief(ExecutableElement method, @Nullable TypeMirror site) {
        ExecutableType type = as(method, site);
        String result = method.getKind() == ElementKind.CONSTRUCTOR ? "" : ": " + text(type.getReturnType());
        return "(" + parameters(method, type, names(method)) + ")" + result;
    }

    /** The whole declaration of a method: {@code String.substring(int beginIndex): String}, with the names given. */
    String whole(ExecutableElement method, @Nullable TypeMirror site, List<String> names) {
        ExecutableType type = as(method, site);
        boolean constructor = method.getKind() == ElementKind.CONSTRUCTOR;
        String owner = owner(method);
        String name = constructor ? "new " + simpleName(method.getEnclosingElement()) : owner + method.getSimpleName();
        String before = constructor
                ? ""
                : modifiers(method, Set.of(Modifier.STATIC)) + parameters(method.getTypeParameters())
                        + text(type.getReturnType()) + " ";
        String thrown = type.getThrownTypes().stream().map(Signatures::text).collect(Collectors.joining(", "));
        return before + name + "(" + parameters(method, type, names) + ")"
                + (thrown.isEmpty() ? "" : " throws " + thrown);
    }

    /** The declaration of a type, without what is in it. */
    static String whole(TypeElement type) {
        String kind = switch (type.getKind()) {
            case INTERFACE -> "interface ";
            case ENUM -> "enum ";
            case RECORD -> "record ";
            case ANNOTATION_TYPE -> "@interface ";
            default -> "class ";
        };
        String superclass = text(type.getSuperclass());
        boolean shown = type.getKind() == ElementKind.CLASS
                && type.getSuperclass().getKind() == TypeKind.DECLARED
                && !superclass.equals("Object");
        String interfaces = type.getInterfaces().stream().map(Signatures::text).collect(Collectors.joining(", "));
        String components = type.getKind() != ElementKind.RECORD
                ? ""
                : type.getRecordComponents().stream()
                        .map(component -> text(component.asType()) + " " + component.getSimpleName())
                        .collect(Collectors.joining(", ", "(", ")"));
        String word = type.getKind() == ElementKind.INTERFACE ? " extends " : " implements ";
        String parameters = parameters(type.getTypeParameters()).strip();
        return modifiers(type, Set.of(Modifier.ABSTRACT, Modifier.FINAL, Modifier.SEALED))
                + kind
                + qualified(type)
                + parameters
                + components
                + (shown ? " extends " + superclass : "")
                + (interfaces.isEmpty() ? "" : word + interfaces);
    }

    /** The declaration of a variable or a field. */
    static String whole(VariableElement variable, TypeMirror type) {
        Object constant = variable.getConstantValue();
        return modifiers(variable, Set.of(Modifier.STATIC))
                + text(type) + " " + owner(variable) + variable.getSimpleName()
                + (constant == null || !variable.getKind().isField() ? "" : " = " + variable.getConstantValue());
    }

    /** The name of a type, with its package unless a cell has declared it. */
    static String qualified(TypeElement type) {
        String name = type.getQualifiedName().toString();
        return isAdded(name) || name.isEmpty() ? type.getSimpleName().toString() : name;
    }

    /** The names of the parameters, empty when the class file does not tell them. */
    static List<String> names(ExecutableElement method) {
        List<String> names = method.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .toList();
        boolean made = IntStream.range(0, names.size())
                .allMatch(i -> names.get(i).equals("arg" + i) || names.get(i).isEmpty());
        return made ? List.of() : names;
    }

    /** Whether a name is one of the classes that were put around what the user typed. */
    static boolean isAdded(String name) {
        return name.contains(Draft.ADDED);
    }

    private ExecutableType as(ExecutableElement method, @Nullable TypeMirror site) {
        try {
            return site instanceof DeclaredType declared
                    ? (ExecutableType) types.asMemberOf(declared, method)
                    : (ExecutableType) method.asType();
        } catch (IllegalArgumentException e) {
            return (ExecutableType) method.asType(); // not a member of that type
        }
    }

    private static String owner(Element member) {
        @Nullable Element owner = member.getEnclosingElement();
        String name = simpleName(owner);
        boolean shown = (member.getKind().isField() || member instanceof ExecutableElement)
                && owner instanceof TypeElement
                && !isAdded(name)
                && !name.isEmpty();
        return shown ? name + "." : "";
    }

    private static String simpleName(@Nullable Element element) {
        return element == null ? "" : element.getSimpleName().toString();
    }

    private static String modifiers(Element element, Set<Modifier> shown) {
        boolean implied = element.getKind().isInterface()
                || element.getKind() == ElementKind.ENUM
                || element.getKind() == ElementKind.RECORD
                || isAdded(String.valueOf(element.getEnclosingElement()));
        return element.getModifiers().stream()
                .filter(shown::contains)
                .filter(modifier -> !implied || modifier == Modifier.SEALED)
                .map(modifier -> modifier + " ")
                .collect(Collectors.joining());
    }

    private static String parameters(List<? extends TypeParameterElement> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.stream().map(Signatures::bounded).collect(Collectors.joining(", ", "<", "> "));
    }

    private static String bounded(TypeParameterElement parameter) {
        String bounds = parameter.getBounds().stream()
                .map(Signatures::text)
                .filter(bound -> !bound.equals("Object"))
                .collect(Collectors.joining(" & "));
        return parameter.getSimpleName() + (bounds.isEmpty() ? "" : " extends " + bounds);
    }

    private static String parameters(ExecutableElement method, ExecutableType type, List<String> names) {
        List<? extends TypeMirror> all = type.getParameterTypes();
        return IntStream.range(0, all.size())
                .mapToObj(i -> {
                    TypeMirror each = all.get(i);
                    String text = method.isVarArgs() && i == all.size() - 1 && each instanceof ArrayType array
                            ? text(array.getComponentType()) + "..."
                            : text(each);
                    return names.size() == all.size() ? text + " " + names.get(i) : text;
                })
                .collect(Collectors.joining(", "));
    }

    /** What a package is declared as. */
    static String whole(PackageElement element) {
        return "package " + element.getQualifiedName();
    }
}
