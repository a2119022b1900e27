package dev.temper.toolkit.law.joint;

import dev.temper.toolkit.law.Noise;
import java.util.Arrays;
import java.util.List;

/**
 * What the sources' residuals say of noise, pooled. Of several sources it is the larger of the lack-of-fit and the pure-error mean square,
 * with its own degrees of freedom: where seeds of a budget share a shock, lack of fit is the larger, and the intervals stand on budget
 * means. Lack of fit alone, as one source's intervals stand on, judges simulated pairs worse, for it has fewer degrees of freedom. One
 * source keeps to the rule of a fit by itself.
 */
final class Scales {
    /** Noise below this share of the values is rounding. */
    private static final double ROUNDING = 1e-9;

    final Noise noise;
    /** By source the root of the mean square, 0 degrees of freedom where nothing measures it. */
    final double[] sigma;

    final double[] df;
    final boolean differ;

    private Scales(Noise noise, double[] sigma, double[] df, boolean differ) {
        this.noise = noise;
        this.sigma = sigma;
        this.df = df;
        this.differ = differ;
    }

    /** By how much the noise of one run is larger than what the law is known by. */
    double ofOneRun() {
        double meanSquare = sigma.length == 1 ? noise.meanSquare() : meanSquare(noise);
        return meanSquare > 0 ? Math.sqrt(Math.max(1, noise.ofOneRun() / meanSquare)) : 1;
    }

    private static boolean lackOfFitLeads(Noise noise) {
        return noise.lackOfFitDf() > 0 && (noise.pureErrorDf() == 0 || noise.lackOfFit() > noise.pureError());
    }

    /** The mean square that several sources stand on. */
    static double meanSquare(Noise noise) {
        return lackOfFitLeads(noise) ? noise.lackOfFit() : noise.pureError();
    }

    /** The degrees of freedom of {@link #meanSquare}. */
    static int degreesOfFreedom(Noise noise) {
        return lackOfFitLeads(noise) ? noise.lackOfFitDf() : noise.pureErrorDf();
    }

    /** Sums of squares about the law by source, with the degrees of freedom of all and, where sources can be told apart, of each. */
    static final class Misfit {
        final double[] squares;
        final int pooledDf;
        private final int[] df;

        private Misfit(double[] squares, int[] df, int pooledDf) {
            this.squares = squares;
            this.df = df;
            this.pooledDf = pooledDf;
        }

        double meanSquare() {
            return pooledDf > 0 ? Math.max(0, Arrays.stream(squares).sum()) / pooledDf : Double.NaN;
        }

        /** What every source leaves beside its own law, or beside the best law in which they share what stands for all. */
        static Misfit of(List<Cells> cells, Layout layout, double[][] start) {
            double[][] points = start;
            if (layout.common.length > 0) {
                double[] end =
                        Descent.from(layout.point(start), layout, cells, Target.of(cells, 1), Descent.FOR_FITS).point;
                points = new double[cells.size()][];
                for (int s = 0; s < points.length; s++) {
                    points[s] = layout.of(s, end);
                }
            }
            double[] squares = new double[cells.size()];
            int[] df = new int[squares.length];
            for (int s = 0; s < squares.length; s++) {
                Cells source = cells.get(s);
                df[s] = Math.max(0, source.points() - layout.own.length);
                squares[s] = df[s] > 0 ? squares(source, points[s], layout.coordinates) : 0;
            }
            return new Misfit(squares, df, Math.max(0, Arrays.stream(df).sum() - layout.common.length));
        }

        private static double squares(Cells source, double[] point, Coordinates coordinates) {
            double[] parameters = coordinates.parameters(point);
            double sum = 0;
            for (int i = 0; i < source.points(); i++) {
                double off = coordinates.scaled(coordinates.form.value(parameters, source.rows[i])) - source.means[i];
                sum += source.weights[i] * off * off;
            }
            return sum;
        }
    }

    static Scales of(List<Cells> cells, Misfit misfit, boolean shared) {
        double[] squares = cells.stream().mapToDouble(each -> each.pureSquares).toArray();
        int[] seeds = cells.stream().mapToInt(each -> each.pureDf).toArray();
        int seedDf = Arrays.stream(seeds).sum();
        double pure = seedDf > 0 ? Arrays.stream(squares).sum() / seedDf : Double.NaN;
        Noise noise = new Noise(pure, seedDf, misfit.meanSquare(), misfit.pooledDf);
        double[] sigma = new double[cells.size()];
        double[] df = new double[cells.size()];
        if (noise.degreesOfFreedom() == 0) {
            Arrays.fill(sigma, 1);
            return new Scales(noise, sigma, df, false);
        }
        double largest = cells.stream()
                .flatMapToDouble(each -> Arrays.stream(each.means))
                .map(Math::abs)
                .max()
                .orElseThrow();
        double least = ROUNDING * (1 + largest);
        boolean one = cells.size() == 1;
        if (one || (lackOfFitLeads(noise) && shared)) {
            Arrays.fill(sigma, Math.max(least, Math.sqrt(one ? noise.meanSquare() : meanSquare(noise))));
            Arrays.fill(df, one ? noise.degreesOfFreedom() : degreesOfFreedom(noise));
            return new Scales(noise, sigma, df, false);
        }
        Moderation moderated =
                lackOfFitLeads(noise) ? Moderation.of(misfit.squares, misfit.df) : Moderation.of(squares, seeds);
        Arrays.setAll(sigma, s -> Math.max(least, Math.sqrt(moderated.meanSquares[s])));
        return new Scales(noise, sigma, moderated.df, moderated.differ);
    }
}
