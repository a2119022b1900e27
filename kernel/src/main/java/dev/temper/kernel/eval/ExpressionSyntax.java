package dev.temper.kernel.eval;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Tells by syntax alone whether text is an expression. JShell's own analysis lets much pass within brackets. */
public final class ExpressionSyntax {
    private ExpressionSyntax() {}

    /**
     * Tells whether text is one expression of Java.
     *
     * @param text the text
     * @return whether it can be parsed as one; whether it compiles is not asked
     */
    public static boolean fits(String text) {
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///X.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return "class X { Object x = (" + text + "\n); }";
            }
        };
        DiagnosticCollector<JavaFileObject> faults = new DiagnosticCollector<>();
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, faults, List.of("-proc:none"), null, List.of(file));
        try {
            boolean isOneField = true;
            for (CompilationUnitTree unit : task.parse()) {
                isOneField &= unit.getTypeDecls().size() == 1
                        && ((ClassTree) unit.getTypeDecls().get(0)).getMembers().size() == 1;
            }
            return isOneField
                    && faults.getDiagnostics().stream().noneMatch(fault -> fault.getKind() == Diagnostic.Kind.ERROR);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
