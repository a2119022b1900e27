package dev.temper.kernel.builtin.file;

import dev.temper.kernel.magic.MagicException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the text of a file that is named by a URL. */
final class Download {
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?|file):.*");
    private static final int MOST_MEGABYTES = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    private Download() {}

    /**
     * Reads a URL, if that is what was typed.
     *
     * @throws MagicException when it begins as one, but is none
     */
    static Optional<URI> address(String typed) {
        if (!ADDRESS.matcher(typed).matches()) {
            return Optional.empty();
        }
        try {
            URI address = new URI(typed);
            boolean named = "file".equalsIgnoreCase(address.getScheme())
                    ? address.getPath() != null && address.getAuthority() == null
                    : address.getHost() != null && address.getUserInfo() == null;
            if (named) {
                return Optional.of(address);
            }
        } catch (URISyntaxException e) {
            throw new MagicException("file must be a path or a URL, but is " + typed + ": " + e.getReason(), e);
        }
        throw new MagicException(
                "file must be a path or a URL, such as https://example.com/Model.java without user and password or"
                        + " file:///home/me/Model.java, but is " + typed.replaceFirst("//[^/]*@", "//***@"));
    }

    /**
     * Reads all of a file.
     *
     * @throws MagicException when it cannot be had, or is not text, or is too large
     * @throws InterruptedException when the cell was interrupted
     */
    static String text(URI address) throws InterruptedException {
        try (InputStream stream = open(address)) {
            byte[] bytes = stream.readNBytes((MOST_MEGABYTES << 20) + 1);
            if (bytes.length > MOST_MEGABYTES << 20) {
                throw new MagicException(
                        "The file must have at most " + MOST_MEGABYTES + " MB, but " + address + " has more.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MagicException("The file must be text in UTF-8, but " + address + " is not.", e);
        } catch (IOException e) {
            String why = e.getMessage() == null ? "" : ": " + e.getMessage();
            throw new MagicException(
                    "The file " + address + " cannot be read: " + e.getClass().getSimpleName() + why, e);
        }
    }

    private static InputStream open(URI address) throws IOException, InterruptedException {
        if ("file".equalsIgnoreCase(address.getScheme())) {
            return Files.newInputStream(Path.of(address));
        }
        HttpClient client = HttpClient.newBuilder()
                .proxy(Optional.ofNullable(ProxySelector.getDefault()).orElse(HttpClient.Builder.NO_PROXY))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE)
                .build();
        HttpResponse<InputStream> response = client.send(
                HttpRequest.newBuilder(address).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != OK) {
            response.body().close();
            throw new MagicException(
                    "The file must be there to be read, but " + address + " answers " + response.statusCode() + ".");
        }
        return response.body();
    }
}
