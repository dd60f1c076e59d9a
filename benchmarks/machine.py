"""What the figures were measured on."""

import os
import platform
from importlib.metadata import version
from pathlib import Path


def machine() -> str:
    """The processor, the system, and the versions that matter, in one line."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("styrregler", "lark", "attrs"))
    return (
        f"{_processor()}, {os.cpu_count()} cores; {platform.system()} {platform.machine()}; "
        f"{platform.python_implementation()} {platform.python_version()}; {packages}"
    )


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    named = [
        line.partition(":")[2].strip()
        for line in (info.read_text(encoding="utf-8").splitlines() if info.is_file() else ())
        if line.startswith("model name")
    ]
    return named[0] if named else platform.processor() or "an unknown processor"


def resident() -> float:
    """The memory that this process holds now, in MiB; 0 where the system does not say."""
    pages = Path("/proc/self/statm")
    if not pages.is_file():
        return 0.0
    return int(pages.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
