package dev.temper.kernel.display;

import dev.temper.kernel.display.type.TypeNames;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Knows how to show which type. Safe for use by several threads.
 *
 * <p>A value is shown by the renderer of its class, else of the nearest superclass, else of the nearest interface.
 * What has none is shown as what it is: an image and the path of one as the image, JSON of the usual libraries as JSON, a
 * collection or an array of records or of maps as a table, an exception by its trace, and all else as plain text, with
 * bounds on how much of it there may be.
 */
public final class Renderers {
    private final Map<Class<?>, Renderer<?>> byType = new ConcurrentHashMap<>();
    private final Function<? super Throwable, List<String>> traces;

    /** Makes a registry that knows no type but {@link MimeBundle}, which is shown as it stands. */
    public Renderers() {
        this(Renderers::javaTrace);
    }

    /**
     * Makes a registry that knows no type but {@link MimeBundle}, which is shown as it stands.
     *
     * @param traces tells of an exception what a user wants to know, a line each
     */
    public Renderers(Function<? super Throwable, List<String>> traces) {
        this.traces = traces;
        register(MimeBundle.class, bundle -> bundle);
    }

    private static List<String> javaTrace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString().lines().toList();
    }

    /**
     * Sets how a type and its subtypes are shown, in place of what was registered for that type before.
     *
     * @param <T> the type
     * @param type the type
     * @param renderer shows its values; what it leaves out of plain text is added
     */
    public <T> void register(Class<T> type, Renderer<? super T> renderer) {
        byType.put(Objects.requireNonNull(type, "type"), Objects.requireNonNull(renderer, "renderer"));
    }

    /**
     * Shows a type and its subtypes by methods of their own that take nothing: {@code toHtml}, {@code toMarkdown},
     * {@code toLatex}, {@code toSvg} and {@code toJson}, which return text, and {@code toPng}, which returns bytes. A type
     * of a cell stays registered when the cell declares it anew.
     *
     * @param type the type
     * @throws IllegalArgumentException when the type has none of these methods
     */
    public void registerByMethods(Class<?> type) {
        register(type, new OwnMethods(type));
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
        Optional<Renderer<?>> found = nearest(value.getClass());
        if (found.isPresent()) {
            return withText(apply(found.get(), value), value);
        }
        Class<?> former = TypeNames.isOfCell(value.getClass()) ? former(value.getClass()) : null;
        if (former != null && byType.get(former) instanceof OwnMethods methods) {
            return withText(methods.render(value), value);
        }
        MimeBundle bundle = Kinds.of(value, traces).orElseGet(() -> MimeBundle.plain(PlainText.of(value, traces)));
        return former == null
                ? bundle
                : MimeBundle.plain(bundle.text() + "\n(as text: " + TypeNames.of(former)
                        + " was declared anew since its renderer was registered; register it again)");
    }

    @SuppressWarnings("unchecked") // a renderer is only kept under a type that it accepts
    private static MimeBundle apply(Renderer<?> renderer, Object value) {
        MimeBundle bundle = ((Renderer<Object>) renderer).render(value);
        return Objects.requireNonNull(
                bundle, () -> "the renderer of " + TypeNames.of(value.getClass()) + " returned null");
    }

    private MimeBundle withText(MimeBundle bundle, Object value) {
        return value instanceof MimeBundle || bundle.data().containsKey(MimeBundle.TEXT)
                ? bundle
                : bundle.with(MimeBundle.TEXT, PlainText.of(value, traces));
    }

    /** The registered type that a cell declared by the same name before, or null. */
    private @Nullable Class<?> former(Class<?> type) {
        String name = TypeNames.of(type);
        return byType.keySet().stream()
                .filter(TypeNames::isOfCell)
                .filter(known -> TypeNames.of(known).equals(name))
                .findAny()
                .orElse(null);
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
