package dev.temper.toolkit.law;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Published runs, which lie beside the project and not in it; a test that needs them is skipped where they are absent. */
public final class Published {
    private static final Path DATA = Path.of("../../shared/data");

    /** The tasks of Gadre et al. 2024 on which a model of 154M does ten points better than chance. */
    private static final List<String> SEVENTEEN_TASKS = List.of(
            "bigbench_operators",
            "pubmed_qa_labeled",
            "hellaswag_zeroshot",
            "boolq",
            "arc_easy",
            "coqa",
            "bigbench_dyck_languages",
            "lambada_openai",
            "bigbench_novel_concepts",
            "winograd",
            "bigbench_cs_algorithms",
            "commonsense_qa",
            "bigbench_qa_wikidata",
            "hellaswag",
            "copa",
            "squad",
            "piqa");

    private Published() {}

    /** A file, such as {@code chinchilla/svg_extracted_data.csv}. */
    public static Path file(String name) {
        Path file = DATA.resolve(name);
        assumeTrue(Files.exists(file), () -> "the published " + name + " is not beside the project");
        return file;
    }

    /** The rows of a comma-separated file by the names in its first line; fields must not hold commas. */
    public static List<Map<String, String>> rows(String name) {
        List<String> lines = lines(file(name));
        String[] header = lines.get(0).split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], fields[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    /** One column as numbers; an empty field is NaN. */
    public static double[] column(List<Map<String, String>> rows, String name) {
        return rows.stream()
                .map(row -> row.getOrDefault(name, ""))
                .mapToDouble(field -> field.isBlank() ? Double.NaN : Double.parseDouble(field))
                .toArray();
    }

    /** One field of a row as a number. */
    public static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.getOrDefault(column, ""));
    }

    /** The mean error of a run of {@code mlfoundations_scaling} over the seventeen tasks. */
    public static double error(Map<String, String> run) {
        return SEVENTEEN_TASKS.stream()
                .mapToDouble(task -> 1 - number(run, "acc_" + task))
                .average()
                .orElseThrow();
    }

    /**
     * Losses of models by N (parameters) and D (tokens), as Besiroglu et al. 2024 (arXiv 2404.10102) read them off the paper of
     * Hoffmann et al. 2022; without the five largest losses, 240 of 245.
     */
    public static Observations chinchilla() {
        List<Map<String, String>> rows = rows("chinchilla/svg_extracted_data.csv");
        double[] sizes = column(rows, "Model Size");
        double[] flop = column(rows, "Training FLOP");
        double[] losses = column(rows, "loss");
        double fifth = Arrays.stream(losses).sorted().toArray()[losses.length - 5];
        List<double[]> kept = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < losses.length; i++) {
            if (losses[i] < fifth) {
                kept.add(new double[] {sizes[i], flop[i] / (6 * sizes[i])});
                values.add(losses[i]);
            }
        }
        return Observations.of(
                kept.toArray(double[][]::new),
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " must be readable, but is not", e);
        }
    }
}
