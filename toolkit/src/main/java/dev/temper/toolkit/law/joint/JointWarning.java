package dev.temper.toolkit.law.joint;

/** What a reader must know before trusting a joint fit. */
public enum JointWarning {
    /** Two or three sources hardly tell how much sources differ. */
    FEW_SOURCES(
            "with so few sources the data hardly tell how much they differ: the weak prior of the shrink scale speaks too"),
    /** An F-test at 5 % refuses what the options say that all sources share. */
    SHARING_CONTRADICTED("the sources differ in what they are said to share by more than noise explains"),
    /** A test at 5 % says that the sources are not equally noisy; each has its own scale, drawn towards the common one. */
    NOISE_DIFFERS("the sources are not equally noisy: each stands on its own noise"),
    /** No budget of any source was run with two seeds. */
    ONE_SEED("one seed only: noise and lack of fit cannot be told apart"),
    /** No source has more budgets than parameters. */
    FEW_BUDGETS("too few budgets to test the shape of the law"),
    /** The search ended before its predicted decrease was small. */
    EARLY_STOP("the search stopped before it converged"),
    /** The data of this source turn back, which no monotone law follows. It neither shapes the others nor is shaped by them. */
    TURNS_APART("the data of this source turn back: it is fitted apart and a monotone law does not hold"),
    /** This source has fewer budgets than the law has parameters. */
    SERVED_BY_OTHERS("too few budgets for a curve of its own: its shape is that of the other sources"),
    /** A parameter of this source ended at the end of its allowed range. */
    AT_A_BOUND("a parameter ended at its bound");

    private final String sentence;

    JointWarning(String sentence) {
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
