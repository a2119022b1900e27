package dev.temper.toolkit.anneal;

import dev.temper.toolkit.data.ComputePrice;
import dev.temper.toolkit.data.Curation;
import dev.temper.toolkit.data.DataSource;
import dev.temper.toolkit.data.Mixture;
import dev.temper.toolkit.data.Price;
import dev.temper.toolkit.data.TextProfile;
import java.math.BigDecimal;
import java.util.List;

/** A study that trains in a second: one layer, 16 wide, 32 tokens a step. */
public final class SmallStudy {
    /** Tokens of one optimiser step. */
    public static final int STEP = 32;

    public static final ModelShape SHAPE = new ModelShape(128, 16, 1, 8);
    public static final TextProfile CLEAN = new TextProfile(1, 0, 0, 0);
    public static final DataSource CURATED =
            new DataSource("curated", 300, CLEAN, Curation.bought(new Price(BigDecimal.valueOf(50_000_000))));
    public static final DataSource WEB = new DataSource(
            "web", 20_000, new TextProfile(0.7, 0.05, 0, 0), Curation.bought(new Price(BigDecimal.valueOf(1_000_000))));

    private SmallStudy() {}

    public static Checkpoint checkpoint(String trainer, long steps, double peak) {
        return new Checkpoint(
                trainer,
                1,
                20_000,
                new TextProfile(0.02, 0, 0, 0),
                SHAPE,
                Optimizer.STANDARD,
                4,
                new LearningRate(peak, 5, Cooldown.NONE),
                steps * STEP,
                7);
    }

    public static Study of(Checkpoint checkpoint, List<DataSource> sources, List<Long> steps, List<Long> seeds) {
        return new Study(
                "small",
                checkpoint,
                sources,
                new Mixture(0.5),
                steps.stream().map(each -> each * STEP).toList(),
                seeds,
                Cooldown.LINEAR,
                new Evaluation(List.of(Evaluation.DOMAIN, Evaluation.GENERAL), 20),
                new CostModel(new ComputePrice(BigDecimal.valueOf(1000))));
    }

    /** Two sources at two budgets and two seeds: twelve anneals with their controls. */
    public static Study standard(String trainer) {
        return of(checkpoint(trainer, 60, 6e-3), List.of(CURATED, WEB), List.of(20L, 50L), List.of(1L, 2L));
    }
}
