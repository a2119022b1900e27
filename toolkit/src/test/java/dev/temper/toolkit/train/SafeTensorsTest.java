package dev.temper.toolkit.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTensorsTest {
    @TempDir
    private Path folder;

    @Test
    void readsBackWhatItWroteBitForBit() throws IOException {
        SafeTensors read = SafeTensors.decode(file());
        assertThat(read.get("matrix").dimensions()).containsExactly(2, 3);
        assertThat(read.get("matrix").values())
                .containsExactly(1.5f, -0f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN, Float.NEGATIVE_INFINITY);
        assertThat(read.get("vector").values()).containsExactly(0.1f);
        assertThat(read.get("empty").values()).isEmpty();
        assertThat(read.description("updates")).isEqualTo("17");
    }

    @Test
    void equalContentIsEqualBytesWithDataOnEightByteBounds() throws IOException {
        byte[] file = file();
        assertThat(file()).isEqualTo(file);
        assertThat((8 + ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong(0)) % 8)
                .isZero();
    }

    @Test
    void namesWhatIsNotThere() throws IOException {
        SafeTensors read = SafeTensors.decode(file());
        assertThatThrownBy(() -> read.get("norm"))
                .isInstanceOf(IOException.class)
                .hasMessage("the checkpoint has no tensor 'norm'; it has [matrix, vector, empty]");
        assertThatThrownBy(() -> read.description("step"))
                .isInstanceOf(IOException.class)
                .hasMessage("the checkpoint does not say 'step'; it says [updates]");
    }

    @Test
    void refusesAFileCutAtAnyByte() throws IOException {
        byte[] whole = file();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> SafeTensors.decode(cut))
                    .as("first %d bytes", length)
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "null",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-8,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2.5],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":2,\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4611686018427387904],\"data_offsets\":[0,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,0]}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[9223372036854775800,9223372036854775807]}}",
                "{\"a\":7}"
            })
    void refusesAHeaderThatDoesNotFitItsData(String header) {
        assertThatThrownBy(() -> SafeTensors.decode(withHeader(header))).isInstanceOf(IOException.class);
    }

    @Test
    void refusesAHeaderLengthBeyondTheFile() throws IOException {
        byte[] file = file();
        for (long length : new long[] {file.length - 7, Integer.MAX_VALUE, Long.MAX_VALUE, -1, 0}) {
            byte[] wrong = file.clone();
            ByteBuffer.wrap(wrong).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
            assertThatThrownBy(() -> SafeTensors.decode(wrong))
                    .isInstanceOf(IOException.class)
                    .hasMessage("not a safetensors file: its header does not fit its " + file.length + " bytes");
        }
    }

    @Test
    void whateverBytesStandInTheHeaderItIsReadOrRefused() throws IOException {
        byte[] whole = file();
        Random random = new Random(1);
        int header = (int) ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] spoilt = whole.clone();
            for (int change = 0; change <= i % 3; change++) {
                spoilt[8 + random.nextInt(header)] =
                        (byte) (i % 2 == 0 ? random.nextInt() : "0123456789[]{},:\"-e".charAt(random.nextInt(19)));
            }
            try {
                SafeTensors.decode(spoilt);
            } catch (IOException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(10_000);
    }

    @Test
    void pythonReadsTheSameNumbers() throws Exception {
        Path written = Files.write(folder.resolve("state.safetensors"), file());
        Process probe = python("import safetensors, numpy");
        assumeTrue(
                probe.waitFor(60, TimeUnit.SECONDS) && probe.exitValue() == 0,
                "skipped: no python3 with safetensors and numpy on the path");
        Process python = python("""
                from safetensors.numpy import load_file
                from safetensors import safe_open
                tensors = load_file(r'%s')
                for name in sorted(tensors):
                    print(name, tensors[name].dtype, tensors[name].shape, [v.hex() for v in tensors[name].ravel().tolist()])
                print(safe_open(r'%s', 'np').metadata())
                """.formatted(written, written));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        python.getInputStream().transferTo(said);
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("""
                empty float32 (0, 2) []
                matrix float32 (2, 3) ['0x1.8000000000000p+0', '-0x0.0p+0', '0x1.0000000000000p-149', \
                '0x1.fffffe0000000p+127', 'nan', '-inf']
                vector float32 (1,) ['0x1.99999a0000000p-4']
                {'updates': '17'}
                """);
    }

    private static Process python(String code) throws IOException {
        try {
            return new ProcessBuilder("python3", "-c", code)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "skipped: no python3 on the path");
            throw e;
        }
    }

    private static byte[] file() throws IOException {
        SafeTensors file = new SafeTensors();
        file.describe("updates", "17");
        file.put("matrix", new long[] {2, 3}, new float[] {
            1.5f, -0f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN, Float.NEGATIVE_INFINITY
        });
        file.put("vector", new long[] {1}, new float[] {0.1f});
        file.put("empty", new long[] {0, 2}, new float[0]);
        return file.encode();
    }

    private static byte[] withHeader(String header) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(8 + json.length + 8).order(ByteOrder.LITTLE_ENDIAN);
        return file.putLong(json.length).put(json).array();
    }
}
