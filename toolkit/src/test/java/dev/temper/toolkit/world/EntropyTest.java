package dev.temper.toolkit.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.temper.toolkit.data.TextProfile;
import dev.temper.toolkit.world.Parsed.Document;
import dev.temper.toolkit.world.Parsed.Sentence;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntropyTest {
    @Test
    void worldOneLosesNoLessThanItsTextNeeds() {
        assertThat(Entropy.ofDomain(new World(1))).isCloseTo(1.2448, within(5e-5));
    }

    /** Counts what follows what in a long text; knows the grammar, but none of the probabilities. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void agreesWithTheEntropyThatIsCountedInALongText(long seed) {
        World world = new World(seed);
        Parsed text = Parsed.of(world.text("count", 4_000_000, new TextProfile(1, 0, 0, 0)));
        Counts lengths = new Counts();
        Counts forms = new Counts();
        Counts subjects = new Counts();
        Counts relations = new Counts();
        Counts objects = new Counts();
        long tokens = 0;
        for (Document document : text.documents()) {
            lengths.add(0, document.sentences().size());
            tokens++;
            int before = -1;
            for (Sentence sentence : document.sentences()) {
                forms.add(0, sentence.shortForm() ? 1 : 0);
                subjects.add(before, sentence.subject());
                relations.add(sentence.subject(), sentence.relation());
                objects.add(sentence.subject() * 1_000 + sentence.relation(), sentence.object());
                before = sentence.subject();
                tokens += sentence.shortForm() ? 4 : 7;
            }
        }
        double nats = lengths.nats() + forms.nats() + subjects.nats() + relations.nats() + objects.nats();
        assertThat(nats / tokens).isCloseTo(Entropy.ofDomain(world), within(0.003));
    }

    /** Plug-in entropy of an outcome given its context, with Miller and Madow's correction, summed over all draws. */
    private static final class Counts {
        private final Map<Integer, Map<Integer, Integer>> counts = new HashMap<>();

        void add(int context, int outcome) {
            counts.computeIfAbsent(context, any -> new HashMap<>()).merge(outcome, 1, Integer::sum);
        }

        double nats() {
            double sum = 0;
            for (Map<Integer, Integer> outcomes : counts.values()) {
                double total =
                        outcomes.values().stream().mapToInt(count -> count).sum();
                for (int count : outcomes.values()) {
                    sum -= count * Math.log(count / total);
                }
                sum += (outcomes.size() - 1) / 2.0;
            }
            return sum;
        }
    }
}
