package dev.temper.kernel.session;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.display.Renderers;
import dev.temper.kernel.magic.Setting;
import dev.temper.kernel.magic.SettingProvider;
import dev.temper.kernel.magic.Settings;
import java.awt.geom.Point2D;
import java.util.List;

/** Lets the tests set how a type is shown. */
public final class PointSettings implements SettingProvider {
    private static final Setting SEPARATOR = Setting.choice("point.separator", "what stands within", ",", ";");

    @Override
    public List<Setting> settings() {
        return List.of(SEPARATOR);
    }

    @Override
    public void provide(Settings settings, Renderers renderers) {
        renderers.register(
                Point2D.Float.class, point -> MimeBundle.plain(point.x + settings.text(SEPARATOR.name()) + point.y));
    }
}
