package dev.temper.toolkit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StripTest {

    @Test
    void labelsThatFitShareOneRow() {
        Strip strip = Strip.of(List.of(new Strip.Flag(100, "first"), new Strip.Flag(300, "second")), 0, 400);

        assertThat(strip.rows()).isEqualTo(1);
    }

    @Test
    void noLineLeadsThroughALabel() {
        Strip strip = Strip.of(
                List.of(
                        new Strip.Flag(200, "a label of some length"),
                        new Strip.Flag(240, "another label of some length"),
                        new Strip.Flag(260, "and one more of some length")),
                0,
                500);

        assertThat(strip.rows()).isEqualTo(2);
        for (Strip.Place leading : strip.places()) {
            assertThat(strip.places())
                    .filteredOn(below -> below.row() < leading.row())
                    .noneMatch(below ->
                            below.left() < leading.flag().x() && leading.flag().x() < below.right());
        }
    }

    @Test
    void aLabelWiderThanThePictureIsShortened() {
        Strip strip = Strip.of(List.of(new Strip.Flag(50, "a label that is far too long for this picture")), 0, 120);

        assertThat(strip.places().get(0).text()).contains("…");
        assertThat(strip.places().get(0).right()).isLessThanOrEqualTo(120);
    }
}
