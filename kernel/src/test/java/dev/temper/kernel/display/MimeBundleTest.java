package dev.temper.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MimeBundleTest {
    @Test
    void keepsRepresentationsInTheOrderTheyWereAdded() {
        MimeBundle bundle =
                MimeBundle.of("image/svg+xml", "<svg/>").with("image/png", "x").with("text/plain", "t");

        assertThat(bundle.data().keySet()).containsExactly("image/svg+xml", "image/png", "text/plain");
        assertThat(bundle.text()).isEqualTo("t");
    }

    @Test
    void keepsBytesAsBase64() {
        MimeBundle bundle = MimeBundle.of("image/png", "abc".getBytes(StandardCharsets.US_ASCII));

        assertThat(bundle.data()).isEqualTo(Map.of("image/png", "YWJj"));
    }

    @Test
    void isNotChangedThroughTheMapItWasMadeOf() {
        Map<String, Object> data = new HashMap<>(Map.of("text/plain", "before"));
        MimeBundle bundle = new MimeBundle(data, Map.of());
        data.put("text/plain", "after");

        assertThat(bundle.text()).isEqualTo("before");
    }

    @Test
    void keepsHintsBesideTheRepresentationTheyAreFor() {
        MimeBundle bundle = MimeBundle.of("image/png", "x").withMetadata("image/png", Map.of("width", 400));

        assertThat(bundle.metadata()).isEqualTo(Map.of("image/png", Map.of("width", 400)));
        assertThat(bundle.text()).isEmpty();
        assertThat(bundle.with("application/json", List.of(1)).metadata()).hasSize(1);
    }
}
