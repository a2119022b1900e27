package dev.temper.toolkit.anneal;

/** How far a run is. */
public enum RunState {
    /** Asked for; nobody works on it. */
    PLANNED,
    /** A living process works on it. */
    RUNNING,
    /** Its numbers are there. */
    DONE,
    /** It ended without numbers and would do so again. */
    FAILED
}
