package dev.temper.toolkit.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;

/**
 * One of NIST's Statistical Reference Datasets for non-linear regression, as a form that starts where NIST says. Gradients come from
 * automatic differentiation of the model.
 *
 * @param name of the set
 * @param parameterRows as NIST lists them: starts one and two, certified value, certified standard deviation
 * @param squares certified residual sum of squares
 * @param x one variable
 * @param y the values
 * @param starts which starts to take
 */
@SuppressWarnings("ArrayRecordComponent") // typed-in numbers, compared by nobody
record NistSet(String name, List<double[]> parameterRows, double squares, double[] x, double[] y, List<Integer> starts)
        implements LawForm {
    /** A model of NIST's, with its parameters counted from 0. */
    @FunctionalInterface
    interface Model {
        DerivativeStructure value(DerivativeStructure[] b, double x);
    }

    private static final Map<String, Model> MODELS = new TreeMap<>();

    static {
        MODELS.put(
                "Misra1a",
                (b, x) -> b[0].multiply(b[1].multiply(-x).exp().negate().add(1)));
        MODELS.put(
                "Misra1b",
                (b, x) -> b[0].multiply(
                        b[1].multiply(x / 2).add(1).pow(-2).negate().add(1)));
        MODELS.put(
                "Misra1c",
                (b, x) -> b[0].multiply(
                        b[1].multiply(2 * x).add(1).pow(-0.5).negate().add(1)));
        MODELS.put(
                "Misra1d",
                (b, x) ->
                        b[0].multiply(b[1]).multiply(x).divide(b[1].multiply(x).add(1)));
        MODELS.put("Chwirut2", (b, x) -> b[0].multiply(-x).exp().divide(b[1].add(b[2].multiply(x))));
        for (String lanczos : List.of("Lanczos1", "Lanczos2", "Lanczos3")) {
            MODELS.put(
                    lanczos,
                    (b, x) -> decay(b[0], b[1], x).add(decay(b[2], b[3], x)).add(decay(b[4], b[5], x)));
        }
        MODELS.put("DanWood", (b, x) -> b[0].multiply(b[1].multiply(Math.log(x)).exp()));
        MODELS.put("Rat42", (b, x) -> b[0].divide(logistic(b, x)));
        MODELS.put(
                "Rat43", (b, x) -> b[0].divide(logistic(b, x).log().divide(b[3]).exp()));
        MODELS.put(
                "MGH09",
                (b, x) -> b[0].multiply(b[1].multiply(x).add(x * x))
                        .divide(b[2].multiply(x).add(x * x).add(b[3])));
        MODELS.put("MGH10", (b, x) -> b[0].multiply(b[1].divide(b[2].add(x)).exp()));
        MODELS.put("MGH17", (b, x) -> b[0].add(decay(b[1], b[3], x)).add(decay(b[2], b[4], x)));
        MODELS.put(
                "Thurber",
                (b, x) -> cubic(b[0], b[1], b[2], b[3], x)
                        .divide(cubic(b[4].multiply(0).add(1), b[4], b[5], b[6], x)));
        MODELS.put(
                "Eckerle4",
                (b, x) -> b[0].divide(b[1])
                        .multiply(b[2].negate()
                                .add(x)
                                .divide(b[1])
                                .pow(2)
                                .multiply(-0.5)
                                .exp()));
        MODELS.put(
                "BoxBOD",
                (b, x) -> b[0].multiply(b[1].multiply(-x).exp().negate().add(1)));
        MODELS.put(
                "Roszman1",
                (b, x) -> b[0].subtract(b[1].multiply(x))
                        .subtract(b[2].divide(b[3].negate().add(x)).atan().divide(Math.PI)));
        MODELS.put(
                "Bennett5",
                (b, x) -> b[0].multiply(b[1].add(x).log().divide(b[2]).negate().exp()));
    }

    private static DerivativeStructure decay(DerivativeStructure amplitude, DerivativeStructure rate, double x) {
        return amplitude.multiply(rate.multiply(-x).exp());
    }

    private static DerivativeStructure logistic(DerivativeStructure[] b, double x) {
        return b[1].subtract(b[2].multiply(x)).exp().add(1);
    }

    private static DerivativeStructure cubic(
            DerivativeStructure a, DerivativeStructure b, DerivativeStructure c, DerivativeStructure d, double x) {
        return a.add(b.multiply(x)).add(c.multiply(x * x)).add(d.multiply(x * x * x));
    }

    static List<NistSet> all() {
        List<NistSet> sets = new ArrayList<>();
        for (String block : text().split("(?m)^set ", -1)) {
            if (!block.startsWith("#")) {
                sets.add(read(block.lines().toList()));
            }
        }
        return sets;
    }

    private static String text() {
        try (InputStream in = NistSet.class.getResourceAsStream("nist.txt")) {
            return new String(in == null ? new byte[0] : in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NistSet read(List<String> lines) {
        List<double[]> parameters = new ArrayList<>();
        List<double[]> points = new ArrayList<>();
        double squares = Double.NaN;
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("parameter")) {
                parameters.add(Arrays.stream(words)
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray());
            } else if (words[0].equals("squares")) {
                squares = Double.parseDouble(words[1]);
            } else {
                points.add(Arrays.stream(words).mapToDouble(Double::parseDouble).toArray());
            }
        }
        return new NistSet(
                lines.get(0),
                parameters,
                squares,
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray(),
                List.of(0, 1));
    }

    NistSet from(int start) {
        return new NistSet(name, parameterRows, squares, x, y, List.of(start));
    }

    double[] certified() {
        return column(2);
    }

    double[] deviations() {
        return column(3);
    }

    private double[] column(int i) {
        return parameterRows.stream().mapToDouble(row -> row[i]).toArray();
    }

    Observations observations() {
        return Observations.of(x, y);
    }

    private DerivativeStructure at(double[] p, double x) {
        DerivativeStructure[] b = new DerivativeStructure[p.length];
        Arrays.setAll(b, j -> new DerivativeStructure(p.length, 1, j, p[j]));
        Model model = MODELS.getOrDefault(name, (unused, alsoUnused) -> {
            throw new IllegalStateException("no model of " + name);
        });
        return model.value(b, x);
    }

    @Override
    public String key() {
        return name;
    }

    @Override
    public String formula() {
        return name;
    }

    @Override
    public String latex() {
        return name;
    }

    @Override
    public String source() {
        return "NIST StRD";
    }

    @Override
    public List<Variable> variables() {
        return List.of(new Variable("x", "none", "predictor", Variable.Domain.ANY));
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        for (int j = 0; j < parameterRows.size(); j++) {
            parameters.add(new Parameter("b" + (j + 1), "none", "parameter " + (j + 1)));
        }
        return parameters;
    }

    @Override
    public OptionalInt floor() {
        return OptionalInt.empty();
    }

    @Override
    public boolean monotone() {
        return false;
    }

    @Override
    public double value(double[] p, double... x) {
        return at(p, x[0]).getValue();
    }

    @Override
    public double[] gradient(double[] p, double... x) {
        double[] all = at(p, x[0]).getAllDerivatives();
        return Arrays.copyOfRange(all, 1, all.length);
    }

    @Override
    public double[][] bounds(Design design, FitOptions options) {
        double[][] bounds = new double[2][parameterRows.size()];
        Arrays.fill(bounds[0], Double.NEGATIVE_INFINITY);
        Arrays.fill(bounds[1], Double.POSITIVE_INFINITY);
        return bounds;
    }

    @Override
    public int linear() {
        return 0;
    }

    @Override
    public List<double[]> shapes(Design design) {
        return starts.stream().map(this::column).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
