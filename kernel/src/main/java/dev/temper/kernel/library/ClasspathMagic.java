package dev.temper.kernel.library;

import dev.temper.kernel.display.MimeBundle;
import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code %classpath}: lists what cells can use, or adds jars and folders of one's own. */
public final class ClasspathMagic implements Magic {
    private static final Usage USAGE = Usage.line("classpath", "List the class path, or add jars and folders to it.")
            .with(Argument.repeated("paths", ValueType.TEXT, "jars or folders of classes; * and ** stand for names"))
            .example("%classpath")
            .example("%classpath target/classes libs/*.jar");

    /** Makes the magic. */
    public ClasspathMagic() {}

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public Object run(Invocation invocation, Session session) {
        List<String> typed = invocation.options(USAGE).texts("paths");
        ClassPath classPath = new ClassPath(session.workspace());
        return MimeBundle.plain(typed.isEmpty() ? list(classPath) : add(typed, classPath, session));
    }

    private static String list(ClassPath classPath) {
        List<String> lines = new ArrayList<>();
        List<Entry> entries = classPath.entries();
        List<Entry> added =
                entries.stream().filter(entry -> !classPath.isOfKernel(entry)).toList();
        section(lines, "Added", added);
        section(
                lines,
                "Of the kernel",
                entries.stream().filter(classPath::isOfKernel).toList());
        return String.join("\n", lines);
    }

    private static void section(List<String> lines, String title, List<Entry> entries) {
        lines.add(title + ": " + (entries.isEmpty() ? "nothing" : entries.size()));
        int width =
                entries.stream().mapToInt(entry -> entry.told().length()).max().orElse(0);
        for (Entry entry : entries) {
            lines.add("  " + entry.told() + " ".repeat(width - entry.told().length()) + "  " + entry.path());
        }
    }

    private static String add(List<String> typed, ClassPath classPath, Session session) {
        List<String> faults = new ArrayList<>();
        List<Path> places = typed.stream()
                .flatMap(one -> Places.of(one, session.directory(), faults).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new MagicException(faults);
        }
        return classPath.add(places);
    }
}
