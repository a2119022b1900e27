package dev.temper.toolkit.law.joint;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which coordinates a source has for itself, and which stand once for all: the shared ones, and the middles of those that are shrunk. A
 * point of the joint problem holds the own coordinates of source after source and then those that stand for all.
 */
final class Layout {
    final Coordinates coordinates;
    final int sources;
    /** Coordinates that each source has for itself. */
    final int[] own;
    /** Coordinates that something stands for all of: the shrunk ones first. */
    final int[] common;
    /** How many of the common ones are middles. */
    final int shrunk;
    /** For each shrunk coordinate its place among the own ones. */
    final int[] place;
    /** For each coordinate its place among the own ones, or the common ones less one and their count: below zero. */
    private final int[] index;

    Layout(Coordinates coordinates, int sources) {
        this.coordinates = coordinates;
        this.sources = sources;
        Sharing[] roles = coordinates.roles;
        this.own = IntStream.range(0, roles.length)
                .filter(j -> roles[j] != Sharing.SHARED)
                .toArray();
        int[] drawn = IntStream.range(0, roles.length)
                .filter(j -> roles[j] == Sharing.SHRUNK)
                .toArray();
        int[] same = IntStream.range(0, roles.length)
                .filter(j -> roles[j] == Sharing.SHARED)
                .toArray();
        this.shrunk = drawn.length;
        this.common =
                IntStream.concat(Arrays.stream(drawn), Arrays.stream(same)).toArray();
        this.place = Arrays.stream(drawn).map(j -> Arrays.binarySearch(own, j)).toArray();
        this.index = new int[roles.length];
        for (int i = 0; i < own.length; i++) {
            index[own[i]] = i;
        }
        for (int m = shrunk; m < common.length; m++) {
            index[common[m]] = -1 - m;
        }
    }

    int size() {
        return sources * own.length + common.length;
    }

    /** Where the common coordinates begin in a point. */
    int commons() {
        return sources * own.length;
    }

    /** All coordinates of one source. */
    double[] of(int source, double[] point) {
        double[] all = new double[index.length];
        for (int j = 0; j < all.length; j++) {
            all[j] = point[index[j] >= 0 ? source * own.length + index[j] : commons() - 1 - index[j]];
        }
        return all;
    }

    /** Where a coordinate stands among the own ones and the common ones behind them. */
    int row(int coordinate) {
        return index[coordinate] >= 0 ? index[coordinate] : own.length - 1 - index[coordinate];
    }

    /** The point with these coordinates of the sources; what stands for all is put at the sources' mean. */
    double[] point(double[][] all) {
        double[] point = new double[size()];
        for (int s = 0; s < sources; s++) {
            for (int i = 0; i < own.length; i++) {
                point[s * own.length + i] = all[s][own[i]];
            }
            for (int m = 0; m < common.length; m++) {
                point[commons() + m] += all[s][common[m]] / sources;
            }
        }
        return point;
    }

    void clamp(double[] point) {
        for (int k = 0; k < point.length; k++) {
            point[k] = within(point[k], k);
        }
    }

    /** The nearest value that a place of a point may take. */
    double within(double value, int k) {
        int j = coordinate(k);
        return Math.max(coordinates.lower[j], Math.min(coordinates.upper[j], value));
    }

    boolean atLower(double[] point, int k) {
        return point[k] <= coordinates.lower[coordinate(k)];
    }

    boolean atUpper(double[] point, int k) {
        return point[k] >= coordinates.upper[coordinate(k)];
    }

    private int coordinate(int k) {
        return k < commons() ? own[k % own.length] : common[k - commons()];
    }
}
