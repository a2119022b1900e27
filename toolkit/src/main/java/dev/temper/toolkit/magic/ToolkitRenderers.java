package dev.temper.toolkit.magic;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.display.RendererProvider;
import dev.temper.kernel.display.Renderers;
import dev.temper.toolkit.chart.Chart;
import dev.temper.toolkit.results.SweepResults;
import dev.temper.toolkit.utility.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Teaches the kernel to show the toolkit's values. */
public final class ToolkitRenderers implements RendererProvider {
    private static final int MOST_ROWS = 20;

    /** Makes the provider. */
    public ToolkitRenderers() {}

    @Override
    public void provide(Renderers renderers) {
        renderers.register(Table.class, ToolkitRenderers::table);
        renderers.register(Chart.class, ToolkitRenderers::chart);
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

    private static MimeBundle table(Table table) {
        List<Grid.Column> columns = table.columns().stream()
                .map(column -> new Grid.Column(column.name(), column instanceof NumericColumn<?>))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < Math.min(MOST_ROWS, table.rowCount()); row++) {
            List<String> cells = new ArrayList<>();
            for (Column<?> column : table.columns()) {
                cells.add(cell(column, row));
            }
            rows.add(cells);
        }
        String note = table.rowCount() + " rows × " + table.columnCount() + " columns"
                + (table.rowCount() > MOST_ROWS ? ", the first " + MOST_ROWS + " shown" : "");
        return new Grid(columns, rows).bundle(note);
    }

    private static String cell(Column<?> column, int row) {
        if (column.isMissing(row)) {
            return "–";
        }
        return column instanceof DoubleColumn numbers ? Shown.number(numbers.getDouble(row)) : column.getString(row);
    }
}
