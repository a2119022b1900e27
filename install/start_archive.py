"""Makes the archive from which a kernel starts in half the time: its classes, loaded and linked, as one file for the JVM.

An archive serves one Java, one list of jars and one list of options. The JVM leaves an archive that does not fit aside and
starts as it would without, so a stale one costs time and nothing else.
"""

import hashlib
import json
import os
import subprocess
import tempfile
import time
from pathlib import Path

from jupyter_client import BlockingKernelClient
from jupyter_client.connect import write_connection_file

AOT_SINCE = 25
# only under this collector is the heap archived too, and every collector can read it
MAKER = ["-XX:+UseG1GC"]
SECONDS = 300
CELLS = [
    "1 + 1",
    "int square(int x) { return x * x; }\nint total = 0;\nfor (int i = 0; i < 10; i++) total += square(i);\ntotal",
    'record Point(int x, int y) {}\nvar points = List.of(new Point(1, 2), new Point(3, 4));\npoints',
    "IntStream.range(0, 5).mapToObj(i -> \"n\" + i).collect(Collectors.toList())",
    'int[] numbers = {3, 1, 2};\nArrays.sort(numbers);\nnumbers',
    'for (int i = 0; i < 200; i++) System.out.println("line " + i);\nSystem.err.println("warned");',
    'int wrong = "text";',
    'throw new IllegalStateException("on purpose");',
    "%lsmagic",
]
UNFINISHED = ['"text".subs', "java.util.concurrent.Comp", "poi", "%ls"]


class NoArchive(Exception):
    """Why no archive can be had."""


def archive(java, feature, options, memory, class_path, folder):
    """The options by which this Java uses the archive in the folder; makes the archive unless it is there and fits.

    Memory is the kernel's options for the collector and its heap, empty when others are among the options.
    """
    kind = "aot" if feature >= AOT_SINCE else "jsa"
    fits = fingerprint(java, [*memory, *options], class_path)
    file = Path(folder) / f"{fits['who']}.{kind}"
    note = file.with_suffix(".json")
    if not (file.is_file() and note.is_file() and note.read_text(encoding="utf-8") == fits["text"]):
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=file.parent) as work:
            made = Path(work) / file.name
            path = ["-cp", os.pathsep.join(map(str, class_path))]
            headers = [option for option in memory if option.endswith("Headers")]  # the maker must have them alike
            make(kind, [str(java), *(MAKER if memory else []), *headers, *options], path, made)
            check([str(java), *memory, *options, *use(kind, made), must_use(kind), *path, "-version"])
            note.unlink(missing_ok=True)
            os.replace(made, file)
        note.write_text(fits["text"], encoding="utf-8")
    silent = ["-Xlog:aot*=off", "-Xlog:cds*=off"] if kind == "aot" else ["-Xlog:cds*=off"]
    return [*use(kind, file), *silent]


def jar_index(java, class_path, folder):
    """The option by which the kernel knows the packages of its jars without reading them; the file is written anew."""
    path = os.pathsep.join(map(str, class_path))
    file = Path(folder) / f"{hashlib.sha256(path.encode()).hexdigest()[:16]}.jars"
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=file.parent) as work:
        made = Path(work) / file.name
        check([str(java), "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", path, "dev.temper.kernel.eval.JarIndex", made, path])
        os.replace(made, file)
    return f"-Dtemper.jar.index={file}"


def use(kind, file):
    return [f"-XX:AOTCache={file}"] if kind == "aot" else [f"-XX:SharedArchiveFile={file}"]


def must_use(kind):
    return "-XX:AOTMode=on" if kind == "aot" else "-Xshare:on"


def fingerprint(java, options, class_path):
    """Who uses the archive, as a name for its file, and all that it was made from: what the JVM compares, and more."""
    home = Path(java).resolve()
    version = subprocess.run([str(java), "-version"], capture_output=True, text=True, check=True).stderr
    modules = home.parent.parent / "lib" / "modules"
    files = [*class_path, *([modules] if modules.exists() else [])]
    text = json.dumps(
        {
            "java": [str(home), version],
            "options": options,
            "cells": [CELLS, UNFINISHED],
            "files": [[str(file), file.stat().st_size, file.stat().st_mtime_ns] for file in files],
        },
        indent=1,
    )
    who = hashlib.sha256(json.dumps([str(home), options]).encode()).hexdigest()[:16]
    return {"who": who, "text": text}


def make(kind, start, path, file):
    """Has a kernel do what users do, and keeps the classes that it loaded."""
    if kind == "aot":
        work([*start, f"-XX:AOTCacheOutput={file}", *path], file.parent)
    else:
        classes = file.with_suffix(".classes")
        work([*start, f"-XX:DumpLoadedClassList={classes}", *path], file.parent)
        check([*start, "-Xshare:dump", f"-XX:SharedClassListFile={classes}", *use(kind, file), *path])


def check(command):
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        raise NoArchive(f"not ended in {SECONDS} s: {command[-1]}") from None
    if done.returncode:
        raise NoArchive(" ".join(done.stdout.split())[-300:] or f"exit {done.returncode}")


def await_answer(client, kernel):
    end = time.monotonic() + SECONDS
    while kernel.poll() is None and time.monotonic() < end:
        try:
            client.kernel_info(reply=True, timeout=2)
            return
        except TimeoutError:
            pass
    raise TimeoutError("the kernel does not answer")


def work(command, folder):
    """A session: cells with values, prints and errors, completions, explanations, and the end."""
    connection, _ = write_connection_file(str(folder / "connection.json"))
    log = folder / "kernel.log"
    with open(log, "wb") as said:
        kernel = subprocess.Popen(
            [*command, "dev.temper.kernel.Main", connection], cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
    client = BlockingKernelClient(connection_file=connection)
    try:
        client.load_connection_file()
        client.start_channels()
        await_answer(client, kernel)
        for cell in CELLS:
            client.execute(cell, store_history=False, allow_stdin=False, stop_on_error=False, reply=True, timeout=SECONDS)
        for text in UNFINISHED:
            client.complete(text, reply=True, timeout=SECONDS)
        client.inspect("String.valueOf(", reply=True, timeout=SECONDS)
        client.is_complete("for (;;) {")
        client.history(raw=True, output=False, reply=True, timeout=SECONDS)
        client.shutdown(reply=True, timeout=SECONDS)
        if kernel.wait(SECONDS):
            raise NoArchive(f"exit {kernel.returncode}: {' '.join(log.read_text(errors='replace').split())[-300:]}")
    except (TimeoutError, subprocess.TimeoutExpired) as e:
        raise NoArchive(f"{e or type(e).__name__}: {' '.join(log.read_text(errors='replace').split())[-300:]}") from e
    finally:
        client.stop_channels()
        if kernel.poll() is None:
            kernel.kill()
            kernel.wait()
