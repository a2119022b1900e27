package dev.temper.toolkit.magic;

import dev.temper.toolkit.magic.Yaml.Fields;
import dev.temper.toolkit.magic.Yaml.Items;
import dev.temper.toolkit.magic.Yaml.Node;
import dev.temper.toolkit.magic.Yaml.Place;
import dev.temper.toolkit.magic.Yaml.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.LongPredicate;

/**
 * One map of a study's text, read key by key. A value that is missing or out of bounds is added to the faults and replaced
 * by a harmless one, so that reading goes on and finds the others.
 */
final class Section {
    private final String title;
    private final Fields fields;
    private final List<Fault> faults;

    /** The title names the section in messages: "of source web", or nothing for the top. */
    Section(String title, Fields fields, List<Fault> faults) {
        this.title = title;
        this.fields = fields;
        this.faults = faults;
    }

    /** Reports every key that is none of these. */
    Section only(String... valid) {
        for (String key : fields.nodes().keySet()) {
            if (!List.of(valid).contains(key)) {
                fault(place(key), "unknown key '" + key + "'" + title + "; valid keys: " + String.join(", ", valid));
            }
        }
        return this;
    }

    List<String> keys() {
        return List.copyOf(fields.nodes().keySet());
    }

    Section section(String key, String name) {
        Node node = fields.nodes().get(key);
        if (node instanceof Fields nested) {
            return new Section(name, nested, faults);
        }
        if (node != null) {
            fault(node.place(), key + title + " must be a map such as {key: value}, but is " + Yaml.kind(node));
        }
        return new Section(name, Fields.empty(fields.place()), faults);
    }

    boolean has(String key) {
        return fields.nodes().containsKey(key);
    }

    String text(String key, Function<String, Optional<String>> fault, String fallback) {
        return scalar(key)
                .map(scalar -> {
                    Optional<String> wrong = fault.apply(scalar.text());
                    wrong.ifPresent(message -> fault(scalar.place(), key + title + " " + message));
                    return wrong.isPresent() ? fallback : scalar.text();
                })
                .orElse(fallback);
    }

    long integer(String key, LongPredicate holds, String bound, long fallback) {
        return scalar(key)
                .map(scalar -> whole(key + title, scalar, holds, bound).orElse(fallback))
                .orElse(fallback);
    }

    double decimal(String key, DoublePredicate holds, String bound, double fallback) {
        return number(key, holds, bound).map(BigDecimal::doubleValue).orElse(fallback);
    }

    BigDecimal amount(String key, String unit) {
        return number(key, x -> x >= 0, "be zero or more " + unit).orElse(BigDecimal.ZERO);
    }

    List<Long> integers(String key, LongPredicate holds, String bound) {
        List<Long> values = new ArrayList<>();
        for (Node node : items(key)) {
            if (node instanceof Scalar scalar) {
                whole("each of " + key + title, scalar, holds, bound).ifPresent(values::add);
            } else {
                fault(node.place(), "each of " + key + title + " must " + bound + ", but is " + Yaml.kind(node));
            }
        }
        return values;
    }

    List<String> texts(String key, List<String> valid) {
        List<String> values = new ArrayList<>();
        for (Node node : items(key)) {
            if (node instanceof Scalar scalar && valid.contains(scalar.text())) {
                values.add(scalar.text());
            } else {
                fault(
                        node.place(),
                        "each of " + key + title + " must be one of " + String.join(", ", valid) + ", but is "
                                + Yaml.kind(node));
            }
        }
        return values;
    }

    void fault(String key, String message) {
        fault(place(key), message);
    }

    private Optional<Long> whole(String name, Scalar scalar, LongPredicate holds, String bound) {
        Optional<Long> value = number(scalar.text()).flatMap(number -> {
            try {
                return Optional.of(number.longValueExact());
            } catch (ArithmeticException e) {
                return Optional.empty();
            }
        });
        if (value.isEmpty() || !holds.test(value.get())) {
            fault(scalar.place(), name + " must " + bound + ", but is " + Yaml.kind(scalar));
            return Optional.empty();
        }
        return value;
    }

    private List<Node> items(String key) {
        Node node = fields.nodes().get(key);
        if (node instanceof Items items && !items.nodes().isEmpty()) {
            return items.nodes();
        }
        if (node == null) {
            fault(fields.place(), key + title + " must be given, but is missing");
        } else {
            fault(
                    node.place(),
                    key + title + " must be a list such as [a, b], but is "
                            + (node instanceof Items ? "empty" : Yaml.kind(node)));
        }
        return List.of();
    }

    private Optional<BigDecimal> number(String key, DoublePredicate holds, String bound) {
        return scalar(key).flatMap(scalar -> {
            Optional<BigDecimal> value = number(scalar.text()).filter(number -> holds.test(number.doubleValue()));
            if (value.isEmpty()) {
                fault(scalar.place(), key + title + " must " + bound + ", but is " + Yaml.kind(scalar));
            }
            return value;
        });
    }

    private Optional<Scalar> scalar(String key) {
        Node node = fields.nodes().get(key);
        if (node instanceof Scalar scalar) {
            return Optional.of(scalar);
        }
        if (node != null) {
            fault(node.place(), key + title + " must be one value, but is " + Yaml.kind(node));
        }
        return Optional.empty();
    }

    /** Accepts 20480, 20_480, 3e-3, 1.3M. */
    private static Optional<BigDecimal> number(String text) {
        String plain = text.replace("_", "").toLowerCase(Locale.ROOT);
        int zeros = plain.endsWith("k") ? 3 : plain.endsWith("m") ? 6 : plain.endsWith("b") ? 9 : 0;
        try {
            String digits = zeros == 0 ? plain : plain.substring(0, plain.length() - 1);
            return Optional.of(new BigDecimal(digits).scaleByPowerOfTen(zeros));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Place place(String key) {
        Place place = fields.keys().get(key);
        return place == null ? fields.place() : place;
    }

    private void fault(Place place, String message) {
        faults.add(new Fault(place.line(), place.column(), message));
    }
}
