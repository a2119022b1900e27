package dev.temper.kernel.magic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one command line against a usage, and collects every fault before it complains. */
final class CommandLine {
    private final Usage usage;
    private final String typedLine;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, List<Object>> values = new HashMap<>();
    private final List<String> placed = new ArrayList<>();

    private CommandLine(Usage usage, String typedLine) {
        this.usage = usage;
        this.typedLine = typedLine;
    }

    static Options parse(Usage usage, Invocation invocation) {
        CommandLine line = new CommandLine(usage, invocation.arguments());
        line.read();
        line.place();
        line.fallBack();
        if (!line.faults.isEmpty()) {
            List<String> lines = new ArrayList<>(line.faults);
            lines.add("Usage: %help " + usage.name());
            throw new MagicException(lines);
        }
        return new Options(usage, line.values);
    }

    private void read() {
        Deque<Words.Word> words = new ArrayDeque<>(Words.of(typedLine));
        Map<String, Option> byTyped = new LinkedHashMap<>();
        for (Option option : usage.options()) {
            byTyped.put("--" + option.name(), option);
        }
        List<String> longNames = List.copyOf(byTyped.keySet());
        for (Option option : usage.options()) {
            if (!option.alias().isEmpty()) {
                byTyped.put("-" + option.alias(), option);
            }
        }
        boolean optionsEnded = usage.options().isEmpty() && usage.rest().isPresent();
        while (!words.isEmpty()) {
            if ((optionsEnded || !looksLikeOption(words.element().text()))
                    && placed.size() == usage.arguments().size() - 1
                    && usage.rest().isPresent()) {
                placed.add(typedLine.substring(words.element().start()).strip());
                return;
            }
            String word = take(words);
            if (optionsEnded || !looksLikeOption(word)) {
                placed.add(word);
                continue;
            }
            if (word.equals("--")) {
                optionsEnded = true;
                continue;
            }
            int equals = word.indexOf('=');
            String typed = equals < 0 ? word : word.substring(0, equals);
            Option option = byTyped.get(typed);
            if (option == null) {
                faults.add(Spelling.unknown("option", typed, longNames));
            } else if (option.type() == ValueType.FLAG) {
                if (equals >= 0) {
                    faults.add(typed + " must be given without a value, but is " + word);
                }
                values.put(option.name(), List.of(true));
            } else if (equals >= 0) {
                give(option, typed, word.substring(equals + 1));
            } else if (words.isEmpty() || byTyped.containsKey(words.element().text())) {
                faults.add(typed + " must be followed by " + bound(option.type(), option.choices()));
            } else {
                give(option, typed, take(words));
            }
        }
    }

    private String take(Deque<Words.Word> words) {
        Words.Word word = words.remove();
        if (word.unclosed() != 0) {
            faults.add("The quote " + word.unclosed() + " is not closed in: " + typedLine.strip());
        }
        return word.text();
    }

    private static boolean looksLikeOption(String word) {
        return word.startsWith("-") && word.length() > 1 && !Character.isDigit(word.charAt(1)) && word.charAt(1) != '.';
    }

    private void give(Option option, String typed, String word) {
        if (values.containsKey(option.name())) {
            faults.add(typed + " must be given once, but is given again as " + word);
        }
        read(typed, option.type(), option.choices(), option.name(), word);
    }

    private void place() {
        Deque<String> words = new ArrayDeque<>(placed);
        for (Argument argument : usage.arguments()) {
            if (words.isEmpty() && argument.arity() == Argument.Arity.REQUIRED) {
                faults.add(argument.name() + " must be given: " + argument.summary());
            }
            boolean more = true;
            while (more && !words.isEmpty()) {
                read(argument.name(), argument.type(), argument.choices(), argument.name(), words.remove());
                more = argument.arity() == Argument.Arity.REPEATED;
            }
        }
        List<String> names = usage.arguments().stream().map(Argument::name).toList();
        words.forEach(extra -> faults.add("Nothing is expected for " + extra + "; the arguments are: "
                + (names.isEmpty() ? "none" : String.join(", ", names)) + "."));
    }

    private void read(String shown, ValueType type, List<String> choices, String name, String word) {
        try {
            if (type == ValueType.CHOICE && !choices.contains(word)) {
                faults.add(Spelling.unknown(shown, word, choices));
                values.putIfAbsent(name, List.of());
                return;
            }
            List<Object> all = new ArrayList<>(values.getOrDefault(name, List.of()));
            all.add(type.parse(word));
            values.put(name, all);
        } catch (IllegalArgumentException | ArithmeticException e) {
            faults.add(shown + " must be " + bound(type, choices) + ", but is " + word);
            values.putIfAbsent(name, List.of());
        }
    }

    private void fallBack() {
        for (Option option : usage.options()) {
            if (!values.containsKey(option.name()) && !option.fallback().isEmpty()) {
                values.put(option.name(), List.of(option.type().parse(option.fallback())));
            }
        }
    }

    private static String bound(ValueType type, List<String> choices) {
        return type == ValueType.CHOICE ? "one of " + String.join(", ", choices) : type.bound();
    }
}
