package dev.temper.toolkit.magic;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.display.RendererProvider;
import dev.temper.kernel.display.Renderers;
import dev.temper.toolkit.chart.Chart;
import dev.temper.toolkit.chart.HandMadeChart;
import dev.temper.toolkit.results.SweepResults;
import dev.temper.toolkit.utility.Decision;
import java.util.Map;
import tech.tablesaw.columns.Column;
import tech.tablesaw.table.Relation;

/** Teaches the kernel to show the toolkit's values, and those of the libraries that it comes with. */
public final class ToolkitRenderers implements RendererProvider {
    /** Makes the provider. */
    public ToolkitRenderers() {}

    @Override
    public void provide(Renderers renderers) {
        renderers.register(Relation.class, TableView::of);
        renderers.register(Column.class, TableView::of);
        renderers.register(Chart.class, ToolkitRenderers::chart);
        renderers.register(org.knowm.xchart.internal.chartpart.Chart.class, ToolkitRenderers::handMade);
        renderers.register(Decision.class, DecisionView::of);
        renderers.register(SweepResults.class, results -> MimeBundle.plain(results.toString()));
    }

    /** SVG for the page, PNG for pages that do not trust it, a line for everything else. */
    private static MimeBundle chart(Chart chart) {
        return MimeBundle.of("image/svg+xml", chart.svg())
                .with("image/png", chart.png())
                .withMetadata("image/png", Map.of("width", chart.width(), "height", chart.height()))
                .with("text/plain", chart.summary());
    }

    /** The same, of which a chart with very much in it leaves out the SVG. */
    private static MimeBundle handMade(org.knowm.xchart.internal.chartpart.Chart<?, ?> xchart) {
        HandMadeChart chart = new HandMadeChart(xchart);
        MimeBundle png = MimeBundle.of("image/png", chart.png())
                .withMetadata("image/png", Map.of("width", chart.width(), "height", chart.height()))
                .with("text/plain", chart.summary());
        return chart.svg().map(svg -> png.with("image/svg+xml", svg)).orElse(png);
    }
}
