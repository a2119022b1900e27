"""nbclient, which papermill, nbconvert and Quarto run notebooks with: what goes wrong stays in its place."""

import subprocess
import sys

import psutil
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from notebooks import SECONDS, code, executed, notebook, text

SERVER = """
import sys
from jupyter_client.manager import start_new_kernel
manager, client = start_new_kernel(kernel_name="temper", startup_timeout=120)
print(manager.provisioner.process.pid, flush=True)
sys.stdin.read()
"""


def test_an_error_that_is_expected_is_shown_and_the_next_cells_run():
    made = executed(notebook("int a = 1;", code("a / 0", "raises-exception"), "a + 1"))
    (error,) = made.cells[1].outputs
    assert error.output_type == "error"
    assert "/ by zero" in error.evalue
    assert text(made.cells[2]) == "2"


def test_an_error_that_nobody_expects_ends_the_run():
    made = notebook("int a = 1;", "a / 0", "a + 1")
    with pytest.raises(CellExecutionError, match="/ by zero"):
        executed(made)
    assert made.cells[2].execution_count is None


def test_an_unknown_magic_is_an_error_too():
    with pytest.raises(CellExecutionError, match="lsmagic"):
        executed(notebook("%lsmagik"))


def test_a_cell_that_takes_too_long_is_interrupted_and_the_variables_live_on():
    made = notebook("long a = 1;", "while (true) { a++; }", "a > 1")
    client = NotebookClient(
        made, timeout=SECONDS, startup_timeout=SECONDS, interrupt_on_timeout=True, allow_errors=True
    )
    with client.setup_kernel():
        client.execute_cell(made.cells[0], 0)
        client.timeout = 2
        client.execute_cell(made.cells[1], 1)
        client.timeout = SECONDS
        client.execute_cell(made.cells[2], 2)
    assert made.cells[1].outputs[-1].output_type == "error"
    assert text(made.cells[2]) == "true"


def test_a_restart_keeps_nothing(kernel):
    manager, client = kernel
    assert client.execute_interactive("int kept = 1;", timeout=SECONDS)["content"]["status"] == "ok"
    manager.restart_kernel()
    client.wait_for_ready(timeout=SECONDS)
    reply = client.execute_interactive("kept", timeout=SECONDS, output_hook=lambda _: None)["content"]
    assert reply["status"] == "error"
    assert reply["execution_count"] == 1
    assert "kept" in reply["evalue"]


def test_a_kernel_whose_server_is_killed_ends():
    with subprocess.Popen([sys.executable, "-c", SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        kernel = psutil.Process(int(server.stdout.readline()))
        server.kill()
    kernel.wait(timeout=SECONDS)
