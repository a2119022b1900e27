package dev.temper.toolkit.utility;

/** Why the value of a utility curve at some budget is not to be taken as it stands. */
public enum CurveFlag {
    /** The loss of the source rises again within the data. Beyond them its curve is held level, which flatters the source. */
    TURNED,
    /** Beyond the data and beyond the allowed passes over the source: the curve may turn there, and does not show it. */
    REPEATED,
    /** Farther beyond the data than verdicts are given for. */
    FAR
}
