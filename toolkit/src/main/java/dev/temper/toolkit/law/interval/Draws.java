package dev.temper.toolkit.law.interval;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitException;
import dev.temper.toolkit.law.Refit;
import dev.temper.toolkit.law.Refitter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The laws that a bootstrap has fitted, in the order of the draws. */
public final class Draws {
    /** Draws that one thread takes at a time, with one refitter. */
    private static final int BATCH = 32;

    /** A fitted law; its covariance in centred coordinates is there where bootstrap-t asked for it. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Law(double[] parameters, Optional<Linear> linear) {}

    final List<Law> laws;
    private final DrawCounts counts;
    private final boolean withErrors;

    private Draws(List<Law> laws, DrawCounts counts, boolean withErrors) {
        this.laws = laws;
        this.counts = counts;
        this.withErrors = withErrors;
    }

    /** Runs in the pool of the thread that calls, on all its threads. */
    static Draws of(Fit fit, Resampling resampling, int count, long seed, boolean withErrors) {
        Sampler sampler = new Sampler(fit, resampling);
        Groups points = Groups.points(fit.observations());
        List<Optional<Law>> drawn = IntStream.range(0, (count + BATCH - 1) / BATCH)
                .parallel()
                .mapToObj(batch -> {
                    Refitter refitter = fit.refitter();
                    return IntStream.range(batch * BATCH, Math.min(count, (batch + 1) * BATCH))
                            .mapToObj(i -> law(fit, sampler, points, refitter, new Dice(seed, i), withErrors))
                            .toList();
                })
                .flatMap(List::stream)
                .toList();
        List<Law> laws = drawn.stream().flatMap(Optional::stream).toList();
        double[][] bounds = fit.form().bounds(fit.design(), fit.options());
        int atBounds = (int) laws.stream()
                .filter(law -> atBound(fit, law.parameters(), bounds))
                .count();
        return new Draws(laws, new DrawCounts(count, laws.size(), count - laws.size(), atBounds), withErrors);
    }

    private static Optional<Law> law(
            Fit fit, Sampler sampler, Groups points, Refitter refitter, Dice dice, boolean withErrors) {
        Sampler.Sample sample = sampler.draw(dice);
        if (distinct(points, sample.counts()) < fit.parameters().length) {
            return Optional.empty();
        }
        Optional<double[]> parameters = refitted(refitter, sample.values(), sampler.weighted(sample.counts()));
        return parameters.map(found -> new Law(
                found,
                withErrors ? Optional.of(Linear.at(fit, found, sample.values(), sample.counts())) : Optional.empty()));
    }

    /** Empty where the fit failed: it is counted, and never stands for a law. */
    static Optional<double[]> refitted(Refitter refitter, double[] values, double[] weights) {
        try {
            Refit refit = refitter.fit(values, weights);
            return refit.converged() && Arrays.stream(refit.parameters()).allMatch(Double::isFinite)
                    ? Optional.of(refit.parameters())
                    : Optional.empty();
        } catch (FitException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int distinct(Groups points, double[] counts) {
        Set<Integer> distinct = new HashSet<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                distinct.add(points.of[i]);
            }
        }
        return distinct.size();
    }

    private static boolean atBound(Fit fit, double[] parameters, double[][] bounds) {
        double[] centred = fit.form().centredOf(parameters, fit.design().pivot());
        for (int j = 0; j < centred.length; j++) {
            double slack = 1e-9 * Math.max(1e-3, Math.abs(centred[j]));
            if (centred[j] <= bounds[0][j] + slack || centred[j] >= bounds[1][j] - slack) {
                return true;
            }
        }
        return false;
    }

    boolean withErrors() {
        return withErrors;
    }

    /**
     * Gives the parameters of the laws.
     *
     * @return copies, in the order of the form; failed draws are left out
     */
    public Stream<double[]> parameters() {
        return laws.stream().map(law -> law.parameters().clone());
    }

    /**
     * Counts what became of the draws.
     *
     * @return the counts
     */
    public DrawCounts counts() {
        return counts;
    }
}
