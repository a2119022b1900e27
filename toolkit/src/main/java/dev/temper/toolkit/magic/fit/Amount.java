package dev.temper.toolkit.magic.fit;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Numbers as people type them: 0.5, 3e8, 164k, 1.3B. */
final class Amount {
    private static final Map<String, Integer> ZEROS = Map.of("k", 3, "m", 6, "b", 9, "t", 12);

    private Amount() {}

    static Optional<Double> read(String typed) {
        String text = typed.strip().replace("_", "");
        String last = text.isEmpty() ? "" : text.substring(text.length() - 1).toLowerCase(Locale.ROOT);
        Integer zeros = ZEROS.get(last);
        try {
            String digits = zeros == null ? text : text.substring(0, text.length() - 1);
            return Optional.of(new BigDecimal(digits)
                    .scaleByPowerOfTen(zeros == null ? 0 : zeros)
                    .doubleValue());
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
