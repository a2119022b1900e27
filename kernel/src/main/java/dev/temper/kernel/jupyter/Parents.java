package dev.temper.kernel.jupyter;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Watches over the processes without which a kernel has nobody to work for. */
final class Parents {
    private static final long LOOK_NANOS = 300_000_000;
    private static final int LOOKS_BEFORE_HALT = 10;
    private static final int NOT_IN_ORDER = 1;

    private Parents() {}

    /**
     * Has something done when the process that started this one is gone, or the page's own, which is another when a
     * script or a launcher stands between the two. That should end this process: if it does not soon, it is halted.
     */
    static void whenGone(Runnable then) {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        Stream.concat(parent.stream(), page(parent)).distinct().forEach(process -> watch(process, then));
    }

    /** The page's process, if it is an ancestor: else its number means a process of another machine or container. */
    private static Stream<ProcessHandle> page(Optional<ProcessHandle> parent) {
        String told = Optional.ofNullable(System.getenv("JPY_PARENT_PID")).orElse("");
        return Stream.iterate(parent, Optional::isPresent, process -> process.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(process -> Long.toString(process.pid()).equals(told));
    }

    /** Looks now and then, which takes no memory: a cell may have used it all up, and nobody is left to stop that. */
    private static void watch(ProcessHandle process, Runnable then) {
        Thread watch = new Thread(
                () -> {
                    while (process.isAlive()) {
                        LockSupport.parkNanos(LOOK_NANOS);
                    }
                    then.run();
                    for (int i = 0; i < LOOKS_BEFORE_HALT; i++) {
                        LockSupport.parkNanos(LOOK_NANOS);
                    }
                    Runtime.getRuntime().halt(NOT_IN_ORDER);
                },
                "parent");
        watch.setDaemon(true);
        watch.start();
    }
}
