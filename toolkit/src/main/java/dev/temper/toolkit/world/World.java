package dev.temper.toolkit.world;

import dev.temper.toolkit.data.TextProfile;
import java.util.Arrays;

/**
 * A made-up world of facts and the program that writes documents about it. A document is general or on the domain and holds
 * 4 to 12 sentences; a sentence keeps the subject of the one before with probability 0.4, names one of its relations and the
 * object that belongs to it: the primary one (0.75), the secondary one (0.15) or any noun (0.10).
 */
public final class World {
    static final double SAME_SUBJECT = 0.4;
    static final double SHORT_FORM = 0.6;
    static final int FEWEST_SENTENCES = 4;
    static final int MOST_SENTENCES = 12;

    final Facts general;
    final Facts domain;
    private final long seed;

    /**
     * Draws a world.
     *
     * @param seed equal seeds give equal worlds, on every machine
     */
    public World(long seed) {
        this.seed = seed;
        general = new Facts(Lexicon.NOUNS, Lexicon.RELATIONS, new Dice(seed, Dice.key("general facts")));
        domain = new Facts(Lexicon.DOMAIN_SUBJECTS, Lexicon.DOMAIN_RELATIONS, new Dice(seed, Dice.key("domain facts")));
    }

    /**
     * Writes a source's pool: all the unique tokens that anneals draw from.
     *
     * @param source name of the source
     * @param tokens size of the pool, at least 1
     * @param profile how it is written
     * @return token ids, 0 to below {@link Lexicon#SIZE}
     */
    public int[] pool(String source, long tokens, TextProfile profile) {
        return text("pool " + source, Math.toIntExact(tokens), profile);
    }

    /**
     * Writes a text.
     *
     * @param name which text: each name has its own random sequence
     * @param tokens length, at least 1
     * @param profile how it is written
     * @return token ids, 0 to below {@link Lexicon#SIZE}
     */
    public int[] text(String name, int tokens, TextProfile profile) {
        Dice dice = new Dice(seed, Dice.key("text"), Dice.key(name));
        Writer writer = new Writer(tokens);
        double[] head = cumulative(domain.head(profile.headSubjects()));
        double[] all = cumulative(general.subjectShares);
        while (writer.length < tokens) {
            if (dice.uniform() < profile.domainShare()) {
                document(domain, head, profile.wrongFacts(), dice, writer);
            } else {
                document(general, all, 0, dice, writer);
            }
        }
        int[] text = Arrays.copyOf(writer.tokens, tokens);
        if (profile.noise() > 0) {
            for (int i = 0; i < tokens; i++) {
                if (dice.uniform() < profile.noise()) {
                    text[i] = dice.below(Lexicon.SIZE);
                }
            }
        }
        return text;
    }

    private static void document(Facts facts, double[] subjects, double wrongFacts, Dice dice, Writer writer) {
        writer.add(Lexicon.DOCUMENT);
        int sentences = FEWEST_SENTENCES + dice.below(MOST_SENTENCES - FEWEST_SENTENCES + 1);
        int subject = -1;
        for (int i = 0; i < sentences; i++) {
            boolean keep = dice.uniform() < SAME_SUBJECT;
            int fresh = draw(subjects, dice);
            subject = keep && subject >= 0 ? subject : fresh;
            int relation = draw(cumulative(facts.relationShares[subject]), dice);
            int object = object(facts, subject, relation, wrongFacts, dice);
            writer.sentence(
                    facts.subjects.start() + subject,
                    facts.relations.start() + relation,
                    Lexicon.NOUNS.start() + object,
                    dice.uniform() < SHORT_FORM);
        }
    }

    private static int object(Facts facts, int subject, int relation, double wrongFacts, Dice dice) {
        double choice = dice.uniform();
        int any = dice.below(Lexicon.NOUNS.size());
        if (choice < Facts.PRIMARY) {
            return facts.doubt[subject][relation] < wrongFacts
                    ? facts.wrong[subject][relation]
                    : facts.primary[subject][relation];
        }
        return choice < Facts.PRIMARY + Facts.SECONDARY ? facts.secondary[subject][relation] : any;
    }

    private static double[] cumulative(double[] shares) {
        double[] sums = shares.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }

    private static int draw(double[] cumulative, Dice dice) {
        double u = dice.uniform();
        int at = 0;
        while (at < cumulative.length - 1 && cumulative[at] <= u) {
            at++;
        }
        return at;
    }

    /** Collects tokens; the last document may run past the wanted length. */
    private static final class Writer {
        private static final int LONGEST_DOCUMENT = 1 + MOST_SENTENCES * 7;

        private final int[] tokens;
        private int length;

        Writer(int expected) {
            tokens = new int[expected + LONGEST_DOCUMENT];
        }

        void add(int... more) {
            System.arraycopy(more, 0, tokens, length, more.length);
            length += more.length;
        }

        void sentence(int subject, int relation, int object, boolean shortForm) {
            if (shortForm) {
                add(subject, relation, object, Lexicon.STOP);
            } else {
                add(Lexicon.THE, relation, Lexicon.OF, subject, Lexicon.IS, object, Lexicon.STOP);
            }
        }
    }
}
