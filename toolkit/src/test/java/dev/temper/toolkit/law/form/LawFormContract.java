package dev.temper.toolkit.law.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitException;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.FitWarning;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every law form keeps. A new form gets a subclass that names it, gives usual parameters and places where it is measured. */
abstract class LawFormContract {
    private static final double STEP = 1e-6;

    abstract LawForm form();

    /** Parameters as a paper would report them. */
    abstract double[] usual();

    /** Rows of variables, enough of them to tell the parameters. */
    abstract double[][] rows();

    FitOptions options() {
        return FitOptions.losses();
    }

    /** By how much, of its size, a parameter that is found again from clean data may be off. */
    double slack() {
        return 1e-4;
    }

    @Test
    void isListedUnderItsKey() {
        assertThat(form().key()).matches("[a-z]+(-[a-z0-9]+)*");
        assertThat(LawForms.named(form().key())).isSameAs(form());
        assertThat(LawForms.ALL).contains(form());
    }

    @Test
    void namesEveryParameterAndVariableOnceWithUnitAndMeaning() {
        assertThat(form().parameters()).extracting(Parameter::name).doesNotHaveDuplicates();
        assertThat(form().variables()).extracting(Variable::name).doesNotHaveDuplicates();
        assertThat(form().parameters()).allSatisfy(parameter -> {
            assertThat(parameter.unit()).isNotBlank();
            assertThat(parameter.meaning()).isNotBlank();
        });
        assertThat(form().variables()).allSatisfy(variable -> {
            assertThat(variable.unit()).isNotBlank();
            assertThat(variable.meaning()).isNotBlank();
        });
    }

    @Test
    void namesItsParametersAndVariablesInItsFormula() {
        assertThat(usual()).hasSameSizeAs(form().parameters());
        assertThat(form().parameters())
                .allSatisfy(parameter -> assertThat(form().formula()).contains(parameter.name()));
        assertThat(form().variables())
                .allSatisfy(variable -> assertThat(form().formula()).contains(variable.name()));
    }

    @Test
    void tellsItsFormulaForAPageAndItsSource() {
        assertThat(form().latex()).isNotBlank().doesNotContain("$");
        assertThat(form().latex().chars().filter(c -> c == '{').count())
                .isEqualTo(form().latex().chars().filter(c -> c == '}').count());
        assertThat(form().source()).isNotBlank();
        assertThat(form().name()).isNotBlank().doesNotEndWith(".");
    }

    @Test
    void gradientIsThatOfFiniteDifferences() {
        for (double[] parameters : List.of(usual(), scaled(1.15), scaled(0.85))) {
            for (double[] x : rows()) {
                double[] gradient = form().gradient(parameters, x);
                for (int j = 0; j < gradient.length; j++) {
                    double[] up = moved(parameters, j, 1);
                    double[] down = moved(parameters, j, -1);
                    double slope = (form().value(up, x) - form().value(down, x)) / (up[j] - down[j]);
                    double rounding = 1e-15 * Math.abs(form().value(parameters, x)) / (up[j] - down[j]);
                    assertThat(gradient[j])
                            .as(
                                    "derivative in %s at %s",
                                    form().parameters().get(j).name(), Arrays.toString(x))
                            .isCloseTo(slope, within(1e-5 * Math.abs(slope) + 10 * rounding));
                }
            }
        }
    }

    @Test
    void centredCoordinatesGoThereAndBack() {
        double[] back = form().parametersOf(form().centredOf(usual(), pivot()), pivot());
        for (int j = 0; j < back.length; j++) {
            assertThat(back[j]).isCloseTo(usual()[j], within(1e-9 * Math.abs(usual()[j])));
        }
    }

    @Test
    void jacobianIsThatOfFiniteDifferences() {
        double[] centred = form().centredOf(usual(), pivot());
        double[][] jacobian = form().jacobian(centred, pivot());
        for (int j = 0; j < centred.length; j++) {
            double[] up = moved(centred, j, 1);
            double[] down = moved(centred, j, -1);
            for (int i = 0; i < centred.length; i++) {
                double slope = (form().parametersOf(up, pivot())[i] - form().parametersOf(down, pivot())[i])
                        / (up[j] - down[j]);
                assertThat(jacobian[i][j]).isCloseTo(slope, within(1e-6 * Math.max(Math.abs(slope), 1e-6)));
            }
        }
    }

    @Test
    void isLinearInItsLeadingCentredCoordinates() {
        double[] centred = form().centredOf(usual(), pivot());
        for (int j = 0; j < form().linear(); j++) {
            for (double[] x : rows()) {
                double[] one = centred.clone();
                double[] two = centred.clone();
                one[j] += 0.5 * Math.abs(centred[j]);
                two[j] += Math.abs(centred[j]);
                double here = at(centred, x);
                assertThat(at(two, x) - here)
                        .isCloseTo(2 * (at(one, x) - here), within(1e-9 * Math.max(1, Math.abs(here))));
            }
        }
    }

