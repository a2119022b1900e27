package dev.temper.kernel.library;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * What Maven found.
 *
 * @param files the files, those asked for and those they need
 * @param notes what the user is to know, a line each
 * @param places the repositories that were asked
 */
record Resolution(List<Found> files, List<String> notes, List<RemoteRepository> places) {
    /**
     * A file of a library.
     *
     * @param coordinates its name, with the version that was chosen
     * @param path where it lies on this machine
     */
    record Found(Coordinates coordinates, Path path) {}

    /** Copies the lists. */
    Resolution {
        files = List.copyOf(files);
        notes = List.copyOf(notes);
        places = List.copyOf(places);
    }
}
