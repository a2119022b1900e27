package dev.temper.toolkit.results;

/** The columns of the tidy table. */
public final class Columns {
    /** Id of the run. */
    public static final String RUN = "run";

    /** Name of the data source, or "control". */
    public static final String SOURCE = "source";

    /** Tokens trained on in the anneal. */
    public static final String BUDGET = "budget";

    /** Tokens of the budget that came from the source. */
    public static final String SOURCE_TOKENS = "source tokens";

    /** Source tokens divided by the source's pool; above 1 the pool repeats. */
    public static final String EPOCHS = "epochs";

    /** Seed of the batch order. */
    public static final String SEED = "seed";

    /** What was measured. */
    public static final String METRIC = "metric";

    /** Which text it was measured on. */
    public static final String DOMAIN = "domain";

    /** The measured value; losses in nats per token. */
    public static final String VALUE = "value";

    /** Floating-point operations of the anneal, as 6ND. */
    public static final String FLOP = "FLOP";

    /** Wall time of the run. */
    public static final String SECONDS = "seconds";

    /** US dollars: the run's new text and its computing. */
    public static final String COST = "cost";

    /** How far the run is: planned, running, done, failed. */
    public static final String STATE = "state";

    private Columns() {}
}
