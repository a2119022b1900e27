package dev.temper.install.laws;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What joint fits are worth and what they cost. Pairs of sources are simulated, fitted by several rules, and each rule's probability that
 * the first has the lower loss at ten times the largest budget is held against the truth. Seeds are fixed.
 *
 * <p>Pairs differ in level by a standard deviation of 2.3 %, in the logit of the floor's share by 0.3 and in the exponent by 0.03, about
 * a floor of 85 % of the first loss and an exponent of 0.25; six budgets over two decades, three seeds, noise of 0.3 %.
 */
public final class JointBench {
    private static final int PAIRS = 2000;
    private static final long SEED = 20406;

    private final int pairs;
    private final PrintStream out;

    /**
     * Prepares the simulation.
     *
     * @param options {@code --pairs N}; 2,000 of each kind when left out
     * @param out where the tables go
     * @throws IllegalArgumentException when a word is not known
     */
    public JointBench(List<String> options, PrintStream out) {
        int count = PAIRS;
        for (int i = 0; i < options.size(); i++) {
            if (!options.get(i).equals("--pairs")) {
                throw new IllegalArgumentException("option must be --pairs, but is " + options.get(i));
            }
            count = Words.number(options, ++i, 10);
        }
        this.pairs = count;
        this.out = out;
    }

    /** Prints the tables, and the figures as a line of JSON. */
    public void run() {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (Pair.Kind kind : Pair.Kind.values()) {
            out.printf(
                    "%n%,d pairs, %s%n%-28s %s%n",
                    pairs,
                    kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    "",
                    "Brier  accuracy  right@95  right@80-95   ECE");
            for (Rule rule : Rule.values()) {
                Score score = score(rule, kind, pairs);
                String name = rule.name() + "_" + kind.name();
                figures.put("brier_" + name.toLowerCase(Locale.ROOT), score.brier());
                out.printf("%-28s %s%n", rule.words, score.row());
            }
        }
        for (boolean floor : new boolean[] {false, true}) {
            Score score = Many.score(pairs, SEED, floor);
            figures.put("brier_twenty" + (floor ? "_with_floor" : ""), score.brier());
            out.printf(
                    "%s%-28s %s%n",
                    floor
                            ? ""
                            : String.format(Locale.ROOT, "%n%,d generic pairs out of twenty sources at once%n", pairs),
                    floor ? Rule.SHRUNK_WITH_FLOOR.words : Rule.SHRUNK.words,
                    score.row());
        }
        figures.putAll(JointGrowth.run(out));
        out.println(Words.json(figures));
    }

    static Score score(Rule rule, Pair.Kind kind, int pairs) {
        double[] said = new double[pairs];
        boolean[] truth = new boolean[pairs];
        IntStream.range(0, pairs).parallel().forEach(i -> {
            Pair pair = kind.draw(SEED + i);
            said[i] = rule.firstIsBetter(pair, SEED + i);
            truth[i] = pair.firstIsBetter();
        });
        return Score.of(said, truth);
    }
}
