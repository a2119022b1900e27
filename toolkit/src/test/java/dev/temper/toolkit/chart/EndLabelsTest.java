package dev.temper.toolkit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndLabelsTest {

    @Test
    void namesThatAreApartStayWhereTheyAre() {
        assertThat(EndLabels.spread(new double[] {10, 40, 90}, 18, 0, 100)).containsExactly(10, 40, 90);
    }

    @Test
    void tightNamesSpreadAboutTheirMean() {
        assertThat(EndLabels.spread(new double[] {50, 50, 50}, 20, 0, 100)).containsExactly(30, 50, 70);
    }

    @Test
    void namesAtAnEdgeStayInside() {
        assertThat(EndLabels.spread(new double[] {0, 1, 99, 100}, 10, 5, 95)).containsExactly(5, 15, 85, 95);
    }
}
