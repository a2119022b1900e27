package dev.temper.toolkit.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ToneTest {

    /** Full loss of one kind of cone, in linear light: Machado, Oliveira and Fernandes (2009). */
    private static final double[][] DEUTERANOPIA = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };

    private static final double[][] PROTANOPIA = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };

    private static final double[][] NORMAL = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

    record Page(String name, ToIntFunction<Tone> side) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Page> pages() {
        return Stream.of(new Page("light", Tone::light), new Page("dark", Tone::dark));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void coloursOfSourcesStayApartToEyesWithoutOneKindOfCone(Page page) {
        for (double[][] eye : List.of(NORMAL, DEUTERANOPIA, PROTANOPIA)) {
            for (int i = 0; i < Tone.SOURCES.size(); i++) {
                for (int j = 0; j < i; j++) {
                    double[] one = lab(seen(eye, page.side.applyAsInt(Tone.ofSource(i))));
                    double[] other = lab(seen(eye, page.side.applyAsInt(Tone.ofSource(j))));
                    double distance = Math.sqrt(
                            square(one[0] - other[0]) + square(one[1] - other[1]) + square(one[2] - other[2]));
                    assertThat(distance).as("colours %d and %d", i, j).isGreaterThan(24);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyColourStandsOutFromThePage(Page page) {
        for (Tone tone : Tone.SOURCES) {
            assertThat(contrast(page, tone)).isGreaterThan(2.9);
        }
        assertThat(contrast(page, Tone.TEXT)).isGreaterThan(7);
        assertThat(contrast(page, Tone.SOFT)).isGreaterThan(4.5);
    }

    @Test
    void noTwoOfFortyNineSourcesShareColourAndMark() {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i < 49; i++) {
            pairs.add(Tone.ofSource(i) + " " + Glyph.ofSource(i));
        }

        assertThat(pairs).hasSize(49);
    }

    private static double contrast(Page page, Tone tone) {
        double ink = luminance(seen(NORMAL, page.side.applyAsInt(tone)));
        double paper = luminance(seen(NORMAL, page.side.applyAsInt(Tone.BACKGROUND)));
        return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    }

    private static double[] seen(double[][] eye, int rgb) {
        double[] light = {linear(rgb >> 16 & 0xFF), linear(rgb >> 8 & 0xFF), linear(rgb & 0xFF)};
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            double sum = eye[i][0] * light[0] + eye[i][1] * light[1] + eye[i][2] * light[2];
            seen[i] = Math.max(0, Math.min(1, sum));
        }
        return seen;
    }

    private static double linear(int level) {
        double share = level / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static double luminance(double[] light) {
        return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
    }

    private static double[] lab(double[] light) {
        double x = root((0.4124 * light[0] + 0.3576 * light[1] + 0.1805 * light[2]) / 0.95047);
        double y = root(luminance(light));
        double z = root((0.0193 * light[0] + 0.1192 * light[1] + 0.9505 * light[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double root(double share) {
        return share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16.0 / 116;
    }

    private static double square(double value) {
        return value * value;
    }
}
