"""A rule set as a snapshot, with what it has found out about itself.

In: a rule set.  Out: bytes, and the rule set back, which answers as the one that was written.
"""

from functools import cached_property
from typing import Any

from styrregler.ruleset import RuleSet
from styrregler.ruleset.uncollected import uncollected
from styrregler.snapshot.layout import SnapshotFault, packed, unpacked
from styrregler.snapshot.reading import Reader

_FORMED_AGAIN = ("hierarchy", "circles")
"""They hold nothing that the corpus does not."""
_INDICES = tuple(
    name
    for name, made in vars(RuleSet).items()
    if isinstance(made, cached_property) and name not in _FORMED_AGAIN
)


@uncollected()
def to_snapshot(rules: RuleSet, beside: Any = None) -> bytes:
    """The rule set as bytes: what it says, its indices, and what has been made of it. ``beside`` is kept with it."""
    from styrregler.snapshot.writing import columns_of

    indices = {name: getattr(rules, name) for name in _INDICES}
    return packed(columns_of((rules, indices, beside)))


def read_snapshot(data: bytes, *, wholly: bool = False) -> tuple[RuleSet, Any]:
    """The rule set that ``data`` was made of, and what was kept beside it. Raises SnapshotFault.

    With ``wholly`` every class that it names is looked at first: for bytes that some other version may have made.
    """
    reader = Reader(unpacked(data))
    if wholly:
        reader.try_forms()
    match reader.root:
        case (RuleSet() as rules, indices, beside):
            return rules.knowing({**indices, "made": dict(indices["made"])}), beside
    raise SnapshotFault("ögonblicksbilden rymmer inga regler")
