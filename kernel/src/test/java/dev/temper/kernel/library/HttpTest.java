package dev.temper.kernel.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.session.CellResult;
import dev.temper.kernel.session.Notebook;
import dev.temper.kernel.session.Recorder;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;

/** A repository that is spoken to over HTTP. */
@Timeout(120)
class HttpTest {
    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString("ann:s3cret".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    private final CountDownLatch stalled = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private Shelf shelf;
    private String address;

    @BeforeEach
    void serve() throws IOException {
        shelf = new Shelf(folder.resolve("remote"));
        shelf.put("A", "1.0");
        Files.createDirectories(folder.resolve("home/.m2"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/open", exchange -> answer(exchange, true));
        server.createContext(
                "/login",
                exchange -> answer(
                        exchange, LOGIN.equals(exchange.getRequestHeaders().getFirst("Authorization"))));
        server.createContext(
                "/header",
                exchange -> answer(
                        exchange, "t0ken".equals(exchange.getRequestHeaders().getFirst("X-Token"))));
        server.createContext("/stall", this::stall);
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void close() {
        release.countDown();
        server.stop(0);
        threads.shutdown();
    }

    private void answer(HttpExchange exchange, boolean allowed) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Path file = shelf.folder().resolve(path.substring(path.indexOf('/', 1) + 1));
        if (!allowed) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"shelf\"");
        }
        boolean there = Files.isRegularFile(file);
        exchange.sendResponseHeaders(!allowed ? 401 : there ? 200 : 404, allowed && there ? Files.size(file) : -1);
        try (OutputStream out = exchange.getResponseBody()) {
            if (allowed && there) {
                Files.copy(file, out);
            }
        }
    }

    /** Serves poms, but of a jar only the beginning. */
    private void stall(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().endsWith(".jar")) {
            answer(exchange, true);
            return;
        }
        exchange.sendResponseHeaders(200, 10_000_000);
        exchange.getResponseBody().write(new byte[100_000]);
        exchange.getResponseBody().flush();
        stalled.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private void settings(String content) throws IOException {
        Files.writeString(folder.resolve("home/.m2/settings.xml"), "<settings>" + content + "</settings>");
    }

    private static String mirror(String url) {
        return "<mirrors><mirror><id>lab</id><mirrorOf>*</mirrorOf><url>" + url + "</url></mirror></mirrors>";
    }

    private List<String> resolve(String options, String... libraries) {
        Properties properties = new Properties();
        properties.setProperty("java.version", "17");
        Surroundings surroundings = new Surroundings(folder.resolve("home"), properties, Map.of());
        Wishes wishes =
                Wishes.read(Invocation.line("maven", options).options(new MavenMagic().usage()), surroundings, folder);
        try (Maven maven = new Maven(surroundings, wishes, new Progress())) {
            Resolution resolution = maven.resolve(Stream.of(libraries)
                    .map(one -> new Coordinates("test", one, "jar", "", "1.0"))
                    .toList());
            assertThat(resolution.notes()).isEmpty();
            return resolution.files().stream()
                    .map(found -> found.coordinates().toString())
                    .toList();
        }
    }

    @Test
    void fetchesOverHttp() throws IOException {
        settings(mirror(address + "/open"));
        assertThat(resolve("", "A")).containsExactly("test:A:1.0");
    }

    @Test
    void logsInWithTheCredentialsOfTheSettingsEncryptedOrNot() throws Exception {
        settings(mirror(address + "/login"));
        assertThatThrownBy(() -> resolve("", "A"))
                .isInstanceOf(MagicException.class)
                .hasMessageContaining("401");
        DefaultPlexusCipher cipher = new DefaultPlexusCipher();
        Files.writeString(
                folder.resolve("home/.m2/settings-security.xml"),
                "<settingsSecurity><master>" + cipher.encryptAndDecorate("master", "settings.security")
                        + "</master></settingsSecurity>");
        settings(mirror(address + "/login") + "<servers><server><id>lab</id><username>ann</username><password>"
                + cipher.encryptAndDecorate("s3cret", "master") + "</password></server></servers>");
        assertThat(resolve("", "A")).containsExactly("test:A:1.0");
    }

    @Test
    void sendsTheHeadersOfTheSettings() throws IOException {
        settings(mirror(address + "/header")
                + "<servers><server><id>lab</id><configuration><httpHeaders><property><name>X-Token</name>"
                + "<value>t0ken</value></property></httpHeaders></configuration></server></servers>");
        assertThat(resolve("", "A")).containsExactly("test:A:1.0");
    }

    @Test
    void takesCredentialsFromAnAddressAndNeverShowsThem() throws IOException {
        settings("<mirrors><mirror><id>none</id><mirrorOf>central</mirrorOf><url>"
                + folder.resolve("none").toUri() + "</url></mirror></mirrors>");
        String secret = address.replace("://", "://ann:s3cret@");
        assertThat(resolve("--repo lab=" + secret + "/login", "A")).containsExactly("test:A:1.0");
        assertThatThrownBy(() -> resolve("--repo lab=" + secret + "/login", "Absent"))
                .hasMessageContaining("Asked: lab (" + address + "/login)")
                .hasMessageNotContaining("s3cret");
        settings(mirror(secret + "/login"));
        assertThatThrownBy(() -> resolve("", "Absent")).hasMessageNotContaining("s3cret");
    }

    @Test
    void goesThroughTheProxyOfTheSettings() throws IOException {
        settings("<proxies><proxy><host>127.0.0.1</host><port>"
                + server.getAddress().getPort() + "</port></proxy></proxies>" + mirror("http://nowhere.invalid/open"));
        assertThat(resolve("", "A")).containsExactly("test:A:1.0");
    }

    @Test
    void saysWhatIsWrongWithAServerThatDoesNotAnswer() throws IOException {
        settings(mirror(address + "/open"));
        server.stop(0);
        assertThatThrownBy(() -> resolve("", "A"))
                .isInstanceOf(MagicException.class)
                .hasMessageStartingWith("test:A:1.0 could not be fetched from lab (" + address + "/open): ")
                .hasMessageContaining("refused");
    }

    @Test
    void saysThatTheSettingsBlockARepository() throws IOException {
        settings("<mirrors><mirror><id>blocker</id><mirrorOf>*</mirrorOf><url>http://0.0.0.0/</url>"
                + "<blocked>true</blocked></mirror></mirrors>");
        assertThatThrownBy(() -> resolve("", "A"))
                .isInstanceOf(MagicException.class)
                .hasMessageContaining("the mirror blocker of Maven's settings blocks this repository");
    }

    @Test
    void stopsAtOnceWhenInterruptedAndLeavesNothingHalf() throws Exception {
        Recorder page = new Recorder();
        settings("<localRepository>" + folder.resolve("local") + "</localRepository>" + mirror(address + "/stall"));
        try (Notebook notebook = new Notebook(page)) {
            CompletableFuture<CellResult> running = CompletableFuture.supplyAsync(
                    () -> notebook.run("%maven test:A:1.0 --settings " + folder.resolve("home/.m2/settings.xml"), 1));
            stalled.await();
            while (!page.hasShown("now A-1.0.jar")) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            notebook.interrupt();

            assertThat(running.get()).isInstanceOf(CellResult.Failed.class);
            assertThat(page.takeLast()).isEqualTo("Interrupted: nothing was added.");
            assertThat(folder.resolve("local/test/A/1.0/A-1.0.jar")).doesNotExist();
            settings("<localRepository>" + folder.resolve("local") + "</localRepository>" + mirror(address + "/open"));
            assertThat(notebook.run("%maven test:A:1.0 --settings " + folder.resolve("home/.m2/settings.xml"), 2))
                    .isEqualTo(new CellResult.Done());
            assertThat(page.takeLast()).startsWith("Added 1 jar");
        }
    }
}
