package dev.temper.toolkit.law.joint;

import dev.temper.toolkit.law.FitException;
import dev.temper.toolkit.law.LawForm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.jspecify.annotations.Nullable;

/** Sources that are fitted together, with the joint optimum and what their draws are made of. */
final class Pool {
    private static final double LEVEL = 0.95;
    private static final int MANY_SOURCES = 4;

    final List<Cells> cells;
    final Layout layout;
    final Scales scales;
    final Descent.End end;
    final List<ScalePosterior.Node> nodes;
    final double[] shrinkScales;
    final Set<JointWarning> warnings;
    private final @Nullable ScalePosterior posterior;

    private Pool(
            List<Cells> cells,
            Layout layout,
            Scales scales,
            double[][] start,
            @Nullable ScalePosterior posterior,
            boolean contradicted) {
        this.cells = cells;
        this.layout = layout;
        this.scales = scales;
        this.posterior = posterior;
        this.shrinkScales = posterior == null ? new double[0] : posterior.medians;
        Target target = Target.of(cells, scales.sigma, shrinkScales);
        this.end = Descent.from(layout.point(start), layout, cells, target, Descent.FOR_FITS);
        this.nodes =
                posterior == null ? List.of(new ScalePosterior.Node(1, new double[0], end.point)) : posterior.nodes;
        this.warnings = warnings(contradicted);
    }

    static Pool of(LawForm form, JointOptions options, List<Cells> cells, Sharing[] wanted) {
        Sharing[] roles = wanted.clone();
        if (cells.size() == 1) {
            Arrays.fill(roles, Sharing.SEPARATE);
        }
        Coordinates coordinates = new Coordinates(form, options.fit(), Start.design(cells), roles);
        Layout layout = new Layout(coordinates, cells.size());
        requireBudgets(layout, cells);
        double[][] start = Start.of(cells, coordinates);
        Scales.Misfit alone = misfit(cells, coordinates, start, Sharing.SEPARATE, Sharing.SEPARATE);
        boolean shared = layout.common.length > layout.shrunk;
        Scales.Misfit misfit = shared ? misfit(cells, coordinates, start, Sharing.SEPARATE, Sharing.SHARED) : alone;
        Scales scales = Scales.of(cells, misfit, shared);
        if (scales.noise.degreesOfFreedom() == 0 && layout.shrunk > 0) {
            scales = Scales.of(cells, misfit(cells, coordinates, start, Sharing.SHARED, Sharing.SHARED), true);
            if (scales.noise.degreesOfFreedom() == 0) {
                throw new FitException("degreesOfFreedom of the noise must be at least 1 to tell how alike sources are,"
                        + " but are 0; add a second seed or another budget");
            }
        }
        ScalePosterior posterior = layout.shrunk == 0
                ? null
                : new ScalePosterior(
                        new Marginal(
                                layout,
                                cells,
                                Target.of(cells, scales.sigma, new double[layout.shrunk]),
                                layout.point(start)),
                        SamplingErrors.of(layout, cells, scales.sigma, start),
                        spread(layout, start));
        boolean contradicted = shared && contradicted(cells, alone, misfit);
        return new Pool(cells, layout, scales, start, posterior, contradicted);
    }

    private static double[] spread(Layout layout, double[][] start) {
        return Arrays.stream(layout.common)
                .limit(layout.shrunk)
                .mapToDouble(j -> Math.sqrt(StatUtils.variance(
                        Arrays.stream(start).mapToDouble(point -> point[j]).toArray())))
                .toArray();
    }

    private static Scales.Misfit misfit(
            List<Cells> cells, Coordinates coordinates, double[][] start, Sharing shrunk, Sharing shared) {
        Sharing[] roles = Arrays.stream(coordinates.roles)
                .map(role -> role == Sharing.SHRUNK ? shrunk : role == Sharing.SHARED ? shared : role)
                .toArray(Sharing[]::new);
        return Scales.Misfit.of(cells, new Layout(coordinates.withRoles(roles), cells.size()), start);
    }

