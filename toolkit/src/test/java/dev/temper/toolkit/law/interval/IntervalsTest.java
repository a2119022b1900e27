package dev.temper.toolkit.law.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.form.LawForms;
import dev.temper.toolkit.law.interval.IntervalKind.Bootstrap;
import dev.temper.toolkit.law.interval.IntervalKind.Formula;
import dev.temper.toolkit.law.solve.Loss;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntervalsTest {
    private static final double LEVEL = 0.95;
    private static final double[] X = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final double[] Y = {2.1, 3.9, 6.2, 7.8, 10.1, 12.2, 13.8, 16.3};
    private static final double[] LAW = {1.8, 14, 0.25};

    private static Fit line() {
        return Fitting.fit(new Line(), Observations.of(X, Y), FitOptions.gains());
    }

    private static Observations sweep(int budgets, int seeds, double sigma) {
        Random random = new Random(5);
        double[] x = new double[budgets * seeds];
        double[] values = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = 20_000 * Math.pow(2.5, Math.floorDiv(i, seeds));
            values[i] = LawForms.POWER.value(LAW, x[i]) * Math.exp(sigma * random.nextGaussian());
        }
        return Observations.of(x, values);
    }

    private static Fit power(int budgets, int seeds) {
        return Fitting.fit(LawForms.POWER, sweep(budgets, seeds, 0.003), FitOptions.losses());
    }

    private static void assertSame(Interval interval, double middle, double reach) {
        assertThat(interval.lower()).isCloseTo(middle - reach, within(1e-5 * reach));
        assertThat(interval.upper()).isCloseTo(middle + reach, within(1e-5 * reach));
    }

    private static double t(int freedom) {
        return new TDistribution(freedom).inverseCumulativeProbability(0.975);
    }

    @Test
    void ofAStraightLineDeltaProfileAndMeansAreTheTextbooksInterval() {
        SimpleRegression book = new SimpleRegression();
        for (int i = 0; i < X.length; i++) {
            book.addData(X[i], Y[i]);
        }
        Fit fit = line();
        Intervals intervals = Intervals.of(fit);
        double error = Math.sqrt(book.getMeanSquareError() * (1.0 / 8 + Math.pow(12 - 4.5, 2) / book.getXSumSquares()));
        for (Formula formula : List.of(Formula.DELTA, Formula.PROFILE, Formula.MEANS)) {
            assertSame(
                    intervals.of(Quantity.parameter(fit, "b"), formula, LEVEL).interval(),
                    book.getSlope(),
                    t(6) * book.getSlopeStdErr());
            assertSame(
                    intervals.of(Quantity.value(fit, 12), formula, LEVEL).interval(), book.predict(12), t(6) * error);
        }
    }

    @Test
    void profileAndDeltaAgreeOnAFunctionOfTheParametersWhereTheLawIsNearlyStraight() {
        Fit fit = line();
        Quantity crossing = Quantity.of("zero", "none", p -> -p[0] / p[1]);
        Interval profile =
                Intervals.of(fit).of(crossing, Formula.PROFILE, LEVEL).interval();
        double fieller = fieller(fit, profile.lower());
        assertThat(fieller).isCloseTo(1, within(1e-4));
        assertThat(fieller(fit, profile.upper())).isCloseTo(1, within(1e-4));
    }

    /** Fieller 1954: the squared distance of the line from zero at an abscissa, in units of its t interval there. */
    private static double fieller(Fit fit, double x) {
        Interval there = fit.confidence(x, LEVEL);
        return Math.pow(there.estimate() / (there.upper() - there.estimate()), 2);
    }

    @Test
    void anEndThatTheDataDoNotGiveIsInfiniteAndSaid() {
        double[] flat = {1.1, 0.9, 1.2, 0.8, 1.15, 0.95, 1.0, 1.12};
        Fit fit = Fitting.fit(new Line(), Observations.of(X, flat), FitOptions.gains());
        double sign = Math.signum(fit.parameters()[1]);
        Statement statement =
                Intervals.of(fit).of(Quantity.of("1/|b|", "none", p -> sign / p[1]), Formula.PROFILE, LEVEL);
        assertThat(statement.interval().upper()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(statement.interval().lower()).isFinite().isPositive();
        assertThat(statement.notes()).contains("the data give no upper end");
    }

    @Test
    void aProfileEndsWhereTheLawEnds() {
        Fit fit = Fitting.fit(LawForms.POWER, sweep(5, 1, 0.05), FitOptions.losses());
        Statement floor = Intervals.of(fit).of(Quantity.parameter(fit, "E"), Formula.PROFILE, LEVEL);
        assertThat(floor.interval().lower()).isCloseTo(0, within(1e-6));
        assertThat(floor.notes()).anyMatch(note -> note.startsWith("the lower end is where the law itself ends"));
    }

    @Test
    void profileEndsHaveTheMisfitThatFAllows() {
        Fit fit = power(6, 3);
        Quantity exponent = Quantity.parameter(fit, "α");
        Interval profile =
                Intervals.of(fit).of(exponent, Formula.PROFILE, LEVEL).interval();
        double allowed = Math.pow(t(fit.degreesOfFreedom()), 2) * fit.noise().meanSquare();
        Interval delta = fit.estimates(LEVEL).get(2).interval();
        for (double end : List.of(profile.lower(), profile.upper())) {
            Constrained constrained = new Constrained(fit, exponent, Linear.of(fit), 0.001, allowed);
            Constrained.Point point = constrained.drawnTo(end, Linear.of(fit).centred);
            assertThat(point.misfit() - fit.convergence().objective()).isCloseTo(allowed, within(0.02 * allowed));
        }
        assertThat(profile.lower()).isCloseTo(delta.lower(), within(0.2 * (delta.upper() - delta.lower())));
        assertThat(profile.lower() - delta.lower()).isNotZero();
    }

    @ParameterizedTest
    @EnumSource(Resampling.class)
    void drawsAreTheSameOnOneThreadAndOnFour(Resampling resampling) {
        Fit fit = power(6, 2);
        List<double[]> one = new ForkJoinPool(1)
                .submit(() -> Draws.of(fit, resampling, 150, 9, false))
                .join()
                .parameters()
                .toList();
        List<double[]> four = new ForkJoinPool(4)
                .submit(() -> Draws.of(fit, resampling, 150, 9, false))
                .join()
                .parameters()
                .toList();
        List<double[]> other =
                Draws.of(fit, resampling, 150, 10, false).parameters().toList();
        assertThat(four).containsExactlyElementsOf(one);
        assertThat(other.get(0)).isNotEqualTo(one.get(0));
    }

    @ParameterizedTest
    @EnumSource(Ends.class)
    void bootstrapsOfManyRunsComeNearTheTextbooksInterval(Ends ends) {
        Random random = new Random(3);
        double[] x = new double[120];
        double[] y = new double[120];
        for (int i = 0; i < x.length; i++) {
            x[i] = i / 10.0;
            y[i] = 3 + 2 * x[i] + 0.2 * random.nextGaussian();
        }
        Fit fit = Fitting.fit(new Line(), Observations.of(x, y), FitOptions.gains());
        Intervals intervals = Intervals.of(fit).withDraws(1200, 1);
        Quantity slope = Quantity.parameter(fit, "b");
        Interval book = intervals.of(slope, Formula.DELTA, LEVEL).interval();
        double width = book.upper() - book.lower();
        for (Resampling resampling : Resampling.values()) {
            Interval drawn =
                    intervals.of(slope, new Bootstrap(resampling, ends), LEVEL).interval();
            assertThat(drawn.lower()).as(resampling.key()).isCloseTo(book.lower(), within(0.15 * width));
            assertThat(drawn.upper()).as(resampling.key()).isCloseTo(book.upper(), within(0.15 * width));
        }
        for (Formula formula : List.of(Formula.SANDWICH, Formula.JACKKNIFE)) {
            Interval made = intervals.of(slope, formula, LEVEL).interval();
            assertThat(made.upper() - made.lower()).isCloseTo(width, within(0.15 * width));
        }
    }

    @Test
    void whereNoiseGrowsWildDrawsSeeItAndResidualsDoNot() {
        Random random = new Random(8);
        double[] x = new double[200];
        double[] y = new double[200];
        for (int i = 0; i < x.length; i++) {
            x[i] = i / 10.0 - 10;
            y[i] = 1 + x[i] + 0.01 * x[i] * x[i] * random.nextGaussian();
        }
        Fit fit = Fitting.fit(new Line(), Observations.of(x, y), FitOptions.gains());
        Quantity slope = Quantity.parameter(fit, "b");
        Intervals intervals = Intervals.of(fit);
        double even = width(intervals.of(slope, new Bootstrap(Resampling.RESIDUALS, Ends.PERCENTILE), LEVEL));
        for (IntervalKind kind : List.of(
                new Bootstrap(Resampling.WILD, Ends.PERCENTILE),
                new Bootstrap(Resampling.CASES, Ends.PERCENTILE),
                Formula.SANDWICH,
                Formula.JACKKNIFE)) {
            assertThat(width(intervals.of(slope, kind, LEVEL))).isGreaterThan(1.25 * even);
        }
    }

    private static double width(Statement statement) {
        return statement.interval().upper() - statement.interval().lower();
    }

    @Test
    void checkpointsOfOneRunAreNotTakenForRuns() {
        Random random = new Random(4);
        double[] x = new double[60];
        double[] y = new double[60];
        int[] runs = new int[60];
        double shock = 0;
        for (int i = 0; i < x.length; i++) {
            shock = i % 5 == 0 ? random.nextGaussian() : shock;
            runs[i] = i / 5;
            x[i] = runs[i];
            y[i] = 1 + 0.5 * x[i] + shock + 0.1 * random.nextGaussian();
        }
        Observations data = Observations.of(x, y);
        Fit apart = Fitting.fit(new Line(), data, FitOptions.gains());
        Fit together = Fitting.fit(new Line(), data.clustered(runs), FitOptions.gains());
        assertThat(Intervals.of(together).recommended()).isEqualTo(Formula.JACKKNIFE);
        Quantity slope = Quantity.parameter(together, "b");
        double naive = width(Intervals.of(apart).of(slope, Formula.JACKKNIFE, LEVEL));
        for (IntervalKind kind : List.of(
                Formula.JACKKNIFE,
                Formula.SANDWICH,
                new Bootstrap(Resampling.CLUSTERS, Ends.PERCENTILE),
                new Bootstrap(Resampling.WILD_WEBB, Ends.T))) {
            assertThat(width(Intervals.of(together).of(slope, kind, LEVEL))).isGreaterThan(1.6 * naive);
        }
        assertThat(Intervals.of(together).of(slope, Formula.DELTA, LEVEL).notes())
                .contains("takes every value for a run of its own, but clusters share noise: too narrow");
    }

    @Test
    void drawsThatCannotBeFittedAreCountedAndSaid() {
        Fit fit = power(4, 1);
        Statement statement = Intervals.of(fit)
                .withDraws(400, 2)
                .of(Quantity.parameter(fit, "α"), new Bootstrap(Resampling.CASES, Ends.PERCENTILE), LEVEL);
        DrawCounts counts = statement.draws();
        // Of 256 ways to draw 4 of 4 runs, 88 hold fewer than 3 different ones.
        assertThat(counts.asked()).isEqualTo(400);
        assertThat(counts.failed()).isBetween(105, 170);
        assertThat(counts.used()).isEqualTo(400 - counts.failed());
        assertThat(statement.notes()).contains(counts.failed() + " of 400 draws failed and are left out");
    }

    @Test
    void drawsAtABoundAreCounted() {
        Fit fit = Fitting.fit(LawForms.POWER, sweep(5, 2, 0.05), FitOptions.losses());
        Draws draws = Intervals.of(fit).withDraws(200, 1).draws(Resampling.RESIDUALS);
        assertThat(draws.counts().atBounds()).isBetween(40, 200);
        assertThat(draws.parameters().filter(p -> p[0] <= 1e-9 || p[2] <= 0.0100001 || p[2] >= 2.9999))
                .hasSize(draws.counts().atBounds());
    }

    @Test
    void bandsOfRunsHoldThoseOfTheLaw() {
        Fit fit = power(6, 3);
        double[] x = {2e4, 2e5, 2e6, 2e7};
        Band law = Intervals.of(fit).band(Formula.DELTA, x, LEVEL, false);
        Band runs = Intervals.of(fit).band(Formula.DELTA, x, LEVEL, true);
        for (int i = 0; i < x.length; i++) {
            Interval of = law.intervals().get(i);
            assertSame(of, of.estimate(), (of.upper() - of.lower()) / 2, fit.confidence(x[i], LEVEL));
            Interval prediction = fit.prediction(x[i], LEVEL);
            assertThat(runs.intervals().get(i).upper()).isCloseTo(prediction.upper(), within(1e-6));
            assertThat(runs.intervals().get(i).lower())
                    .isCloseTo(prediction.lower(), within(1e-6))
                    .isLessThan(of.lower());
        }
    }

    private static void assertSame(Interval of, double estimate, double half, Interval expected) {
        assertThat(of.lower()).isCloseTo(expected.lower(), within(1e-4 * half));
        assertThat(of.upper()).isCloseTo(expected.upper(), within(1e-4 * half));
        assertThat(estimate).isEqualTo(expected.estimate());
    }

    @Test
    void recommendsByLossBoundsAndClusters() {
        assertThat(Intervals.of(power(6, 3)).recommended()).isEqualTo(Formula.DELTA);
        Fit near = Fitting.fit(LawForms.POWER, sweep(5, 1, 0.05), FitOptions.losses());
        assertThat(Intervals.of(near).recommended()).isEqualTo(Formula.PROFILE);
        Fit robust = Fitting.fit(
                LawForms.POWER, sweep(20, 3, 0.003), FitOptions.losses().withLoss(Loss.huberMad(1.345)));
        assertThat(Intervals.of(robust).recommended()).isEqualTo(new Bootstrap(Resampling.CASES, Ends.BCA));
    }

    @Test
    void underHubersLossTheProfileIsNearTheBootstrap() {
        Random random = new Random(6);
        double[] x = new double[150];
        double[] y = new double[150];
        for (int i = 0; i < x.length; i++) {
            x[i] = i / 10.0;
            y[i] = 1 + x[i] + (random.nextInt(10) == 0 ? 2 : 0.2) * random.nextGaussian();
        }
        Fit fit = Fitting.fit(
                new Line(), Observations.of(x, y), FitOptions.gains().withLoss(Loss.huberMad(1.345)));
        Quantity slope = Quantity.parameter(fit, "b");
        double drawn = width(Intervals.of(fit).of(slope, LEVEL));
        assertThat(width(Intervals.of(fit).of(slope, Formula.PROFILE, LEVEL))).isCloseTo(drawn, within(0.15 * drawn));
        assertThat(width(Intervals.of(fit).of(slope, Formula.DELTA, LEVEL))).isGreaterThan(1.3 * drawn);
    }

    @Test
    void saysWhichWaysSimulationsFoundWanting() {
        Fit fit = power(5, 3);
        Quantity exponent = Quantity.parameter(fit, "α");
        Intervals intervals = Intervals.of(fit).withDraws(1000, 1);
        assertThat(intervals
                        .of(exponent, new Bootstrap(Resampling.POINTS, Ends.PERCENTILE), LEVEL)
                        .notes())
                .anyMatch(note -> note.startsWith("cannot be relied on with so few budgets"));
        assertThat(intervals
                        .of(exponent, new Bootstrap(Resampling.RESIDUALS_RAW, Ends.PERCENTILE), LEVEL)
                        .notes())
                .anyMatch(note -> note.startsWith("too narrow, for the fit has taken its part"));
        assertThat(intervals.of(exponent, Formula.DELTA, LEVEL).notes()).isEmpty();
    }

    @Test
    void refusesWhatItCannotDo() {
        Fit fit = line();
        assertThatThrownBy(() -> IntervalKind.named("stratified-percentile"))
                .hasMessageContaining("must not draw seeds within their budget");
        assertThatThrownBy(() -> IntervalKind.named("magic"))
                .hasMessageContaining("delta, profile")
                .hasMessageContaining("wild-webb-t");
        assertThatThrownBy(() -> Quantity.parameter(fit, "c")).hasMessage("parameter must be one of a, b, but is c");
        assertThatThrownBy(() -> Intervals.of(fit).withDraws(3, 1)).hasMessage("draws must be at least 20, but are 3");
        assertThatThrownBy(() -> Intervals.of(fit).of(Quantity.parameter(fit, "a"), 95))
                .hasMessage("level must be between 0 and 1, but is 95.0");
        for (IntervalKind kind : IntervalKind.all()) {
            assertThat(IntervalKind.named(kind.key())).isEqualTo(kind);
            assertThat(kind.phrase()).isNotBlank();
        }
    }

    @Test
    void withoutAMeasureOfNoiseEveryFormulaIsUnbounded() {
        Fit fit =
                Fitting.fit(new Line(), Observations.of(new double[] {1, 2}, new double[] {1, 3}), FitOptions.gains());
        for (Formula formula : Formula.values()) {
            Statement statement = Intervals.of(fit).of(Quantity.parameter(fit, "b"), formula, LEVEL);
            assertThat(statement.interval().lower()).as(formula.key()).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(statement.interval().upper()).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(statement.notes()).contains("the data bound neither end");
        }
    }
}
