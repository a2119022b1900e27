package dev.temper.kernel.library;

import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Magics;
import dev.temper.kernel.magic.Options;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code %maven}: adds libraries to the class path, with what they need. */
public final class MavenMagic implements Magic {
    private static final Usage USAGE = Wishes.usage(Usage.line(
                            "maven", "Add libraries from Maven's repositories to the class path, with what they need.")
                    .with(Argument.repeated("libraries", ValueType.TEXT, Coordinates.FORM)))
            .example("%maven org.apache.commons:commons-math3:3.6.1")
            .example("%maven com.example:lab:1.2 --repo lab=https://repo.example.com/maven --sources")
            .example("%maven org.slf4j:slf4j-api:[2.0,2.1) --offline");

    private static final long PATIENCE_MILLIS = 250;

    private final Surroundings surroundings;
    private @Nullable Catalogue catalogue;

    /** Makes the magic, which follows the settings that Maven has on this machine. */
    public MavenMagic() {
        this(Surroundings.ofThisProcess());
    }

    MavenMagic(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public synchronized List<String> words(Magics magics, String typed) {
        Catalogue known = catalogue;
        if (known == null) {
            known = new Catalogue(surroundings, PATIENCE_MILLIS); // only now: it needs the classes of the resolver
            catalogue = known;
        }
        return known.beginningWith(typed);
    }

    @Override
    public @Nullable Object run(Invocation invocation, Session session) throws Exception {
        Options options = invocation.options(USAGE);
        List<String> faults = new ArrayList<>();
        List<Coordinates> libraries = options.texts("libraries").stream()
                .map(typed -> Coordinates.parse(typed, faults))
                .toList();
        if (libraries.isEmpty()) {
            faults.add("libraries must be given: " + Coordinates.FORM + ".");
        }
        if (!faults.isEmpty()) {
            throw new MagicException(faults);
        }
        Wishes wishes = Wishes.read(options, surroundings, session.directory());
        Addition.run(session, surroundings, wishes, maven -> maven.resolve(libraries));
        return null;
    }
}
