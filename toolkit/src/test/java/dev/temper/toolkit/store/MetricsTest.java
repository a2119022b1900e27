package dev.temper.toolkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.temper.toolkit.anneal.Measurement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
    private static final Measurement DOMAIN = new Measurement(640, "loss", "domain", 2.5);
    private static final Measurement GENERAL = new Measurement(640, "loss", "general", 1.75);

    @TempDir
    private Path folder;

    private RunFolder run;
    private Path file;

    @BeforeEach
    void open() {
        run = new RunFolder(folder);
        file = folder.resolve("metrics.jsonl");
    }

    @Test
    void aRunThatMeasuredNothingHasNoFaults() throws IOException {
        assertThat(run.metrics()).isEqualTo(new Metrics(List.of(), List.of()));
    }

    @Test
    void readsBackWhatWasAppendedBitForBit() throws IOException {
        List<Measurement> odd = List.of(
                new Measurement(1, "loss", "a", 0.1 + 0.2),
                new Measurement(2, "loss", "a", Double.MIN_VALUE),
                new Measurement(3, "loss", "a", -0.0),
                new Measurement(Long.MAX_VALUE, "loss", "ä \"b\"\n", 1e300));
        run.append(odd);
        assertThat(run.metrics()).isEqualTo(new Metrics(odd, List.of()));
        assertThat(Files.readAllLines(file)).hasSize(4);
    }

    @Test
    void theLaterOfTwoEqualMeasurementsCounts() throws IOException {
        run.append(List.of(DOMAIN, GENERAL));
        Measurement again = new Measurement(640, "loss", "domain", 2.25);
        run.append(List.of(again));
        assertThat(run.metrics().measurements()).containsExactly(again, GENERAL);
    }

    @Test
    void aLastLineCutAnywhereIsIgnoredAndReported() throws IOException {
        run.append(List.of(DOMAIN));
        int first = (int) Files.size(file);
        run.append(List.of(GENERAL));
        byte[] whole = Files.readAllBytes(file);
        for (int length = first + 1; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            Metrics metrics = run.metrics();
            assertThat(metrics.measurements()).containsExactly(DOMAIN);
            assertThat(metrics.faults()).singleElement().asString().startsWith(file + ", line 2: the last line ");
        }
    }

    @Test
    void aBrokenLineInTheMiddleIsReportedWithItsPlace() throws IOException {
        run.append(List.of(DOMAIN));
        Files.writeString(file, Files.readString(file) + "{\"tokens\": 12, \"met\n\0\0\0\0\nnull\n{}\n");
        run.append(List.of(GENERAL));
        assertThat(run.metrics().measurements()).containsExactly(DOMAIN, GENERAL);
        assertThat(run.metrics().faults())
                .containsExactly(
                        file + ", line 2: not a measurement and is not counted",
                        file + ", line 3: not a measurement and is not counted",
                        file + ", line 4: not a measurement and is not counted",
                        file + ", line 5: not a measurement and is not counted");
    }

    @Test
    void bytesThatAreNoTextSpoilTheirLineAlone() throws IOException {
        run.append(List.of(DOMAIN));
        byte[] before = Files.readAllBytes(file);
        byte[] spoilt = Arrays.copyOf(before, before.length + 3);
        spoilt[before.length] = (byte) 0xff;
        spoilt[before.length + 1] = (byte) 0xc3;
        spoilt[before.length + 2] = '\n';
        Files.write(file, spoilt);
        run.append(List.of(GENERAL));
        assertThat(run.metrics().measurements()).containsExactly(DOMAIN, GENERAL);
        assertThat(run.metrics().faults()).containsExactly(file + ", line 2: not a measurement and is not counted");
    }

    @Test
    void windowsLineEndsAreRead() throws IOException {
        run.append(List.of(DOMAIN, GENERAL));
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
        assertThat(run.metrics()).isEqualTo(new Metrics(List.of(DOMAIN, GENERAL), List.of()));
    }

    @Test
    void whatFollowsATornLineIsNotGluedToIt() throws IOException {
        Files.write(file, "{\"tokens\":1,\"metr".getBytes(StandardCharsets.UTF_8));
        run.append(List.of(DOMAIN));
        run.append(List.of(GENERAL));
        assertThat(run.metrics().measurements()).containsExactly(DOMAIN, GENERAL);
        assertThat(run.metrics().faults()).containsExactly(file + ", line 1: not a measurement and is not counted");
    }

    @Test
    void notANumberIsKeptAsSuch() throws IOException {
        run.append(List.of(new Measurement(1, "loss", "domain", Double.NaN)));
        assertThat(run.metrics().measurements())
                .singleElement()
                .satisfies(each -> assertThat(each.value()).isNaN());
    }
}
