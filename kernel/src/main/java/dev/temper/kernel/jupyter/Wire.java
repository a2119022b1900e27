package dev.temper.kernel.jupyter;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes frames of messages and messages of frames. Safe for use by several threads. */
final class Wire {
    /** The version of the protocol that is spoken. */
    static final String PROTOCOL = "5.5";

    /** The most bytes of a message that is taken. The memory, of which a page's own is a part, may hold several. */
    static final int MOST_BYTES =
            (int) Math.max(4 << 20, Math.min(128 << 20, Runtime.getRuntime().maxMemory() / 16));

    private static final int MOST_SEEN = 1 << 16;
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.US_ASCII);
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private final String session = UUID.randomUUID().toString();
    private final Optional<Signatures> signatures;
    private final Set<String> seen = new LinkedHashSet<>();

    Wire(KernelConnectionProperties properties) throws NoSuchAlgorithmException {
        boolean signed = properties.getKey() != null && !properties.getKey().isEmpty();
        signatures = signed
                ? Optional.of(new Signatures(properties.getSignatureScheme(), properties.getKey()))
                : Optional.empty();
    }

    /** A message that must not be believed. */
    static final class BadMessage extends Exception {
        private static final long serialVersionUID = 1L;

        BadMessage(String why) {
            super(why);
        }
    }

    /**
     * Reads a message, all of whose frames have arrived. Nothing of it is parsed before its signature is found right.
     */
    Request read(List<byte[]> frames) throws BadMessage {
        long bytes = frames.stream().mapToLong(frame -> frame.length).sum();
        if (bytes > MOST_BYTES) {
            throw new BadMessage("it has " + bytes + " bytes, and " + MOST_BYTES + " are taken at most");
        }
        int delimiter = 0;
        while (delimiter < frames.size() && !Arrays.equals(frames.get(delimiter), DELIMITER)) {
            delimiter++;
        }
        if (delimiter + 6 > frames.size()) {
            throw new BadMessage("it has " + frames.size() + " frames, and not delimiter, signature and four parts");
        }
        byte[][] parts = frames.subList(delimiter + 2, delimiter + 6).toArray(byte[][]::new);
        if (signatures.isPresent()) {
            check(frames.get(delimiter + 1), signatures.get().of(parts));
        }
        JsonObject header = object(parts[0], "header");
        JsonElement type = header.get("msg_type");
        if (type == null || !type.isJsonPrimitive()) {
            throw new BadMessage("its header has no msg_type");
        }
        return new Request(
                List.copyOf(frames.subList(0, delimiter)),
                header,
                object(parts[1], "parent header"),
                type.getAsString(),
                object(parts[3], "content"));
    }

    private void check(byte[] signature, String right) throws BadMessage {
        if (!MessageDigest.isEqual(right.getBytes(StandardCharsets.US_ASCII), signature)) {
            throw new BadMessage("its signature is wrong");
        }
        synchronized (seen) {
            if (!seen.add(right)) {
                throw new BadMessage("it has been sent before");
            }
            if (seen.size() > MOST_SEEN) {
                seen.remove(seen.iterator().next());
            }
        }
    }

    private static JsonObject object(byte[] json, String part) throws BadMessage {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            JsonElement element = JsonParser.parseString(text);
            if (element.isJsonObject()) {
                return element.getAsJsonObject();
            }
        } catch (CharacterCodingException | JsonParseException | IllegalStateException | StackOverflowError e) {
            throw new BadMessage("its " + part + " is not valid JSON");
        }
        throw new BadMessage("its " + part + " is not a JSON object");
    }

    /** Reads the content of a request as one of the base kernel's classes. */
    static <T> T content(Request request, Class<T> type) {
        return GSON.fromJson(request.content(), type);
    }

    /** The header of a new message. */
    JsonObject header(String type) {
        JsonObject header = new JsonObject();
        header.addProperty("msg_id", UUID.randomUUID().toString());
        header.addProperty("session", session);
        header.addProperty("username", "kernel");
        header.addProperty("date", Instant.now().toString());
        header.addProperty("msg_type", type);
        header.addProperty("version", PROTOCOL);
        return header;
    }

    /** Writes a message. */
    List<byte[]> write(
            List<byte[]> identities,
            JsonObject header,
            @Nullable JsonObject parent,
            Map<String, Object> metadata,
            Object content) {
        byte[][] parts = {
            bytes(header), parent == null ? EMPTY : bytes(parent), bytes(metadata), bytes(content),
        };
        List<byte[]> frames = new ArrayList<>(identities);
        frames.add(DELIMITER);
        frames.add(signatures.map(by -> by.of(parts)).orElse("").getBytes(StandardCharsets.US_ASCII));
        frames.addAll(Arrays.asList(parts));
        return frames;
    }

    private static byte[] bytes(Object content) {
        return GSON.toJson(content).getBytes(StandardCharsets.UTF_8);
    }
}
