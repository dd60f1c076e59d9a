"""Values: numbers, quantities, dates, times and statute references, each read from one token of text.

In: the text of a token.  Out: a frozen value, or a :class:`Fault` that says what is wrong and how to write it.
Knows nothing of files, rules or municipalities.
"""

from typing import TYPE_CHECKING

from styrregler.lazy import names_of

if TYPE_CHECKING:
    from styrregler.values.dates import Period, format_date, parse_date
    from styrregler.values.fault import Fault
    from styrregler.values.frozenmap import FrozenMap, ReadOnly, read_only
    from styrregler.values.inflection import same_word, stems
    from styrregler.values.legalref import LegalRef, parse_legal_ref
    from styrregler.values.moments import Moment, parse_moment
    from styrregler.values.naming import fold, nearest, slug
    from styrregler.values.numbering import number_key
    from styrregler.values.numbers import format_number, parse_number
    from styrregler.values.quantity import Quantity, UnitKind, parse_quantity
    from styrregler.values.timing import Timing, TimingKind
    from styrregler.values.weeks import Week, parse_week, weeks_in
else:
    __getattr__ = names_of(
        __name__,
        {
            "dates": "Period format_date parse_date",
            "fault": "Fault",
            "frozenmap": "FrozenMap ReadOnly read_only",
            "inflection": "same_word stems",
            "legalref": "LegalRef parse_legal_ref",
            "moments": "Moment parse_moment",
            "naming": "fold nearest slug",
            "numbering": "number_key",
            "numbers": "format_number parse_number",
            "quantity": "Quantity UnitKind parse_quantity",
            "timing": "Timing TimingKind",
            "weeks": "Week parse_week weeks_in",
        },
    )

__all__ = [
    "Fault",
    "FrozenMap",
    "LegalRef",
    "Moment",
    "Period",
    "Quantity",
    "ReadOnly",
    "Timing",
    "TimingKind",
    "UnitKind",
    "Week",
    "fold",
    "format_date",
    "format_number",
    "nearest",
    "number_key",
    "parse_date",
    "parse_legal_ref",
    "parse_moment",
    "parse_number",
    "parse_quantity",
    "parse_week",
    "read_only",
    "same_word",
    "slug",
    "stems",
    "weeks_in",
]
