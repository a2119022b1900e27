package dev.temper.kernel.builtin.time;

import dev.temper.kernel.display.RendererProvider;
import dev.temper.kernel.display.Renderers;

/** Shows what {@code %timeit} measured. */
public final class TimeRenderers implements RendererProvider {
    /** Makes the provider. */
    public TimeRenderers() {}

    @Override
    public void provide(Renderers renderers) {
        renderers.register(TimeitResult.class, TimeitResult::shown);
    }
}
