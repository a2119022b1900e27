package dev.temper.kernel.eval;

/** Whether source that is being typed can be run. */
public enum Readiness {
    /** It can. */
    COMPLETE,
    /** More must be typed. */
    INCOMPLETE,
    /** It can not, whatever is typed next. */
    INVALID,
    /** That cannot be told at the moment. */
    UNKNOWN
}
