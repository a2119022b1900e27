"""Finds the kernels that can be measured."""

import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

PEERS = {"ipykernel": "python", "ijava": "java", "jjava": "java", "rapaio": "java", "kotlin": "kotlin"}


@dataclass
class Installed:
    """A kernel that Jupyter could start; one without a folder is not installed."""

    name: str
    language: str
    folder: Optional[Path] = None
    argv: list = field(default_factory=list)
    environment: dict = field(default_factory=dict)
    by_message: bool = False


def found(temper, peers, java):
    """Temper first, then each known peer, whether it is there or not."""
    here = [spec(temper, "temper", "java", temper, java)]
    specs = sorted(peers.glob("share/jupyter/kernels/*/kernel.json")) if peers else []
    for name, language in PEERS.items():
        folder = next((file.parent for file in specs if name in file.read_text(encoding="utf-8").lower()), None)
        here.append(spec(folder, name, language, peers, java) if folder else Installed(name, language))
    return here


def spec(folder, name, language, environment, java):
    """The kernel as Jupyter would start it, but every Java among them by the same JDK."""
    read = json.loads((folder / "kernel.json").read_text(encoding="utf-8"))
    programs = {"java": java / "bin" / "java", "python": environment / "bin" / "python"}
    first, *rest = (word.replace("{resource_dir}", str(folder)) for word in read["argv"])
    paths = [str(java / "bin"), str(environment / "bin"), os.environ.get("PATH", "")]
    homes = {"JAVA_HOME": str(java), "KOTLIN_JUPYTER_JAVA_HOME": str(java), "PATH": os.pathsep.join(paths)}
    return Installed(
        name,
        language,
        folder,
        [str(programs.get(first, first)), *rest],
        {**read.get("env", {}), **homes},
        read.get("interrupt_mode") == "message",
    )
