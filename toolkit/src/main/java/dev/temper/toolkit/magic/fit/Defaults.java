package dev.temper.toolkit.magic.fit;

import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Variable;
import dev.temper.toolkit.law.form.LawForms;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which forms are taken when none is named. */
final class Defaults {
    private static final List<String> USUAL = List.of("power", "chinchilla");

    private Defaults() {}

    /** The usual form for so many variables, or for several forms all in the variables of that one. */
    static List<LawForm> forms(Formula formula, String option, List<String> faults) {
        int count = formula.variables().size();
        Optional<LawForm> usual = LawForms.ALL.stream()
                .filter(form -> USUAL.contains(form.key()) && form.variables().size() == count)
                .findFirst();
        if (usual.isEmpty()) {
            String able = LawForms.ALL.stream()
                    .filter(form -> form.variables().size() == count)
                    .map(LawForm::key)
                    .collect(Collectors.joining(", "));
            faults.add("--" + option + " must be given for " + count + " variables: "
                    + (able.isEmpty() ? "no form takes so many" : "one of " + able));
            return List.of();
        }
        return option.equals("forms")
                ? LawForms.ALL.stream()
                        .filter(form -> names(form).equals(names(usual.get())))
                        .toList()
                : List.of(usual.get());
    }

    private static List<String> names(LawForm form) {
        return form.variables().stream().map(Variable::name).toList();
    }
}
