package dev.temper.kernel.eval;

import dev.temper.kernel.eval.stop.CellStopped;
import dev.temper.kernel.eval.stop.StopWeaver;
import dev.temper.kernel.eval.stop.UserThread;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import jdk.jshell.spi.SPIResolutionException;
import org.jspecify.annotations.Nullable;

/**
 * Loads and runs the classes that JShell compiles, in this process. In place of the texts that JShell asks for, it
 * keeps the live value and the live exception of the last run.
 */
final class LiveControl extends DirectExecutionControl implements ExecutionControlProvider {
    private final UserThread thread;
    private final CellLoader loader;
    private @Nullable Object value;
    private @Nullable Throwable thrown;
    private boolean dry;

    LiveControl(UserThread thread) {
        this(thread, new CellLoader());
    }

    private LiveControl(UserThread thread, CellLoader loader) {
        super(loader);
        this.thread = thread;
        this.loader = loader;
    }

    /** The loader of all classes of cells. */
    ClassLoader loader() {
        return loader.loader();
    }

    /** The type of a variable of a loaded class, as source; empty when source cannot name it. */
    Optional<String> typeOf(String className, String variable) {
        return StaticType.of(loader.code(className), variable, loader.loader());
    }

    @Override
    public String name() {
        return "temper";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return this;
    }

    /** Sets whether code is only compiled and loaded, and not run. */
    void setDry(boolean dry) {
        this.dry = dry;
    }

    /** Forgets the last run. */
    void clear() {
        value = null;
        thrown = null;
    }

    /** The value of the last run, or of the variable last read. */
    @Nullable
    Object value() {
        return value;
    }

    /** What the last run threw; a {@link CellStopped} when it was interrupted; null when it ended well. */
    @Nullable
    Throwable thrown() {
        return thrown;
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        super.load(woven(classes));
    }

    @Override
    public void redefine(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        Agent.Redefiner redefiner = redefiner();
        ClassBytecodes[] woven = woven(classes);
        boolean[] done = new boolean[woven.length];
        for (int i = 0; i < woven.length; i++) {
            try {
                redefiner.redefine(findClass(woven[i].name()), woven[i].bytecodes());
                done[i] = true;
            } catch (ReflectiveOperationException
                    | UnmodifiableClassException
                    | LinkageError
                    | UnsupportedOperationException e) {
                throw new ClassInstallException("cannot redefine " + woven[i].name() + ": " + e, done);
            }
        }
        classesRedefined(woven);
    }

    private static Agent.Redefiner redefiner() throws NotImplementedException {
        try {
            return Agent.redefiner();
        } catch (UnsupportedOperationException e) {
            throw new NotImplementedException(String.valueOf(e.getMessage()));
        }
    }

    private static ClassBytecodes[] woven(ClassBytecodes[] classes) {
        return Arrays.stream(classes)
                .map(c -> new ClassBytecodes(c.name(), StopWeaver.weave(c.bytecodes())))
                .toArray(ClassBytecodes[]::new);
    }

    @Override
    public String invoke(String className, String methodName)
            throws RunException, InternalException, EngineTerminationException {
        try {
            return super.invoke(className, methodName);
        } catch (InternalException e) {
            thrown = e; // JShell drops it
            throw e;
        }
    }

    /** Runs code outside of what JShell runs; how it ended is kept as of any run. */
    void run(CellCode code) {
        clear();
        try {
            value = thread.call(() -> {
                Thread.currentThread().setContextClassLoader(loader());
                try {
                    return code.run();
                } catch (Throwable e) {
                    throw new InvocationTargetException(e);
                }
            });
        } catch (CellStopped | OutOfMemoryError e) { // memory may run out in the wrapping, too
            thrown = e;
        } catch (InvocationTargetException e) {
            thrown = e.getCause();
        } catch (Exception e) {
            throw new IllegalStateException("the thread of cells must wait for their code, but: " + e, e);
        }
    }

    @Override
    protected String invoke(Method method) throws Exception {
        if (dry) {
            throw new StoppedException();
        }
        try {
            value = thread.call(() -> {
                Thread.currentThread()
                        .setContextClassLoader(method.getDeclaringClass().getClassLoader());
                return method.invoke(null);
            });
            return "";
        } catch (CellStopped | OutOfMemoryError e) {
            thrown = e;
            throw new StoppedException();
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (!(cause instanceof SPIResolutionException)) {
                thrown = cause;
            }
            throw e;
        }
    }

    /** The value of a static field as it is at the moment, null when there is none. */
    @Nullable
    Object peek(String className, String name) {
        try {
            Field field = findClass(className).getDeclaredField(name);
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            return null; // declared, but its initializer has failed
        }
    }

    @Override
    public String varValue(String className, String variable)
            throws RunException, EngineTerminationException, InternalException {
        try {
            Field field = findClass(className).getDeclaredField(variable);
            field.setAccessible(true);
            value = field.get(null);
            return "";
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new InternalException(e.toString());
        }
    }

    @Override
    public void stop() {
        thread.stop();
    }
}
