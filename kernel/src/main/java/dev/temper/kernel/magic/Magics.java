package dev.temper.kernel.magic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All magics of a kernel, by name. */
public final class Magics {
    private final Map<String, Magic> byName = new ConcurrentSkipListMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Settings settings = new Settings();

    /**
     * Takes the magics given.
     *
     * @param magics the magics; of two with the same name the first is taken
     */
    public Magics(Collection<? extends Magic> magics) {
        magics.forEach(magic -> faults.addAll(add(magic)));
    }

    /**
     * Takes the magics that the class path offers as services.
     *
     * @param loader where to look
     * @return the magics, and in {@link #faults()} what could not be taken
     */
    public static Magics find(ClassLoader loader) {
        Magics magics = new Magics(List.of());
        magics.faults.addAll(magics.add(loader));
        return magics;
    }

    /**
     * Takes the magics that a class path offers as services and that are not here yet.
     *
     * @param loader where to look
     * @return a line for each that cannot be taken
     */
    public List<String> add(ClassLoader loader) {
        List<String> broken = new ArrayList<>();
        ServiceLoader.load(Magic.class, loader).stream().forEach(provider -> {
            try {
                if (byName.values().stream().noneMatch(magic -> magic.getClass().equals(provider.type()))) {
                    broken.addAll(add(provider.get()));
                }
            } catch (ServiceConfigurationError | LinkageError e) {
                broken.add("A magic cannot be loaded: " + e.getMessage());
            }
        });
        return broken;
    }

    private List<String> add(Magic magic) {
        Magic before = byName.putIfAbsent(magic.usage().name(), magic);
        return before == null
                ? magic.settings().stream()
                        .map(settings::declare)
                        .flatMap(Optional::stream)
                        .toList()
                : List.of("Two magics are named " + magic.usage().name() + ": "
                        + before.getClass().getName() + " is taken, "
                        + magic.getClass().getName() + " is not.");
    }

    /**
     * Returns what can be set for the magics.
     *
     * @return the settings and their values
     */
    public Settings settings() {
        return settings;
    }

    /**
     * Returns what could not be taken, for the user to be told.
     *
     * @return a line for each, empty when all is well
     */
    public List<String> faults() {
        return Collections.unmodifiableList(faults);
    }

    /**
     * Returns the usage of every magic.
     *
     * @return the usages, sorted by name
     */
    public List<Usage> usages() {
        return byName.values().stream().map(Magic::usage).toList();
    }

    /**
     * Finds a magic.
     *
     * @param name the name, without percent signs
     * @return the magic, empty when there is none of that name
     */
    public Optional<Magic> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Finds what can stand at the end of a command line that is being typed.
     *
     * @param typed the line up to the cursor, from its percent sign on
     * @param variables reads the variables of the notebook
     * @return what can stand in place of the last word
     */
    public List<String> candidates(String typed, Supplier<List<Workspace.Variable>> variables) {
        return new Candidates(this).of(typed, variables);
    }

    /**
     * Finds where Java begins on the line of a magic.
     *
     * @param typed the line, from its percent sign on
     * @return the index of its first character, empty when the magic takes none or none is typed yet
     */
    public OptionalInt javaStart(String typed) {
        return new Candidates(this).javaStart(typed);
    }

    /**
     * Runs a magic, after its whole command line has been checked.
     *
     * @param invocation what was typed
     * @param session the notebook that it was typed in
     * @return the value of the magic, or null for none
     * @throws MagicException when there is no such magic, or the command line has faults
     * @throws Exception what the magic throws
     */
    public @Nullable Object run(Invocation invocation, Session session) throws Exception {
        Magic magic = find(invocation.name()).orElseThrow(() -> unknown(invocation.name()));
        Usage usage = magic.usage();
        if (!usage.kinds().contains(invocation.kind())) {
            throw new MagicException(
                    invocation.kind() == Kind.CELL
                            ? "%" + usage.name()
                                    + " takes no lines below it: write it with one percent sign, on a line of its own."
                            : "%%" + usage.name()
                                    + " takes the rest of its cell: write it with two percent signs, on the first line.");
        }
        invocation.options(usage);
        return magic.run(invocation, session);
    }

    /**
     * Complains of a name, and shows those there are as they are typed.
     *
     * @param name a name that no magic has
     * @return what to throw
     */
    public MagicException unknown(String name) {
        List<String> names = List.copyOf(byName.keySet());
        String meant = Spelling.nearest(name, names)
                .flatMap(this::find)
                .map(magic -> " Did you mean " + magic.usage().typed() + "?")
                .orElse("");
        String all = usages().stream().map(Usage::typed).collect(Collectors.joining(", "));
        return new MagicException("There is no magic %" + name + "." + meant + " There are: " + all + ".");
    }
}
