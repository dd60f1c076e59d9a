"""The options of a plugin: the table ``[plugin.NAMN]`` as the plugin's own attrs class ``Options``.

In: the class and the table.  Out: an instance, or a :class:`Fault` in Swedish.  Refuses to know any option.
"""

import types
from collections.abc import Mapping
from datetime import date
from typing import Any, Union, get_args, get_origin

import attrs

from styrregler.plugins.trouble import told
from styrregler.values import Fault, nearest

_SAID: Mapping[Any, str] = {
    str: "text inom citattecken",
    int: "ett heltal",
    float: "ett tal",
    bool: "true eller false",
    date: "ett datum utan citattecken",
    tuple: "en lista av texter",
    dict: "en tabell",
}


def read_options(cls: Any, table: Mapping[str, Any]) -> Any:
    """``cls`` made of ``table``; None when the plugin takes no options and gets none."""
    if cls is None:
        return Fault("tar inga inställningar", "ta bort raderna under rubriken") if table else None
    if not attrs.has(cls):
        return Fault("har ett Options som inte är en attrs-klass", "be den som har gjort pluginet rätta det")
    fields = {
        each.name.replace("_", "-"): each for each in attrs.fields(attrs.resolve_types(cls)) if each.init
    }
    values: dict[str, Any] = {}
    for key, value in table.items():
        known = fields.get(key.replace("_", "-"))
        if known is None:
            meant = nearest(key, fields)
            advice = f"menade du «{meant}»?" if meant else f"det som kan ställas in är {', '.join(fields)}"
            return Fault(f"har ingen inställning «{key}»", advice)
        given = tuple(value) if isinstance(value, list) else value
        if not _fits(given, known.type):
            said = _SAID.get(_plain(known.type), "av annat slag")
            return Fault(f"fick fel slag av värde för «{key}»", f"värdet ska vara {said}")
        values[known.alias or known.name] = given
    for key, each in fields.items():
        if each.default is attrs.NOTHING and (each.alias or each.name) not in values:
            said = _SAID.get(_plain(each.type), "ett värde")
            return Fault(f"saknar inställningen «{key}»", f"skriv {key} = … ({said}) under rubriken")
    try:
        return cls(**values)
    except Exception as error:  # noqa: BLE001 - a validator of the plugin's own
        return Fault("godtar inte sina inställningar", "rätta värdena under rubriken", told(error))


def _plain(kind: Any) -> Any:
    if isinstance(kind, types.UnionType) or get_origin(kind) is Union:
        kind = next(each for each in get_args(kind) if each is not type(None))
    origin = get_origin(kind) or kind
    return dict if origin is Mapping else origin


def _fits(value: Any, kind: Any) -> bool:
    if kind is None or kind is Any:
        return True
    if isinstance(kind, types.UnionType) or get_origin(kind) is Union:
        return any(_fits(value, each) for each in get_args(kind))
    plain = _plain(kind)
    if plain is float:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if plain is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if plain is tuple and isinstance(value, tuple) and get_args(kind)[:1] == (str,):
        return all(isinstance(each, str) for each in value)
    return not isinstance(plain, type) or isinstance(value, plain)
