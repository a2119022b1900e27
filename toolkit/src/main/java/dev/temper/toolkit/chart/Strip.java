package dev.temper.toolkit.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The labels of vertical marks, in rows above the plot. No label stands on another, and none on the
 * line that leads to another.
 *
 * @param places the labels from left to right
 */
record Strip(List<Place> places) {

    private static final double GAP = 12;
    private static final double CLEAR = 4;
    private static final int MOST_ROWS = 6;

    /**
     * A vertical mark.
     *
     * @param x where, in pixels
     * @param text what is there
     */
    record Flag(double x, String text) {}

    /**
     * A vertical mark and the place of its label.
     *
     * @param flag the mark
     * @param row the row of the label, counted from the plot upwards
     * @param left where the label begins
     * @param text the label, shortened where it is wider than the chart
     */
    record Place(Flag flag, int row, double left, String text) {

        double right() {
            return left + TextSize.width(text, Layout.TEXT_SIZE, false);
        }

        private boolean covers(double x) {
            return left - CLEAR < x && x < right() + CLEAR;
        }

        private boolean clashes(Place other) {
            if (row == other.row) {
                return left < other.right() + GAP && other.left < right() + GAP;
            }
            return row < other.row ? covers(other.flag.x) : other.covers(flag.x);
        }
    }

    /** Places labels between two edges, in as few rows as will do. */
    static Strip of(List<Flag> flags, double from, double to) {
        List<Flag> ordered =
                flags.stream().sorted(Comparator.comparingDouble(Flag::x)).toList();
        for (int rows = 1; rows <= MOST_ROWS; rows++) {
            Search search = new Search(ordered, rows, from, to);
            if (search.placeAll()) {
                return new Strip(List.copyOf(search.placed));
            }
        }
        List<Place> oneEach = new ArrayList<>();
        for (Flag flag : ordered) {
            oneEach.add(place(flag, ordered.size() - 1 - oneEach.size(), 0, from, to));
        }
        return new Strip(List.copyOf(oneEach));
    }

    int rows() {
        return places.stream().mapToInt(Place::row).max().orElse(-1) + 1;
    }

    private static Place place(Flag flag, int row, double share, double from, double to) {
        String text = TextSize.fit(flag.text(), Layout.TEXT_SIZE, to - from);
        double width = TextSize.width(text, Layout.TEXT_SIZE, false);
        double left = Math.max(from, Math.min(flag.x() - share * width, to - width));
        return new Place(flag, row, left, text);
    }

    /** Tries places one label after another, and goes back where one finds none. */
    private static final class Search {

        private static final double[] SHARES = {0.5, 0, 1, 0.25, 0.75};
        private static final int MOST_STEPS = 20_000;

        private final List<Flag> flags;
        private final int rows;
        private final double from;
        private final double to;
        private final List<Place> placed = new ArrayList<>();
        private int steps;

        Search(List<Flag> flags, int rows, double from, double to) {
            this.flags = flags;
            this.rows = rows;
            this.from = from;
            this.to = to;
        }

        boolean placeAll() {
            if (placed.size() == flags.size()) {
                return true;
            }
            for (int row = 0; row < rows; row++) {
                for (double share : SHARES) {
                    Place place = place(flags.get(placed.size()), row, share, from, to);
                    if (steps++ < MOST_STEPS && placed.stream().noneMatch(place::clashes)) {
                        placed.add(place);
                        if (placeAll()) {
                            return true;
                        }
                        placed.remove(placed.size() - 1);
                    }
                }
            }
            return false;
        }
    }
}
