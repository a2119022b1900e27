package dev.temper.kernel.eval;

import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.Set;

/** Finds the name by which source can declare a variable of a type. */
final class PublicType {
    private static final Set<Class<?>> MARKERS =
            Set.of(java.io.Serializable.class, Cloneable.class, Comparable.class, java.util.RandomAccess.class);

    private PublicType() {}

    /** The type itself if source can name it, else its nearest class or interface that source can name. */
    static String of(Class<?> type) {
        if (type.isPrimitive()) {
            return type.getName();
        }
        if (type.isArray()) {
            return of(type.getComponentType()) + "[]";
        }
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            if (canBeNamed(c)) {
                return withWildcards(c);
            }
            for (Class<?> i : c.getInterfaces()) {
                if (canBeNamed(i) && !MARKERS.contains(i)) {
                    return withWildcards(i);
                }
            }
        }
        return "Object";
    }

    /** The name of a class, without type arguments; empty when source cannot name it. */
    static Optional<String> nameOf(Class<?> type) {
        return canBeNamed(type) ? Optional.of(name(type)) : Optional.empty();
    }

    private static String withWildcards(Class<?> type) {
        int parameters = type.getTypeParameters().length;
        return name(type) + (parameters == 0 ? "" : "<?" + ", ?".repeat(parameters - 1) + ">");
    }

    private static boolean canBeNamed(Class<?> type) {
        if (type.getCanonicalName() == null || type.isHidden()) {
            return false;
        }
        for (Class<?> c = type; c != null; c = c.getEnclosingClass()) {
            if (!Modifier.isPublic(c.getModifiers()) && !isWrapper(c)) {
                return false;
            }
        }
        return type.getModule().isExported(type.getPackageName());
    }

    private static boolean isWrapper(Class<?> type) {
        return type.getPackageName().equals("REPL");
    }

    private static String name(Class<?> type) {
        String name = type.getCanonicalName();
        return isWrapper(type) ? name.replaceFirst("^REPL\\.\\$JShell\\$[^.]+\\.", "") : name;
    }
}
