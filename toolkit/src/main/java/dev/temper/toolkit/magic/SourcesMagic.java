package dev.temper.toolkit.magic;

import dev.temper.kernel.display.Grid;
import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import dev.temper.toolkit.anneal.Study;
import dev.temper.toolkit.data.DataSource;
import dev.temper.toolkit.world.Lexicon;
import dev.temper.toolkit.world.World;
import java.util.Arrays;
import java.util.List;

/** Shows what a sweep compares: each source's size, price and first words. */
public final class SourcesMagic implements Magic {
    private static final int WORDS = 20;

    /** Makes the magic. */
    public SourcesMagic() {}

    @Override
    public Usage usage() {
        return Usage.line("sources", "Lists a sweep's data sources with their size, their price and their first words.")
                .with(Argument.required("name", ValueType.TEXT, "the sweep's variable"))
                .example("%sources study");
    }

    @Override
    public Object run(Invocation invocation, Session session) {
        Study study =
                Sweeps.named(invocation.options(usage()).text("name"), session).study();
        World world = new World(study.checkpoint().world());
        List<List<String>> rows = study.sources().stream()
                .map(source -> row(study, world, source))
                .toList();
        return new Grid(
                        List.of(
                                Grid.Column.text("source"),
                                Grid.Column.number("unique tokens"),
                                Grid.Column.number("US dollars per million"),
                                Grid.Column.text("begins")),
                        rows)
                .bundle("");
    }

    private static List<String> row(Study study, World world, DataSource source) {
        int[] words = Arrays.copyOf(world.pool(source.name(), source.poolTokens(), source.text()), WORDS);
        return List.of(
                source.name(),
                Shown.tokens(source.poolTokens()),
                source.curation()
                        .perMillion(study.costs().compute())
                        .stripTrailingZeros()
                        .toPlainString(),
                Lexicon.text(words));
    }
}
