package dev.temper.kernel.builtin.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.temper.kernel.builtin.TestNotebook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DownloadTest {
    private static final TestNotebook NOTEBOOK = new TestNotebook();
    private static HttpServer server;
    private static String address;

    @BeforeAll
    static void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = "http://127.0.0.1:" + server.getAddress().getPort();
        offer("/Model.java", 200, "int é = 1;\nint b = 2;\n".getBytes(StandardCharsets.UTF_8));
        offer("/binary", 200, new byte[] {(byte) 0xff, 0});
        offer("/large", 200, new byte[(32 << 20) + 1]);
        offer("/gone", 404, new byte[0]);
        offer(
                "/study.ipynb",
                200,
                "{\"cells\": [{\"cell_type\": \"code\", \"source\": \"1 + 1\"}], \"metadata\": {}}"
                        .getBytes(StandardCharsets.UTF_8));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/Model.java");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    private static void offer(String path, int status, byte[] content) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
            try (exchange) {
                exchange.getResponseBody().write(content);
            }
        });
    }

    @AfterAll
    static void close() {
        server.stop(0);
        NOTEBOOK.close();
    }

    private static String loaded(String typed) {
        NOTEBOOK.printed("%load " + typed);
        assertThat(NOTEBOOK.shown()).hasSize(1);
        return NOTEBOOK.shown().get(0);
    }

    @Test
    void loadsAFileOfTheWeb() {
        assertThat(loaded(address + "/Model.java"))
                .isEqualTo("next // %load " + address + "/Model.java\nint é = 1;\nint b = 2;");
        assertThat(loaded("-r 2- " + address + "/moved")).endsWith("/moved\nint b = 2;");
        assertThat(loaded(address + "/study.ipynb")).endsWith(".ipynb\n1 + 1");
    }

    @Test
    void loadsAFileByItsUrl(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.jsh"), "int c = 3;");

        assertThat(loaded(file.toUri().toString())).endsWith("a.jsh\nint c = 3;");
    }

    private static String fault(String typed) {
        return NOTEBOOK.error("%load " + typed).message();
    }

    @Test
    void tellsInOneLineWhyItCannot() {
        assertThat(fault(address + "/gone"))
                .isEqualTo("The file must be there to be read, but " + address + "/gone answers 404.");
        assertThat(fault(address + "/binary"))
                .isEqualTo("The file must be text in UTF-8, but " + address + "/binary is not.");
        assertThat(fault(address + "/large"))
                .isEqualTo("The file must have at most 32 MB, but " + address + "/large has more.");
        assertThat(fault("http://127.0.0.1:1/x")).startsWith("The file http://127.0.0.1:1/x cannot be read: ");
        assertThat(fault("file:///no/such/file")).startsWith("The file file:///no/such/file cannot be read: ");
        assertThat(fault("https://ann:secret@example.com/x"))
                .contains("without user and password")
                .endsWith("https://***@example.com/x");
        assertThat(fault("https:Model.java")).startsWith("file must be a path or a URL");
        assertThat(fault("no/such/file")).startsWith("The file must exist, but there is no ");
    }
}
