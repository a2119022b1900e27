package dev.temper.toolkit.magic;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that is wrong with a study's text, at once. */
public final class StudyException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * Collects the faults.
     *
     * @param faults at least one
     */
    public StudyException(List<Fault> faults) {
        super(faults.stream()
                .map(fault -> "line " + fault.line() + ", column " + fault.column() + ": " + fault.message())
                .collect(Collectors.joining("\n")));
        this.faults = faults.stream()
                .sorted(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column))
                .toList();
    }

    /**
     * Lists the faults in the order of the text.
     *
     * @return faults
     */
    public List<Fault> faults() {
        return faults;
    }
}
