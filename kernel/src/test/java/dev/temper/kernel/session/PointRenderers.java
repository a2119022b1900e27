package dev.temper.kernel.session;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.display.RendererProvider;
import dev.temper.kernel.display.Renderers;
import java.awt.Point;

/** Teaches the kernel of the tests one more type. */
public final class PointRenderers implements RendererProvider {
    @Override
    public void provide(Renderers renderers) {
        renderers.register(Point.class, point -> MimeBundle.plain(point.x + "," + point.y));
    }
}
