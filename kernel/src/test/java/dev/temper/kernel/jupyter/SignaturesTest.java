package dev.temper.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignaturesTest {
    @ParameterizedTest
    @CsvSource({
        "hmac-sha256, HmacSHA256",
        "HMAC-SHA256, HmacSHA256",
        "hmac-md5, HmacMD5",
        "hmac-sha1, HmacSHA1",
        "hmac-sha224, HmacSHA224",
        "hmac-sha384, HmacSHA384",
        "hmac-sha512, HmacSHA512",
    })
    void signsAsTheJdkDoes(String scheme, String algorithm) throws Exception {
        for (String key : List.of("k", "a0e1-4f\u00e9", "long ".repeat(40))) {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            String right = HexFormat.of().formatHex(mac.doFinal(bytes("{}{\"a\":1}")));
            Signatures signatures = new Signatures(scheme, key);
            assertThat(signatures.of(bytes("{}"), bytes("{\"a\":"), bytes("1}")))
                    .isEqualTo(right);
            assertThat(signatures.of(bytes("{}{\"a\":1}"))).isEqualTo(right);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hmac-sha257", "sha256", "", "hmac-"})
    void refusesASchemeThatItDoesNotKnow(String scheme) {
        assertThatThrownBy(() -> new Signatures(scheme, "k"))
                .isInstanceOf(NoSuchAlgorithmException.class)
                .hasMessage(scheme);
    }

    @Test
    void signsTheTestCaseOfTheStandard() throws NoSuchAlgorithmException {
        assertThat(new Signatures("hmac-sha256", "Jefe").of(bytes("what do ya want for nothing?")))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
