"""The suite by which Jupyter's own people judge a kernel, with every case that it leaves optional filled in."""

from contextlib import contextmanager

import jupyter_kernel_test

from notebooks import SECONDS

jupyter_kernel_test.TIMEOUT = SECONDS


class TestProtocol(jupyter_kernel_test.KernelTests):
    kernel_name = "temper"
    language_name = "java"
    file_extension = ".java"
    code_hello_world = 'System.out.println("hello, world")'
    code_stderr = 'System.err.println("a warning")'
    completion_samples = [
        {"text": '"word".substr', "matches": ["substring"]},
        {"text": "Math.log1", "matches": ["log10", "log1p"]},
        {"text": "%lsm", "matches": ["%lsmagic"]},
    ]
    complete_code_samples = ["1 + 1", "int a = 1;", "class Point { int x; }", 'var s = """\n  text\n  """;', "%lsmagic"]
    incomplete_code_samples = [
        "int twice(int x) {",
        "1 +",
        "List.of(",
        'var s = """\n  text',
        "for (int i = 0; i < 3; i++) {",
    ]
    invalid_code_samples = ["class 1 {}", "1 + )"]
    code_generate_error = "Integer.parseInt(null)"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "6 * 7", "result": "42"},
        {"code": "6 * 7", "result": "42"},
        {"code": "int x = 20; x + 1", "result": "21"},
        {"code": "List.of(1, 2)", "result": "[1, 2]"},
    ]
    code_display_data = [
        {"code": 'display("shown")', "mime": "text/plain"},
        {"code": 'display(html("<b>shown</b>"))', "mime": "text/html"},
        {"code": 'display(markdown("**shown**"))', "mime": "text/markdown"},
        {"code": "display(new java.awt.image.BufferedImage(4, 4, 1))", "mime": "image/png"},
    ]
    code_history_pattern = "6 *"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "String.valueOf"
    code_page_something = "String?"
    code_clear_output = "clear()"

    def flush_channels(self):
        """Lets what was asked before come to its end first: the suite takes a tenth of a second of silence for that."""
        asked = self.kc.kernel_info()
        while True:
            message = self.kc.get_iopub_msg(timeout=SECONDS)
            ended = message["content"].get("execution_state") == "idle"
            if ended and message["parent_header"].get("msg_id") == asked:
                return super().flush_channels()

    def execute_helper(self, *given, **named):
        """A busy machine may need more than the tenth of a second that the suite waits for each output."""
        with patience(self.kc.iopub_channel):
            return super().execute_helper(*given, **named)


@contextmanager
def patience(channel):
    receive = channel.get_msg
    channel.get_msg = lambda timeout: receive(timeout=SECONDS)
    try:
        yield
    finally:
        del channel.get_msg


class TestWelcome(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "temper"
    support_iopub_welcome = True
