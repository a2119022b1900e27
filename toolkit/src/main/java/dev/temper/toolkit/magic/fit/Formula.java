package dev.temper.toolkit.magic.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be fitted, as {@code loss ~ params + tokens by source} says it. A column whose name holds a sign of the formula or a space
 * is written in quotes.
 *
 * @param value the column of the values
 * @param variables the columns of the variables, in the order of the form
 * @param by the columns that part the rows; empty when all are one curve
 */
record Formula(String value, List<String> variables, List<String> by) {
    static final String SHAPE = "VALUE ~ VARIABLE [+ VARIABLE ...] [by COLUMN ...]";
    private static final String TILDE = "~";
    private static final String BY = "by";

    Formula {
        variables = List.copyOf(variables);
        by = List.copyOf(by);
    }

    List<String> columns() {
        return Stream.of(Stream.of(value), variables.stream(), by.stream())
                .flatMap(each -> each)
                .toList();
    }

    /** Reads the words of a command line; a word that is the name of a column stays whole. */
    static Optional<Formula> read(List<String> words, List<String> columns, List<String> faults) {
        List<String> signs = words.stream()
                .flatMap(word ->
                        columns.contains(word) ? Stream.of(word) : Stream.of(word.split("(?<=[~+,])|(?=[~+,])")))
                .filter(word -> !word.isEmpty())
                .toList();
        int tilde = signs.indexOf(TILDE);
        int by = tilde < 0 ? -1 : signs.subList(tilde, signs.size()).indexOf(BY);
        int end = by < 0 ? signs.size() : tilde + by;
        List<String> variables = tilde < 0 ? List.of() : names(signs.subList(tilde + 1, end));
        List<String> parting = by < 0 ? List.of() : names(signs.subList(end + 1, signs.size()));
        if (tilde != 1 || variables.isEmpty() || (by >= 0 && parting.isEmpty())) {
            faults.add("the formula must be " + SHAPE + ", such as loss ~ tokens by source, but is "
                    + (words.isEmpty() ? "missing" : "'" + String.join(" ", words) + "'"));
            return Optional.empty();
        }
        return Optional.of(new Formula(signs.get(0), variables, parting));
    }

    /** Names with a plus or a comma between them; empty when they are not so. */
    private static List<String> names(List<String> signs) {
        List<String> names = new ArrayList<>();
        boolean wanted = true;
        for (String sign : signs) {
            boolean joint = sign.equals("+") || sign.equals(",");
            if (joint == wanted) {
                return List.of();
            }
            if (!joint) {
                names.add(sign);
            }
            wanted = joint;
        }
        return wanted ? List.of() : names;
    }

    @Override
    public String toString() {
        return quoted(value) + " ~ " + variables.stream().map(Formula::quoted).collect(Collectors.joining(" + "))
                + (by.isEmpty() ? "" : " by " + by.stream().map(Formula::quoted).collect(Collectors.joining(", ")));
    }

    static String quoted(String column) {
        return column.matches(".*[\\s~+,].*") ? '"' + column + '"' : column;
    }
}
