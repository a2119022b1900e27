"""Runs a notebook without a page: shows how far it is, and its error as the notebook would."""

import argparse
import asyncio
import contextlib
import os
import re
import shutil
import signal
import sys
import time
from base64 import b64decode
from pathlib import Path

signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C in the seconds that the imports below take ends without a word

import nbformat
from jupyter_client.kernelspec import NoSuchKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError
from nbclient.util import ensure_async

SECONDS_TO_STOP = 15
SECONDS_BETWEEN_LINES = 10
ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
STOPPED = 130


class Progress:
    """One line that is replaced on a terminal; elsewhere a new line now and then."""

    def __init__(self):
        self.replaces = sys.stdout.isatty()
        self.shown_at = -SECONDS_BETWEEN_LINES
        self.line = ""
        self.is_open = False

    def show(self, line):
        if line == self.line:
            return
        self.line = line
        if self.replaces:
            width = shutil.get_terminal_size().columns - 1
            print("\r\x1b[K" + line[:width], end="", flush=True)
            self.is_open = True
        elif time.monotonic() - self.shown_at >= SECONDS_BETWEEN_LINES:
            self.shown_at = time.monotonic()
            print(line, flush=True)
            self.is_open = False
        else:
            self.is_open = True

    def end(self):
        """Leaves the last line standing."""
        if self.is_open:
            print("" if self.replaces else self.line, flush=True)
        self.is_open = False
        self.line = ""
        self.shown_at = -SECONDS_BETWEEN_LINES


class Stopped(Exception):
    """The user wants no further cell."""


class Runner(NotebookClient):
    """Tells what it runs; an interrupt stops the running cell, so that it can end its work in good order."""

    def __init__(self, notebook, **settings):
        super().__init__(notebook, **settings)
        self.progress = Progress()
        self.stopping = False
        self.number = 0
        self.count = sum(is_run(cell) for cell in notebook.cells)

    async def async_start_new_kernel(self, **settings):
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.stop)
        await super().async_start_new_kernel(**settings)

    def stop(self):
        if self.stopping:
            self.give_up()
            return
        self.stopping = True
        self.progress.end()
        print("Stopping ...", flush=True)
        loop = asyncio.get_running_loop()
        self.interrupt = loop.create_task(self.interrupt_kernel())
        loop.call_later(SECONDS_TO_STOP, self.give_up)

    async def interrupt_kernel(self):
        with contextlib.suppress(RuntimeError):  # there is no kernel yet, or no more
            await ensure_async(self.km.interrupt_kernel())

    def give_up(self):
        if self.task_poll_for_reply:
            self.task_poll_for_reply.cancel()

    async def async_execute_cell(self, cell, cell_index, **settings):
        if self.stopping:
            raise Stopped
        if is_run(cell):
            self.number += 1
            print(f"[{self.number}/{self.count}] {title(cell.source)}", flush=True)
        try:
            return await super().async_execute_cell(cell, cell_index, **settings)
        finally:
            self.progress.end()

    def process_message(self, msg, cell, cell_index):
        content = msg["content"]
        if "display" in msg["msg_type"] and (content.get("transient") or {}).get("display_id"):
            text = content["data"].get("text/plain", "").strip()
            self.progress.show("    " + text.split("\n")[0])
        return super().process_message(msg, cell, cell_index)


