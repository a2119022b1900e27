package dev.temper.toolkit.law.interval;

import dev.temper.toolkit.law.Observations;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** A division of the observations. */
final class Groups {
    /** For each observation the number of its group, counted from 0 in the order of first appearance. */
    final int[] of;

    final int count;

    private Groups(int[] of, int count) {
        this.of = of;
        this.count = count;
    }

    /** Each by itself. */
    static Groups runs(Observations data) {
        return new Groups(IntStream.range(0, data.size()).toArray(), data.size());
    }

    static Groups clusters(Observations data) {
        return numbered(data.size(), data::cluster);
    }

    /** Those at the same numbers of all variables. */
    static Groups points(Observations data) {
        return numbered(data.size(), i -> Arrays.stream(data.row(i)).boxed().toList());
    }

    /** At most so many, of neighbours far apart. */
    Groups atMost(int most) {
        return count <= most
                ? this
                : new Groups(Arrays.stream(of).map(group -> group % most).toArray(), most);
    }

    private static Groups numbered(int size, java.util.function.IntFunction<Object> key) {
        Map<Object, Integer> numbers = new HashMap<>();
        int[] of = new int[size];
        for (int i = 0; i < size; i++) {
            Object name = key.apply(i);
            Integer known = numbers.putIfAbsent(name, numbers.size());
            of[i] = known == null ? numbers.size() - 1 : known;
        }
        return new Groups(of, numbers.size());
    }
}