    @Test
    void itsUsualParametersLieWithinItsBounds() {
        double[] centred = form().centredOf(usual(), pivot());
        Fit fit = Fitting.fit(form(), clean(), options());
        double[][] bounds = form().bounds(fit.design(), options());
        for (int j = 0; j < centred.length; j++) {
            assertThat(centred[j]).isBetween(bounds[0][j], bounds[1][j]);
        }
    }

    @Test
    void shapesFillUpTheCentredCoordinatesWithinTheBounds() {
        Fit fit = Fitting.fit(form(), clean(), options());
        double[][] bounds = form().bounds(fit.design(), options());
        List<double[]> shapes = form().shapes(fit.design());
        assertThat(shapes).isNotEmpty().allSatisfy(shape -> {
            assertThat(form().linear() + shape.length).isEqualTo(usual().length);
            for (int j = 0; j < shape.length; j++) {
                assertThat(shape[j])
                        .isBetween(bounds[0][form().linear() + j] - 1e-9, bounds[1][form().linear() + j] + 1e-9);
            }
        });
    }

    @Test
    void bandHoldsTheTruthUnderNoise() {
        Random random = new Random(11);
        double[][] rows = Stream.of(rows(), rows()).flatMap(Arrays::stream).toArray(double[][]::new);
        double[] values = values(usual(), rows);
        for (int i = 0; i < values.length; i++) {
            values[i] *= Math.exp(1e-3 * random.nextGaussian());
        }
        Fit fit = Fitting.fit(form(), Observations.of(rows, values), options());
        for (double[] x : List.of(rows[0], pivot(), rows[rows.length - 1])) {
            Interval band = fit.confidence(x, 0.9999);
            assertThat(band.contains(form().value(usual(), x)))
                    .as("%s at %s in %s", form().value(usual(), x), Arrays.toString(x), band)
                    .isTrue();
            assertThat(band.bounded()).isTrue();
        }
    }

    @Test
    void ordersOfRunsDoNotMatter() {
        double[][] rows = rows();
        List<double[]> turned = Arrays.asList(rows.clone());
        Collections.reverse(turned);
        double[][] reversed = turned.toArray(double[][]::new);
        Fit one = Fitting.fit(form(), Observations.of(rows, values(usual(), rows)), options());
        Fit other = Fitting.fit(form(), Observations.of(reversed, values(usual(), reversed)), options());
        double here = one.value(pivot());
        assertThat(other.value(pivot())).isCloseTo(here, within(1e-7 * Math.abs(here)));
    }

    @Test
    void recoversTheParametersOfCleanData() {
        Fit fit = Fitting.fit(form(), clean(), options());
        for (int j = 0; j < usual().length; j++) {
            assertThat(fit.parameters()[j])
                    .as(form().parameters().get(j).name())
                    .isCloseTo(usual()[j], within(slack() * Math.abs(usual()[j])));
        }
        assertThat(fit.warnings()).doesNotContain(FitWarning.EARLY_STOP, FitWarning.AT_A_BOUND, FitWarning.TURNS);
    }

    @Test
    void refusesFewerPointsThanParameters() {
        int few = form().parameters().size() - 1;
        assumeThat(few).as("a form of one parameter needs one point only").isPositive();
        double[][] rows = new double[few][];
        Arrays.setAll(rows, i -> rows()[(rows().length - 1) * i / Math.max(1, few - 1)]);
        double[][] twice = new double[2 * few][];
        System.arraycopy(rows, 0, twice, 0, few);
        System.arraycopy(rows, 0, twice, few, few);
        assertThatThrownBy(() -> Fitting.fit(form(), Observations.of(twice, values(usual(), twice)), options()))
                .isInstanceOf(FitException.class)
                .hasMessageContaining("must be at least " + (few + 1))
                .hasMessageContaining("but are " + few);
    }

    final Observations clean() {
        return Observations.of(rows(), values(usual(), rows()));
    }

    final double[] values(double[] parameters, double[][] rows) {
        return Arrays.stream(rows).mapToDouble(x -> form().value(parameters, x)).toArray();
    }

    /** Budgets of anneals, each twice the one before. */
    static double[][] budgets() {
        double[] budgets = new double[8];
        Arrays.setAll(budgets, i -> 10_000 * Math.pow(2, i));
        return grid(budgets);
    }

    /** Every combination of numbers along axes. */
    static double[][] grid(double[]... axes) {
        return Grid.of(axes).toArray(double[][]::new);
    }

    private double at(double[] centred, double[] x) {
        return form().value(form().parametersOf(centred, pivot()), x);
    }

    private double[] pivot() {
        return rows()[rows().length / 2];
    }

    private double[] scaled(double factor) {
        return Arrays.stream(usual()).map(each -> factor * each).toArray();
    }

    private static double[] moved(double[] values, int j, int sign) {
        double[] moved = values.clone();
        moved[j] += sign * STEP * (moved[j] == 0 ? 1 : Math.abs(moved[j]));
        return moved;
    }
}
