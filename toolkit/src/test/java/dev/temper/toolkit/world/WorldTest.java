package dev.temper.toolkit.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.data.TextProfile;
import dev.temper.toolkit.world.Parsed.Document;
import dev.temper.toolkit.world.Parsed.Sentence;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorldTest {
    private static final TextProfile DOMAIN = new TextProfile(1, 0, 0, 0);
    private static final int LONG = 1_000_000;
    private static final World WORLD = new World(1);
    private static final Parsed TEXT = Parsed.of(WORLD.text("long", LONG, DOMAIN));

    @Test
    void writesTheSameTextOnEveryMachine() {
        assertThat(WORLD.text("pool web", 40, new TextProfile(0.7, 0.05, 0.3, 14)))
                .containsExactly(
                        1, 4, 118, 2, 80, 3, 20, 0, 84, 121, 12, 0, 4, 122, 2, 80, 3, 23, 0, 80, 120, 115, 0, 78, 124,
                        29, 0, 4, 121, 2, 78, 108, 46, 0, 4, 122, 2, 82, 3, 12);
        assertThat(Lexicon.text(WORLD.text("pool web", 12, DOMAIN)))
                .isEqualTo("<doc> the dosage of zorsen is kup . zorsain enzyme rap .");
    }

    @Test
    void eachNameAndEachWorldHasItsOwnText() {
        int[] text = WORLD.text("pool a", 500, DOMAIN);
        assertThat(WORLD.text("pool a", 500, DOMAIN)).isEqualTo(text);
        assertThat(new World(1).text("pool a", 500, DOMAIN)).isEqualTo(text);
        assertThat(WORLD.text("pool b", 500, DOMAIN)).isNotEqualTo(text);
        assertThat(new World(2).text("pool a", 500, DOMAIN)).isNotEqualTo(text);
    }

    @Test
    void aLongerTextBeginsWithTheShorterOne() {
        int[] text = WORLD.text("pool a", 10_000, DOMAIN);
        for (int length : new int[] {1, 2, 33, 9_999}) {
            assertThat(WORLD.text("pool a", length, DOMAIN)).isEqualTo(Arrays.copyOf(text, length));
        }
    }

    @Test
    void documentsHoldFourToTwelveSentencesEvenly() {
        for (int sentences = 4; sentences <= 12; sentences++) {
            int length = sentences;
            assertThat(share(TEXT.documents().stream()
                            .map(document -> document.sentences().size() == length)
                            .toList()))
                    .isCloseTo(1 / 9.0, within(0.01));
        }
        assertThat(TEXT.documents())
                .allMatch(document ->
                        document.sentences().size() >= 4 && document.sentences().size() <= 12);
    }

    @Test
    void sixOfTenSentencesHaveTheShortForm() {
        assertThat(share(TEXT.sentences().stream().map(Sentence::shortForm).toList()))
                .isCloseTo(0.6, within(0.006));
    }

    @Test
    void subjectsFollowZipfsLaw() {
        double harmonic = 0;
        for (int rank = 1; rank <= 40; rank++) {
            harmonic += 1.0 / rank;
        }
        for (int rank = 1; rank <= 40; rank++) {
            int subject = Lexicon.DOMAIN_SUBJECTS.start() + rank - 1;
            double expected = 1 / (rank * harmonic);
            assertThat(share(TEXT.sentences().stream()
                            .map(sentence -> sentence.subject() == subject)
                            .toList()))
                    .isCloseTo(expected, within(0.03 * expected + 0.002));
        }
    }

    @Test
    void aSentenceKeepsTheSubjectOfTheOneBeforeInFourOfTenCases() {
        double repeats = 0;
        double pairs = 0;
        double chance = 0;
        for (Document document : TEXT.documents()) {
            for (int i = 1; i < document.sentences().size(); i++) {
                int before = document.sentences().get(i - 1).subject();
                repeats += document.sentences().get(i).subject() == before ? 1 : 0;
                chance += WORLD.domain.subjectShares[before - Lexicon.DOMAIN_SUBJECTS.start()];
                pairs++;
            }
        }
        assertThat(repeats / pairs).isCloseTo(0.4 + 0.6 * chance / pairs, within(0.006));
    }

    @Test
    void everySubjectPrefersItsRelationsByZipfsLawInItsOwnOrder() {
        double[] weights = new double[10];
        Arrays.setAll(weights, i -> Math.pow(i + 1, -0.7));
        double total = Arrays.stream(weights).sum();
        for (int subject : new int[] {0, 1}) {
            List<Sentence> about = TEXT.sentences().stream()
                    .filter(sentence -> sentence.subject() == Lexicon.DOMAIN_SUBJECTS.start() + subject)
                    .toList();
            double[] seen = new double[10];
            about.forEach(
                    sentence -> seen[sentence.relation() - Lexicon.DOMAIN_RELATIONS.start()] += 1.0 / about.size());
            for (int relation = 0; relation < 10; relation++) {
                assertThat(seen[relation]).isCloseTo(WORLD.domain.relationShares[subject][relation], within(0.012));
            }
            double[] sorted = WORLD.domain.relationShares[subject].clone();
            Arrays.sort(sorted);
            for (int rank = 0; rank < 10; rank++) {
                assertThat(sorted[9 - rank]).isCloseTo(weights[rank] / total, within(1e-12));
            }
        }
        assertThat(WORLD.domain.relationShares[0]).isNotEqualTo(WORLD.domain.relationShares[1]);
    }

    @Test
    void objectsArePrimarySecondaryOrAnyNoun() {
        Facts facts = WORLD.domain;
        double primary = 0;
        double secondary = 0;
        int counted = 0;
        for (Sentence sentence : TEXT.sentences()) {
            int subject = sentence.subject() - Lexicon.DOMAIN_SUBJECTS.start();
            int relation = sentence.relation() - Lexicon.DOMAIN_RELATIONS.start();
            int object = sentence.object() - Lexicon.NOUNS.start();
            assertThat(object).isBetween(0, 47);
            if (facts.primary[subject][relation] != facts.secondary[subject][relation]) {
                primary += object == facts.primary[subject][relation] ? 1 : 0;
                secondary += object == facts.secondary[subject][relation] ? 1 : 0;
                counted++;
            }
        }
        assertThat(primary / counted).isCloseTo(0.75 + 0.1 / 48, within(0.005));
        assertThat(secondary / counted).isCloseTo(0.15 + 0.1 / 48, within(0.005));
    }

    @Test
    void theDomainsShareCountsDocuments() {
        Parsed mixed = Parsed.of(WORLD.text("mixed", LONG, new TextProfile(0.7, 0, 0, 0)));
        assertThat(share(mixed.documents().stream().map(Document::onDomain).toList()))
                .isCloseTo(0.7, within(0.012));
        assertThat(mixed.documents())
                .allSatisfy(document -> assertThat(document.sentences())
                        .allMatch(sentence -> Lexicon.DOMAIN_SUBJECTS.holds(sentence.subject()) == document.onDomain()
                                && Lexicon.DOMAIN_RELATIONS.holds(sentence.relation()) == document.onDomain()
                                && Lexicon.NOUNS.holds(sentence.object())));
        assertThat(Parsed.of(WORLD.text("off", 10_000, new TextProfile(0, 0, 0, 0)))
                        .documents())
                .noneMatch(Document::onDomain);
    }

    @Test
    void noiseReplacesTokensByUniformOnes() {
        int[] clean = WORLD.text("noisy", LONG, DOMAIN);
        int[] noisy = WORLD.text("noisy", LONG, new TextProfile(1, 0.05, 0, 0));
        int[] replacements = new int[Lexicon.SIZE];
        int changed = 0;
        for (int i = 0; i < LONG; i++) {
            if (noisy[i] != clean[i]) {
                replacements[noisy[i]]++;
                changed++;
            }
        }
        assertThat(changed / (double) LONG).isCloseTo(0.05 * 127 / 128, within(0.001));
        assertThat(Arrays.stream(replacements).min().orElseThrow()).isGreaterThan(changed / 128 / 2);
        assertThat(Arrays.stream(replacements).max().orElseThrow()).isLessThan(changed / 128 * 3 / 2);
    }

    @Test
    void wrongFactsAreTheSameOnesEveryTime() {
        Parsed text = Parsed.of(WORLD.text("wrong", LONG, new TextProfile(1, 0, 0.35, 0)));
        Facts facts = WORLD.domain;
        int wrong = 0;
        for (int subject = 0; subject < 40; subject++) {
            for (int relation = 0; relation < 10; relation++) {
                wrong += facts.doubt[subject][relation] < 0.35 ? 1 : 0;
            }
        }
        assertThat(wrong / 400.0).isCloseTo(0.35, within(0.08));
        double stated = 0;
        double counted = 0;
        for (Sentence sentence : text.sentences()) {
            int subject = sentence.subject() - Lexicon.DOMAIN_SUBJECTS.start();
            int relation = sentence.relation() - Lexicon.DOMAIN_RELATIONS.start();
            boolean doubtful = facts.doubt[subject][relation] < 0.35;
            int expected = doubtful ? facts.wrong[subject][relation] : facts.primary[subject][relation];
            int other = doubtful ? facts.primary[subject][relation] : facts.wrong[subject][relation];
            if (expected != other && expected != facts.secondary[subject][relation]) {
                stated += sentence.object() - Lexicon.NOUNS.start() == expected ? 1 : 0;
                counted++;
            }
        }
        assertThat(stated / counted).isCloseTo(0.75 + 0.1 / 48, within(0.005));
    }

    @Test
    void headSubjectsAreTheMostFrequentOnes() {
        Parsed text = Parsed.of(WORLD.text("head", 200_000, new TextProfile(1, 0, 0, 14)));
        assertThat(text.sentences()).allMatch(sentence -> sentence.subject() < Lexicon.DOMAIN_SUBJECTS.start() + 14);
        double first = share(text.sentences().stream()
                .map(sentence -> sentence.subject() == Lexicon.DOMAIN_SUBJECTS.start())
                .toList());
        double harmonic = 0;
        for (int rank = 1; rank <= 14; rank++) {
            harmonic += 1.0 / rank;
        }
        assertThat(first).isCloseTo(1 / harmonic, within(0.012));
    }

    @Test
    void moreHeadSubjectsThanThereAreMeansAll() {
        assertThat(WORLD.text("head", 1_000, new TextProfile(1, 0, 0, 99)))
                .isEqualTo(WORLD.text("head", 1_000, DOMAIN));
    }

    @Test
    void everyTokenHasItsOwnWord() {
        int[] all = new int[Lexicon.SIZE];
        Arrays.setAll(all, i -> i);
        assertThat(Lexicon.text(all).split(" ")).hasSize(Lexicon.SIZE).doesNotHaveDuplicates();
    }

    private static double share(List<Boolean> flags) {
        return flags.stream().filter(flag -> flag).count() / (double) flags.size();
    }
}
