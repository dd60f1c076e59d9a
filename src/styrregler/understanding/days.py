"""Days in a question: «2026-03-02», «3 mars», «i mars», «förra året».

In: a text and the day it is asked.  Out: the day or the span of days, and where it stands.  Of months without a year the
last that has begun is meant: people ask about what has been decided.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from styrregler.understanding.understood import ReadDay
from styrregler.values.dates import MONTHS, last_day

Read = tuple[ReadDay, int, int]
_SHORT = {month[:3]: at for at, month in enumerate(MONTHS, 1)}
_MONTH = r"(?P<month>" + "|".join((*MONTHS, *(f"{each}\\.?" for each in _SHORT))) + r")"
_END = r"(?![\w-])"


def day_in(text: str, today: date) -> Read | None:
    """The first day that ``text`` names."""
    for look, make in _LOOKS:
        match = look.search(text)
        if match:
            day = make(match, today)
            if day is not None:
                return day, *match.span()
    return None


def _iso(match: re.Match[str], today: date) -> ReadDay | None:
    try:
        day = date.fromisoformat(match["iso"])
    except ValueError:
        return None
    return ReadDay(day, day, match[0], exact=True)


def _day_of_month(match: re.Match[str], today: date) -> ReadDay | None:
    month, year = _month(match["month"]), match["year"]
    try:
        day = date(int(year) if year else today.year, month, int(match["day"]))
        if not year and day > today:
            day = day.replace(year=day.year - 1)
    except ValueError:
        return None
    return ReadDay(day, day, match[0], exact=True)


def _month_of_year(match: re.Match[str], today: date) -> ReadDay:
    month, year = _month(match["month"]), match["year"]
    which = int(year) if year else today.year - (month > today.month)
    return _span(date(which, month, 1), date(which, month, last_day(which, month)), match)


def _year(match: re.Match[str], today: date) -> ReadDay | None:
    year = int(match["year"])
    return _span(date(year, 1, 1), date(year, 12, 31), match) if 1990 <= year <= 2099 else None


def _relative_year(match: re.Match[str], today: date) -> ReadDay:
    said = match[0].casefold()
    year = today.year + (-1 if re.search(r"förra|fjol", said) else 1 if "nästa" in said else 0)
    return _span(date(year, 1, 1), date(year, 12, 31), match)


def _relative_month(match: re.Match[str], today: date) -> ReadDay:
    months = today.year * 12 + today.month - 1 + (-1 if "förra" in match[0].casefold() else 1)
    year, month = divmod(months, 12)
    return _span(date(year, month + 1, 1), date(year, month + 1, last_day(year, month + 1)), match)


def _relative_day(match: re.Match[str], today: date) -> ReadDay:
    said = re.sub(r"\s", "", match[0].casefold())
    day = today + timedelta({"igår": -1, "idag": 0, "imorgon": 1, "iförrgår": -2}[said])
    return ReadDay(day, day, match[0], exact=True)


def _years_ago(match: re.Match[str], today: date) -> ReadDay:
    word = match["count"].casefold()
    count = int(word) if word.isdigit() else {"ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5}[word]
    return _span(date(today.year - count, 1, 1), date(today.year - count, 12, 31), match)


def _month(word: str) -> int:
    return _SHORT[word.casefold()[:3]]


def _span(first: date, last: date, match: re.Match[str]) -> ReadDay:
    return ReadDay(first, last, match[0])


def _look(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_LOOKS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], ReadDay | None]], ...] = (
    (_look(r"(?<!\d)(?:den )?(?P<iso>\d{4}-\d{2}-\d{2})(?!\d)"), _iso),
    (
        _look(rf"(?<![\w.,])(?:den )?(?P<day>\d{{1,2}})(?::?e)? {_MONTH}(?: (?P<year>\d{{4}}))?{_END}"),
        _day_of_month,
    ),
    (_look(rf"\b(?:i|under|sedan|från) {_MONTH}(?: (?P<year>\d{{4}}))?{_END}"), _month_of_year),
    (_look(rf"\b{_MONTH} (?P<year>\d{{4}}){_END}"), _month_of_year),
    (_look(rf"\b(?:i fjol|förra året|i år|nästa år){_END}"), _relative_year),
    (_look(rf"\b(?:förra|nästa) månaden?{_END}"), _relative_month),
    (_look(rf"\b(?:i ?förrgår|i ?går|i ?dag|i ?morgon){_END}"), _relative_day),
    (_look(rf"\bför (?P<count>ett|två|tre|fyra|fem|\d{{1,2}}) år (?:sedan|sen){_END}"), _years_ago),
    (
        _look(r"\b(?:år|under|våren|hösten|sommaren|vintern|i) (?P<year>\d{4})(?![\w-]| ?(?:kr|kronor|tkr))"),
        _year,
    ),
)
