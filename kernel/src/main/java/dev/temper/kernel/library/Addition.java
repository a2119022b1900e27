package dev.temper.kernel.library;

import dev.temper.kernel.magic.Session;
import java.util.List;
import java.util.function.Function;

/** Finds libraries by Maven, adds them to the class path, and shows what came of it. */
final class Addition {
    private Addition() {}

    static void run(Session session, Surroundings surroundings, Wishes wishes, Function<Maven, Resolution> question)
            throws Exception {
        Errand errand = new Errand(session);
        Resolution resolution = errand.run(() -> {
            try (Maven maven = new Maven(surroundings, wishes, errand.progress())) {
                return question.apply(maven);
            }
        });
        String added = new ClassPath(session.workspace()).add(resolution);
        if (!wishes.sources()) {
            errand.show(added);
            return;
        }
        errand.show(added + "\nTheir sources are being fetched.");
        errand.goOn(() -> {
            try (Maven maven = new Maven(surroundings, wishes, new Progress())) {
                List<String> lacking = maven.fetchSources(resolution);
                return lacking.isEmpty() ? added : added + "\n" + String.join("\n", lacking);
            } catch (RuntimeException e) {
                return added + "\nTheir sources cannot be fetched: " + Masked.text(e.getMessage());
            }
        });
    }
}
