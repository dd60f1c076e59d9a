"""How the bytes of a snapshot lie: a head, the classes it names, and three columns.

In: columns.  Out: bytes, and the columns back.  Refuses to know what the columns mean.

``records`` is one column of 32-bit numbers in which every value but a text is a record: its kind and size, then what it
holds.  What a record holds is told by references: the place of another record, or ``~n`` for the text ``n``.  ``ends`` are
where the texts end in ``texts``, one after another in UTF-8.  The whole is covered by a digest.
"""

import enum
import hashlib
import json
import struct
import sys
from array import array
from collections.abc import Sequence
from typing import Any

from attrs import frozen

from styrregler.version import __version__

MAGIC = b"styrregler\x00\x01"
"""The last byte is the version of the layout."""
_DIGEST = 32
_SIZES = struct.Struct("<4q")
_HEAD = len(MAGIC) + _DIGEST + _SIZES.size
SIZE_SHIFT = 5
KIND_MASK = (1 << SIZE_SHIFT) - 1


class SnapshotFault(ValueError):
    """The bytes are no snapshot, are damaged, or were written by another version."""


class Kind(enum.IntEnum):
    """What a record is; it stands in the lowest bits of its first number, and its size in the rest."""

    NONE = 0
    FALSE = 1
    TRUE = 2
    TUPLE = 3
    LIST = 4
    NUMBERS = 5
    """A list of small whole numbers, which stand there themselves."""
    FROZENSET = 6
    SET = 7
    DICT = 8
    READ_ONLY = 9
    TABLE = 10
    """A mapping that is looked up where it lies."""
    SERIES = 11
    """A list that is looked up where it lies."""
    OBJECT = 12
    MEMBER = 13
    WHOLE = 14
    BIG = 15
    FLOAT = 16
    DATE = 17
    TIME = 18
    DECIMAL = 19
    FRACTION = 20
    FROZEN_MAP = 21


@frozen
class Columns:
    """What a snapshot holds. ``forms`` are the classes it names, each with its fields; ``root`` refers to the whole."""

    forms: tuple[tuple[str, tuple[str, ...]], ...]
    root: int
    records: Sequence[int]
    ends: Sequence[int]
    texts: bytes | memoryview


def packed(columns: Columns) -> bytes:
    about = {
        "version": __version__,
        "order": sys.byteorder,
        "root": columns.root,
        "forms": [[name, *fields] for name, fields in columns.forms],
    }
    said = json.dumps(about, ensure_ascii=True).encode("ascii")
    said += b" " * (
        -(_HEAD + len(said)) % 8
    )  # the columns of numbers begin where the machine reads them fastest
    parts = [said, _bytes(columns.records), _bytes(columns.ends), bytes(columns.texts)]
    body = b"".join([_SIZES.pack(*map(len, parts)), *parts])
    return MAGIC + hashlib.sha256(body).digest() + body


def unpacked(data: bytes) -> Columns:
    """The columns of a snapshot. Raises SnapshotFault."""
    if len(data) < _HEAD or not data.startswith(MAGIC):
        raise SnapshotFault("det här är ingen ögonblicksbild av den version som läses här")
    body = memoryview(data)[len(MAGIC) + _DIGEST :]
    if hashlib.sha256(body).digest() != data[len(MAGIC) : len(MAGIC) + _DIGEST]:
        raise SnapshotFault("ögonblicksbilden är skadad")
    try:
        return _columns(body)
    except (KeyError, TypeError, ValueError, struct.error):
        raise SnapshotFault("ögonblicksbilden kan inte läsas") from None


def _columns(body: memoryview) -> Columns:
    sizes = _SIZES.unpack_from(body)
    begins = [_SIZES.size + sum(sizes[:at]) for at in range(len(sizes))]
    said, records, ends, texts = (
        body[begin : begin + size] for begin, size in zip(begins, sizes, strict=True)
    )
    about: dict[str, Any] = json.loads(bytes(said))
    if (about["version"], about["order"]) != (__version__, sys.byteorder):
        raise SnapshotFault(
            f"ögonblicksbilden är gjord av version {about['version']}, och det här är {__version__}"
        )
    forms = tuple((name, tuple(fields)) for name, *fields in about["forms"])
    return Columns(forms, about["root"], records.cast("i"), ends.cast("i"), texts)


def _bytes(numbers: Sequence[int]) -> bytes:
    return numbers.tobytes() if isinstance(numbers, array) else array("i", numbers).tobytes()
