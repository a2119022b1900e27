package dev.temper.install.laws;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads options and writes figures. */
final class Words {
    private Words() {}

    static int number(List<String> words, int at, int least) {
        String option = words.get(at - 1);
        String word = at < words.size() ? words.get(at) : "missing";
        try {
            int number = Integer.parseInt(word);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " must be a number, but is " + word, e);
        }
        throw new IllegalArgumentException(option + " must be at least " + least + ", but is " + word);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    static String json(Map<String, Double> figures) {
        return figures.entrySet().stream()
                .map(figure -> '"' + figure.getKey() + "\": " + number(figure.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.5g", value) : "null";
    }
}
