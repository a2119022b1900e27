package dev.temper.toolkit.law.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.law.ErrorScale;
import dev.temper.toolkit.law.Fit;
import dev.temper.toolkit.law.FitOptions;
import dev.temper.toolkit.law.Fitting;
import dev.temper.toolkit.law.Interval;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.Published;
import dev.temper.toolkit.law.form.LawForms;
import dev.temper.toolkit.law.solve.Loss;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChainReproductionTest {
    private static final FitOptions PLAIN =
            new FitOptions(ErrorScale.NATURAL, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);

    private static double[] place(Map<String, String> run) {
        return new double[] {Published.number(run, "N"), 20 * Published.number(run, "chinchilla_multiplier")};
    }

    private static Observations observations(List<Map<String, String>> runs) {
        return Observations.of(
                runs.stream().map(ChainReproductionTest::place).toArray(double[][]::new),
                runs.stream()
                        .mapToDouble(run -> Published.number(run, "loss_c4_val"))
                        .toArray());
    }

    /** Gadre et al. 2024 (arXiv 2403.08540): five small runs give the loss, those and one of 1.4B the error over seventeen tasks. */
    @Test
    void errorsOfSeventeenTasksArePredictedAsPublished() {
        List<Map<String, String>> runs = Published.rows("mlfoundations_scaling/runs.csv").stream()
                .filter(run -> "rpj".equals(run.get("train_data")))
                .toList();
        List<String> small = List.of("d=96_l=8_h=4", "d=512_l=8_h=4", "d=576_l=24_h=8", "d=1024_l=24_h=8");
        List<Map<String, String>> five = runs.stream()
                .filter(run -> small.contains(run.get("model"))
                        && (Published.number(run, "chinchilla_multiplier") == 1
                                || (Published.number(run, "chinchilla_multiplier") == 16
                                        && small.get(0).equals(run.get("model")))))
                .toList();
        List<Map<String, String>> six = runs.stream()
                .filter(run -> five.contains(run)
                        || ("open_lm_1b".equals(run.get("model"))
                                && Published.number(run, "chinchilla_multiplier") == 1))
                .toList();
        assertThat(five).hasSize(5);
        assertThat(six).hasSize(6);
        Fit loss = Fitting.fit(LawForms.OVER_TRAINING, observations(five), PLAIN);
        Fit error = Fitting.fit(
                LawForms.ERROR_FROM_LOSS,
                Observations.of(
                        six.stream()
                                .mapToDouble(run -> Published.number(run, "loss_c4_val"))
                                .toArray(),
                        six.stream().mapToDouble(Published::error).toArray()),
                PLAIN);
        Chain chain = Chain.of(loss, error);

        assertThat(100 * missed(chain, runs, "open_lm_1b", 32)).isCloseTo(3.6365, within(5e-4));
        assertThat(100 * missed(chain, runs, "open_lm_7b", 1)).isCloseTo(0.0464, within(5e-4));
    }

    private static double missed(Chain chain, List<Map<String, String>> runs, String model, double multiplier) {
        Map<String, String> run = runs.stream()
                .filter(each -> model.equals(each.get("model"))
                        && Published.number(each, "chinchilla_multiplier") == multiplier)
                .findFirst()
                .orElseThrow();
        return Math.abs(chain.value(place(run)) - Published.error(run)) / Published.error(run);
    }

    private static double sizeOf(String file) {
        return switch (file.split("-", -1)[0]) {
            case "190M" -> 190_354_176.0;
            case "370M" -> 371_262_464.0;
            case "760M" -> 758_220_288.0;
            case "1B" -> 1_279_395_840.0;
            default -> throw new IllegalArgumentException(file);
        };
    }

    private record Task(String name, int items, double published) {}

    /** Numbers of items, and by what share of the truth Bhagia et al. 2024 missed the accuracy of the model of 13B. */
    private static final List<Task> TASKS = List.of(
            new Task("hellaswag_val", 10042, 0.0254),
            new Task("arc_challenge_test", 1172, 0.1745),
            new Task("arc_easy_test", 2376, 0.1139),
            new Task("piqa_val", 1838, 0.0106),
            new Task("csqa_val", 1221, 0.0473),
            new Task("socialiqa_val", 1954, 0.0268),
            new Task("openbookqa_test", 500, 0.0776));

    /**
     * The ladder of Bhagia et al. 2024 (arXiv 2412.04403): sixteen runs to 1.3B foretell one of 13B. They fit accuracies along whole
     * runs; here are the ends of runs alone, with the numbers of items behind them.
     */
    @Test
    void ladderToOneBillionForetellsThirteenBillionCloserThanPublished() {
        List<Map<String, String>> rows = Published.rows("olmo_ladder/final_rows.csv");
        Map<String, String> target = named(rows, "peteish13_eval_final.csv").get(2);
        double[] place = {13_202_396_160.0, 5_000_088_518_656.0};
        double missed = 0;
        double missedAsPublished = 0;
        int held = 0;
        for (Task task : TASKS) {
            Interval interval = chain(rows, task).confidence(place, 0.95);
            double actual = Published.number(target, accuracy(task));
            missed += Math.abs(interval.estimate() / actual - 1) / TASKS.size();
            missedAsPublished += task.published / TASKS.size();
            held += interval.contains(actual) ? 1 : 0;
        }
        assertThat(missed).isLessThan(missedAsPublished).isCloseTo(0.052, within(0.001));
        assertThat(held).isEqualTo(6);
    }

    private static Chain chain(List<Map<String, String>> rows, Task task) {
        String bits = "eval/downstream_bpb/" + task.name + "_rc_5shot_bpb";
        List<Map<String, String>> sixteen = named(rows, "(190M|370M|760M|1B)-(1|2|5|10)xC.csv");
        double[][] places = sixteen.stream()
                .map(row -> new double[] {
                    sizeOf(row.getOrDefault("file", "")), Published.number(row, "throughput/total_tokens")
                })
                .toArray(double[][]::new);
        Fit loss = Fitting.fit(
                LawForms.CHINCHILLA,
                Observations.of(places, Published.column(sixteen, bits)),
                FitOptions.losses().withLoss(Loss.HUBER_HOFFMANN));
        List<Map<String, String>> all = named(rows, "(190M|370M|760M|1B)-.*");
        double[] items = new double[all.size()];
        Arrays.fill(items, task.items);
        Fit accuracy = Fitting.fit(
                AccuracyLaw.upTo(1),
                Observations.of(Published.column(all, bits), Published.column(all, accuracy(task)))
                        .weighted(items),
                FitOptions.accuracies());
        return Chain.of(loss, accuracy);
    }

    private static String accuracy(Task task) {
        return "eval/downstream/" + task.name + "_rc_5shot_len_norm";
    }

    private static List<Map<String, String>> named(List<Map<String, String>> rows, String pattern) {
        return rows.stream()
                .filter(row -> row.getOrDefault("file", "").matches(pattern))
                .toList();
    }
}
