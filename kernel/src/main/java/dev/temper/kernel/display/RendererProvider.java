package dev.temper.kernel.display;

/**
 * Teaches a kernel how to show the types of a library. Implementations are found by {@link java.util.ServiceLoader}.
 */
@FunctionalInterface
public interface RendererProvider {
    /**
     * Registers the library's renderers.
     *
     * @param renderers the registry of the kernel
     */
    void provide(Renderers renderers);
}
