package dev.temper.toolkit.utility;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the data say: a source to take, sources that are as good as each other, or that they do not say, and what would. */
public sealed interface Verdict {
    /**
     * Says the verdict in one sentence.
     *
     * @return with a full stop
     */
    String sentence();

    /**
     * Take this source.
     *
     * @param source its name
     * @param probability that it is the best at the target
     */
    record Recommend(String source, double probability) implements Verdict {
        @Override
        public String sentence() {
            return String.format(Locale.ROOT, "Take %s: P(best) is %.3f.", source, probability);
        }
    }

    /**
     * Take any of these: what parts them is not worth having.
     *
     * @param sources two or more names, the greater gain first
     * @param indifference the difference in loss that is not worth having, in nats per token
     */
    record Tie(List<String> sources, double indifference) implements Verdict {
        /** Copies the list. */
        public Tie {
            sources = List.copyOf(sources);
        }

        @Override
        public String sentence() {
            return "Take any of " + String.join(", ", sources) + ": they differ by less than " + indifference
                    + " nats.";
        }
    }

    /**
     * Undecided.
     *
     * @param reasons why, at least one
     * @param buy the runs that would tell most; empty when none would
     */
    record NotDecidable(List<Reason> reasons, List<RunRequest> buy) implements Verdict {
        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException when there is no reason
         */
        public NotDecidable {
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("reasons must be at least one, but are none");
            }
            reasons = List.copyOf(reasons);
            buy = List.copyOf(buy);
        }

        @Override
        public String sentence() {
            return "Undecided: " + reasons.stream().map(Reason::sentence).collect(Collectors.joining("; ")) + ".";
        }
    }
}
