package dev.temper.kernel.jupyter;

import com.google.gson.annotations.SerializedName;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.messages.reply.KernelInfoReply;
import java.util.List;
import java.util.Optional;

/** What this kernel tells of itself. */
final class KernelInfo extends KernelInfoReply {
    private static final String VERSION = Optional.ofNullable(
                    KernelInfo.class.getPackage().getImplementationVersion())
            .orElse("development");

    @SuppressWarnings("unused") // read by its name when it is written as JSON
    private final String status = "ok";

    @SuppressWarnings("unused") // as above
    @SerializedName("supported_features")
    private final List<String> supportedFeatures = List.of("kernel subshells");

    KernelInfo() {
        super(
                Wire.PROTOCOL,
                "temper",
                VERSION,
                new LanguageInfo.Builder("java")
                        .version(System.getProperty("java.version"))
                        .mimetype("text/x-java")
                        .fileExtension(".java")
                        .codemirror("text/x-java")
                        .pygments("java")
                        .exporter("script")
                        .build(),
                "Temper " + VERSION + " on Java " + System.getProperty("java.version") + ". %help lists the magics.",
                List.of());
    }
}
