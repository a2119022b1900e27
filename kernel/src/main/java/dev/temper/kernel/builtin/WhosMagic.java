package dev.temper.kernel.builtin;

import dev.temper.kernel.display.Grid;
import dev.temper.kernel.display.Grid.Column;
import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Setting;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import dev.temper.kernel.magic.Workspace.Variable;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code %whos}: the variables with their types, sizes and values. */
public final class WhosMagic implements Magic {
    private static final Setting WIDTH =
            Setting.of("whos.width", ValueType.COUNT, "60", "how many characters of a value %whos shows");
    private static final Usage USAGE = Usage.line("whos", "Show the variables: type, size and value of each.")
            .with(Argument.repeated("types", ValueType.TEXT, "show only those of these types"))
            .example("%whos")
            .example("%whos int double[] List");

    /** Makes the magic. */
    public WhosMagic() {}

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public List<Setting> settings() {
        return List.of(WIDTH);
    }

    @Override
    public Object run(Invocation invocation, Session session) {
        List<String> types = invocation.options(USAGE).texts("types");
        List<Variable> variables = Variables.of(session, types);
        if (variables.isEmpty()) {
            return MimeBundle.plain(Variables.none(types));
        }
        int width = (int) Math.min(session.magics().settings().integer(WIDTH.name()), Integer.MAX_VALUE);
        return new Grid(
                        List.of(Column.text("name"), Column.text("type"), Column.text("size"), Column.text("value")),
                        variables.stream()
                                .map(variable -> List.of(
                                        variable.name(),
                                        variable.type(),
                                        size(variable.value()),
                                        value(variable.value(), width, session)))
                                .toList())
                .bundle("");
    }

    /** The lengths of nested arrays, the size of a collection or a map, or nothing. */
    private static String size(@Nullable Object value) {
        if (value instanceof Collection<?> collection) {
            return Integer.toString(collection.size());
        }
        if (value instanceof Map<?, ?> map) {
            return Integer.toString(map.size());
        }
        if (value instanceof CharSequence text) {
            return Integer.toString(text.length());
        }
        if (value == null || !value.getClass().isArray()) {
            return "";
        }
        int length = Array.getLength(value);
        String inner = length > 0 && value.getClass().getComponentType().isArray() ? size(Array.get(value, 0)) : "";
        return inner.isEmpty() ? Integer.toString(length) : length + " x " + inner;
    }

    private static String value(@Nullable Object value, int width, Session session) {
        String text;
        try {
            text = value instanceof CharSequence chars
                    ? "\"" + chars + "\""
                    : session.renderers().render(value).text();
        } catch (RuntimeException | StackOverflowError e) {
            return "cannot be shown: " + e;
        }
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= width
                ? line
                : line.substring(0, line.offsetByCodePoints(0, width)) + "…";
    }
}
