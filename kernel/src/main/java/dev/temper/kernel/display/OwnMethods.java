package dev.temper.kernel.display;

import dev.temper.kernel.display.type.TypeNames;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Shows values by methods that their type has for it. */
final class OwnMethods implements Renderer<Object> {
    private static final Map<String, String> MIMES = new LinkedHashMap<>();

    static {
        MIMES.put("toHtml", MimeBundle.HTML);
        MIMES.put("toMarkdown", "text/markdown");
        MIMES.put("toSvg", "image/svg+xml");
        MIMES.put("toPng", "image/png");
        MIMES.put("toLatex", "text/latex");
        MIMES.put("toJson", "application/json");
    }

    OwnMethods(Class<?> type) {
        if (MIMES.keySet().stream().noneMatch(name -> find(type, name).isPresent())) {
            throw new IllegalArgumentException(TypeNames.of(type) + " must have a method of the name "
                    + String.join(", ", MIMES.keySet()) + " that takes nothing, but has none");
        }
    }

    @Override
    public MimeBundle render(Object value) {
        Map<String, Object> data = new LinkedHashMap<>();
        MIMES.forEach((name, mime) -> find(value.getClass(), name).ifPresent(method -> {
            Object shown = call(method, value);
            data.put(mime, name.equals("toSvg") ? Svg.sized(shown.toString()) : shown);
        }));
        return new MimeBundle(data, Map.of());
    }

    private static Object call(Method method, Object value) {
        String name = method.getName() + "() of " + TypeNames.of(value.getClass());
        try {
            method.setAccessible(true);
            Object shown = method.invoke(value);
            if (shown == null) {
                throw new IllegalArgumentException(name + " must return something to show, but returned null");
            }
            return shown;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error; // the stop of a cell is one
            }
            throw new IllegalArgumentException(name + " threw " + e.getCause(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(name + " cannot be called: " + e.getMessage(), e);
        }
    }

    /** Methods that are not public count too: in a cell hardly any is. */
    private static Optional<Method> find(Class<?> type, String name) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Method method : c.getDeclaredMethods()) {
                if (method.getName().equals(name)
                        && method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getReturnType() != void.class) {
                    return Optional.of(method);
                }
            }
        }
        for (Method method : type.getMethods()) { // those that an interface brings along
            if (method.getName().equals(name) && method.getParameterCount() == 0) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
