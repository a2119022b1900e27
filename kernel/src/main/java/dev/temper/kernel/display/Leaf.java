package dev.temper.kernel.display;

import dev.temper.kernel.display.type.TypeNames;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a value that has no elements, or whose elements must be left where they are. */
final class Leaf {
    private Leaf() {}

    /** Whether what is known of the JDK's types holds for a value: its type does not write itself. */
    static boolean isOfJdk(Object value) {
        return !TypeNames.hasOwnToString(value.getClass());
    }

    static String text(Object value) {
        if (TypeNames.isLambda(value.getClass())) {
            return TypeNames.of(value.getClass());
        }
        if (value instanceof BaseStream && isOfJdk(value)) {
            String cure = value instanceof Stream ? "toList()" : "toArray()";
            return "a stream that is left unread: " + cure + " gives its elements";
        }
        String text = String.valueOf(value.toString());
        String name = value.getClass().getName();
        if (!text.startsWith(name + "@")) {
            return value instanceof String ? text : TypeNames.strip(text);
        }
        String known = TypeNames.of(value.getClass()) + text.substring(name.length());
        return value instanceof Iterator ? known + ", an iterator that is left unread" : known;
    }

    /** Writes how far a computation has come. */
    static void state(Future<?> future, StringBuilder text, Consumer<@Nullable Object> result) throws Exception {
        if (!future.isDone()) {
            text.append("not done yet");
        } else if (future.isCancelled()) {
            text.append("cancelled");
        } else {
            try {
                Object value = future.get();
                text.append("done: ");
                result.accept(value);
            } catch (ExecutionException e) {
                text.append("failed: ").append(TypeNames.strip(String.valueOf(e.getCause())));
            }
        }
    }
}
