package dev.temper.kernel.magic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command of a cell. Implementations are found by {@link java.util.ServiceLoader}. */
public interface Magic {
    /**
     * Tells the name, the arguments and the options. Help, parsing and completion follow from it.
     *
     * @return the usage, the same at every call
     */
    Usage usage();

    /**
     * Tells what {@code %config} can set for this magic.
     *
     * @return the settings, the same at every call
     */
    default List<Setting> settings() {
        return List.of();
    }

    /**
     * Lists words that an argument may be, beside the choices of {@link #usage()}, for whoever is typing one. Who waits
     * for them waits for a menu: what takes more than a moment should be left out.
     *
     * @param magics the magics of the kernel
     * @param typed what is typed of the word so far; words that begin otherwise are left out
     * @return the words, the likeliest first
     */
    default List<String> words(Magics magics, String typed) {
        return List.of();
    }

    /**
     * Lists what can stand in place of the word that is being typed, an argument or the value of an option, beside the choices of {@link
     * #usage()}. A magic that needs no more than {@link #words(Magics, String)} leaves this as it is.
     *
     * @param typing what has been typed, and the notebook that it is typed in
     * @return whole words; those that do not begin as the word that is being typed are left out
     */
    default List<String> words(Typing typing) {
        return typing.option().isEmpty() ? words(typing.magics(), typing.word()) : List.of();
    }

    /**
     * Runs the command. The command line has been checked against {@link #usage()}; read it by {@link
     * Invocation#options(Usage)}. It runs on the thread that runs Java cells, which is interrupted when the user
     * interrupts the cell.
     *
     * @param invocation what was typed
     * @param session the notebook that it was typed in
     * @return the value of the command, shown as the cell's result or assigned to a variable, or null for none
     * @throws Exception when it fails: a {@link MagicException} is shown as its message, all else with its trace
     */
    @Nullable
    Object run(Invocation invocation, Session session) throws Exception;
}
