"""`docs/plugin.md` has every hook with its exact signature, and says of each when it is called."""

import inspect
import re

import attrs
import pytest

from styrregler import plugins
from styrregler.plugins.hooks import KIND_OF, SPECS
from styrregler.plugins.installed import KINDS
from tests.kit import ROOT

PAGE = (ROOT / "docs" / "plugin.md").read_text(encoding="utf-8")


def written(hook: str) -> str:
    """The signature as it is written in the code, without `self` and without the names of modules."""
    signature = inspect.signature(getattr(SPECS[KIND_OF[hook]], hook))
    without = signature.replace(
        parameters=[each for name, each in signature.parameters.items() if name != "self"]
    )
    text = f"def {hook}{without}"
    text = text.replace("'", "")  # what is imported only for its types
    text = re.sub(r"\b(?:[a-z_]+\.)+(?=[A-Z]|date\b)", "", text)
    return text.replace("str | int | float | Decimal | bool | date | Quantity", "GivenValue")


@pytest.mark.parametrize("hook", KIND_OF)
def test_the_exact_signature_stands_there(hook: str) -> None:
    assert f"```python\n{written(hook)}\n```" in PAGE


@pytest.mark.parametrize("hook", KIND_OF)
def test_each_hook_says_when_it_is_called(hook: str) -> None:
    assert (getattr(SPECS[KIND_OF[hook]], hook).__doc__ or "").startswith("Called ")
    assert PAGE.partition(f"def {hook}(")[2].partition("```\n\n")[2].startswith("Anropas ")


def test_no_hook_is_documented_that_does_not_exist() -> None:
    assert re.findall(r"^def (\w+)", PAGE, re.MULTILINE) == list(KIND_OF)
    assert re.findall(r"^### Slaget `(\w+)`", PAGE, re.MULTILINE) == list(KINDS) == list(SPECS)


def test_everything_that_is_imported_is_named() -> None:
    assert all(f"`{name}`" in PAGE for name in plugins.__all__)


VALUES = ("Check", "Review", "Asked")
"""What a plugin makes by a decorator, or is given."""


def test_the_fields_of_every_value_stand_there() -> None:
    told = dict(re.findall(r"^\| `([A-Z]\w+)` \| (.*) \|$", PAGE, re.MULTILINE))
    values = {name: each for name in plugins.__all__ if attrs.has(each := getattr(plugins, name))}
    assert set(told) == set(values) - set(VALUES)
    for name, said in told.items():
        fields = attrs.fields(values[name])
        needed = ", ".join(f"`{each.name}`" for each in fields if each.default is attrs.NOTHING)
        others = ", ".join(f"`{each.name}`" for each in fields if each.default is not attrs.NOTHING)
        assert said == (f"{needed} – {others}".strip() if others else needed), name


def test_every_hook_is_used_by_a_plugin_here() -> None:
    sources = [file.read_text(encoding="utf-8") for file in ROOT.glob("plugins/*/src/**/*.py")]
    for hook in KIND_OF:
        assert any(re.search(rf"@hookimpl\ndef {hook}\(", text) for text in sources), hook
