package dev.temper.toolkit.store;

import dev.temper.toolkit.anneal.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code metrics.jsonl} holds. A resumed run may measure again what it had measured before: the later line counts.
 *
 * @param measurements one for each token count, metric and domain, in the order of the file
 * @param faults a sentence for each line that could not be used: a torn last line, or a broken one
 */
public record Metrics(List<Measurement> measurements, List<String> faults) {
    /** Copies the lists. */
    public Metrics {
        measurements = List.copyOf(measurements);
        faults = List.copyOf(faults);
    }

    static Metrics read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Metrics(List.of(), List.of());
        }
        String text = Json.text(file);
        Map<List<Object>, Measurement> latest = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            boolean torn = i == lines.length - 1;
            if (lines[i].isBlank()) {
                continue;
            }
            try {
                Measurement measurement = Json.parse(lines[i], Measurement.class);
                if (torn) {
                    faults.add(file + ", line " + (i + 1) + ": the last line has no end and is not counted");
                } else {
                    latest.put(List.of(measurement.tokens(), measurement.metric(), measurement.domain()), measurement);
                }
            } catch (IOException e) {
                faults.add(file + ", line " + (i + 1) + ": " + (torn ? "the last line is torn" : "not a measurement")
                        + " and is not counted");
            }
        }
        return new Metrics(List.copyOf(latest.values()), faults);
    }
}
