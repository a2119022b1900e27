package dev.temper.kernel.eval;

import com.sun.source.util.JavacTask;
import dev.temper.kernel.source.SourceText;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * The options that cells are compiled with: what the property {@code temper.compiler.options} says, or else the
 * environment variable {@code TEMPER_COMPILER_OPTIONS}, such as {@code --enable-preview}; words between spaces.
 *
 * @param options the options, none when those asked for are wrong
 * @param faults what is wrong with those asked for, a line for each fault
 */
record CompilerOptions(List<String> options, List<String> faults) {
    private static final String PREVIEW = "--enable-preview";
    /**
     * The names of local variables are kept, for messages about null and for the types of results. Text is put together
     * without method handles, which would be made anew for each cell.
     */
    private static final List<String> OURS = List.of("-g", "-XDstringConcat=inline");

    CompilerOptions {
        options = List.copyOf(options);
        faults = List.copyOf(faults);
    }

    static CompilerOptions read() {
        return of(Optional.ofNullable(System.getProperty("temper.compiler.options"))
                .or(() -> Optional.ofNullable(System.getenv("TEMPER_COMPILER_OPTIONS")))
                .orElse(""));
    }

    static CompilerOptions of(String text) {
        if (text.isBlank()) {
            return new CompilerOptions(OURS, List.of());
        }
        List<String> asked = new ArrayList<>(List.of(text.strip().split("\\s+")));
        boolean preview = asked.contains(PREVIEW);
        if (preview && asked.stream().noneMatch(option -> option.matches("-source|--source|--release"))) {
            asked.add("--source");
            asked.add(String.valueOf(Runtime.version().feature()));
        }
        List<String> faults = new ArrayList<>(faults(asked).stream()
                .map(fault -> "The compiler options of cells must be options of javac, but are \"" + text.strip()
                        + "\": " + fault + ". They are left out.")
                .toList());
        if (preview && !ManagementFactory.getRuntimeMXBean().getInputArguments().contains(PREVIEW)) {
            faults.add(
                    "The compiler option " + PREVIEW + " must be given to the kernel's java too, but is not: write it"
                            + " into \"argv\" of its kernel.json, after java. It is left out.");
        }
        asked.addAll(OURS);
        return new CompilerOptions(faults.isEmpty() ? asked : OURS, faults);
    }

    private static List<String> faults(List<String> options) {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavaFileObject empty = new SourceText("class A {}");
        try {
            ((JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, found, options, null, List.of(empty)))
                    .analyze();
        } catch (IllegalArgumentException | IllegalStateException | IOException e) {
            return List.of(String.valueOf(e.getMessage()).replaceFirst("^error: ", ""));
        }
        Stream<Diagnostic<? extends JavaFileObject>> errors =
                found.getDiagnostics().stream().filter(it -> it.getKind() == Diagnostic.Kind.ERROR);
        return errors.map(it -> it.getMessage(Locale.ENGLISH)).toList();
    }
}
