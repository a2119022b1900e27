package dev.temper.kernel.jupyter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * Signs messages as RFC 2104 has it, over a digest. The JDK's own {@code Mac} would do, but loads and checks all of the
 * JDK's cryptography first, which takes a quarter of the time until the kernel is ready.
 */
final class Signatures {
    private static final String PREFIX = "hmac-";
    private static final Map<String, String> DIGESTS = Map.of(
            "md5", "MD5", "sha1", "SHA-1", "sha224", "SHA-224", "sha256", "SHA-256", "sha384", "SHA-384", "sha512",
            "SHA-512");
    private static final int LONG_DIGEST = 48;
    private static final int BLOCK = 64;
    private static final int LONG_BLOCK = 128;

    private final String digest;
    private final byte[] inner;
    private final byte[] outer;

    /**
     * Signs with a key.
     *
     * @param scheme such as {@code hmac-sha256}
     * @throws NoSuchAlgorithmException when the scheme is not known here
     */
    Signatures(String scheme, String key) throws NoSuchAlgorithmException {
        String name = scheme.toLowerCase(Locale.ROOT);
        if (!name.startsWith(PREFIX) || !DIGESTS.containsKey(name.substring(PREFIX.length()))) {
            throw new NoSuchAlgorithmException(scheme);
        }
        digest = DIGESTS.getOrDefault(name.substring(PREFIX.length()), "");
        MessageDigest first = MessageDigest.getInstance(digest);
        int block = first.getDigestLength() < LONG_DIGEST ? BLOCK : LONG_BLOCK;
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(bytes.length > block ? first.digest(bytes) : bytes, block);
        inner = mixed(padded, 0x36);
        outer = mixed(padded, 0x5c);
    }

    private static byte[] mixed(byte[] key, int with) {
        byte[] mixed = new byte[key.length];
        for (int i = 0; i < key.length; i++) {
            mixed[i] = (byte) (key[i] ^ with);
        }
        return mixed;
    }

    /** The signature of the parts of a message, in hexadecimal digits. */
    String of(byte[]... parts) {
        MessageDigest hash = digest();
        hash.update(inner);
        for (byte[] part : parts) {
            hash.update(part);
        }
        byte[] within = hash.digest();
        hash.update(outer);
        return HexFormat.of().formatHex(hash.digest(within));
    }

    private MessageDigest digest() {
        try {
            return MessageDigest.getInstance(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(digest + " was there at the start", e);
        }
    }
}
