package dev.temper.kernel.magic;

import dev.temper.kernel.display.Renderers;
import java.util.List;

/**
 * Lets {@code %config} set how a library shows its types, or anything else that is of no single magic. A setting of one
 * magic belongs into {@link Magic#settings()}. Implementations are found by {@link java.util.ServiceLoader}.
 */
public interface SettingProvider {
    /**
     * Tells what can be set.
     *
     * @return the settings, the same at every call
     */
    List<Setting> settings();

    /**
     * Takes what these settings, and all others, are set to: to be asked whenever it is needed, since a cell may change
     * it at any time. Called once, when the settings can be asked for.
     *
     * @param settings the settings and their values
     * @param renderers the registry of the kernel, for renderers that follow the settings
     */
    void provide(Settings settings, Renderers renderers);
}
