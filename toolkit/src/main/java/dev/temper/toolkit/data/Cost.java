package dev.temper.toolkit.data;

import java.math.BigDecimal;

/**
 * What one anneal costs: what is paid once, getting its text, and training on it.
 *
 * @param fixed US dollars that do not grow with tokens, as far as they are counted; see {@link FixedCosts}
 * @param curation US dollars for unique tokens of the source
 * @param training US dollars for the anneal's computing
 */
public record Cost(BigDecimal fixed, BigDecimal curation, BigDecimal training) {
    /**
     * Adds the parts.
     *
     * @return US dollars
     */
    public BigDecimal total() {
        return fixed.add(curation).add(training);
    }
}
