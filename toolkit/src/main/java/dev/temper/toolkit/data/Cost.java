package dev.temper.toolkit.data;

import java.math.BigDecimal;

/**
 * What one anneal costs: getting its text, and training on it.
 *
 * @param acquisition US dollars for unique tokens of the source
 * @param training US dollars for the anneal's computing; the stage-1 checkpoint is sunk and left out
 */
public record Cost(BigDecimal acquisition, BigDecimal training) {
    /**
     * Adds both parts.
     *
     * @return US dollars
     */
    public BigDecimal total() {
        return acquisition.add(training);
    }
}
