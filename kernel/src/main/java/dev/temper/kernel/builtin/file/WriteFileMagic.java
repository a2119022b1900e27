package dev.temper.kernel.builtin.file;

import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Option;
import dev.temper.kernel.magic.Options;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** {@code %%writefile}: writes the lines of a cell into a file, all of them or none. */
public final class WriteFileMagic implements Magic {
    private static final Usage USAGE = Usage.cell("writefile", "Write the lines below into a file.")
            .with(Argument.required("file", ValueType.PATH, "the file; its folder must exist"))
            .with(Option.flag("append", "add to the end of the file").alias("a"))
            .example("%%writefile study.yaml\nname: mine\nseeds: [1, 2]");

    /** Makes the magic. */
    public WriteFileMagic() {}

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public @Nullable Object run(Invocation invocation, Session session) {
        Options options = invocation.options(USAGE);
        Path shown = options.path("file");
        Path file = session.directory().resolve(shown);
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new MagicException("The folder of the file must exist, but there is no " + folder + ".");
        }
        if (Files.isDirectory(file)) {
            throw new MagicException("file must name a file, but " + shown + " is a folder.");
        }
        String text = invocation.body().isEmpty() ? "" : invocation.body() + "\n";
        boolean wasThere = Files.exists(file);
        try {
            if (options.flag("append")) {
                Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } else {
                replace(file, folder, text);
            }
        } catch (IOException e) {
            throw new MagicException("The file " + shown + " cannot be written: " + e, e);
        }
        String what = wasThere ? (options.flag("append") ? "Appended to " : "Overwrote ") : "Wrote ";
        session.out().println(what + shown);
        return null;
    }

    private static void replace(Path file, Path folder, String text) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path fresh = Files.createTempFile(folder, ".", ".part");
        try {
            Files.delete(fresh);
            Files.writeString(fresh, text, StandardOpenOption.CREATE_NEW);
            move(fresh, target);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
