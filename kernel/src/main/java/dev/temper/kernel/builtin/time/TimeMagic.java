package dev.temper.kernel.builtin.time;

import com.sun.management.OperatingSystemMXBean;
import dev.temper.kernel.magic.Argument;
import dev.temper.kernel.magic.Invocation;
import dev.temper.kernel.magic.Magic;
import dev.temper.kernel.magic.MagicException;
import dev.temper.kernel.magic.Session;
import dev.temper.kernel.magic.Usage;
import dev.temper.kernel.magic.ValueType;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code %time} and {@code %%time}: runs code once and tells how long it took. */
public final class TimeMagic implements Magic {
    private static final long MANY_TICKS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final Usage USAGE = Usage.lineOrCell(
                    "time",
                    "Run code once and tell how long that took, compiling it included; %timeit is for short code.")
            .with(Argument.rest("code", ValueType.JAVA, "Java, or the call of another magic"))
            .example("%time Collections.sort(list)")
            .example("var fits = %time Fits.of(table)")
            .example("%time !sleep 1")
            .example("%%time\nlong sum = 0;\nfor (int i = 0; i < 1_000; i++) sum += i;");

    /** Makes the magic. */
    public TimeMagic() {}

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public @Nullable Object run(Invocation invocation, Session session) throws Exception {
        String code = invocation.arguments() + "\n" + invocation.body();
        if (code.isBlank()) {
            throw new MagicException(session.place(invocation.line()) + ": code must be given, as in %time f(3)");
        }
        Clocks before = Clocks.read();
        try {
            return session.workspace().run(code, invocation.line());
        } finally {
            session.out().println(Clocks.read().since(before));
        }
    }

    /**
     * What the clocks show, in nanoseconds.
     *
     * @param wall of the wall
     * @param user what this thread, on which cells run, has spent in the program
     * @param total what this thread has spent in all
     * @param process what all threads of the process have spent, or less than 0 when that is not known
     */
    private record Clocks(long wall, long user, long total, long process) {
        static Clocks read() {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long process = Optional.of(ManagementFactory.getOperatingSystemMXBean())
                    .filter(OperatingSystemMXBean.class::isInstance)
                    .map(OperatingSystemMXBean.class::cast)
                    .map(OperatingSystemMXBean::getProcessCpuTime)
                    .orElse(-1L);
            return new Clocks(
                    System.nanoTime(), threads.getCurrentThreadUserTime(), threads.getCurrentThreadCpuTime(), process);
        }

        String since(Clocks before) {
            long all = total - before.total;
            String rest = process < 0
                    ? ""
                    : "; all threads, with Java's compilers and garbage collector: "
                            + Durations.text(process - before.process);
            return "CPU times: " + parts(all, Math.min(all, user - before.user)) + "total: " + Durations.text(all)
                    + rest + "\nWall time: " + Durations.text(wall - before.wall);
        }

        /** The user time is counted in ticks of the system: of little time it says nothing. */
        private static String parts(long all, long inProgram) {
            return all < MANY_TICKS_NANOS
                    ? ""
                    : "user " + Durations.text(inProgram) + ", sys: " + Durations.text(all - inProgram) + ", ";
        }
    }
}
