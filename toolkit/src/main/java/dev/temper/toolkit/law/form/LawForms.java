package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.LawForm;
import java.util.List;
import java.util.stream.Collectors;

/** The forms there are. A new one is a class, an entry in {@link #ALL}, and the shared contract test. */
public final class LawForms {
    /** {@code E + A·B^-α}, three parameters. */
    public static final LawForm POWER = new PowerLaw();

    /** {@code E + A·(1+B/B0)^-α}, four parameters. */
    public static final LawForm SHIFTED = new ShiftedPowerLaw();

    /** Every form, the simpler first. */
    public static final List<LawForm> ALL = List.of(POWER, SHIFTED);

    private LawForms() {}

    /**
     * Finds a form.
     *
     * @param key the word that names it
     * @return the form
     * @throws IllegalArgumentException when there is none of that name; the message lists those there are
     */
    public static LawForm named(String key) {
        return ALL.stream()
                .filter(form -> form.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("form must be one of "
                        + ALL.stream().map(LawForm::key).collect(Collectors.joining(", ")) + ", but is " + key));
    }
}
