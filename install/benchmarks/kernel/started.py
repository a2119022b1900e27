"""One started kernel and its sockets."""

import json
import os
import signal
import socket
import subprocess
import tempfile
import time
import uuid
from pathlib import Path

import psutil
import zmq
from jupyter_client.session import Session

CHANNELS = {"shell": zmq.DEALER, "iopub": zmq.SUB, "stdin": zmq.DEALER, "control": zmq.DEALER}
ASK_AGAIN_SECONDS = 1
MOST_SECONDS = 90
EXIT_SECONDS = 10


class Slow(Exception):
    """No answer in the time there was."""


class Dead(Exception):
    """The kernel has ended."""


class Started:
    """A kernel from its launch to its end. All times are seconds from the launch, or of one request."""

    def __init__(self, kernel):
        self.kernel = kernel
        self.home = tempfile.TemporaryDirectory(prefix="temper-bench-")
        key = uuid.uuid4().hex
        ports = free_ports(5)
        file = Path(self.home.name, "connection.json")
        places = dict(zip(("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"), ports))
        fixed = {"ip": "127.0.0.1", "transport": "tcp", "key": key, "signature_scheme": "hmac-sha256"}
        file.touch(mode=0o600)
        file.write_text(json.dumps({**places, **fixed, "kernel_name": kernel.name}), encoding="utf-8")
        self.session = Session(key=key.encode(), signature_scheme="hmac-sha256")
        self.log = open(Path(self.home.name, "log"), "wb")
        self.launched = time.perf_counter()
        self.process = subprocess.Popen(
            [word.replace("{connection_file}", str(file)) for word in kernel.argv],
            cwd=self.home.name,
            env={**os.environ, **kernel.environment},
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=self.log,
            start_new_session=True,
        )
        self.context = zmq.Context()
        self.sockets = {name: self.open(kind, places[name + "_port"]) for name, kind in CHANNELS.items()}

    def open(self, kind, port):
        opened = self.context.socket(kind)
        opened.linger = 0
        opened.setsockopt(zmq.RECONNECT_IVL, 5)  # the default of 100 ms would be seen in the start
        opened.setsockopt(zmq.RCVHWM, 0)
        if kind == zmq.SUB:
            opened.setsockopt(zmq.SUBSCRIBE, b"")
        opened.connect(f"tcp://127.0.0.1:{port}")
        return opened

    def ready(self):
        """Waits for the first answer; asks again now and then, as front ends do. Returns the seconds since the launch."""
        while time.perf_counter() - self.launched < MOST_SECONDS:
            try:
                self.ask("kernel_info_request", {}, seconds=ASK_AGAIN_SECONDS)
                return time.perf_counter() - self.launched
            except Slow:
                pass
        raise Slow("never ready")

    def send(self, kind, content, channel="shell"):
        message = self.session.msg(kind, content=content)
        self.session.send(self.sockets[channel], message)
        return message["header"]["msg_id"]

    def receive(self, channel, until):
        """The next message of a channel."""
        while True:
            left = until - time.perf_counter()
            if self.sockets[channel].poll(max(0, min(left, 0.5)) * 1000):
                _, frames = self.session.feed_identities(self.sockets[channel].recv_multipart())
                return self.session.deserialize(frames)
            if self.process.poll() is not None:
                raise Dead(f"ended with {self.process.returncode}")
            if left <= 0:
                raise Slow(f"no answer on {channel}")

    def answer(self, request, channel="shell", seconds=MOST_SECONDS):
        until = time.perf_counter() + seconds
        while True:
            message = self.receive(channel, until)
            if message["parent_header"].get("msg_id") == request:
                return message["content"]

    def ask(self, kind, content, channel="shell", seconds=MOST_SECONDS):
        return self.answer(self.send(kind, content, channel), channel, seconds)

    def published(self, request, seconds=MOST_SECONDS):
        """What a request has published, up to the end of its work."""
        until = time.perf_counter() + seconds
        while True:
            message = self.receive("iopub", until)
            if message["parent_header"].get("msg_id") == request:
                yield message
                if message["content"].get("execution_state") == "idle":
                    return

    def run(self, code, seconds=MOST_SECONDS):
        """Runs a cell to its end. Returns the answer, what was published, and the seconds it took."""
        begun = time.perf_counter()
        request = self.start_cell(code)
        content = self.answer(request, seconds=seconds)
        published = list(self.published(request, seconds))
        return content, published, time.perf_counter() - begun

    def start_cell(self, code):
        flags = {"silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True}
        return self.send("execute_request", {"code": code, **flags})

    def interrupt(self):
        if self.kernel.by_message:
            self.send("interrupt_request", {}, "control")
        else:
            os.kill(self.process.pid, signal.SIGINT)

    def processes(self):
        try:
            first = psutil.Process(self.process.pid)
            return [first, *first.children(recursive=True)]
        except psutil.Error:
            return []

    def cpu_seconds(self):
        return sum(over(process, lambda p: sum(p.cpu_times()[:2])) for process in self.processes())

    def megabytes(self):
        return sum(over(process, lambda p: p.memory_info().rss) for process in self.processes()) / 2**20

    def stop(self):
        """Asks for the end. Returns the seconds until the process was gone, or nothing when it outlives our patience."""
        begun = time.perf_counter()
        self.send("shutdown_request", {"restart": False}, "control")
        try:
            self.process.wait(EXIT_SECONDS)
        except subprocess.TimeoutExpired:
            return None
        return time.perf_counter() - begun

    def kill(self):
        for process in reversed(self.processes()):
            over(process, lambda p: p.kill())
        self.process.wait()
        for opened in self.sockets.values():
            opened.close()
        self.context.term()
        self.log.close()
        self.home.cleanup()


def over(process, figure):
    """A figure of a process that may be gone."""
    try:
        return figure(process) or 0
    except psutil.Error:
        return 0


def free_ports(count):
    held = [socket.socket() for _ in range(count)]
    for one in held:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports
