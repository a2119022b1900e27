package dev.temper.kernel.library;

import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Kind;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Options;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import org.jspecify.annotations.Nullable;

/** {@code %%pom}: adds the dependencies of a Maven project, or of a part of its pom, to the class path. */
public final class PomMagic implements Magic {
    private static final Usage USAGE = Wishes.usage(Usage.lineOrCell(
                            "pom",
                            "Add the dependencies of a pom to the class path: of the file named, or of the lines below,"
                                    + " which may be a part of a pom.")
                    .with(Argument.optional("file", ValueType.PATH, "a pom.xml")))
            .example("%pom ../analysis/pom.xml");

    private final Surroundings surroundings;

    /** Makes the magic, which follows the settings that Maven has on this machine. */
    public PomMagic() {
        this(Surroundings.ofThisProcess());
    }

    PomMagic(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public @Nullable Object run(Invocation invocation, Session session) throws Exception {
        Options options = invocation.options(USAGE);
        boolean cell = invocation.kind() == Kind.CELL;
        if (cell == options.has("file")) {
            throw new MagicException("A pom must be given either by %pom FILE or by %%pom with its text below, but "
                    + (cell ? "both are given." : "neither is."));
        }
        PomText text = cell
                ? PomText.ofCell(invocation.body(), line -> session.place(invocation.bodyLine() + line - 1))
                : PomText.ofFile(session.directory().resolve(options.path("file")));
        Wishes wishes = Wishes.read(options, surroundings, session.directory());
        Addition.run(session, surroundings, wishes, maven -> maven.resolve(text));
        return null;
    }
}
