package dev.temper.kernel.eval;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes types by the names that a cell would use. JShell does so for what cells import; the imports that a session begins with are one
 * snippet to it, of which it knows no more than the first.
 */
final class ImportedNames {
    private static final Pattern OF_A_PACKAGE = Pattern.compile("\\s*import\\s+([\\w.]+)\\.\\*\\s*;\\s*");
    private static final Pattern QUALIFIED = Pattern.compile("(?<![\\w.])((?:[a-z_][\\w]*\\.)+)([A-Z]\\w*)");

    private final Set<String> packages;

    ImportedNames(List<String> imports) {
        packages = imports.stream()
                .map(OF_A_PACKAGE::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A type as it is written, with the simple names of imported classes but of those whose names are taken. */
    String shortened(String type, Predicate<String> taken) {
        return QUALIFIED
                .matcher(type)
                .replaceAll(
                        found -> Matcher.quoteReplacement(isImported(found, taken) ? found.group(2) : found.group()));
    }

    private boolean isImported(MatchResult found, Predicate<String> taken) {
        String prefix = found.group(1);
        return packages.contains(prefix.substring(0, prefix.length() - 1)) && !taken.test(found.group(2));
    }
}
