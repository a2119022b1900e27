package dev.temper.toolkit.law;

/** What a reader must know before trusting a fit. */
public enum FitWarning {
    /** The search ended before its gradient and predicted decrease were proven small. */
    EARLY_STOP("the search stopped before it converged"),
    /** A parameter ended at the end of its allowed range. */
    AT_A_BOUND("a parameter ended at its bound"),
    /** Another optimum fits about as well and has other parameters. */
    SEVERAL_OPTIMA("another optimum fits about as well"),
    /** The data do not tell where the curve levels off. */
    FLOOR_NOT_IDENTIFIED("the data do not tell where the curve levels off"),
    /** Other parameters give the same law at the data, as for a variable that follows another, or values that do not change. */
    NOT_IDENTIFIED("the data do not tell all parameters apart"),
    /** Rows are there more than once with the same value, and would pass for seeds that agree. */
    DUPLICATES("rows are there more than once, value and all: they pass for seeds that agree"),
    /** The data turn back at the larger budgets, which no monotone law follows. */
    TURNS("the data turn back at the larger budgets: a monotone law does not hold"),
    /** Two variables rise and fall together, such as tokens in proportion to the size of the model. */
    TIED_VARIABLES("two variables rise and fall together in the data, so that their terms can hardly be told apart"),
    /** A law that changes its exponent does so where nothing was measured. */
    BREAK_OUTSIDE("a break of the law lies outside the data"),
    /** There are no more budgets than parameters, so the shape of the law cannot be tested. */
    FEW_BUDGETS("too few budgets to test the shape of the law"),
    /** No budget was run with two seeds, so noise and lack of fit cannot be told apart. */
    ONE_SEED("one seed only: noise and lack of fit cannot be told apart");

    private final String sentence;

    FitWarning(String sentence) {
        this.sentence = sentence;
    }

    /**
     * Says the warning in words.
     *
     * @return a phrase without a full stop
     */
    public String sentence() {
        return sentence;
    }
}
