package dev.temper.kernel;

import java.io.PrintStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * The signal that a terminal sends on Ctrl-C, and Jupyter to kernels that ask for it: it stops the running cell, and not
 * the kernel. By reflection, since the JDK has had these classes for ever and still calls them its own.
 */
final class InterruptSignal {
    private InterruptSignal() {}

    /** Has something done when the signal comes. */
    static void handle(Runnable action, PrintStream log) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler calls = (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                    action.run();
                    return null;
                }
                return method.invoke(action, arguments); // what every object can do
            };
            signal.getMethod("handle", signal, handler)
                    .invoke(
                            null,
                            signal.getConstructor(String.class).newInstance("INT"),
                            Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, calls));
        } catch (ReflectiveOperationException e) {
            log.println("temper: an interrupt signal will end the kernel, as it cannot be caught: " + e);
        }
    }
}
