package dev.temper.kernel.builtin;

import dev.temper.kernel.display.Grid;
import dev.temper.kernel.display.Grid.Column;
import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.Magics;
import dev.temper.kernel.magic.Option;
import dev.temper.kernel.magic.Options;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Settings;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code %config}: shows and changes how the magics behave. */
public final class ConfigMagic implements Magic {
    private static final Usage USAGE = Usage.line(
                    "config", "Show or change a setting, for as long as the kernel lives.")
            .with(Option.flag("reset", "give the setting back the value that it had at first"))
            .with(Argument.rest("setting", ValueType.TEXT, "NAME to show it, NAME=VALUE to change it"))
            .example("%config")
            .example("%config whos.width")
            .example("%config whos.width=100")
            .example("%config --reset whos.width");

    /** Makes the magic. */
    public ConfigMagic() {}

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public List<String> words(Magics magics, String typed) {
        return magics.settings().all().stream()
                .flatMap(setting -> Stream.concat(
                        Stream.of(setting.name()),
                        setting.choices().stream().map(choice -> setting.name() + "=" + choice)))
                .toList();
    }

    @Override
    public @Nullable Object run(Invocation invocation, Session session) {
        Options options = invocation.options(USAGE);
        Settings settings = session.magics().settings();
        if (!options.has("setting")) {
            return table(settings);
        }
        String typed = options.text("setting");
        int equals = typed.indexOf('=');
        String name = (equals < 0 ? typed : typed.substring(0, equals)).strip();
        if (options.flag("reset")) {
            settings.reset(name);
            return null;
        }
        if (equals < 0) {
            return settings.text(name);
        }
        settings.set(name, typed.substring(equals + 1).strip());
        return null;
    }

    private static MimeBundle table(Settings settings) {
        return new Grid(
                        List.of(
                                Column.text("setting"),
                                Column.text("value"),
                                Column.text("at first"),
                                Column.text("what")),
                        settings.all().stream()
                                .map(setting -> List.of(
                                        setting.name(),
                                        settings.text(setting.name()),
                                        setting.fallback(),
                                        setting.summary()
                                                + (setting.choices().isEmpty()
                                                        ? ""
                                                        : " (" + String.join(", ", setting.choices()) + ")")))
                                .toList())
                .bundle("%config NAME=VALUE changes one.");
    }
}
