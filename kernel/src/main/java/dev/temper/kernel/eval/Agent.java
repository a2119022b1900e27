package dev.temper.kernel.eval;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Receives from the virtual machine the right to redefine classes.
 *
 * <p>An agent that is there from the start keeps the virtual machine from using its cache of loaded classes, which
 * doubles the time until the first cell is answered. So the kernel becomes its own agent only when it first needs to be
 * one. That needs {@code -Djdk.attach.allowAttachSelf=true} and {@code -XX:+EnableDynamicAgentLoading}, as the
 * kernelspec has them; started with {@code -javaagent}, it has the right at once.
 */
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

    /**
     * Called by the virtual machine when the kernel has asked for it.
     *
     * @param arguments not used
     * @param given the right to redefine classes
     */
    public static void agentmain(@Nullable String arguments, Instrumentation given) {
        instrumentation = given;
    }

    /**
     * The right to redefine classes.
     *
     * @throws UnsupportedOperationException when the virtual machine does not give it; the message says why
     */
    static Redefiner redefiner() {
        Instrumentation given = given();
        return (type, code) -> given.redefineClasses(new ClassDefinition(type, code));
    }

    private static synchronized Instrumentation given() {
        if (instrumentation == null) {
            try {
                attach();
            } catch (IOException
                    | AttachNotSupportedException
                    | AgentLoadException
                    | AgentInitializationException
                    | LinkageError e) {
                throw new UnsupportedOperationException("this virtual machine takes no agent: " + e, e);
            }
        }
        return Objects.requireNonNull(instrumentation);
    }

    private static void attach()
            throws IOException, AttachNotSupportedException, AgentLoadException, AgentInitializationException {
        Path jar = Files.createTempFile("temper-agent", ".jar");
        try {
            Manifest manifest = new Manifest();
            Attributes attributes = manifest.getMainAttributes();
            attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
            attributes.putValue("Agent-Class", Agent.class.getName());
            attributes.putValue("Can-Redefine-Classes", "true");
            new JarOutputStream(Files.newOutputStream(jar), manifest).close();
            VirtualMachine self =
                    VirtualMachine.attach(Long.toString(ProcessHandle.current().pid()));
            try {
                self.loadAgent(jar.toString());
            } finally {
                self.detach();
            }
        } finally {
            Files.delete(jar);
        }
    }

    /**
     * Has the compiler's own package, in which it keeps compilers for another use, opened to a module.
     *
     * @param module who may use it
     * @return the package, empty when the virtual machine takes no agent
     */
    public static Optional<String> openCompiler(Module module) {
        try {
            Module compiler = ModuleLayer.boot().findModule("jdk.compiler").orElseThrow();
            given().redefineModule(compiler, Set.of(), Map.of(COMPILERS, Set.of(module)), Map.of(), Set.of(), Map.of());
            return Optional.of(COMPILERS);
        } catch (UnsupportedOperationException e) {
            return Optional.empty();
        }
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
