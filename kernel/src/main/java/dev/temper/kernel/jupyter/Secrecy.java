package dev.temper.kernel.jupyter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Whether others on this machine can read a file, by what it and the folders above it permit. */
final class Secrecy {
    private Secrecy() {}

    /** Tells who else can read a file and what to do about it; empty when nobody can, or the file system cannot say. */
    static Optional<String> fault(Path file) throws IOException {
        Path real = file.toRealPath();
        if (!Files.getFileStore(real).supportsFileAttributeView("posix")) {
            return Optional.empty();
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(real, LinkOption.NOFOLLOW_LINKS);
        boolean group = permissions.contains(PosixFilePermission.GROUP_READ)
                && isOpen(real, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);
        boolean others = permissions.contains(PosixFilePermission.OTHERS_READ)
                && isOpen(real, PosixFilePermission.OTHERS_EXECUTE, PosixFilePermission.OTHERS_EXECUTE);
        if (!group && !others) {
            return Optional.empty();
        }
        return Optional.of("The connection file can be read by others, whom its key lets run code as you: " + file
                + " (" + PosixFilePermissions.toString(permissions)
                + "). Run chmod 600 on it, or chmod 700 on its folder");
    }

    /** Whether every folder above lets somebody through. */
    private static boolean isOpen(Path file, PosixFilePermission one, PosixFilePermission other) throws IOException {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
            if (!permissions.contains(one) && !permissions.contains(other)) {
                return false;
            }
        }
        return true;
    }
}