    private static void requireBudgets(Layout layout, List<Cells> cells) {
        int least = Math.max(1, layout.own.length - layout.shrunk);
        List<String> faults = new ArrayList<>();
        int spare = 0;
        for (Cells source : cells) {
            spare += source.points() - least;
            if (source.points() < least) {
                faults.add("distinct points of " + source.name + " must be at least " + least
                        + ", one for each parameter that it shares with no other source, but are " + source.points());
            }
        }
        if (faults.isEmpty() && cells.size() > 1 && spare < layout.common.length) {
            faults.add("distinct points of all sources beyond " + least + " in each must be at least "
                    + layout.common.length + ", but are " + spare);
        }
        if (!faults.isEmpty()) {
            throw new FitException(String.join("; ", faults));
        }
    }

    /** Whether sharing leaves more than noise explains, by an F-test against the noise beside the sources' own laws. */
    private static boolean contradicted(List<Cells> cells, Scales.Misfit alone, Scales.Misfit together) {
        int df = alone.pooledDf;
        int more = together.pooledDf - df;
        Scales own = Scales.of(cells, alone, false);
        if (more <= 0 || Scales.degreesOfFreedom(own.noise) == 0) {
            return false;
        }
        double extra = Arrays.stream(together.squares).sum()
                - Arrays.stream(alone.squares).sum();
        double f = new FDistribution(more, Scales.degreesOfFreedom(own.noise)).inverseCumulativeProbability(LEVEL);
        return extra / more > f * Scales.meanSquare(own.noise);
    }

    private Set<JointWarning> warnings(boolean contradicted) {
        Set<JointWarning> all = EnumSet.noneOf(JointWarning.class);
        if (posterior != null && cells.size() < MANY_SOURCES) {
            all.add(JointWarning.FEW_SOURCES);
        }
        if (contradicted) {
            all.add(JointWarning.SHARING_CONTRADICTED);
        }
        if (scales.differ) {
            all.add(JointWarning.NOISE_DIFFERS);
        }
        if (scales.noise.pureErrorDf() == 0) {
            all.add(JointWarning.ONE_SEED);
        }
        if (scales.noise.lackOfFitDf() == 0) {
            all.add(JointWarning.FEW_BUDGETS);
        }
        if (!end.converged) {
            all.add(JointWarning.EARLY_STOP);
        }
        return Collections.unmodifiableSet(all);
    }

    boolean measuresNoise() {
        return scales.noise.degreesOfFreedom() > 0;
    }

    double[] point(int source) {
        return layout.of(source, end.point);
    }

    boolean atBound(int source) {
        int q = layout.own.length;
        return IntStream.range(0, q).anyMatch(i -> {
            int k = source * q + i;
            return layout.atLower(end.point, k) || layout.atUpper(end.point, k);
        });
    }

    List<Shrinkage> shrinkages() {
        List<Shrinkage> all = new ArrayList<>();
        for (int m = 0; posterior != null && m < layout.shrunk; m++) {
            String name =
                    layout.coordinates.form.parameters().get(layout.common[m]).name();
            all.add(posterior.shrinkage(m, name, cells.size(), end.point[layout.commons() + m]));
        }
        return all;
    }

    /** All coordinates, less what the aims of the shrunk ones hold of them. */
    double effectiveParameters() {
        double sum = layout.size();
        for (int m = 0; m < layout.shrunk; m++) {
            double precision = 1 / (shrinkScales[m] * shrinkScales[m]);
            int i = layout.place[m];
            int middle = layout.own.length + m;
            for (int s = 0; s < cells.size(); s++) {
                double[][] covariance = end.arrow.covariance(s);
                sum -= precision * (covariance[i][i] - 2 * covariance[i][middle] + covariance[middle][middle]);
            }
        }
        return sum;
    }

    /** By the delta method, of the parameters of one source, with the shrink scales at their medians. */
    double[][] parameterCovariance(int source) {
        double[][] inner = end.arrow.covariance(source);
        double[][] jacobian = layout.coordinates.jacobian(point(source));
        int p = jacobian.length;
        double[][] all = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    for (int l = 0; l < p; l++) {
                        all[i][j] += jacobian[i][k] * inner[layout.row(k)][layout.row(l)] * jacobian[j][l];
                    }
                }
                all[i][j] = measuresNoise() ? all[i][j] : Double.NaN;
            }
        }
        return all;
    }
}
