package dev.temper.toolkit.law.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.FitWarning;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.Published;
import dev.temper.toolkit.law.compute.IsoFlops;
import dev.temper.toolkit.law.solve.Loss;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Published fits of the forms, found again on the published runs. */
class PublishedFormsTest {
    private static final FitOptions HOFFMANN = FitOptions.losses().withLoss(Loss.HUBER_HOFFMANN);

    private static Observations datablations() {
        List<Map<String, String>> rows = Published.rows("datablations/runs_fit182.csv");
        double[] sizes = Published.column(rows, "params");
        double[] tokens = Published.column(rows, "tokens");
        double[] unique = Published.column(rows, "unique_tokens");
        double[][] x = new double[sizes.length][];
        Arrays.setAll(x, i -> new double[] {sizes[i], tokens[i], unique[i]});
        return Observations.of(x, Published.column(rows, "val_loss_c4"));
    }

    private static double huber(LawForm form, double[] parameters, Observations data) {
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            double size = Math.abs(Math.log(form.value(parameters, data.row(i)) / data.value(i)));
            sum += size <= 1e-3 ? size * size / 2 : 1e-3 * (size - 5e-4);
        }
        return sum;
    }

    @Test
    void huberOptimumOfChinchilla() {
        Fit fit = Fitting.fit(LawForms.CHINCHILLA, Published.chinchilla(), HOFFMANN);
        assertThat(fit.convergence().objective()).isCloseTo(0.0010182740178006, within(1e-12));
        assertThat(fit.parameters()[3]).isCloseTo(0.347310, within(1e-6));
        assertThat(fit.parameters()[4]).isCloseTo(0.367172, within(1e-6));
    }

    @Test
    void parabolasOfChinchillaAgreeWithTheirPaper() {
        List<Map<String, String>> rows = Published.rows("chinchilla/svg_extracted_data.csv");
        IsoFlops flops = IsoFlops.of(
                Published.column(rows, "Training FLOP"),
                Published.column(rows, "Model Size"),
                Published.column(rows, "loss"),
                0.1);
        assertThat(flops.law(0.95).exponent().estimate()).isCloseTo(0.49, within(0.02));
        assertThat(flops.law(0.95).exponent().contains(0.49)).isTrue();
    }

    @Test
    void publishedRepetitionIsOneOfSeveralOptimaAndNotTheBest() {
        Observations data = datablations();
        assertThat(data.size()).isEqualTo(182);
        assertThat(huber(LawForms.DATA_CONSTRAINED_KNOWN, new double[] {15.387756, 5.309743}, data))
                .isCloseTo(0.015825935258, within(1e-12));
        Fit fit = Fitting.fit(LawForms.DATA_CONSTRAINED_KNOWN, data, HOFFMANN);
        assertThat(fit.convergence().objective()).isCloseTo(0.015804662474, within(1e-12));
        assertThat(fit.parameters()[0]).isCloseTo(95.37, within(0.01));
        assertThat(fit.parameters()[1]).isCloseTo(1.706, within(1e-3));
        assertThat(fit.convergence().otherOptima())
                .hasSizeGreaterThan(1)
                .anyMatch(other -> Math.abs(other - 0.0158259321) < 1e-9)
                .isSorted();
        assertThat(fit.warnings()).contains(FitWarning.SEVERAL_OPTIMA);
    }

    @Test
    void repetitionOfTokensAlone() {
        Fit fit = Fitting.fit(LawForms.DATA_CONSTRAINED_TOKENS, datablations(), HOFFMANN);
        assertThat(fit.convergence().objective()).isCloseTo(0.016922348744, within(1e-12));
        assertThat(fit.parameters()[0]).isCloseTo(2.91490, within(1e-4));
    }

    /** The best size for the tokens shrinks toward zero while R_N* grows: the two are not told apart. */
    @Test
    void allSevenFreeFitBetterAndRunToABound() {
        Fit fit = Fitting.fit(LawForms.DATA_CONSTRAINED, datablations(), HOFFMANN);
        assertThat(fit.convergence().objective()).isCloseTo(0.0065659, within(1e-6));
        assertThat(fit.convergence().atBounds()).containsExactly("R_N*");
        assertThat(fit.warnings()).contains(FitWarning.AT_A_BOUND);
    }

    /** What repeating does cannot be told from runs without repeats, and the other way round R² shows what it explains. */
    @Test
    void repetitionExplainsWhatALawWithoutItDoesNot() {
        Observations data = datablations();
        LawForm form = LawForms.DATA_CONSTRAINED_KNOWN;
        double[] without = {1e12, 1e12};
        assertThat(determination(form, without, data)).isCloseTo(0.445168, within(1e-5));
        assertThat(determination(form, new double[] {15.387756, 5.309743}, data))
                .isCloseTo(0.772, within(1e-3));
    }

    private static double determination(LawForm form, double[] parameters, Observations data) {
        double[] values = new double[data.size()];
        Arrays.setAll(values, data::value);
        double mean = Arrays.stream(values).average().orElseThrow();
        double residual = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            residual += Math.pow(form.value(parameters, data.row(i)) - values[i], 2);
            total += Math.pow(values[i] - mean, 2);
        }
        return 1 - residual / total;
    }

    private static final class OverTrained {
        private static final List<String> SMALL =
                List.of("d=96_l=8_h=4", "d=512_l=8_h=4", "d=576_l=24_h=8", "d=1024_l=24_h=8");

        final List<Map<String, String>> runs;

        OverTrained(String source) {
            runs = Published.rows("mlfoundations_scaling/runs.csv").stream()
                    .filter(run -> source.equals(run.get("train_data")))
                    .toList();
        }

        static double[] place(Map<String, String> run) {
            return new double[] {Published.number(run, "N"), 20 * Published.number(run, "chinchilla_multiplier")};
        }

        static boolean is(Map<String, String> run, String model, double multiplier) {
            return model.equals(run.get("model")) && Published.number(run, "chinchilla_multiplier") == multiplier;
        }

        /** The five small runs that the authors fit. */
        static boolean fitted(Map<String, String> run) {
            return SMALL.stream().anyMatch(model -> is(run, model, 1)) || is(run, SMALL.get(0), 16);
        }

        Map<String, String> run(String model, double multiplier) {
            return runs.stream()
                    .filter(run -> is(run, model, multiplier))
                    .findFirst()
                    .orElseThrow();
        }

        Fit loss() {
            List<Map<String, String>> small =
                    runs.stream().filter(OverTrained::fitted).toList();
            return Fitting.fit(
                    LawForms.OVER_TRAINING,
                    Observations.of(
                            small.stream().map(OverTrained::place).toArray(double[][]::new),
                            Published.column(small, "loss_c4_val")),
                    FitOptions.gains());
        }

        Fit errorFromLoss() {
            Predicate<Map<String, String>> fitted = OverTrained::fitted;
            List<Map<String, String>> chain = runs.stream()
                    .filter(fitted.or(run -> is(run, "open_lm_1b", 1)))
                    .toList();
            return Fitting.fit(
                    LawForms.ERROR_FROM_LOSS,
                    Observations.of(
                            Published.column(chain, "loss_c4_val"),
                            chain.stream().mapToDouble(Published::error).toArray()),
                    FitOptions.gains());
        }

        double offInPercent(String model, double multiplier) {
            Map<String, String> run = run(model, multiplier);
            double loss = Published.number(run, "loss_c4_val");
            return 100 * Math.abs(loss().value(place(run)) - loss) / loss;
        }

        double offInErrorInPercent(String model, double multiplier) {
            Map<String, String> run = run(model, multiplier);
            double predicted = errorFromLoss().value(loss().value(place(run)));
            return 100 * Math.abs(predicted - Published.error(run)) / Published.error(run);
        }
    }

    @Test
    void overTrainingForecastsLargeRunsFromFiveSmallOnes() {
        OverTrained redPajama = new OverTrained("rpj");
        assertThat(redPajama.offInPercent("open_lm_1b", 32)).isCloseTo(0.7103, within(5e-5));
        assertThat(redPajama.offInPercent("open_lm_7b", 1)).isCloseTo(0.7320, within(5e-5));
        assertThat(new OverTrained("c4_original").offInPercent("open_lm_7b", 1)).isCloseTo(4.30, within(5e-3));
        assertThat(new OverTrained("rw_original").offInPercent("open_lm_7b", 1)).isCloseTo(1.62, within(5e-3));
    }

    @Test
    void theChainForecastsDownstreamErrorFromFiveSmallRunsAndOneLarger() {
        OverTrained redPajama = new OverTrained("rpj");
        assertThat(redPajama.offInErrorInPercent("open_lm_1b", 32)).isCloseTo(3.64, within(0.02));
        assertThat(redPajama.offInErrorInPercent("open_lm_7b", 1)).isCloseTo(0.05, within(0.02));
    }
}
