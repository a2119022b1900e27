package dev.temper.kernel.eval;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import dev.temper.kernel.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Tells by syntax alone what text is. JShell's own analysis lets much pass that the compiler's parser does not. */
public final class JavaSyntax {
    private static final String CLASS = "class X { ";

    private JavaSyntax() {}

    /** What the parser made of text, and what is wrong with it. */
    private record Parsed(CompilationUnitTree unit, List<Diagnostic<? extends JavaFileObject>> errors) {}

    /**
     * Tells whether text is one expression of Java.
     *
     * @param text the text
     * @return whether it can be parsed as one; whether it compiles is not asked
     */
    public static boolean isExpression(String text) {
        Parsed parsed = parse(CLASS + "Object x = (" + text + "\n); }");
        return parsed.errors.isEmpty()
                && parsed.unit.getTypeDecls().size() == 1
                && ((ClassTree) parsed.unit.getTypeDecls().get(0)).getMembers().size() == 1;
    }

    /**
     * Tells whether one declaration, statement or expression can be parsed.
     *
     * @param piece its source, with the semicolon at its end that it needs
     * @param typed how many characters of it were typed: a fault behind them is cured by typing on
     */
    static Readiness readiness(String piece, int typed) {
        String block = CLASS + "void m() throws Throwable { ";
        List<OptionalLong> faults = new ArrayList<>();
        for (String before : List.of(block, CLASS, "")) {
            OptionalLong fault = fault(before, piece);
            if (fault.isEmpty()) {
                return Readiness.COMPLETE;
            }
            faults.add(fault);
        }
        if (isExpression(piece)) {
            return Readiness.COMPLETE;
        }
        boolean atEnd = faults.stream().anyMatch(fault -> fault.getAsLong() >= typed);
        return atEnd ? Readiness.INCOMPLETE : Readiness.INVALID;
    }

    /** Where in the piece the first fault is when it stands behind some text, empty when there is none. */
    private static OptionalLong fault(String before, String piece) {
        String after =
                "\n" + "} ".repeat((int) before.chars().filter(c -> c == '{').count());
        return parse(before + piece + after).errors.stream()
                .mapToLong(error -> error.getPosition() - before.length())
                .findFirst();
    }

    private static Parsed parse(String source) {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found, List.of("-proc:none"), null, List.of(new SourceText(source)));
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            return new Parsed(
                    unit,
                    found.getDiagnostics().stream()
                            .filter(it -> it.getKind() == Diagnostic.Kind.ERROR)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
