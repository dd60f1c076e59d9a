"""What plugins cost beside the same checks without them: twenty with ten checks each, in an ordinary municipality.

In: nothing.  Out: a table, as Markdown.  Run as a program with a way and a folder it goes that way once, in a fresh process on
one core, and prints JSON.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from statistics import median

from benchmarks.kontrollera import REVIEWED, on_one_core
from styrregler.plugins.choice import Choice
from styrregler.workspace.settings import FolderSettings

EXAMPLE = Path(__file__).parent.parent / "policies" / "exempelkommun"
PLUGINS, EACH, RUNS = 20, 10, 5
MODULE = '''
from styrregler.plugins import Remark, Severity, check, hookimpl

def one(number):
    @check(f"{code}{{number:03}}", f"ordet {{number}} finns", Severity.INFO)
    def look(review):
        """Ett ord i titeln.

        Det är inte där."""
        word = f"ord-{{number}}"
        for order, rule in review.rows():
            if word in rule.title.casefold() or word in rule.matter.casefold():
                yield Remark.on(rule, order, "ordet finns", why="så är det", remedy="byt ord")
    return look

@hookimpl
def checks():
    return [one(number) for number in range({each})]
'''
QUESTION = "direktupphandling"


def installed(site: Path) -> None:
    """Twenty distributions in ``site``."""
    for number in range(PLUGINS):
        module, code = f"styrregler_bench{number}", "BEN" + chr(65 + number)
        (site / f"{module}.py").write_text(MODULE.format(code=code, each=EACH), encoding="utf-8")
        info = site / f"{module}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n", encoding="utf-8"
        )
        points = f"[styrregler.checks]\nbench{number} = {module}\n"
        (info / "entry_points.txt").write_text(points, encoding="utf-8")


# ---------- each in a process of its own


def through_plugins(folder: Path) -> dict[str, float]:
    """Finding the plugins, which every command does, and what checking grows by: importing them and running their checks."""
    import styrregler
    from styrregler.checks import CHECKS, run_checks
    from styrregler.workspace.settings import read_settings

    settings = read_settings(folder)
    assert isinstance(settings, FolderSettings)
    begun = time.process_time()
    from styrregler.plugins.taking_part import host_of

    host_of(settings, folder, Choice())
    finding = time.process_time() - begun
    rules = styrregler.load(folder)
    rules.who_decides(QUESTION, on=REVIEWED)
    imported = sum(each.startswith("styrregler_bench") for each in sys.modules)
    run_checks(rules.index, REVIEWED, CHECKS)
    begun = time.process_time()
    from styrregler.plugins.contributed_checks import checks_of

    own = [each for each in checks_of(rules.plugins) if each.code.startswith("BEN")]
    run_checks(rules.index, REVIEWED, own)
    checking = time.process_time() - begun
    assert len(own) == PLUGINS * EACH, rules.plugins.troubles.diagnostics
    return {"finding": finding, "checking": checking, "imported": imported}


def directly(folder: Path) -> dict[str, float]:
    """The same checks, imported and run as if they were the product's own."""
    import styrregler
    from styrregler.checks import CHECKS, run_checks

    rules = styrregler.load(folder, Choice(only=frozenset()))
    begun = time.process_time()
    run_checks(rules.index, REVIEWED, CHECKS)
    products = time.process_time() - begun
    begun = time.process_time()
    own = [each for number in range(PLUGINS) for each in import_module(f"styrregler_bench{number}").checks()]
    run_checks(rules.index, REVIEWED, own)
    return {"checking": time.process_time() - begun, "products": products / len(CHECKS)}


WAYS: Mapping[str, Callable[[Path], dict[str, float]]] = {
    "through plugins": through_plugins,
    "directly": directly,
}


# ---------- together


def measured() -> dict[str, list[dict[str, float]]]:
    """Both ways, turn by turn, so that what else runs here strikes them alike."""
    found: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
    with tempfile.TemporaryDirectory() as room:
        site, folder = Path(room, "site"), Path(room, "rules")
        site.mkdir()
        folder.mkdir()
        installed(site)
        for file in EXAMPLE.glob("*.styr"):
            (folder / file.name).write_bytes(file.read_bytes())
        headings = "".join(f"\n[plugin.bench{number}]\n" for number in range(PLUGINS))
        settings = (EXAMPLE / "styrregler.toml").read_text(encoding="utf-8") + headings
        (folder / "styrregler.toml").write_text(settings, encoding="utf-8")
        path = os.pathsep.join([str(site), *filter(None, [os.environ.get("PYTHONPATH")])])
        for _ in range(RUNS):
            for way in WAYS:
                done = subprocess.run(
                    [sys.executable, "-m", "benchmarks.plugins", way, str(folder)],
                    check=True,
                    stdout=subprocess.PIPE,
                    text=True,
                    env={**os.environ, "PYTHONPATH": path},
                )
                found[way].append(json.loads(done.stdout))
    return found


def shown() -> str:
    """The section."""
    found = measured()
    rows = {
        "finding which are installed, in every command": [
            each["finding"] for each in found["through plugins"]
        ],
        "importing and running the checks, through plugins": [
            each["checking"] for each in found["through plugins"]
        ],
        "importing and running the same checks directly": [each["checking"] for each in found["directly"]],
    }
    _, through, direct = (median(each) for each in rows.values())
    imported = int(max(each["imported"] for each in found["through plugins"]))
    return "\n".join(
        (
            f"{PLUGINS} plugins with {EACH} checks each, in exempelkommun. Median of {RUNS} runs.",
            "",
            "| | ms of the processor |",
            "| --- | ---: |",
            *(
                f"| {name} | {median(each) * 1000:.1f} ± {(max(each) - min(each)) * 500:.1f} |"
                for name, each in rows.items()
            ),
            "",
            _said(through, direct, median(each["products"] for each in found["directly"]), imported),
        )
    )


def _said(through: float, direct: float, products: float, imported: int) -> str:
    each, more = (seconds * 1000 / PLUGINS / EACH for seconds in (direct, through - direct))
    return (
        f"Each check costs {each:.2f} ms by itself and {more:.2f} ms more for being a plugin's: checking grows by "
        f"{through / direct:.2f} times what they cost. Bar: being plugins costs no more than they do: "
        f"{'met' if more <= each else 'not met'}. The product's own checks cost {products * 1000:.2f} ms each on average. "
        f"A question imports {imported} of the plugins."
    )


if __name__ == "__main__":
    if len(sys.argv) == 3:
        on_one_core()
        print(json.dumps(WAYS[sys.argv[1]](Path(sys.argv[2]))))
    else:
        print(shown())
