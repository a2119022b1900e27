package dev.temper.toolkit.magic;

import dev.temper.toolkit.anneal.Checkpoint;
import dev.temper.toolkit.anneal.Cooldown;
import dev.temper.toolkit.anneal.CostModel;
import dev.temper.toolkit.anneal.Evaluation;
import dev.temper.toolkit.anneal.LearningRate;
import dev.temper.toolkit.anneal.ModelShape;
import dev.temper.toolkit.anneal.Optimizer;
import dev.temper.toolkit.anneal.Study;
import dev.temper.toolkit.data.DataSource;
import dev.temper.toolkit.data.Mixture;
import dev.temper.toolkit.data.Names;
import dev.temper.toolkit.data.TextProfile;
import dev.temper.toolkit.train.EmbeddedTrainer;
import dev.temper.toolkit.world.Lexicon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a study from YAML. Whatever the text does not say is taken from the embedded study, so an empty text is the embedded
 * study; every fault of the text is found before any is reported.
 */
public final class StudyReader {
    private static final String[] SOURCE_KEYS = {
        "pool", "domain-share", "noise", "wrong-facts", "head-subjects", "price", "classifier", "generator", "fixed"
    };
    private static final String[] TEXT_KEYS = {"pool", "domain-share", "noise", "wrong-facts", "head-subjects"};

    private final List<Fault> faults = new ArrayList<>();

    private StudyReader() {}

    /**
     * Reads a study.
     *
     * @param yaml the text, possibly empty
     * @param smoke whether the embedded study's small form stands in for what the text does not say
     * @return the study
     * @throws StudyException with every fault of the text, its line and its column
     */
    public static Study read(String yaml, boolean smoke) throws StudyException {
        StudyReader reader = new StudyReader();
        Yaml.Fields fields = Layers.over(yaml, smoke, reader.faults);
        Optional<Study> study = reader.study(new Section("", fields, reader.faults));
        if (!reader.faults.isEmpty() || study.isEmpty()) {
            throw new StudyException(reader.faults);
        }
        return study.get();
    }

