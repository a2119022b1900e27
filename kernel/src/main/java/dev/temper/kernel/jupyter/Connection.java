package dev.temper.kernel.jupyter;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a page waits for its kernel, as the connection file tells. */
public final class Connection {
    private static final Set<String> NAMES =
            Set.of("ip", "transport", "control_port", "shell_port", "stdin_port", "hb_port", "iopub_port");

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
        try {
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            if (!json.keySet().containsAll(NAMES)) {
                throw new IOException("The connection file must name transport, ip and five ports: " + file);
            }
            return new Connection(properties(json));
        } catch (JsonParseException | IllegalStateException | NumberFormatException | UnsupportedOperationException e) {
            throw new IOException("The connection file is not valid JSON: " + file, e);
        }
    }

    /** Picked out by hand: to have them set by reflection would take a tenth of the time until the kernel is ready. */
    private static KernelConnectionProperties properties(JsonObject json) {
        return new KernelConnectionProperties(
                json.get("ip").getAsString(),
                json.get("control_port").getAsInt(),
                json.get("shell_port").getAsInt(),
                json.get("stdin_port").getAsInt(),
                json.get("hb_port").getAsInt(),
                json.get("iopub_port").getAsInt(),
                json.get("transport").getAsString(),
                json.has("signature_scheme") ? json.get("signature_scheme").getAsString() : "hmac-sha256",
                json.has("key") ? json.get("key").getAsString() : "");
    }

    /**
     * Makes sure that the secret of a connection file is kept: others who read it could run code as this user.
     *
     * @param file the file
     * @param environment the variables of this process; {@code JUPYTER_ALLOW_INSECURE_WRITES} tells that the page writes
     *     such files knowingly, and that a warning will do
     * @param log takes the warning
     * @throws IOException when others can read the file; the message says what to do
     */
    public static void requireSecret(Path file, Map<String, String> environment, PrintStream log) throws IOException {
        Optional<String> fault = Files.exists(file) ? Secrecy.fault(file) : Optional.empty();
        if (fault.isEmpty()) {
            return;
        }
        String allowed = environment.getOrDefault("JUPYTER_ALLOW_INSECURE_WRITES", "");
        if (allowed.equals("1") || allowed.equalsIgnoreCase("true")) { // what Jupyter itself takes for yes
            log.println("temper: warning: " + fault.get() + ".");
        } else {
            throw new IOException(fault.get() + "; where files cannot be kept from others, set"
                    + " JUPYTER_ALLOW_INSECURE_WRITES=true to be warned only.");
        }
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
