package dev.temper.toolkit.world;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What is true of one half of the world: who is spoken of how often, which relations each subject prefers, and the objects
 * that complete them.
 */
final class Facts {
    static final double PRIMARY = 0.75;
    static final double SECONDARY = 0.15;

    private static final double RELATION_EXPONENT = 0.7;

    final Lexicon.Range subjects;
    final Lexicon.Range relations;
    final double[] subjectShares;
    final double[][] relationShares;
    final int[][] primary;
    final int[][] secondary;
    /** For each fact a uniform number: below a text's share of wrong facts, the wrong object is always stated. */
    final double[][] doubt;

    final int[][] wrong;

    Facts(Lexicon.Range subjects, Lexicon.Range relations, Dice dice) {
        this.subjects = subjects;
        this.relations = relations;
        subjectShares = zipf(subjects.size(), 1.0);
        relationShares = new double[subjects.size()][];
        for (int subject = 0; subject < subjects.size(); subject++) {
            relationShares[subject] = shuffled(zipf(relations.size(), RELATION_EXPONENT), dice);
        }
        primary = objects(dice);
        secondary = objects(dice);
        wrong = objects(dice);
        doubt = new double[subjects.size()][relations.size()];
        for (double[] row : doubt) {
            Arrays.setAll(row, i -> dice.uniform());
        }
    }

    /** Shares of the first {@code head} subjects, or of all for 0. */
    double[] head(int head) {
        int kept = head == 0 ? subjects.size() : Math.min(head, subjects.size());
        double total = Arrays.stream(subjectShares, 0, kept).sum();
        return Arrays.stream(subjectShares, 0, kept).map(share -> share / total).toArray();
    }

    private int[][] objects(Dice dice) {
        return IntStream.range(0, subjects.size())
                .mapToObj(subject -> IntStream.range(0, relations.size())
                        .map(relation -> dice.below(Lexicon.NOUNS.size()))
                        .toArray())
                .toArray(int[][]::new);
    }

    private static double[] zipf(int n, double exponent) {
        double[] weights = IntStream.rangeClosed(1, n)
                .mapToDouble(rank -> StrictMath.pow(rank, -exponent))
                .toArray();
        double total = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / total).toArray();
    }

    private static double[] shuffled(double[] values, Dice dice) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = dice.below(i + 1);
            double swap = values[i];
            values[i] = values[j];
            values[j] = swap;
        }
        return values;
    }
}
