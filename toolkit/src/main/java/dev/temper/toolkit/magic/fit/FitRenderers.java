package dev.temper.toolkit.magic.fit;

import dev.temper.kernel.display.RendererProvider;
import dev.temper.kernel.display.Renderers;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.choice.BackTest;
import dev.temper.toolkit.law.choice.Comparison;

/** Teaches the kernel to show laws. */
public final class FitRenderers implements RendererProvider {
    /** Makes the provider. */
    public FitRenderers() {}

    @Override
    public void provide(Renderers renderers) {
        renderers.register(LawFits.class, FitsView::of);
        renderers.register(Fit.class, FitsView::of);
        renderers.register(Comparison.class, ComparisonView::of);
        renderers.register(BackTests.class, BackTestsView::of);
        renderers.register(BackTest.class, BackTestsView::of);
    }
}
