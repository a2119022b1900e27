package dev.temper.kernel.library;

import dev.temper.kernel.magic.Session;
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
        errand.show(new ClassPath(session.workspace()).add(resolution));
    }
}
