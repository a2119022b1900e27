package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.LawForm;
import java.util.List;
import java.util.stream.Collectors;

/** The forms there are. A new one is a class, an entry in {@link #ALL}, and the shared contract test. */
public final class LawForms {
    /** {@code a}, one parameter: the rival that no law may lose to. */
    public static final LawForm CONSTANT = new Constant();

    /** {@code a + b·ln B}, two parameters. */
    public static final LawForm LOG_LINEAR = new LogLinear();

    /** {@code A·B^-α}, two parameters. */
    public static final LawForm POWER_NO_FLOOR = new PowerLawWithoutFloor();

    /** {@code E + A·B^-α}, three parameters. */
    public static final LawForm POWER = new PowerLaw();

    /** {@code a + b·ln B + c·(ln B)²}, three parameters; may turn back. */
    public static final LawForm QUADRATIC = new Quadratic();

    /** {@code E + A·(1+B/B0)^-α}, four parameters. */
    public static final LawForm SHIFTED = new ShiftedPowerLaw();

    /** {@code E + A·B'^-α} with B' what the epochs of a source are worth, in B and U, four parameters. */
    public static final LawForm POWER_REPEATED = new RepeatedPowerLaw();

    /** {@code E + A·N^-α + B·D^-β}, in N and D, five parameters. */
    public static final LawForm CHINCHILLA = new Chinchilla();

    /** {@code E + a·N^b + c·6^(b/2)·(M·N)^b}, in N and M, four parameters. */
    public static final LawForm OVER_TRAINING = new OverTraining();

    /** {@code ε - k·exp(-γ·L)}, downstream error in the loss, three parameters. */
    public static final LawForm ERROR_FROM_LOSS = new ErrorFromLoss();

    /** {@code E + A·N'^-α + B·D'^-β}, in N, D and U, seven parameters. */
    public static final LawForm DATA_CONSTRAINED = new DataConstrained();

    /** R_D* and R_N* of {@link #DATA_CONSTRAINED} with the rest as its authors found it on C4; {@link KnownRepetition} takes others. */
    public static final LawForm DATA_CONSTRAINED_KNOWN = KnownRepetition.ofC4();

    /** R_D* alone, with the rest as in {@link #DATA_CONSTRAINED_KNOWN}. */
    public static final LawForm DATA_CONSTRAINED_TOKENS = KnownRepetition.ofC4Tokens();

    /** {@code E + A·N^-α + B·r^η·D^-β + C·(r+ε)^-γ}, in N, D and the share r of a domain, nine parameters. */
    public static final LawForm D_CPT = new DCpt();

    /** {@code c + k·exp(Σ t_j·r_j)} in two proportions; {@link Mixing#of} makes it for any. */
    public static final LawForm MIXING = Mixing.of(List.of("r1", "r2"));

    /** {@code c + A·N^-α + B·S^-β + k·exp(Σ t_j·r_j)} in two proportions; {@link MixingNested#of} makes it for any. */
    public static final LawForm MIXING_NESTED = MixingNested.of(List.of("r1", "r2"));

    /** {@code L0 + λS·S^-αS + λN·N^-αN + λM·M}, six parameters. */
    public static final LawForm FM = new FmLaw();

    /** {@code a + b·B^-c0} with one break, six parameters; {@link #broken} makes it with more. */
    public static final LawForm BROKEN = new BrokenPowerLaw(1);

    /** Every form, those in one variable before those in several, and the simpler first. */
    public static final List<LawForm> ALL = List.of(
            CONSTANT,
            LOG_LINEAR,
            POWER_NO_FLOOR,
            POWER,
            QUADRATIC,
            SHIFTED,
            BROKEN,
            ERROR_FROM_LOSS,
            POWER_REPEATED,
            OVER_TRAINING,
            CHINCHILLA,
            DATA_CONSTRAINED_TOKENS,
            DATA_CONSTRAINED_KNOWN,
            DATA_CONSTRAINED,
            D_CPT,
            FM,
            MIXING,
            MIXING_NESTED);

    private LawForms() {}

    /**
     * Makes the broken neural scaling law with several breaks.
     *
     * @param breaks from 1 to 5
     * @return a law of three parameters and three more for each break
     * @throws IllegalArgumentException when breaks is outside
     */
    public static LawForm broken(int breaks) {
        return breaks == 1 ? BROKEN : new BrokenPowerLaw(breaks);
    }

    /**
     * Finds a form.
     *
     * @param key the word that names it
     * @return the form; of a law of mixtures the one in two proportions, r1 and r2
     * @throws IllegalArgumentException when there is none of that name; the message lists those there are
     */
    public static LawForm named(String key) {
        return ALL.stream()
                .filter(form -> form.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("form must be one of "
                        + ALL.stream().map(LawForm::key).collect(Collectors.joining(", ")) + ", but is " + key));
    }

    /**
     * Finds a form for data with these columns, in the order of its variables. Laws of mixtures are made for as many proportions as there
     * are, and take their names; the variables of any other law keep their own.
     *
     * @param key the word that names it
     * @param columns one for each variable
     * @return the form
     * @throws IllegalArgumentException when there is none of that name, or it has more variables or fewer
     */
    public static LawForm named(String key, List<String> columns) {
        LawForm form = named(key);
        if (form.equals(MIXING)) {
            return Mixing.of(columns);
        }
        if (form.equals(MIXING_NESTED) && columns.size() > 2) {
            return MixingNested.of(columns.subList(2, columns.size()));
        }
        if (form.variables().size() != columns.size()) {
            String variables = form.variables().stream()
                    .map(variable -> variable.name() + " (" + variable.meaning() + ")")
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException("columns of the " + form.name() + " must be one for each of " + variables
                    + ", but are " + String.join(", ", columns));
        }
        return form;
    }
}
