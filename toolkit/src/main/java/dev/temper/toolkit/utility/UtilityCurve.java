package dev.temper.toolkit.utility;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.FitWarning;
import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.choice.FormChoice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The utility of one source at any budget: its gain over the control.
 *
 * <p>The gain is the difference of two loss curves, the control's and the source's, each fitted by itself. A law fitted on the gain itself
 * stands beside it as {@link #gainFit}: gains of a short sweep are nearly straight over log tokens, so their exponent runs to its
 * bound and their asymptote to nowhere, while the losses behind them are held by a known floor. In every joint draw the control is drawn
 * once for all sources, so an error in it moves all gains together and no rank.
 *
 * <p>Where the losses turn, the curve joins their means and is held level beyond them, see {@link CurveFlag#TURNED}.
 */
public final class UtilityCurve {
    /** The least number of budgets that a curve can be fitted to. */
    public static final int FEWEST_BUDGETS = 3;

    private final String source;
    private final Fit lossFit;
    private final @Nullable Fit gainFit;
    private final LossCurve curve;
    private final UtilityCurve control;
    private final List<DoubleUnaryOperator> draws;
    private final EpochsOf epochs;
    private final DecisionOptions options;

    private UtilityCurve(
            Outcomes outcomes,
            String source,
            @Nullable UtilityCurve control,
            EpochsOf epochs,
            DecisionOptions options,
            long seed) {
        this.source = source;
        this.control = control == null ? this : control;
        this.epochs = epochs;
        this.options = options;
        List<Outcome> runs = outcomes.of(source);
        this.lossFit = FormChoice.of(
                Observations.of(
                        runs.stream().mapToDouble(Outcome::tokens).toArray(),
                        runs.stream().mapToDouble(Outcome::loss).toArray()),
                FitOptions.losses(options.lossFloor()));
        this.gainFit = control == null ? null : gainFit(outcomes, source, options);
        this.curve = turned() ? new JoinedMeans(outcomes, source) : new LawCurve(lossFit);
        this.draws = curve.measuresNoise() ? curve.draws(options.draws(), seed) : List.of();
    }

    /**
     * Fits the curves of all sources that have budgets enough.
     *
     * @param outcomes of sources and control
     * @param epochs counts repetition
     * @param options floor, level, draws and seed
     * @return by source; empty when the control has too few budgets itself
     */
    public static List<UtilityCurve> all(Outcomes outcomes, EpochsOf epochs, DecisionOptions options) {
        if (outcomes.budgets(outcomes.control()).size() < FEWEST_BUDGETS) {
            return List.of();
        }
        UtilityCurve control =
                new UtilityCurve(outcomes, outcomes.control(), null, (name, tokens) -> 0, options, options.seed());
        List<UtilityCurve> curves = new ArrayList<>();
        for (String source : outcomes.sources()) {
            if (outcomes.budgets(source).size() >= FEWEST_BUDGETS) {
                long own = 31 * options.seed() + source.hashCode();
                curves.add(new UtilityCurve(outcomes, source, control, epochs, options, own));
            }
        }
        return List.copyOf(curves);
    }

    private static @Nullable Fit gainFit(Outcomes outcomes, String source, DecisionOptions options) {
        List<Double> tokens = new ArrayList<>();
        List<Double> gains = new ArrayList<>();
        int budgets = 0;
        double highest = 0;
        for (long budget : outcomes.budgets(source)) {
            Map<Long, Double> pairs = outcomes.gains(source, budget);
            budgets += pairs.isEmpty() ? 0 : 1;
            for (double gain : pairs.values()) {
                tokens.add((double) budget);
                gains.add(gain);
            }
            for (double loss : outcomes.losses(outcomes.control(), budget).values()) {
                highest = Math.max(highest, loss);
            }
        }
        return budgets < FEWEST_BUDGETS
                ? null
                : FormChoice.of(
                        Observations.of(
                                tokens.stream().mapToDouble(Double::doubleValue).toArray(),
                                gains.stream().mapToDouble(Double::doubleValue).toArray()),
                        FitOptions.gains(highest - options.lossFloor()));
    }

    /**
     * Names the source.
     *
     * @return its name
     */
    public String source() {
        return source;
    }

    /**
     * Gives the law fitted on the source's losses.
     *
     * @return the fit; where it warns of {@link FitWarning#TURNS} the curve does not follow it
     */
    public Fit lossFit() {
        return lossFit;
    }

    /**
     * Gives the law fitted on the paired gains themselves.
     *
     * @return empty when fewer than three budgets have a pair, and for the control
     */
    public Optional<Fit> gainFit() {
        return Optional.ofNullable(gainFit);
    }

    /**
     * Gives the control's curve.
     *
     * @return the same for all sources
     */
    public UtilityCurve control() {
        return control;
    }

    /**
     * Estimates the loss at a budget.
     *
     * @param tokens positive
     * @return nats per token; unbounded when the data do not measure their noise
     */
    public Interval loss(double tokens) {
        return Interval.ofDraws(curve.value(tokens), drawnLosses(tokens), options.level());
    }

    /**
     * Estimates the gain over the control at a budget.
     *
     * @param tokens positive
     * @return nats per token, positive when the source helps; unbounded when the data do not measure their noise
     */
    public Interval gain(double tokens) {
        double[] own = drawnLosses(tokens);
        double[] reference = control.drawnLosses(tokens);
        double[] gains = new double[Math.min(own.length, reference.length)];
        for (int i = 0; i < gains.length; i++) {
            gains[i] = reference[i] - own[i];
        }
        return Interval.ofDraws(control.curve.value(tokens) - curve.value(tokens), gains, options.level());
    }

    /**
     * Gives the smallest budget of the data.
     *
     * @return tokens
     */
    public double smallest() {
        return lossFit.design().range(0).smallest();
    }

    /**
     * Gives the largest budget of the data.
     *
     * @return tokens
     */
    public double largest() {
        return lossFit.design().range(0).largest();
    }

    /**
     * Gives how far outside the data a budget lies.
     *
     * @param tokens positive
     * @return 1 within the data, else a ratio above 1
     */
    public double extrapolation(double tokens) {
        return lossFit.extrapolation(tokens);
    }

    /**
     * Counts the passes over the source.
     *
     * @param tokens the budget
     * @return epochs
     */
    public double epochs(long tokens) {
        return epochs.of(source, tokens);
    }

    /**
     * Tells whether the losses turn upward within the data.
     *
     * @return true when no monotone law follows them
     */
    public boolean turned() {
        return lossFit.warnings().contains(FitWarning.TURNS);
    }

    /**
     * Tells why the curve's value at a budget is not to be taken as it stands.
     *
     * @param tokens the budget
     * @return empty within the data
     */
    public Set<CurveFlag> flags(long tokens) {
        Set<CurveFlag> flags = EnumSet.noneOf(CurveFlag.class);
        boolean beyond = tokens > largest();
        if (beyond && turned()) {
            flags.add(CurveFlag.TURNED);
        }
        if (beyond && epochs(tokens) > options.mostEpochs()) {
            flags.add(CurveFlag.REPEATED);
        }
        if (extrapolation((double) tokens) > options.farthest()) {
            flags.add(CurveFlag.FAR);
        }
        return Collections.unmodifiableSet(flags);
    }

    double value(double tokens) {
        return curve.value(tokens);
    }

    boolean measuresNoise() {
        return !draws.isEmpty();
    }

    double[] drawnLosses(double tokens) {
        return draws.stream().mapToDouble(draw -> draw.applyAsDouble(tokens)).toArray();
    }
}
