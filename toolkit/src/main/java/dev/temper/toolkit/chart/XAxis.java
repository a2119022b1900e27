package dev.temper.toolkit.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** What is spent on an anneal. */
public enum XAxis implements HorizontalAxis {
    /** Tokens trained on in the anneal. */
    TOKENS("anneal tokens") {
        @Override
        public String format(double value) {
            return Numbers.metric(value);
        }
    },
    /** Floating-point operations of the training. */
    FLOP("training compute (FLOP)") {
        @Override
        public String format(double value) {
            if (value < 1000) {
                return Numbers.significant(value, 2);
            }
            BigDecimal rounded = new BigDecimal(value).round(new MathContext(2, RoundingMode.HALF_UP));
            int exponent = rounded.precision() - rounded.scale() - 1;
            return Numbers.plain(rounded.scaleByPowerOfTen(-exponent)) + "e" + exponent;
        }
    },
    /** Curation and training together, in US dollars. */
    COST("total cost (US dollars)") {
        @Override
        public String format(double value) {
            return "$" + Numbers.metric(value);
        }
    };

    private final String label;

    XAxis(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
