package dev.temper.toolkit.law.form;

import dev.temper.toolkit.law.Observations;
import dev.temper.toolkit.law.Variable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What repeating is worth (Muennighoff et al. 2023, arXiv 2305.16264): of x, seen in passes over u that is new, each further pass is worth
 * less by a share, so that no number of passes is worth more than {@code u·(1 + R)}. Where x is no more than u nothing is repeated.
 */
final class Repetition {
    /** Below it the second pass is worth nothing. */
    static final double LEAST_R = 0.05;

    /** Beyond it passes count in full as far as anybody trains. */
    static final double MOST_EPOCHS = 1e4;

    /** Where the best size for the tokens is found to be tiny, multiples of it may be many. */
    static final double MOST_EXCESS = 1e9;

    private Repetition() {}

    /** Whether every one of x counts in full: none comes again, or coming again loses nothing. */
    private static boolean inFull(double x, double u, double r) {
        return u >= x || Double.isInfinite(r);
    }

    private static double passes(double x, double u, double r) {
        return (x / u - 1) / r;
    }

    /** What x is worth: {@code u·(1 + R·(1 - exp(-(x/u - 1)/R)))}. */
    static double effective(double x, double u, double r) {
        return inFull(x, u, r) ? x : u * (1 - r * Math.expm1(-passes(x, u, r)));
    }

    /** Derivative of {@link #effective} in R. */
    static double slopeInR(double x, double u, double r) {
        if (inFull(x, u, r)) {
            return 0;
        }
        double t = passes(x, u, r);
        return u * (-Math.expm1(-t) - t * Math.exp(-t));
    }

    /** Derivative of {@link #effective} in u. */
    static double slopeInU(double x, double u, double r) {
        if (inFull(x, u, r)) {
            return 0;
        }
        double t = passes(x, u, r);
        return 1 - r * Math.expm1(-t) - Math.exp(-t) * x / u;
    }

    /** R is hidden where nothing is repeated; the unique tokens are the variable after that of all tokens. */
    static List<String> gaps(Observations data, int tokens, List<Variable> variables) {
        String all = variables.get(tokens).name();
        String unique = variables.get(tokens + 1).name();
        boolean repeated =
                IntStream.range(0, data.size()).mapToObj(data::row).anyMatch(row -> row[tokens] > row[tokens + 1]);
        return repeated
                ? List.of()
                : List.of(all + " must exceed " + unique
                        + " in some run to tell what repeating is worth, but does in none;"
                        + " fit a form without repeats, or add runs of several epochs");
    }
}
