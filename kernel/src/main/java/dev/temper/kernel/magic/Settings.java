package dev.temper.kernel.magic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What {@code %config} has set. Safe for use by several threads. */
public final class Settings {
    private final Map<String, Setting> byName = new ConcurrentSkipListMap<>();
    private final Map<String, String> values = new ConcurrentHashMap<>();

    Settings() {}

    /**
     * Adds a setting. One that is there already, in the same words, is not added again.
     *
     * @param setting the setting
     * @return what is wrong with that, empty when it can be set from now on
     */
    public Optional<String> declare(Setting setting) {
        Setting before = byName.putIfAbsent(setting.name(), setting);
        return before == null || before.equals(setting)
                ? Optional.empty()
                : Optional.of("Two settings are named " + setting.name() + ": the first is taken.");
    }

    /**
     * Lists what can be set.
     *
     * @return the settings, sorted by name
     */
    public List<Setting> all() {
        return List.copyOf(byName.values());
    }

    /**
     * Finds a setting.
     *
     * @param name its name
     * @return the setting
     * @throws MagicException when there is none of that name
     */
    public Setting find(String name) {
        Setting setting = byName.get(name);
        if (setting == null) {
            throw new MagicException(Spelling.unknown("setting", name, byName.keySet()));
        }
        return setting;
    }

    /**
     * Sets a value.
     *
     * @param name the name of the setting
     * @param value the value, as it is typed
     * @throws MagicException when there is no such setting, or it cannot have that value
     */
    public void set(String name, String value) {
        Setting setting = find(name);
        try {
            if (setting.type() == ValueType.CHOICE && !setting.choices().contains(value)) {
                throw new IllegalArgumentException(value);
            }
            setting.type().parse(value);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new MagicException(name + " must be " + setting.bound() + ", but is " + value + ".", e);
        }
        values.put(name, value);
    }

    /**
     * Gives a setting back the value that it had at first.
     *
     * @param name the name of the setting
     * @throws MagicException when there is no such setting
     */
    public void reset(String name) {
        values.remove(find(name).name());
    }

    /**
     * Returns a value.
     *
     * @param name the name of the setting
     * @return the value, as it is typed
     * @throws MagicException when there is no such setting
     */
    public String text(String name) {
        return values.getOrDefault(name, find(name).fallback());
    }

    /**
     * Returns the value of a setting of the type {@link ValueType#INTEGER}, {@link ValueType#COUNT} or {@link
     * ValueType#TOKENS}.
     *
     * @param name the name of the setting
     * @return the number
     * @throws MagicException when there is no such setting
     */
    public long integer(String name) {
        return (Long) find(name).type().parse(text(name));
    }

    /**
     * Returns the value of a setting of the type {@link ValueType#DECIMAL}.
     *
     * @param name the name of the setting
     * @return the number, finite
     * @throws MagicException when there is no such setting
     */
    public double decimal(String name) {
        return (Double) find(name).type().parse(text(name));
    }
}
