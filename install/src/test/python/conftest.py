"""What the tests share. The kernel under test is the one named temper that JUPYTER_PATH leads to."""

import subprocess
import sys

import pytest
from jupyter_client.manager import start_new_kernel

from notebooks import SECONDS
from server import Server


@pytest.fixture
def kernel():
    """A kernel of one's own: its manager and a client that is ready."""
    manager, client = start_new_kernel(kernel_name="temper", startup_timeout=SECONDS)
    yield manager, client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


@pytest.fixture
def run(tmp_path):
    """Runs a module of Python as its user would from the command line, in the test's own folder."""

    def start(module, *words, cwd=tmp_path, env=None):
        return subprocess.run(
            [sys.executable, "-m", module, *map(str, words)],
            cwd=cwd,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=5 * SECONDS,
        )

    return start


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("server"))
    yield server
    server.stop()
