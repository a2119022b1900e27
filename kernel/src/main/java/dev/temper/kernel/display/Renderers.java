package dev.temper.kernel.display;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows how to show which type. Safe for use by several threads.
 *
 * <p>A value is shown by the renderer of its class, else of the nearest superclass, else of the nearest interface.
 * What has no renderer is shown as plain text: arrays, collections and maps by their elements up to a bound, all else
 * by {@code toString}.
 */
public final class Renderers {
    private final Map<Class<?>, Renderer<?>> byType = new ConcurrentHashMap<>();

    /** Makes a registry that knows no type but {@link MimeBundle}, which is shown as it stands. */
    public Renderers() {
        register(MimeBundle.class, bundle -> bundle);
    }

    /**
     * Sets how a type and its subtypes are shown, in place of what was registered for that type before.
     *
     * @param <T> the type
     * @param type the type
     * @param renderer shows its values
     */
    public <T> void register(Class<T> type, Renderer<? super T> renderer) {
        byType.put(Objects.requireNonNull(type, "type"), Objects.requireNonNull(renderer, "renderer"));
    }

    /**
     * Shows a value.
     *
     * @param value the value, or null
     * @return its representations
     */
    public MimeBundle render(@Nullable Object value) {
        if (value == null) {
            return MimeBundle.plain("null");
        }
        return nearest(value.getClass())
                .map(renderer -> apply(renderer, value))
                .orElseGet(() -> MimeBundle.plain(PlainText.of(value)));
    }

    @SuppressWarnings("unchecked") // a renderer is only kept under a type that it accepts
    private static MimeBundle apply(Renderer<?> renderer, Object value) {
        MimeBundle bundle = ((Renderer<Object>) renderer).render(value);
        return Objects.requireNonNull(
                bundle, () -> "the renderer of " + value.getClass().getName() + " returned null");
    }

    private Optional<Renderer<?>> nearest(Class<?> type) {
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            Renderer<?> found = byType.get(c);
            if (found != null) {
                return Optional.of(found);
            }
        }
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            Queue<Class<?>> open = new ArrayDeque<>(Arrays.asList(c.getInterfaces()));
            for (Class<?> next = open.poll(); next != null; next = open.poll()) {
                Renderer<?> found = byType.get(next);
                if (found != null) {
                    return Optional.of(found);
                }
                open.addAll(Arrays.asList(next.getInterfaces()));
            }
        }
        return Optional.ofNullable(byType.get(Object.class));
    }
}
