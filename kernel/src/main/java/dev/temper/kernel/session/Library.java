package dev.temper.kernel.session;

import dev.temper.kernel.display.RendererProvider;
import dev.temper.kernel.display.Renderers;
import dev.temper.kernel.magic.Magics;
import dev.temper.kernel.magic.SettingProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;

/** The magics, settings and renderers that jars bring along. A broken one keeps no other from being taken. */
final class Library {
    private final Renderers renderers;
    private final Magics magics;
    private final Set<Class<?>> taught = new HashSet<>();
    private final List<String> faults;

    /** Takes what a loader offers, and teaches the renderers and the settings. */
    Library(ClassLoader loader, Renderers renderers) {
        this.renderers = renderers;
        magics = Magics.find(loader);
        faults = new ArrayList<>(magics.faults());
        faults.addAll(teach(loader));
    }

    Magics magics() {
        return magics;
    }

    /** What could not be taken at the start, a line for each; told once. */
    synchronized List<String> takeFaults() {
        List<String> all = List.copyOf(faults);
        faults.clear();
        return all;
    }

    /** Takes what a loader offers beyond that, and returns a line for each that could not be taken. */
    synchronized List<String> add(ClassLoader loader) {
        List<String> broken = new ArrayList<>(magics.add(loader));
        broken.addAll(teach(loader));
        return broken;
    }

    private List<String> teach(ClassLoader loader) {
        List<String> broken = new ArrayList<>();
        each(loader, SettingProvider.class, "Settings", broken, provider -> {
            provider.settings()
                    .forEach(setting -> magics.settings().declare(setting).ifPresent(broken::add));
            provider.provide(magics.settings(), renderers);
        });
        each(loader, RendererProvider.class, "Renderers", broken, provider -> provider.provide(renderers));
        return broken;
    }

    private <P> void each(ClassLoader loader, Class<P> type, String what, List<String> broken, Consumer<P> take) {
        ServiceLoader.load(type, loader).stream().forEach(provider -> {
            try {
                if (taught.add(provider.type())) {
                    take.accept(provider.get());
                }
            } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
                broken.add(what + " cannot be loaded: " + e.getMessage());
            }
        });
    }
}
