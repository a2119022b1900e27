"""Registers the kernel with Jupyter: fills in the kernelspec for one JDK and one folder of jars, and installs it."""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager

import start_archive

TEMPLATE = Path(__file__).resolve().parent / "kernelspec"
NATIVE_ACCESS_SINCE = 22
# one user and mostly one busy thread: a small heap that grows to what is needed, and shrinks again
MEMORY = ["-XX:+UseSerialGC", "-Xms32m", "-XX:NewSize=16m", "-XX:MinHeapFreeRatio=20", "-XX:MaxHeapFreeRatio=40"]
# the JVM compiles methods later, loops as ever: the first cell runs code once that seldom runs again, and needs the processors
COMPILING = [
    *("-XX:Tier3InvocationThreshold=1000", "-XX:Tier3MinInvocationThreshold=500", "-XX:Tier3CompileThreshold=5000"),
    *("-XX:Tier4InvocationThreshold=20000", "-XX:Tier4MinInvocationThreshold=5000", "-XX:Tier4CompileThreshold=40000"),
]
SMALL_HEADERS = "-XX:+UseCompactObjectHeaders"
SMALL_HEADERS_SINCE = 25


def main():
    arguments = parse()
    java = Path(arguments.java).absolute()
    lib = Path(arguments.lib).resolve()
    kernel = sorted(lib.glob("temper-kernel-*.jar"))
    if len(kernel) != 1:
        sys.exit(f"temper: {lib} must hold one temper-kernel jar, but holds {len(kernel)}; build anew")
    class_path = [*kernel, *sorted(set(lib.glob("*.jar")) - set(kernel))]
    version = feature(java)
    heap = memory(version, arguments.jvm_arg)
    options = [*own(version, arguments.preview), *COMPILING, *arguments.jvm_arg]
    spec = json.loads((TEMPLATE / "kernel.json").read_text(encoding="utf-8"))
    fixed = [word for word in spec["argv"] if word.startswith("-D") or word.startswith("-X")]
    if not arguments.no_archive:
        folder = Path(arguments.archives or lib.parent / "archives").resolve()
        options += archived(java, version, options, fixed, heap, class_path, folder)
    places = {"{java}": [str(java)], "{jvm}": [*heap, *options], "{class_path}": [os.pathsep.join(map(str, class_path))]}
    spec["argv"] = [word for place in spec["argv"] for word in places.get(place, [place])]
    if arguments.display_name:
        spec["display_name"] = arguments.display_name
    with tempfile.TemporaryDirectory() as folder:
        for logo in TEMPLATE.glob("logo-*"):
            shutil.copy(logo, folder)
        text = json.dumps(spec, indent=2, ensure_ascii=False) + "\n"
        Path(folder, "kernel.json").write_text(text, encoding="utf-8")
        print(KernelSpecManager().install_kernel_spec(folder, kernel_name=arguments.name, prefix=arguments.prefix))


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--java", required=True, help="the java program that runs the kernel")
    parser.add_argument("--lib", required=True, help="the folder that holds the kernel's jars and all they need")
    parser.add_argument("--prefix", default=sys.prefix, help="where to install; by default this Python environment")
    parser.add_argument("--name", default="temper", help="the name to register under; another one keeps the kernel that is there")
    parser.add_argument("--display-name", help="the name that JupyterLab shows")
    parser.add_argument("--jvm-arg", action="append", default=[], metavar="ARG", help="an option for Java, as in --jvm-arg=-Xmx8g")
    parser.add_argument("--preview", action="store_true", help="lets cells use the preview features of this Java")
    parser.add_argument("--archives", metavar="FOLDER", help="where to keep archives for a fast start; by default beside the jars")
    parser.add_argument("--no-archive", action="store_true", help="registers without making an archive")
    return parser.parse_args()


def own(version, preview):
    options = ["--enable-native-access=ALL-UNNAMED"] if version >= NATIVE_ACCESS_SINCE else []
    return [*options, "--enable-preview", "-Dtemper.compiler.options=--enable-preview"] if preview else options


def memory(version, given):
    """Our choice of garbage collector, unless another one is given: the JVM does not start with two."""
    if any(re.fullmatch(r"-XX:\+Use\w+GC", option) for option in given):
        return []
    return [*MEMORY, SMALL_HEADERS] if version >= SMALL_HEADERS_SINCE else MEMORY


def archived(java, version, options, fixed, heap, class_path, folder):
    try:
        index = start_archive.jar_index(java, class_path, folder)
        return [index, *start_archive.archive(java, version, [*options, index, *fixed], heap, class_path, folder)]
    except (start_archive.NoArchive, OSError) as e:
        print(f"temper: the kernel is registered, but starts slower, as no archive could be made: {e}", file=sys.stderr)
        return []


def feature(java):
    told = subprocess.run([str(java), "-version"], capture_output=True, text=True, check=True).stderr
    number = re.search(r'version "(?:1\.)?(\d+)', told)
    if not number:
        sys.exit(f"temper: {java} -version must tell a version, but says: {told.strip()}")
    return int(number.group(1))


main()
