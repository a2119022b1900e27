package dev.temper.kernel.eval;

import java.lang.reflect.Modifier;
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
                return name(c);
            }
            for (Class<?> i : c.getInterfaces()) {
                if (canBeNamed(i) && !MARKERS.contains(i)) {
                    return name(i);
                }
            }
        }
        return "Object";
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
