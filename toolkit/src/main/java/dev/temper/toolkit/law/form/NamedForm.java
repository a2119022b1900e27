package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Parameter;
import dev.temper.toolkit.law.Variable;
import java.util.List;
import java.util.OptionalInt;

/** What a form says of itself in words, kept apart from its arithmetic. */
abstract class NamedForm implements LawForm {
    static final String OF_THE_VALUE = "unit of the value";
    static final String NONE = "none";

    /** Names the form and says what it is and where it comes from. */
    record Title(String key, String name, String formula, String latex, String source) {}

    private final Title title;
    private final List<Variable> variables;
    private final List<Parameter> parameters;

    NamedForm(Title title, List<Variable> variables, List<Parameter> parameters) {
        this.title = title;
        this.variables = List.copyOf(variables);
        this.parameters = List.copyOf(parameters);
    }

    @Override
    public final String key() {
        return title.key;
    }

    @Override
    public final String name() {
        return title.name;
    }

    @Override
    public final String formula() {
        return title.formula;
    }

    @Override
    public final String latex() {
        return title.latex;
    }

    @Override
    public final String source() {
        return title.source;
    }

    @Override
    public final List<Variable> variables() {
        return variables;
    }

    @Override
    public final List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public OptionalInt floor() {
        return OptionalInt.empty();
    }

    @Override
    public boolean monotone() {
        return true;
    }

    /** An amplitude of a term that falls where the law falls. */
    static double leastAmplitude(boolean falling) {
        return falling ? 0 : Double.NEGATIVE_INFINITY;
    }
}
