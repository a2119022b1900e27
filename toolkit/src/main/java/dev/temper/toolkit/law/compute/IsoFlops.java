package dev.temper.toolkit.law.compute;

import dev.temper.toolkit.law.FitException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The best size by the parabolas of runs of equal compute (approach 2): at each compute the loss is a parabola in the log of the size,
 * and a power law goes through their vertices.
 *
 * <p>A law in parameters and tokens is not a parabola: where its exponents differ, grids that are wide or off centre move the vertex even
 * without noise (arXiv 2603.22339). {@link #warnings} names such grids.
 */
public final class IsoFlops {
    private final List<Parabola> parabolas;
    private final List<Parabola> used;

    private IsoFlops(List<Parabola> parabolas) {
        this.parabolas = List.copyOf(parabolas);
        this.used = parabolas.stream()
                .filter(parabola -> parabola.vertex().isPresent())
                .toList();
    }

    /**
     * Draws the parabolas.
     *
     * @param compute of each run, in FLOP, positive
     * @param parameters of each run's model, positive
     * @param losses of the runs
     * @param tolerance by which share compute may exceed the least of its group and still count as equal, such as 0.1
     * @return the parabolas
     * @throws IllegalArgumentException when the lengths differ or a number is not positive and finite; the message names all of them
     * @throws FitException when fewer than two computes have a parabola with a vertex among its sizes
     */
    public static IsoFlops of(double[] compute, double[] parameters, double[] losses, double tolerance) {
        Numbers.require(compute, parameters, losses);
        int[] order = IntStream.range(0, compute.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> compute[i]))
                .mapToInt(i -> i)
                .toArray();
        List<Parabola> parabolas = new ArrayList<>();
        int start = 0;
        for (int k = 1; k <= order.length; k++) {
            if (k == order.length || compute[order[k]] > compute[order[start]] * (1 + tolerance)) {
                int[] group = Arrays.copyOfRange(order, start, k);
                parabolas.add(Parabola.through(at(compute, group), at(parameters, group), at(losses, group)));
                start = k;
            }
        }
        IsoFlops flops = new IsoFlops(parabolas);
        if (flops.used.size() < 2) {
            throw new FitException(
                    "computes with a parabola whose vertex lies among its sizes must be at least 2, but are "
                            + flops.used.size() + "; " + String.join("; ", flops.warnings()));
        }
        return flops;
    }

    private static double[] at(double[] values, int[] indices) {
        return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
    }

    /**
     * Gives the parabolas, also those that are not used.
     *
     * @return one for each compute, in its order
     */
    public List<Parabola> parabolas() {
        return parabolas;
    }

    /**
     * Gives the power law through the vertices.
     *
     * @param level of the exponent's interval, such as 0.95
     * @return the law; its interval is unbounded with two vertices
     */
    public ComputeLaw law(double level) {
        double[] logCompute = used.stream()
                .mapToDouble(parabola -> Math.log(parabola.compute()))
                .toArray();
        double[] logSize = used.stream()
                .mapToDouble(
                        parabola -> Math.log(parabola.vertex().orElseThrow().estimate()))
                .toArray();
        Line line = Line.through(logCompute, logSize);
        return new ComputeLaw(Math.exp(line.intercept()), line.slope(level));
    }

    /**
     * Tells what a reader must know.
     *
     * @return sentences without a full stop; empty when there is nothing to warn of
     */
    public List<String> warnings() {
        return parabolas.stream()
                .flatMap(parabola -> parabola.warning().stream())
                .toList();
    }
}
