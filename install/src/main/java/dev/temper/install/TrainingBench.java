package dev.temper.install;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tokens per second of one core at three widths of the embedded study's model, beside PyTorch eager on the same model. The
 * two take turns, so that a busy machine slows both, and the ratio is the median over the rounds.
 */
final class TrainingBench {
    private static final List<Integer> WIDTHS = List.of(16, 32, 64);
    private static final int ROUNDS = 5;
    private static final long STEPS = 400;

    private final Optional<Peer> peer;
    private final PrintStream out;

    TrainingBench(Optional<Peer> peer, PrintStream out) {
        this.peer = peer;
        this.out = out;
    }

    void run() throws IOException, InterruptedException {
        out.printf(
                "Tokens per second of one core: 2 layers, batches of 16 windows of 32 tokens, AdamW, %d steps, %d rounds%n",
                STEPS, ROUNDS);
        if (peer.isEmpty()) {
            out.println("No PyTorch is found to stand beside it: name a Python that has it in TEMPER_TORCH_PYTHON");
        }
        Map<Integer, List<Double>> ours = new LinkedHashMap<>();
        Map<Integer, List<Double>> theirs = new LinkedHashMap<>();
        for (int round = 1; round <= ROUNDS; round++) {
            for (int width : WIDTHS) {
                measure(round, width, ours, theirs);
            }
        }
        tell(ours, theirs);
    }

    private void measure(int round, int width, Map<Integer, List<Double>> ours, Map<Integer, List<Double>> theirs)
            throws IOException, InterruptedException {
        double mine = inFreshFolder(width);
        ours.computeIfAbsent(width, key -> new ArrayList<>()).add(mine);
        String beside = "";
        if (peer.isPresent()) {
            double other = peer.get().tokensPerSecond(width, STEPS);
            theirs.computeIfAbsent(width, key -> new ArrayList<>()).add(other);
            beside = String.format(Locale.ROOT, ", PyTorch %,.0f", other);
        }
        out.printf(Locale.ROOT, "round %d, width %d: Temper %,.0f%s%n", round, width, mine, beside);
    }

    private static double inFreshFolder(int width) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("temper-bench");
        try {
            return EmbeddedRun.tokensPerSecond(folder, width, STEPS);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private void tell(Map<Integer, List<Double>> ours, Map<Integer, List<Double>> theirs) {
        Map<String, Double> figures = new LinkedHashMap<>();
        out.printf("%n%5s %14s %14s %18s%n", "width", "Temper", "PyTorch eager", "Temper / PyTorch");
        for (int width : WIDTHS) {
            List<Double> mine = ours.getOrDefault(width, List.of());
            List<Double> others = theirs.getOrDefault(width, List.of());
            figures.put("temper_width" + width, median(mine));
            out.printf(Locale.ROOT, "%5d %,14.0f", width, median(mine));
            if (others.isEmpty()) {
                out.printf("%15s %18s%n", "-", "-");
            } else {
                List<Double> ratios = new ArrayList<>();
                for (int i = 0; i < mine.size(); i++) {
                    ratios.add(mine.get(i) / others.get(i));
                }
                figures.put("pytorch_width" + width, median(others));
                figures.put("ratio_width" + width, median(ratios));
                out.printf(
                        Locale.ROOT,
                        "%,15.0f %8.2f (%.2f-%.2f)%n",
                        median(others),
                        median(ratios),
                        ratios.stream().min(Comparator.naturalOrder()).orElse(Double.NaN),
                        ratios.stream().max(Comparator.naturalOrder()).orElse(Double.NaN));
            }
        }
        out.println(figures.entrySet().stream()
                .map(figure -> String.format(Locale.ROOT, "\"%s\": %.4g", figure.getKey(), figure.getValue()))
                .collect(Collectors.joining(", ", "{", "}")));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
