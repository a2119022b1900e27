package dev.temper.toolkit.train;

import ai.djl.engine.Engine;
import ai.djl.util.Utils;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Loads libtorch, which the engine unpacks from its jar the first time: one process at a time, or each unpacks its own. */
final class EngineLibrary {
    private EngineLibrary() {}

    static synchronized void load() throws IOException {
        try (FileChannel channel = lockFile(Utils.getEngineCacheDir());
                var lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IOException("cannot lock " + Utils.getEngineCacheDir());
            }
            Engine.getEngine("PyTorch");
        }
    }

    private static FileChannel lockFile(Path cache) throws IOException {
        try {
            Files.createDirectories(cache);
            return FileChannel.open(cache.resolve("temper.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IOException(
                    "cannot unpack the training engine into " + cache
                            + "; set DJL_CACHE_DIR to a folder that can be written",
                    e);
        }
    }
}