    private Optional<Study> study(Section top) {
        top.only(
                "study",
                "name",
                "world",
                "checkpoint",
                "general",
                "sources",
                "domains",
                "evaluation-windows",
                "mixture",
                "budgets",
                "seeds",
                "cooldown",
                "training-price",
                "device",
                "flop",
                "fixed-costs");
        String name = top.text("name", StudyReader::wrongName, "study");
        Checkpoint checkpoint = checkpoint(top);
        Mixture mixture = mixture(top, checkpoint);
        List<DataSource> sources = sources(top, checkpoint);
        List<Long> budgets = budgets(top, checkpoint);
        List<Long> seeds = top.integers("seeds", seed -> seed >= 0, "be a whole number, zero or more");
        List<String> domains = top.texts("domains", Evaluation.KNOWN);
        if (!domains.isEmpty() && !domains.contains(Evaluation.DOMAIN)) {
            top.fault("domains", "domains must name '" + Evaluation.DOMAIN + "', which the sources are judged on");
        }
        int windows = (int) top.integer("evaluation-windows", n -> n >= 2 && n <= 100_000, "lie from 2 to 100000", 400);
        String cooldown = top.text(
                "cooldown",
                word -> Cooldown.of(word).isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                "must be one of " + String.join(", ", Cooldown.labels()) + ", but is '" + word + "'"),
                Cooldown.LINEAR.label());
        CostModel costs = CostReader.costs(top);
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Study(
                name,
                checkpoint,
                sources,
                mixture,
                budgets,
                seeds,
                Cooldown.of(cooldown).orElse(Cooldown.LINEAR),
                new Evaluation(domains, windows),
                costs));
    }

    private Checkpoint checkpoint(Section top) {
        Section section = top.section("checkpoint", " of checkpoint")
                .only("model", "tokens", "batch", "learning-rate", "warm-up", "seed");
        Section model = section.section("model", " of model").only("width", "layers", "context");
        ModelShape shape = new ModelShape(
                Lexicon.SIZE,
                (int) model.integer(
                        "width",
                        n -> n > 0 && n <= 1024 && n % ModelShape.HEAD_WIDTH == 0,
                        "be a multiple of 16 up to 1024",
                        32),
                (int) model.integer("layers", n -> n > 0 && n <= 64, "lie from 1 to 64", 2),
                (int) model.integer("context", n -> n > 1 && n <= 4096, "lie from 2 to 4096", 32));
        int batch = (int) section.integer("batch", n -> n > 0 && n <= 4096, "lie from 1 to 4096 windows", 16);
        long step = (long) batch * shape.context();
        long tokens = section.integer("tokens", n -> n > 0 && n % step == 0, wholeSteps(step), step);
        long warmUp = section.integer("warm-up", n -> n >= 0 && n % step == 0, wholeSteps(step), 0);
        double rate = section.decimal("learning-rate", x -> x > 0 && x < 1e9, "be above 0", 1e-3);
        long seed = section.integer("seed", n -> n >= 0, "be a whole number, zero or more", 1);
        long world = top.integer("world", n -> n >= 0, "be a whole number, zero or more", 1);
        Section general = top.section("general", " of general").only(TEXT_KEYS);
        return new Checkpoint(
                EmbeddedTrainer.NAME,
                world,
                pool(general, shape),
                text(general),
                shape,
                Optimizer.STANDARD,
                batch,
                new LearningRate(rate, warmUp / step, Cooldown.NONE),
                tokens,
                seed);
    }

    private Mixture mixture(Section top, Checkpoint checkpoint) {
        Section section = top.section("mixture", " of mixture").only("source", "general");
        double source = section.decimal("source", x -> x > 0 && x <= 1, "be above 0 and at most 1", 0.5);
        double general = section.decimal("general", x -> x >= 0 && x < 1, "be zero or more and below 1", 1 - source);
        double windows = source * checkpoint.batchWindows();
        if (Math.abs(source + general - 1) > 1e-9) {
            top.fault("mixture", "weights of mixture must sum to 1, but sum to " + (source + general));
        } else if (windows < 1 || windows != Math.rint(windows)) {
            top.fault(
                    "mixture",
                    "weight of source must be a multiple of 1/" + checkpoint.batchWindows()
                            + ", one window of the batch, but is " + source);
        }
        return new Mixture(source);
    }

    private List<DataSource> sources(Section top, Checkpoint checkpoint) {
        Section section = top.section("sources", " of sources");
        if (top.has("sources") && section.keys().isEmpty()) {
            top.fault("sources", "sources must name at least one source, but names none");
        }
        List<DataSource> sources = new ArrayList<>();
        for (String name : section.keys()) {
            Section source = section.section(name, " of source " + name).only(SOURCE_KEYS);
            if (wrongName(name).isPresent() || name.equals("control") || name.equals(Checkpoint.GENERAL)) {
                section.fault(
                        name,
                        "a source's name must be a letter followed by at most 39 letters, digits, '-' or '_', and neither "
                                + "'control' nor 'general', but is '" + name + "'");
                continue;
            }
            sources.add(
                    new DataSource(name, pool(source, checkpoint.model()), text(source), CostReader.curation(source)));
        }
        return sources;
    }

    private List<Long> budgets(Section top, Checkpoint checkpoint) {
        long step = checkpoint.stepTokens();
        List<Long> given = top.integers("budgets", n -> n > 0 && n % step == 0, wholeSteps(step));
        if (given.stream().distinct().count() < given.size()) {
            top.fault("budgets", "budgets must differ, but are " + given);
        }
        return given;
    }

    private static String wholeSteps(long step) {
        return "be a positive multiple of " + step + " tokens, one step of the batch";
    }

    private static long pool(Section section, ModelShape shape) {
        return section.integer(
                "pool",
                n -> n > shape.context() && n <= 500_000_000,
                "be a number of tokens above the context of " + shape.context() + " and at most 500M",
                shape.context() + 1L);
    }

    private static TextProfile text(Section section) {
        return new TextProfile(
                share(section, "domain-share"), share(section, "noise"), share(section, "wrong-facts"), (int)
                        section.integer("head-subjects", n -> n >= 0 && n <= 40, "lie from 0 (all) to 40", 0));
    }

    private static double share(Section section, String key) {
        return section.decimal(key, x -> x >= 0 && x <= 1, "lie between 0 and 1", 0);
    }

    private static Optional<String> wrongName(String name) {
        return Names.isName(name)
                ? Optional.empty()
                : Optional.of(
                        "must be a letter followed by at most 39 letters, digits, '-' or '_', but is '" + name + "'");
    }
}
