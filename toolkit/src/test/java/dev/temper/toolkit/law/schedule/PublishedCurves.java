package dev.temper.toolkit.law.schedule;

import dev.temper.toolkit.law.Published;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The loss curves of Luo et al. 2025 at three sizes under nine schedules each, skipped where they are not at hand. */
final class PublishedCurves {
    static final List<String> TRAIN = List.of("cosine_24000", "constant_24000", "wsdcon_9");
    static final List<String> TEST =
            List.of("constant_72000", "cosine_72000", "wsd_20000_24000", "wsdld_20000_24000", "wsdcon_3", "wsdcon_18");
    private static final int WARM_UP = 2160;
    private static final double PEAK = 3e-4;
    private static final double END = 3e-5;

    private PublishedCurves() {}

    static List<LossCurve> of(int millions, List<String> names) {
        return names.stream().map(name -> read(millions, name)).toList();
    }

    private static LossCurve read(int millions, String name) {
        List<Map<String, String>> rows = Published.rows("multipowerlaw/csv_" + millions + "/" + name + ".csv");
        int[] steps = Arrays.stream(Published.column(rows, "step"))
                .mapToInt(step -> (int) step)
                .toArray();
        return LossCurve.of(schedule(name), steps, Published.column(rows, "loss"));
    }

    private static Schedule schedule(String name) {
        String[] words = name.split("_", -1);
        return switch (words[0]) {
            case "constant" -> Schedule.constant(WARM_UP, Integer.parseInt(words[1]), PEAK);
            case "cosine" -> Schedule.cosine(WARM_UP, Integer.parseInt(words[1]), PEAK, END);
            case "wsdcon" -> Schedule.stepDown(WARM_UP, 8000, 16_000, PEAK, Integer.parseInt(words[1]) * 1e-5);
            case "wsd" -> Schedule.exponential(WARM_UP, 20_000, 24_000, PEAK, END);
            case "wsdld" -> Schedule.linear(WARM_UP, 20_000, 24_000, PEAK, END);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
