"""Registers the kernel with Jupyter: fills in the kernelspec for one JDK and one folder of jars, and installs it."""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager

NAME = "temper"
TEMPLATE = Path(__file__).resolve().parent / "kernelspec"
NATIVE_ACCESS_SINCE = 22


def main():
    arguments = parse()
    java = Path(arguments.java).absolute()
    lib = Path(arguments.lib).resolve()
    jars = sorted(lib.glob("temper-kernel-*.jar"))
    if len(jars) != 1:
        sys.exit(f"temper: {lib} must hold one temper-kernel jar, but holds {len(jars)}; build anew")
    spec = json.loads((TEMPLATE / "kernel.json").read_text(encoding="utf-8"))
    places = {"{java}": str(java), "{kernel_jar}": str(jars[0]), "{lib}": str(lib)}
    spec["argv"] = [filled(word, places) for word in spec["argv"]]
    if feature(java) >= NATIVE_ACCESS_SINCE:
        spec["argv"].insert(1, "--enable-native-access=ALL-UNNAMED")
    with tempfile.TemporaryDirectory() as folder:
        for logo in TEMPLATE.glob("logo-*"):
            shutil.copy(logo, folder)
        text = json.dumps(spec, indent=2, ensure_ascii=False) + "\n"
        Path(folder, "kernel.json").write_text(text, encoding="utf-8")
        print(KernelSpecManager().install_kernel_spec(folder, kernel_name=NAME, prefix=arguments.prefix))


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--java", required=True, help="the java program that runs the kernel")
    parser.add_argument("--lib", required=True, help="the folder that holds the kernel's jars and all they need")
    parser.add_argument("--prefix", default=sys.prefix, help="where to install; by default this Python environment")
    return parser.parse_args()


def filled(word, places):
    for name, value in places.items():
        word = word.replace(name, value)
    return word


def feature(java):
    told = subprocess.run([str(java), "-version"], capture_output=True, text=True, check=True).stderr
    number = re.search(r'version "(?:1\.)?(\d+)', told)
    if not number:
        sys.exit(f"temper: {java} -version must tell a version, but says: {told.strip()}")
    return int(number.group(1))


main()
