package dev.temper.toolkit.law.joint;

/** How the sources' values of one parameter belong together. */
public enum Sharing {
    /** Every source has its own, and learns nothing from the others. */
    SEPARATE,
    /** Every source has its own, drawn towards a common middle by as much as the data say that the sources are alike. */
    SHRUNK,
    /** All sources have the same. */
    SHARED
}
