package dev.temper.kernel.display;

/**
 * Shows values of one type.
 *
 * @param <T> the type shown
 */
@FunctionalInterface
public interface Renderer<T> {
    /**
     * Makes the representations of a value. What it throws becomes the error of the cell that shows the value.
     *
     * @param value the value
     * @return its representations; plain text is added where it is left out
     */
    MimeBundle render(T value);
}
