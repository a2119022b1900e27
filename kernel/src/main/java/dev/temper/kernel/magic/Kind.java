package dev.temper.kernel.magic;

/** The two ways to call a magic. */
public enum Kind {
    /** {@code %name arguments} on a line of its own. */
    LINE("%"),
    /** {@code %%name arguments} on the first line, with the rest of the cell as its body. */
    CELL("%%");

    private final String sign;

    Kind(String sign) {
        this.sign = sign;
    }

    /**
     * Returns what stands before the name.
     *
     * @return one percent sign or two
     */
    public String sign() {
        return sign;
    }
}
