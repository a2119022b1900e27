"""A Jupyter server of the tests' own, with settings, trust and all else apart from the user's."""

import json
import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

SETTINGS = {
    "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/completer-extension/manager": {
        "providerTimeout": 60_000
    },  # the usual second is short on a busy machine
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
}
CONFIG = {
    "ServerApp": {"allow_root": True, "open_browser": False, "ip": "127.0.0.1", "port": 0},
    "LabApp": {"expose_app_in_browser": True, "news_url": None},
}
SECONDS_TO_START = 120
SECONDS_TO_END = 30


class Server:
    """JupyterLab on the folder `root`, in the folder given; `url` ends in a slash."""

    def __init__(self, folder):
        self.root = folder / "root"
        self.token = "temper"
        for plugin, settings in SETTINGS.items():
            write(folder / "settings" / f"{plugin}.jupyterlab-settings", settings)
        config = {**CONFIG, "IdentityProvider": {"token": self.token}}
        config["ServerApp"] = {**CONFIG["ServerApp"], "root_dir": str(self.root)}
        write(folder / "config" / "jupyter_server_config.json", config)
        self.root.mkdir()
        places = {
            "JUPYTER_CONFIG_DIR": "config",
            "JUPYTER_DATA_DIR": "data",
            "JUPYTER_RUNTIME_DIR": "runtime",
            "JUPYTERLAB_SETTINGS_DIR": "settings",
            "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        }
        self.log = folder / "server.txt"
        with open(self.log, "wb") as words:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "jupyter", "lab"],
                env={**os.environ, **{name: str(folder / place) for name, place in places.items()}},
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=subprocess.STDOUT,
            )
        try:
            self.url = self.wait_for_url(folder / "runtime" / f"jpserver-{self.process.pid}.json")
        except BaseException:
            self.process.kill()
            raise

    def wait_for_url(self, file):
        end = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < end and self.process.poll() is None:
            try:
                url = json.loads(file.read_text(encoding="utf-8"))["url"]
                self.ask(url, "api/status")
                return url
            except (OSError, ValueError):  # not there yet, or half there
                time.sleep(0.1)
        raise AssertionError(f"JupyterLab does not start:\n{self.log.read_text(errors='replace')}")

    def ask(self, url, path, method="GET"):
        request = urllib.request.Request(
            f"{url}{path}", method=method, headers={"Authorization": f"token {self.token}"}
        )
        with urllib.request.urlopen(request, timeout=SECONDS_TO_END) as answer:
            return answer.read()

    def stop(self):
        """Ends the kernels too."""
        try:
            self.ask(self.url, "api/shutdown", "POST")
            self.process.wait(SECONDS_TO_END)
        finally:
            self.process.kill()
            self.process.wait()


def write(file: Path, value):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(value), encoding="utf-8")
