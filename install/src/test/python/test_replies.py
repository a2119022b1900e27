"""Every request that a front end may send is answered, by a reply of its own kind that says how it went."""

import pytest
from jupyter_client.manager import start_new_kernel

from notebooks import SECONDS

CODE = {"code": "1 + 1", "silent": False, "store_history": True, "allow_stdin": False, "stop_on_error": True}
ANSWERED = [
    ("shell", "kernel_info_request", {}),
    ("shell", "execute_request", {**CODE, "user_expressions": {}}),
    ("shell", "complete_request", {"code": "Str", "cursor_pos": 3}),
    ("shell", "inspect_request", {"code": "String", "cursor_pos": 3, "detail_level": 0}),
    ("shell", "inspect_request", {"code": "String", "cursor_pos": 3, "detail_level": 1}),
    ("shell", "history_request", {"hist_access_type": "tail", "n": 5, "raw": True, "output": False}),
    ("shell", "comm_info_request", {}),
    ("control", "kernel_info_request", {}),
    ("control", "interrupt_request", {}),
]
UNKNOWN_OR_ANSWERED = [
    ("shell", "no_such_request", {}),
    ("control", "debug_request", {"type": "request", "seq": 1, "command": "debugInfo"}),
    ("control", "create_subshell_request", {}),
    ("control", "list_subshell_request", {}),
    ("control", "usage_request", {}),
]


@pytest.fixture(scope="module")
def client():
    manager, client = start_new_kernel(kernel_name="temper", startup_timeout=SECONDS)
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


@pytest.mark.parametrize(("channel", "kind", "content"), ANSWERED)
def test_a_request_is_answered_with_ok(client, channel, kind, content):
    assert asked(client, channel, kind, content)["status"] == "ok"


@pytest.mark.parametrize(("channel", "kind", "content"), UNKNOWN_OR_ANSWERED)
def test_a_request_that_a_kernel_need_not_know_is_answered_too(client, channel, kind, content):
    assert asked(client, channel, kind, content)["status"] in ("ok", "error")


def test_the_text_of_a_paper_gets_its_numbers_without_a_cell(client):
    asked(client, "shell", "execute_request", {**CODE, "code": "double loss = 2.5;"})
    expressions = {"right": "loss * 2", "wrong": "los"}
    content = {**CODE, "code": "", "store_history": False, "user_expressions": expressions}
    values = asked(client, "shell", "execute_request", content)["user_expressions"]
    assert values["right"]["status"] == "ok"
    assert values["right"]["data"]["text/plain"] == "5.0"
    assert values["wrong"]["status"] == "error"


def test_whether_code_is_complete_is_a_status_of_its_own(client):
    assert asked(client, "shell", "is_complete_request", {"code": "1 +"})["status"] == "incomplete"


def test_a_comm_of_a_target_that_nobody_knows_is_closed(client):
    message = client.session.msg("comm_open", {"comm_id": "a-comm", "target_name": "nobody", "data": {}})
    client.shell_channel.send(message)
    published = of(client.get_iopub_msg, message, "comm_close")
    assert published["content"]["comm_id"] == "a-comm"


def test_a_shutdown_is_answered_and_the_kernel_ends(kernel):
    manager, client = kernel
    assert asked(client, "control", "shutdown_request", {"restart": False})["status"] == "ok"
    manager.provisioner.process.wait(timeout=SECONDS)


def test_what_waits_after_an_error_is_aborted(kernel):
    _, client = kernel
    sent = [client.execute(source) for source in ("Thread.sleep(800);", "int q = ;", "1 + 1", "2 + 2")]
    replies = [of(client.get_shell_msg, {"header": {"msg_id": each}}) for each in sent]
    assert [reply["content"]["status"] for reply in replies] == ["ok", "error", "aborted", "aborted"]


def asked(client, channel, kind, content):
    message = client.session.msg(kind, content)
    getattr(client, f"{channel}_channel").send(message)
    reply = of(getattr(client, f"get_{channel}_msg"), message)
    assert reply["header"]["msg_type"] == kind.replace("_request", "_reply")
    return reply["content"]


def of(receive, request, kind=""):
    """The next message that was caused by the request, of that kind if one is given."""
    while True:
        found = receive(timeout=SECONDS)
        caused = found["parent_header"].get("msg_id") == request["header"]["msg_id"]
        if caused and kind in ("", found["header"]["msg_type"]):
            return found
