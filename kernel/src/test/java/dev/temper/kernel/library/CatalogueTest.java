package dev.temper.kernel.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.temper.kernel.magic.Magics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CatalogueTest {
    private static final long PATIENT = 30_000;

    @TempDir
    Path folder;

    private Surroundings surroundings;

    @BeforeEach
    void fetchSome() throws IOException {
        surroundings = new Surroundings(folder, new Properties(), Map.of());
        fetched("org/example/scale/scale-core/1.10/scale-core-1.10.pom");
        fetched("org/example/scale/scale-core/1.9/scale-core-1.9.pom");
        fetched("org/example/scale/scale-core/2.0/scale-core-2.0.pom.lastUpdated");
        fetched("org/example/scale/scale-draw/1.0/scale-draw-1.0.pom");
        fetched("org/example/top/1/top-1.pom");
        fetched("junit/junit/4.13/junit-4.13.pom");
        settings("<offline>true</offline>");
    }

    private void fetched(String file) throws IOException {
        Path path = folder.resolve(".m2/repository").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
    }

    private void settings(String content) throws IOException {
        Files.writeString(folder.resolve(".m2/settings.xml"), "<settings>" + content + "</settings>");
    }

    private List<String> found(String typed) {
        try (Catalogue catalogue = new Catalogue(surroundings, PATIENT)) {
            return catalogue.beginningWith(typed);
        }
    }

    @Test
    void findsGroupsPartByPart() {
        assertThat(found("")).containsExactly("junit:", "org.");
        assertThat(found("org.ex")).containsExactly("org.example:", "org.example.");
        assertThat(found("org.example.")).containsExactly("org.example.scale:");
        assertThat(found("com.")).isEmpty();
    }

    @Test
    void findsArtifactsAndTheirVersionsNewestFirst() {
        assertThat(found("org.example.scale:scale-"))
                .containsExactly("org.example.scale:scale-core:", "org.example.scale:scale-draw:");
        assertThat(found("org.example.scale:scale-core:"))
                .containsExactly("org.example.scale:scale-core:1.10", "org.example.scale:scale-core:1.9");
        assertThat(found("org.example.scale:scale-core:1.9")).containsExactly("org.example.scale:scale-core:1.9");
        assertThat(found("org.example.scale:nothing:")).isEmpty();
    }

    @Test
    void findsTheVersionsOfTheRepositories() throws IOException {
        Shelf shelf = new Shelf(folder.resolve("remote"));
        shelf.put("A", "1.0");
        shelf.put("A", "1.1");
        settings("<mirrors><mirror><id>shelf</id><mirrorOf>*</mirrorOf><url>"
                + shelf.folder().toUri() + "</url></mirror></mirrors>");

        assertThat(found("test:A:")).containsExactly("test:A:1.1", "test:A:1.0");
    }

    @Test
    void waitsForNobodyThatDoesNotAnswer() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        HttpServer silent = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        silent.setExecutor(Executors.newCachedThreadPool());
        silent.createContext("/", exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        silent.start();
        settings("<mirrors><mirror><id>silent</id><mirrorOf>*</mirrorOf><url>http://127.0.0.1:"
                + silent.getAddress().getPort() + "</url></mirror></mirrors>");
        Catalogue catalogue = new Catalogue(surroundings, 2_000);
        try {
            assertThat(catalogue.beginningWith("org.example.scale:scale-draw:"))
                    .containsExactly("org.example.scale:scale-draw:1.0");
        } finally {
            over.countDown();
            silent.stop(0);
            catalogue.close(); // what still looks would write into a folder that is being deleted
        }
    }

    @Test
    void isAskedForWhatFollowsTheNameOfTheMagic() {
        Magics magics = new Magics(List.of(new MavenMagic(surroundings)));

        List<String> first = magics.candidates("%maven junit:junit:", List::of);
        assertThat(first).isSubsetOf("junit:junit:4.13"); // the machine may be too slow for the magic's patience
        assertThat(magics.candidates("%maven --off", List::of)).containsExactly("--offline");
    }
}
