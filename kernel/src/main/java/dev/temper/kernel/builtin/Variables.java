package dev.temper.kernel.builtin;

import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Workspace.Variable;
import java.util.List;
import java.util.regex.Pattern;

/** The variables that the user has named: not those that Java and the kernel keep for themselves. */
final class Variables {
    private static final Pattern OWN = Pattern.compile("\\$\\d+|_+\\d*|Out|In");

    private Variables() {}

    /** Those whose type has one of some names, or all when there are none. */
    static List<Variable> of(Session session, List<String> types) {
        return session.workspace().variables().stream()
                .filter(variable -> !OWN.matcher(variable.name()).matches())
                .filter(variable -> types.isEmpty() || types.stream().anyMatch(type -> isOf(variable, type)))
                .toList();
    }

    private static boolean isOf(Variable variable, String type) {
        String declared = variable.type();
        String bare = declared.replaceFirst("<.*>", "");
        return type.equals(declared) || type.equals(bare) || type.equals(bare.substring(bare.lastIndexOf('.') + 1));
    }

    /** What to say when there are none. */
    static String none(List<String> types) {
        return types.isEmpty()
                ? "No variable is defined."
                : "No variable is of the type " + String.join(", ", types) + ".";
    }
}
