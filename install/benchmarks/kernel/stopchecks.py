"""What it costs that a cell can be stopped: the same loops in a cell, and as a class that the kernel does not touch."""

import re
from pathlib import Path

LOOPS = Path(__file__).with_name("Loops.java").read_text(encoding="utf-8")
NAMES = re.findall(r"static long (\w+)\(\)", LOOPS)
TURNS = 9

COMPILED = '''
var folder = java.nio.file.Files.createTempDirectory("loops");
java.nio.file.Files.writeString(folder.resolve("Plain.java"), """
public class Plain {
%s
    static java.util.List<java.util.function.LongSupplier> all() { return java.util.List.of(%s); }
    public static Object get() { return all(); }
}
""");
javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), folder.resolve("Plain.java").toString());
var plain = (java.util.List<java.util.function.LongSupplier>) new java.net.URLClassLoader(new java.net.URL[] {folder.toUri().toURL()})
        .loadClass("Plain").getMethod("get").invoke(null);
'''
IN_CELL = '''
class InCell {
%s
    static java.util.List<java.util.function.LongSupplier> all() { return java.util.List.of(%s); }
}
var inCell = InCell.all();
'''
RATIO = '''
var clock = java.lang.management.ManagementFactory.getThreadMXBean();
long[] least = {Long.MAX_VALUE, Long.MAX_VALUE};
for (int turn = 0; turn < %d; turn++) {
    for (int side = 0; side < 2; side++) {
        var loop = (side == 0 ? plain : inCell).get(%d);
        long begun = clock.getCurrentThreadCpuTime();
        loop.getAsLong();
        least[side] = Math.min(least[side], clock.getCurrentThreadCpuTime() - begun);
    }
}
System.out.println("ratio " + (double) least[1] / least[0]);
'''


def cost(session, quick):
    """The processor time of each loop in a cell, as a multiple of that of the same loop elsewhere; the least of some turns."""
    session.ready()
    for code, owner in ((COMPILED, "Plain"), (IN_CELL, "InCell")):
        done(session.run(code % (LOOPS, ", ".join(f"{owner}::{name}" for name in NAMES))))
    figures = {}
    for place, name in enumerate(NAMES):
        text = done(session.run(RATIO % (3 if quick else TURNS, place)))
        figures[f"stops: {name}"] = float(re.search(r"ratio (\S+)", text).group(1))
    arrays = [ratio for name, ratio in figures.items() if name.startswith("stops: array")]
    others = [ratio for name, ratio in figures.items() if not name.startswith("stops: array")]
    return {"stops_ordinary_max": max(others), "stops_array_max": max(arrays), **figures}


def done(cell):
    content, published, _ = cell
    if content["status"] != "ok":
        raise RuntimeError(f"the cell must run, but: {content}")
    return "".join(m["content"]["text"] for m in published if m["msg_type"] == "stream")
