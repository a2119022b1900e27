package dev.temper.install.laws;

import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.form.LawForms;
import dev.temper.toolkit.law.joint.JointDraws;
import dev.temper.toolkit.law.joint.JointFitting;
import dev.temper.toolkit.law.joint.JointOptions;
import dev.temper.toolkit.law.joint.Sharing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Pairs that are judged among twenty sources, which together tell how alike sources are. */
final class Many {
    private static final int SOURCES = 20;
    private static final int DRAWS = 1000;

    private Many() {}

    static Score score(int pairs, long seed, boolean floor) {
        double[] said = new double[pairs];
        boolean[] truth = new boolean[pairs];
        int each = SOURCES / 2;
        IntStream.range(0, (pairs + each - 1) / each).parallel().forEach(pool -> {
            SplittableRandom random = new SplittableRandom(seed + pool);
            Truth[] truths = new Truth[SOURCES];
            Map<String, Observations> sources = new LinkedHashMap<>();
            for (int s = 0; s < SOURCES; s++) {
                truths[s] = Pair.source(random);
                sources.put("s" + s, truths[s].sweep(Truth.BUDGETS, Truth.SEEDS, 0, random));
            }
            JointOptions options = JointOptions.shrunk(FitOptions.losses());
            JointDraws draws = JointFitting.fit(
                            LawForms.POWER, sources, floor ? options.with("E", Sharing.SHRUNK) : options)
                    .draws(DRAWS, seed + pool);
            for (int k = 0; k < each && pool * each + k < pairs; k++) {
                int i = pool * each + k;
                said[i] = draws.below("s" + 2 * k, "s" + (2 * k + 1), Truth.TARGET);
                truth[i] = truths[2 * k].at(Truth.TARGET) < truths[2 * k + 1].at(Truth.TARGET);
            }
        });
        return Score.of(said, truth);
    }
}
