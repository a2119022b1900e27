package dev.temper.kernel.display.type;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names types as the cells that declare them do, without the class that JShell wraps each declaration in. */
public final class TypeNames {
    private static final String WRAPPER = "REPL.$JShell$";
    private static final String ANONYMOUS = "$JShell$anonymous$"; // JShell gives some of them a name
    private static final Pattern WRAPPERS = Pattern.compile("REPL\\.\\$JShell\\$\\d+[A-Z]*[.$]");

    private TypeNames() {}

    /**
     * Tells whether a cell declares a type.
     *
     * @param type the type
     * @return whether one does
     */
    public static boolean isOfCell(Class<?> type) {
        return type.getName().startsWith(WRAPPER);
    }

    /**
     * Names a type.
     *
     * @param type the type
     * @return such as {@code Point}, {@code Outer.Inner}, {@code java.util.Random} or {@code lambda (Function)}
     */
    public static String of(Class<?> type) {
        if (isLambda(type)) {
            return "lambda (" + interfaces(type) + ")";
        }
        if (type.isAnonymousClass() || type.getName().contains(ANONYMOUS)) {
            boolean bare = type.getSuperclass() == Object.class && type.getInterfaces().length > 0;
            return "anonymous " + (bare ? interfaces(type) : of(type.getSuperclass()));
        }
        return isOfCell(type) ? strip(type.getName()).replace('$', '.') : type.getTypeName();
    }

    /**
     * Takes the wrappers out of a text that may name types.
     *
     * @param text the text
     * @return the text as cells would write it
     */
    public static String strip(String text) {
        return text.contains(WRAPPER) ? WRAPPERS.matcher(text).replaceAll("") : text;
    }

    /**
     * Tells whether a type is that of a lambda.
     *
     * @param type the type
     * @return whether it is
     */
    public static boolean isLambda(Class<?> type) {
        return type.isHidden() && type.getName().contains("$$Lambda");
    }

    /**
     * Tells whether a type says by itself how its values are written, and leaves that not to the JDK.
     *
     * @param type the type
     * @return whether it does
     */
    public static boolean hasOwnToString(Class<?> type) {
        Class<?> declares = toStringOf(type).getDeclaringClass();
        return !declares.getName().startsWith("java.");
    }

    /**
     * Tells whether a type is a record that is written as its components are, since what the compiler makes of it is
     * final.
     *
     * @param type the type
     * @return whether it is
     */
    public static boolean isPlainRecord(Class<?> type) {
        return type.isRecord() && Modifier.isFinal(toStringOf(type).getModifiers());
    }

    private static Method toStringOf(Class<?> type) {
        try {
            return type.getMethod("toString");
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every object has a toString", e);
        }
    }

    private static String interfaces(Class<?> type) {
        return Arrays.stream(type.getInterfaces()).map(Class::getSimpleName).collect(Collectors.joining(", "));
    }
}