def main():
    arguments = parse()
    notebook = read(arguments.notebook)
    if arguments.smoke:
        make_small(notebook)
    output = Path(arguments.output).absolute()
    folder = Path(arguments.directory or output.parent).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    log = output.with_suffix(".log")
    runner = Runner(notebook, kernel_name=arguments.kernel, timeout=None, startup_timeout=120)
    runner.log.setLevel("CRITICAL")
    try:
        with open(log, "wb") as words:
            runner.execute(cwd=str(folder), stdout=words, stderr=words)
    except (CellExecutionError, DeadKernelError, NoSuchKernel, RuntimeError, Stopped) as fault:
        write(notebook, output)
        return explain(fault, runner, log)
    write(notebook, output)
    if arguments.chart:
        save_chart(notebook, Path(arguments.chart))
    if arguments.verdict:
        print("\n" + "\n".join(texts(tagged(notebook, "verdict"))))
    return 0


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("notebook", help="the notebook, which stays as it is")
    parser.add_argument("output", help="where the executed copy is written")
    parser.add_argument("--directory", help="where the kernel works; by default beside the copy")
    parser.add_argument("--kernel", default="temper", help="name of the kernel (default: temper)")
    parser.add_argument("--smoke", action="store_true", help="run every %%%%sweep in its small form")
    parser.add_argument("--chart", help="write the cell tagged 'chart' to CHART.svg and CHART.png")
    parser.add_argument("--verdict", action="store_true", help="print the cell tagged 'verdict'")
    return parser.parse_args()


def read(file):
    try:
        return nbformat.read(file, as_version=4)
    except OSError as fault:
        sys.exit(f"temper: cannot read the notebook {file}: {fault.strerror}")
    except (nbformat.reader.NotJSONError, nbformat.ValidationError) as fault:
        sys.exit(f"temper: {file} is not a notebook: {str(fault).splitlines()[0]}")


def write(notebook, output):
    output.parent.mkdir(parents=True, exist_ok=True)
    half = output.with_name(output.name + ".part")
    nbformat.write(notebook, half)
    os.replace(half, output)


def make_small(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.source = re.sub(r"^(%%?sweep\b(?!.*--smoke).*)$", r"\1 --smoke", cell.source, flags=re.M)


def is_run(cell):
    return cell.cell_type == "code" and bool(cell.source.strip())


def title(source):
    return source.strip().split("\n")[0][:70]


def explain(fault, runner, log):
    """Says in the notebook's words why it did not end; nothing of this program's own stack."""
    if runner.stopping:
        print("temper: stopped; what was finished is kept, run it again to go on", file=sys.stderr)
        return STOPPED
    place = f"cell {runner.number} of {runner.count}"
    if isinstance(fault, CellExecutionError):
        print(f"temper: {place} failed:", file=sys.stderr)
        print("\n".join(shown_error(runner.nb)), file=sys.stderr)
    elif isinstance(fault, NoSuchKernel):
        print(f"temper: the kernel '{fault.name}' is not registered: run ./install/demo", file=sys.stderr)
    else:
        what = f"ended in {place}" if runner.number else "did not start"
        print(f"temper: the kernel {what}; what was finished is kept, run it again to go on", file=sys.stderr)
        print(log.read_text(errors="replace").strip()[-2000:], file=sys.stderr)
    return 1


def shown_error(notebook):
    errors = [output for cell in notebook.cells for output in cell.get("outputs", []) if output.output_type == "error"]
    lines = errors[-1].traceback or [f"{errors[-1].ename}: {errors[-1].evalue}"]
    return lines if sys.stderr.isatty() else [ANSI.sub("", line) for line in lines]


def tagged(notebook, tag):
    return [cell for cell in notebook.cells if tag in cell.metadata.get("tags", [])]


def bundles(cells):
    return [output.data for cell in cells for output in cell.get("outputs", []) if "data" in output]


def texts(cells):
    return [bundle["text/plain"] for bundle in bundles(cells) if "text/plain" in bundle]


def save_chart(notebook, stem):
    """The last picture of the tagged cells, in each of its two forms."""
    found = bundles(tagged(notebook, "chart"))
    if not any("image/svg+xml" in bundle or "image/png" in bundle for bundle in found):
        sys.exit("temper: no cell tagged 'chart' shows a picture")
    for bundle in found:
        if "image/svg+xml" in bundle:
            stem.with_suffix(".svg").write_text(bundle["image/svg+xml"], encoding="utf-8")
        if "image/png" in bundle:
            stem.with_suffix(".png").write_bytes(b64decode(bundle["image/png"]))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(STOPPED)
