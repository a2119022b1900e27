package dev.temper.kernel.jupyter;

import java.util.Optional;
import java.util.stream.Stream;

/** Watches over the processes without which a kernel has nobody to work for. */
final class Parents {
    private Parents() {}

    /**
     * Has something done when the process that started this one is gone, or the page's own, which is another when a
     * script or a launcher stands between the two.
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

    private static void watch(ProcessHandle process, Runnable then) {
        Thread watch = new Thread(
                () -> {
                    process.onExit().join();
                    then.run();
                },
                "parent");
        watch.setDaemon(true);
        watch.start();
    }
}
