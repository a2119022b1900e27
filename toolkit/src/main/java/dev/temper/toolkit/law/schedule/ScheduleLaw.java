package dev.temper.toolkit.law.schedule;

import dev.temper.toolkit.law.LawForm;
import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.Variable;
import java.util.List;
import java.util.OptionalInt;

/**
 * A law of the loss at a step of a run, under the schedule of that run. Its rows are (curve, step): the number of the schedule, counted
 * from 0, and the step. The parameters mean the same under every schedule, so a law that was fitted over some schedules is evaluated
 * {@link #over} others.
 */
public abstract class ScheduleLaw implements LawForm {
    private static final List<Variable> VARIABLES = List.of(
            new Variable("curve", "none", "which schedule, counted from 0", Variable.Domain.ANY),
            Variable.positive("t", "steps", "step of the run"));

    private final List<Schedule> schedules;
    private final double peak;
    private final double whole;

    ScheduleLaw(List<Schedule> schedules) {
        if (schedules.isEmpty()) {
            throw new IllegalArgumentException("schedules must be at least 1, but are 0");
        }
        this.schedules = List.copyOf(schedules);
        this.peak = schedules.stream().mapToDouble(Schedule::peak).max().orElseThrow();
        this.whole = Math.exp(schedules.stream()
                .mapToDouble(schedule -> Math.log(schedule.sum(schedule.steps() - 1)))
                .average()
                .orElseThrow());
    }

    /**
     * Puts the same law over other schedules.
     *
     * @param others at least one
     * @return a law with the same parameters
     */
    public abstract ScheduleLaw over(List<Schedule> others);

    /**
     * Lists the schedules.
     *
     * @return at least one, in the order of the first variable
     */
    public final List<Schedule> schedules() {
        return schedules;
    }

    @Override
    public final List<Variable> variables() {
        return VARIABLES;
    }

    @Override
    public final OptionalInt floor() {
        return OptionalInt.of(0);
    }

    @Override
    public final boolean monotone() {
        return false;
    }

    /** One curve can do, when its rate changes: the number of a curve is no quantity that a term hangs on. */
    @Override
    public final List<String> gaps(Observations data) {
        return schedules.stream().anyMatch(schedule -> schedule.drops().any())
                ? List.of()
                : List.of("rates must change under one schedule at least, but hold under all " + schedules.size());
    }

    final Schedule scheduleOf(double curve) {
        return schedules.get(numberOf(curve));
    }

    /** The number of the schedule that is nearest to a row's number. */
    final int numberOf(double curve) {
        return (int) Math.max(0, Math.min(schedules.size() - 1, Math.rint(curve)));
    }

    /** The highest rate of all schedules. */
    final double peak() {
        return peak;
    }

    /** Sum of the rates of a schedule, the geometric mean of all. */
    final double whole() {
        return whole;
    }
}
