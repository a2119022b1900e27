package dev.temper.kernel.eval;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Receives from the virtual machine the right to redefine classes, when the kernel's jar is given as its agent. */
public final class Agent {
    private static final String COMPILERS = "com.sun.tools.javac.api";

    private static volatile @Nullable Instrumentation instrumentation;

    private Agent() {}

    /**
     * Called by the virtual machine before {@code main}.
     *
     * @param arguments what stands after the equals sign of {@code -javaagent}; not used
     * @param given the right to redefine classes
     */
    public static void premain(@Nullable String arguments, Instrumentation given) {
        instrumentation = given;
    }

    /** The right to redefine classes, empty when the kernel was started without its agent. */
    static Optional<Redefiner> redefiner() {
        Instrumentation given = instrumentation;
        return given == null || !given.isRedefineClassesSupported()
                ? Optional.empty()
                : Optional.of((type, code) -> given.redefineClasses(new ClassDefinition(type, code)));
    }

    /**
     * Has the compiler's own package, in which it keeps compilers for another use, opened to a module.
     *
     * @param module who may use it
     * @return the package, empty when the kernel was started without its agent
     */
    public static Optional<String> openCompiler(Module module) {
        Instrumentation given = instrumentation;
        Optional<Module> compiler = ModuleLayer.boot().findModule("jdk.compiler");
        if (given == null || compiler.isEmpty()) {
            return Optional.empty();
        }
        given.redefineModule(compiler.get(), Set.of(), Map.of(COMPILERS, Set.of(module)), Map.of(), Set.of(), Map.of());
        return Optional.of(COMPILERS);
    }

    /** Gives a loaded class new code. */
    @FunctionalInterface
    interface Redefiner {
        /**
         * Replaces the code.
         *
         * @throws UnsupportedOperationException when the new code has other members than the old
         */
        void redefine(Class<?> type, byte[] code) throws ClassNotFoundException, UnmodifiableClassException;
    }
}
