package dev.temper.toolkit.magic;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.LiveDisplay;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Option;
import dev.temper.kernel.magic.Options;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import dev.temper.toolkit.anneal.Request;
import dev.temper.toolkit.anneal.Study;
import dev.temper.toolkit.launch.LocalPool;
import dev.temper.toolkit.launch.SweepStatus;
import dev.temper.toolkit.results.ResultsReader;
import dev.temper.toolkit.results.SweepResults;
import dev.temper.toolkit.store.RunStore;
import dev.temper.toolkit.train.EmbeddedTrainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a study's sweep, or joins it, and leaves the results in a variable. */
public final class SweepMagic implements Magic {
    private static final double SECONDS_BETWEEN_UPDATES = 0.5;

    /** Makes the magic. */
    public SweepMagic() {}

    @Override
    public Usage usage() {
        return Usage.lineOrCell(
                        "sweep",
                        "Runs an annealing sweep and leaves its results in a variable. The cell's body is the study in YAML;"
                                + " what it does not say is taken from the embedded study. Runs that are done are not run"
                                + " again.")
                .with(Argument.required("name", ValueType.TEXT, "the variable that holds the results"))
                .with(Option.flag("dry-run", "lists the runs, their tokens, FLOP and cost, and starts nothing"))
                .with(Option.flag("smoke", "takes the embedded study's small form, half a minute of training"))
                .with(Option.of("file", ValueType.PATH, "reads the study from a file instead of the cell"))
                .with(Option.of("runs", ValueType.PATH, "where the run folders are kept")
                        .fallback("temper-runs"))
                .with(Option.of("workers", ValueType.INTEGER, "processes that train at a time; by default one a core"))
                .with(Option.flag("retry", "runs those again that failed"))
                .example("%%sweep study")
                .example("%%sweep study --smoke")
                .example("%sweep study --file study.yaml --dry-run");
    }

    @Override
    public @Nullable Object run(Invocation invocation, Session session) throws InterruptedException {
        Options options = invocation.options(usage());
        String name = options.text("name");
        if (!name.matches("[a-zA-Z_][a-zA-Z0-9_]*")) {
            throw new MagicException("the sweep's name must be a Java variable name, but is '" + name + "'");
        }
        Study study = study(invocation, options, session);
        if (options.flag("dry-run")) {
            return DryRun.of(study);
        }
        long workers = options.has("workers")
                ? options.integer("workers")
                : Runtime.getRuntime().availableProcessors();
        if (workers < 1 || workers > 1024) {
            throw new MagicException("--workers must lie from 1 to 1024, but is " + workers);
        }
        RunStore store = new RunStore(session.directory().resolve(options.path("runs")));
        try {
            if (options.flag("retry")) {
                for (Request request : study.sweep().requests()) {
                    store.run(request.id()).reopen();
                }
            }
            session.bind(name, SweepResults.class, sweep(study, store, (int) workers, session));
            return null;
        } catch (IOException e) {
            throw new MagicException(String.valueOf(e.getMessage()), e);
        }
    }

    private static SweepResults sweep(Study study, RunStore store, int workers, Session session)
            throws IOException, InterruptedException {
        Progress progress = new Progress(session, new ResultsReader(store), study);
        try {
            new LocalPool(store, new EmbeddedTrainer(), workers).run(study.sweep(), progress::show);
        } catch (InterruptedException e) {
            progress.end("stopped; run the cell again to go on");
            throw e;
        }
        return new ResultsReader(store).read(study);
    }

    private static Study study(Invocation invocation, Options options, Session session) {
        String text = invocation.body();
        String place = "";
        if (options.has("file")) {
            Path file = session.directory().resolve(options.path("file"));
            place = file + ": ";
            if (!text.isBlank()) {
                throw new MagicException("a study must stand in the cell or in --file, but both were given");
            }
            try {
                text = Files.readString(file);
            } catch (IOException e) {
                throw new MagicException("cannot read the study " + file + ": " + e, e);
            }
        }
        try {
            return StudyReader.read(text, options.flag("smoke"));
        } catch (StudyException e) {
            int offset = options.has("file") ? 0 : invocation.bodyLine() - 1;
            String where = place;
            List<String> lines = e.faults().stream()
                    .map(fault -> where + "line " + (fault.line() + offset) + ", column " + fault.column() + ": "
                            + fault.message())
                    .toList();
            throw new MagicException(lines);
        }
    }

    /** The one display of a sweep, replaced at most twice a second. */
    private static final class Progress {
        private final Session session;
        private final ResultsReader reader;
        private final Study study;
        private @Nullable LiveDisplay display;
        private @Nullable SweepStatus last;
        private double shownAt = Double.NEGATIVE_INFINITY;

        Progress(Session session, ResultsReader reader, Study study) {
            this.session = session;
            this.reader = reader;
            this.study = study;
        }

        void show(SweepStatus status) throws IOException {
            last = status;
            if (status.isFinished() || status.seconds() - shownAt >= SECONDS_BETWEEN_UPDATES) {
                shownAt = status.seconds();
                draw(status, "");
            }
        }

        void end(String how) throws IOException {
            SweepStatus status = last;
            if (status != null) {
                draw(status, how);
            }
        }

        private void draw(SweepStatus status, String ending) throws IOException {
            MimeBundle view = ProgressView.of(status, reader.read(study), ending);
            LiveDisplay current = display;
            if (current == null) {
                display = session.live(view);
            } else {
                current.update(view);
            }
        }
    }
}
