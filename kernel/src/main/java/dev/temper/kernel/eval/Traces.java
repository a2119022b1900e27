package dev.temper.kernel.eval;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells of an exception what a user wants to know: the cause first, by cell and line, without the kernel's frames. */
final class Traces {
    private static final int MOST_FRAMES = 24;

    private final SnippetPlaces places;

    Traces(SnippetPlaces places) {
        this.places = places;
    }

    List<String> of(Throwable thrown) {
        Deque<Throwable> causeFirst = new ArrayDeque<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable t = thrown; t != null && seen.add(t); t = t.getCause()) {
            causeFirst.push(t);
        }
        List<String> lines = new ArrayList<>();
        for (Throwable t : causeFirst) {
            if (!lines.isEmpty()) {
                lines.add("which led to:");
            }
            lines.addAll(Arrays.asList(title(t).split("\n")));
            lines.addAll(frames(t));
            for (Throwable suppressed : t.getSuppressed()) {
                lines.add("    and on the way out: " + title(suppressed));
            }
        }
        return lines;
    }

    private static String title(Throwable t) {
        String name = t.getClass().getName().replaceFirst("^REPL\\.\\$JShell\\$\\w+\\$", "");
        String message = t.getLocalizedMessage();
        return message == null || message.isBlank() ? name : name + ": " + message;
    }

    private List<String> frames(Throwable t) {
        StackTraceElement[] all = t.getStackTrace();
        int end = all.length;
        while (end > 0 && !SnippetPlaces.isOfCell(all[end - 1].getClassName())) {
            end--;
        }
        if (end == 0) { // not of a cell: all of it is news, but for how the kernel came to it
            end = firstKernelFrame(all);
        }
        List<String> lines = new ArrayList<>();
        int again = 0;
        for (int i = 0; i < end; i++) {
            if (isFolded(all[i]) || isWithinLibrary(all, i) || isCallOfInitializer(all, i)) {
                continue;
            }
            String line = "    at " + shown(all[i], isCalledByKernel(all, i));
            boolean same = !lines.isEmpty()
                    && lines.get(lines.size() - 1 - (again > 0 ? 1 : 0)).equals(line);
            if (same && again > 0) {
                lines.remove(lines.size() - 1);
            }
            again = same ? again + 1 : 0;
            lines.add(same ? "       ... and " + again + " more times" : line);
        }
        if (lines.size() > MOST_FRAMES) {
            int more = lines.size() - MOST_FRAMES;
            lines.subList(MOST_FRAMES - 2, lines.size() - 2).clear();
            lines.add(MOST_FRAMES - 2, "    ... " + more + " more");
        }
        return lines;
    }

    private static int firstKernelFrame(StackTraceElement[] all) {
        for (int i = 0; i < all.length; i++) {
            if (all[i].getClassName().startsWith("dev.temper.kernel.")) {
                return i;
            }
        }
        return all.length;
    }

    /** Whether a frame of the JDK was called by the JDK and calls the JDK. */
    private static boolean isWithinLibrary(StackTraceElement[] all, int i) {
        return i > 0 && i < all.length - 1 && isJdk(all[i - 1]) && isJdk(all[i]) && isJdk(all[i + 1]);
    }

    /** Whether a frame only calls what JShell made of an initializer, which is the frame before it. */
    private static boolean isCallOfInitializer(StackTraceElement[] all, int i) {
        return i > 0
                && all[i].getMethodName().equals("do_it$")
                && all[i - 1].getMethodName().equals("do_it$Aux");
    }

    /** Whether a frame is the code of a {@link Batch} itself. */
    private static boolean isCalledByKernel(StackTraceElement[] all, int i) {
        return i < all.length - 1 && all[i + 1].getClassName().equals(LiveControl.class.getName());
    }

    private static boolean isJdk(StackTraceElement frame) {
        return frame.getClassName().startsWith("java.");
    }

    private static boolean isFolded(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.startsWith("jdk.internal.")
                || name.startsWith("java.lang.reflect.")
                || name.startsWith("java.lang.invoke.")
                || name.startsWith("dev.temper.kernel.");
    }

    private String shown(StackTraceElement frame, boolean ofBatch) {
        Optional<String> place = places.place(frame);
        if (place.isEmpty()) {
            String file = frame.getFileName() == null ? "unknown source" : frame.getFileName();
            String line = frame.getLineNumber() < 0 ? "" : ":" + frame.getLineNumber();
            return frame.getClassName() + "." + frame.getMethodName() + " (" + file + line + ")";
        }
        String type = frame.getClassName()
                .replaceFirst("^REPL\\.\\$JShell\\$[^$]+\\$?", "")
                .replace('$', '.');
        String method = frame.getMethodName();
        if (method.startsWith("do_it$") || (ofBatch && method.startsWith("lambda$do_it$"))) {
            return place.get();
        }
        if (method.startsWith("lambda$")) {
            method = "lambda";
        }
        return (type.isEmpty() ? method : type + "." + method) + " (" + place.get() + ")";
    }
}
