package dev.temper.kernel.session;

import dev.temper.kernel.display.RendererProvider;
import dev.temper.kernel.display.Renderers;
import dev.temper.kernel.magic.Magics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;

/** The magics and renderers that jars bring along. A broken one keeps no other from being taken. */
final class Library {
    private final Renderers renderers;
    private final Magics magics;
    private final Set<Class<?>> taught = new HashSet<>();
    private final List<String> faults;

    /** Takes what a loader offers, and teaches the renderers. */
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
        ServiceLoader.load(RendererProvider.class, loader).stream().forEach(provider -> {
            try {
                if (taught.add(provider.type())) {
                    provider.get().provide(renderers);
                }
            } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
                broken.add("Renderers cannot be loaded: " + e.getMessage());
            }
        });
        return broken;
    }
}
