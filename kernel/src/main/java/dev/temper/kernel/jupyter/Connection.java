package dev.temper.kernel.jupyter;

import com.google.gson.JsonParseException;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where a page waits for its kernel, as the connection file tells. */
public final class Connection {
    private final KernelConnectionProperties properties;

    private Connection(KernelConnectionProperties properties) {
        this.properties = properties;
    }

    /**
     * Reads a connection file.
     *
     * @param file the file
     * @return what it tells
     * @throws IOException when it cannot be read or is not a connection file; the message says which, and of what file
     */
    public static Connection read(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new IOException("The connection file does not exist: " + file, e);
        } catch (CharacterCodingException e) {
            throw new IOException("The connection file is not text: " + file, e);
        } catch (IOException e) {
            throw new IOException("The connection file cannot be read: " + file + " (" + e.getMessage() + ")", e);
        }
        KernelConnectionProperties properties;
        try {
            properties = KernelConnectionProperties.parse(text);
        } catch (JsonParseException | IllegalStateException e) {
            throw new IOException("The connection file is not valid JSON: " + file, e);
        }
        if (properties == null || properties.getTransport() == null || properties.getIp() == null) {
            throw new IOException("The connection file must name transport, ip and five ports: " + file);
        }
        return new Connection(properties);
    }

    /** The parts of the file. */
    KernelConnectionProperties properties() {
        return properties;
    }

    /** The address of one socket. */
    String address(int port) {
        String separator = properties.getTransport().equals("ipc") ? "-" : ":";
        return properties.getTransport() + "://" + properties.getIp() + separator + port;
    }
}
