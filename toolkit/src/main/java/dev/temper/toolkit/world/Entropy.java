package dev.temper.toolkit.world;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What a perfect model of a world would still lose: the entropy of its domain text. */
public final class Entropy {
    private Entropy() {}

    /**
     * Computes the entropy of clean domain text from the probabilities that write it. No model can lose less on average
     * over much text; one that sees only a short window, which begins in mid-document, loses more.
     *
     * @param world the world
     * @return nats per token
     */
    public static double ofDomain(World world) {
        Facts facts = world.domain;
        double[] shares = facts.subjectShares;
        double sentences = (World.FEWEST_SENTENCES + World.MOST_SENTENCES) / 2.0;
        double lengths = Math.log(World.MOST_SENTENCES - World.FEWEST_SENTENCES + 1);
        double next = 0;
        double rest = 0;
        for (int subject = 0; subject < shares.length; subject++) {
            next += shares[subject] * nats(nextSubject(shares, subject));
            rest += shares[subject] * relationAndObject(facts, subject);
        }
        double form = nats(World.SHORT_FORM, 1 - World.SHORT_FORM);
        double subjects = nats(shares) / sentences + next * (sentences - 1) / sentences;
        double perSentence = form + subjects + rest + lengths / sentences;
        return perSentence / (World.SHORT_FORM * 4 + (1 - World.SHORT_FORM) * 7 + 1 / sentences);
    }

    private static double[] nextSubject(double[] shares, int current) {
        double[] next = Arrays.stream(shares)
                .map(share -> (1 - World.SAME_SUBJECT) * share)
                .toArray();
        next[current] += World.SAME_SUBJECT;
        return next;
    }

    private static double relationAndObject(Facts facts, int subject) {
        double[] relations = facts.relationShares[subject];
        return nats(relations)
                + IntStream.range(0, relations.length)
                        .mapToDouble(relation -> relations[relation] * objects(facts, subject, relation))
                        .sum();
    }

    private static double objects(Facts facts, int subject, int relation) {
        double[] objects = new double[Lexicon.NOUNS.size()];
        Arrays.fill(objects, (1 - Facts.PRIMARY - Facts.SECONDARY) / objects.length);
        objects[facts.primary[subject][relation]] += Facts.PRIMARY;
        objects[facts.secondary[subject][relation]] += Facts.SECONDARY;
        return nats(objects);
    }

    private static double nats(double... probabilities) {
        return -Arrays.stream(probabilities).map(p -> p * Math.log(p)).sum();
    }
}
