"""How the bytes of a snapshot lie: a head, the classes it names, and three columns.

In: columns.  Out: bytes, and the columns back.  Refuses to know what the columns mean.

``records`` is one column of 32-bit numbers in which every value but a text is a record: its kind and size, then what it
holds.  What a record holds is told by references: the place of another record, or ``~n`` for the text ``n``.  ``ends`` are
where the texts end in ``texts``, one after another in UTF-8.  The whole is covered by a digest.
"""

import enum
import hashlib
import struct
import sys
from array import array
from collections.abc import Sequence

from attrs import frozen

from styrregler.version import __version__

MAGIC = b"styrregler\x00\x01"
"""The last byte is the version of the layout."""
_DIGEST = 32
_SIZES = struct.Struct("<4q")
_HEAD = len(MAGIC) + _DIGEST + _SIZES.size
SIZE_SHIFT = 5
KIND_MASK = (1 << SIZE_SHIFT) - 1


class SnapshotFault(Exception):
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
    lines = [
        __version__,
        sys.byteorder,
        str(columns.root),
        *(" ".join((name, *fields)) for name, fields in columns.forms),
    ]
    said = "\n".join(lines).encode("utf-8")
    said += b"\n" * (
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
    except (ValueError, struct.error):
        raise SnapshotFault("ögonblicksbilden kan inte läsas") from None


def _columns(body: memoryview) -> Columns:
    parts, begin = [], _SIZES.size
    for size in _SIZES.unpack_from(body):
        parts.append(body[begin : begin + size])
        begin += size
    said, records, ends, texts = parts
    version, order, root, *lines = bytes(said).decode("utf-8").rstrip("\n").split("\n")
    if (version, order) != (__version__, sys.byteorder):
        raise SnapshotFault(f"ögonblicksbilden är gjord av version {version}, och det här är {__version__}")
    forms = tuple((name, tuple(fields)) for name, *fields in (line.split(" ") for line in lines))
    return Columns(forms, int(root), records.cast("i"), ends.cast("i"), texts)


def _bytes(numbers: Sequence[int]) -> bytes:
    return numbers.tobytes() if isinstance(numbers, array) else array("i", numbers).tobytes()
