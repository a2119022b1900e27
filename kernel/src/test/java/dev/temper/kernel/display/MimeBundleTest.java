package dev.temper.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    void keepsNullWithinJsonAndHints() {
        Map<String, @Nullable Object> value = new HashMap<>();
        value.put("absent", null);

        MimeBundle bundle = MimeBundle.of("application/json", List.of(value)).withMetadata("application/json", value);

        assertThat(bundle.data()).isEqualTo(Map.of("application/json", List.of(value)));
        assertThat(bundle.metadata()).isEqualTo(Map.of("application/json", value));
    }

    @Test
    void keepsHintsBesideTheRepresentationTheyAreFor() {
        MimeBundle bundle = MimeBundle.of("image/png", "x").withMetadata("image/png", Map.of("width", 400));

        assertThat(bundle.metadata()).isEqualTo(Map.of("image/png", Map.of("width", 400)));
        assertThat(bundle.text()).isEmpty();
        assertThat(bundle.with("application/json", List.of(1)).metadata()).hasSize(1);
    }

    @Test
    void readsTextOfAJsonTypeAsJson() {
        MimeBundle bundle = MimeBundle.of("application/vnd.vegalite.v5+json", "{\"mark\": \"bar\"}");

        assertThat(bundle.data()).isEqualTo(Map.of("application/vnd.vegalite.v5+json", Map.of("mark", "bar")));
        assertThatThrownBy(() -> MimeBundle.of("application/json", "{"))
                .hasMessageStartingWith("JSON must have a name in quotes at line 1");
    }

    @Test
    void refusesWhatNoPageCouldShow() {
        assertThatThrownBy(() -> MimeBundle.of("html", "x"))
                .hasMessage("mime must be a type such as text/html, but is html");
        assertThatThrownBy(() -> MimeBundle.of("text/html", 3))
                .hasMessage("the representation text/html must be text or bytes, but is of type java.lang.Integer");
    }
}
