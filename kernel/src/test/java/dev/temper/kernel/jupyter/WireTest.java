package dev.temper.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.temper.kernel.display.Content;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WireTest {
    private static final String PROPERTIES = """
            {"ip": "127.0.0.1", "transport": "tcp", "signature_scheme": "hmac-sha256", "key": "k",
             "shell_port": 1, "iopub_port": 2, "stdin_port": 3, "control_port": 4, "hb_port": 5}""";

    private final Wire wire;

    WireTest() throws Exception {
        wire = new Wire(KernelConnectionProperties.parse(PROPERTIES));
    }

    private Request sent(Object content) throws Wire.BadMessage {
        return wire.read(wire.write(List.of(), wire.header("display_data"), null, Map.of(), content));
    }

    @Test
    void keepsNullWithinJson() throws Exception {
        Request shown = sent(Page.content(Content.json("{\"loss\": null, \"seeds\": [1, null]}"), ""));

        assertThat(shown.content().getAsJsonObject("data").get("application/json"))
                .hasToString("{\"loss\":null,\"seeds\":[1,null]}");
    }

    @Test
    void sendsNoFieldOfItsOwnThatIsNull() throws Exception {
        JsonObject info = sent(new KernelInfo()).content();

        assertThat(info.toString()).doesNotContain("null");
    }
}
