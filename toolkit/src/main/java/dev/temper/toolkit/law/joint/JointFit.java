package dev.temper.toolkit.law.joint;

import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Noise;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One law fitted to several sources at once. Immutable. */
public final class JointFit {
    /** Draws that intervals are made of, and their seed. */
    private static final int OWN_DRAWS = 2000;

    private static final long OWN_SEED = 20406;

    private final LawForm form;
    private final JointOptions options;
    private final List<Pool> pools;
    private final Map<String, SourceFit> sources;
    private volatile @Nullable JointDraws own;

    JointFit(LawForm form, JointOptions options, List<String> order, List<Pool> pools) {
        this.form = form;
        this.options = options;
        this.pools = List.copyOf(pools);
        Map<String, SourceFit> named = new LinkedHashMap<>();
        order.forEach(name -> {
            for (int k = 0; k < pools.size(); k++) {
                List<Cells> cells = pools.get(k).cells;
                for (int s = 0; s < cells.size(); s++) {
                    if (cells.get(s).name.equals(name)) {
                        named.put(name, new SourceFit(this, pools.get(k), s));
                    }
                }
            }
        });
        this.sources = Collections.unmodifiableMap(named);
    }

    /**
     * Gives the law.
     *
     * @return the form that was fitted to every source
     */
    public LawForm form() {
        return form;
    }

    /**
     * Gives what was known before the fit.
     *
     * @return the options
     */
    public JointOptions options() {
        return options;
    }

    /**
     * Gives the curve of every source.
     *
     * @return by name, in the order in which they were given
     */
    public Map<String, SourceFit> sources() {
        return sources;
    }

    /**
     * Gives the curve of one source.
     *
     * @param name of the source
     * @return its part of the fit
     * @throws IllegalArgumentException when there is no such source
     */
    public SourceFit source(String name) {
        SourceFit source = sources.get(name);
        if (source == null) {
            throw new IllegalArgumentException(
                    "source must be one of " + String.join(", ", sources.keySet()) + ", but is " + name);
        }
        return source;
    }

    /**
     * Tells how alike the sources are in what is shrunk.
     *
     * @return one for each such parameter; empty when nothing is shrunk, or only one source is left to be so
     */
    public List<Shrinkage> shrinkages() {
        return pools.get(0).shrinkages();
    }

    /**
     * Counts the parameters that the data really choose: one that is shrunk counts by how much of it its own source tells.
     *
     * @return between those of one curve and those of all
     */
    public double effectiveParameters() {
        return pools.stream().mapToDouble(Pool::effectiveParameters).sum();
    }

    /**
     * Gives the noise and the lack of fit, pooled over the sources that are fitted together. Several sources stand on the larger of the
     * two mean squares, see {@link SourceFit#meanSquare}.
     *
     * @return mean squares on the scale of the residuals
     */
    public Noise noise() {
        return pools.get(0).scales.noise;
    }

    /**
     * Gives what to know before trusting the fit; every source has warnings of its own beside these.
     *
     * @return empty when there is nothing to warn of
     */
    public Set<JointWarning> warnings() {
        Set<JointWarning> all = EnumSet.noneOf(JointWarning.class);
        pools.forEach(pool -> all.addAll(pool.warnings));
        return Collections.unmodifiableSet(all);
    }

    /**
     * Draws curves of all sources out of their joint uncertainty, that of the noise and of the shrink scales included. The same seed gives
     * the same curves, whatever the number of threads.
     *
     * @param count how many, at least 1
     * @param seed of the random numbers
     * @return the curves
     * @throws IllegalStateException when the data of a source give no measure of noise; ask {@link SourceFit#measuresNoise} first
     */
    public JointDraws draws(int count, long seed) {
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, but is " + count);
        }
        List<String> silent = new ArrayList<>();
        for (SourceFit source : sources.values()) {
            if (!source.measuresNoise()) {
                silent.add(source.name());
            }
        }
        if (!silent.isEmpty()) {
            throw new IllegalStateException("degreesOfFreedom must be at least 1 to draw curves, but is 0 for "
                    + String.join(", ", silent) + "; add a second seed or another budget");
        }
        Map<String, Sampler.Drawn[]> drawn = new LinkedHashMap<>();
        sources.keySet().forEach(name -> drawn.put(name, new Sampler.Drawn[count]));
        int unfinished = 0;
        for (int k = 0; k < pools.size(); k++) {
            List<Sampler.Draw> draws = new Sampler(pools.get(k), seed, k).draw(count);
            List<Cells> cells = pools.get(k).cells;
            for (int s = 0; s < cells.size(); s++) {
                Sampler.Drawn[] curves = drawn.get(cells.get(s).name);
                for (int i = 0; curves != null && i < count; i++) {
                    curves[i] = draws.get(i).sources[s];
                }
            }
            unfinished += (int) draws.stream().filter(draw -> !draw.converged).count();
        }
        return new JointDraws(form, drawn, count, unfinished);
    }

    /**
     * Gives the draws that the intervals of the sources are percentiles of; made when first asked for.
     *
     * @return 2,000 draws of a fixed seed
     * @throws IllegalStateException when the data of a source give no measure of noise
     */
    public JointDraws draws() {
        JointDraws known = own;
        if (known == null) {
            known = draws(OWN_DRAWS, OWN_SEED);
            own = known;
        }
        return known;
    }
}
