"""When a step of a plan takes place: a day, a time of day, weeks, a window, or as much of it as is known.

In: «2026-06-17 kl 08.30–12.00», «vecka 33–39 2026», «senast 2027-03-31», «slutet av april», «ej fastställd».
Out: a :class:`Moment`, or a :class:`Fault` for a time that does not exist.  Refuses to guess a year that is not written.
"""

import re
from datetime import date, time

from attrs import evolve, frozen

from styrregler.values.dates import MONTHS, last_day, parse_date
from styrregler.values.fault import Fault
from styrregler.values.weeks import Week, parse_week

_CLOCK = r" kl\.? ?(?P<c1>ca )?(?P<h1>\d{1,2})(?:[.:](?P<m1>\d\d))?(?: ?[–-] ?(?P<c2>ca )?(?P<h2>\d{1,2})(?:[.:](?P<m2>\d\d))?)?"
_CLOCKED = re.compile(_CLOCK + "$")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:(?: till | ?– ?)(\d{4}-\d\d-\d\d))?(?: i (?:vecka|v\.?) ?(\d+))?")
_WEEKS = re.compile(r"(?:vecka|v\.?) ?(\d+)(?: ?[–-] ?(\d+))?(?: (\d{4}))?")
_MONTH = re.compile(
    rf"(?:(början|mitten|slutet) av )?(?:(\d{{1,2}}) )?({'|'.join(MONTHS)})(?: (\d{{4}}))?", re.IGNORECASE
)
_PART = re.compile(r"(våren|sommaren|hösten|(?:första|andra|tredje|fjärde) kvartalet)(?: (\d{4}))?")
_YEAR = re.compile(r"(\d{4})")
_MONTHS_OF = {
    "våren": (1, 6), "sommaren": (6, 8), "hösten": (7, 12), "första kvartalet": (1, 3), "andra kvartalet": (4, 6),
    "tredje kvartalet": (7, 9), "fjärde kvartalet": (10, 12),
}  # fmt: skip
_DAYS_OF = {"början": (1, 10), "mitten": (11, 20), "slutet": (21, 31)}
UNDECIDED = "ej fastställd"


@frozen
class Moment:
    """A time as written; ``text`` is its canonical form.

    ``first`` and ``last`` are the days between which it lies, both included; None is open, or not known. ``fixed`` says
    that the day (or the weeks) is known as exactly as it will be. ``deadline`` tells «senast» from the time itself.
    ``week`` is the week that the text gives beside the day, which may be wrong.
    """

    text: str
    first: date | None = None
    last: date | None = None
    fixed: bool = True
    deadline: bool = False
    begins: time | None = None
    ends: time | None = None
    about: bool = False
    week: int | None = None

    @property
    def day(self) -> date | None:
        """The day, where it is one day."""
        return self.first if self.fixed and self.first == self.last else None

    @property
    def undecided(self) -> bool:
        """Whether nothing is known of it."""
        return self.text == UNDECIDED

    def __str__(self) -> str:
        return self.text


def parse_moment(text: str) -> Moment | Fault:
    """Read a time of a plan. Raises nothing: what cannot be is a :class:`Fault`."""
    text = " ".join(text.split())
    if text.casefold() == UNDECIDED:
        return Moment(UNDECIDED, fixed=False)
    clock = _CLOCKED.search(text)
    body = text[: clock.start()] if clock else text
    head, _, rest = body.partition(" ")
    sign = head if head in ("från", "senast", "ca") and rest else ""
    found = _core(rest if sign else body)
    if isinstance(found, Fault):
        return found
    found = _signed(sign, found)
    return _at(found, clock) if clock else found


def _core(text: str) -> Moment | Fault:
    for pattern, read in (
        (_DAY, _days),
        (_WEEKS, _weeks),
        (_MONTH, _month),
        (_PART, _part),
        (_YEAR, _year),
    ):
        if match := pattern.fullmatch(text):
            return read(match)
    return Fault(
        f"«{text}» är ingen tid",
        "skriv en dag, en vecka eller en period: «2026-06-17 kl 09.00–12.00», «vecka 33–39 2026», «våren 2027», «ej fastställd»",
    )


def _signed(sign: str, moment: Moment) -> Moment:
    match sign:
        case "":
            return moment
        case "ca":
            return evolve(moment, text=f"ca {moment.text}", fixed=False, about=True)
        case "senast":
            return evolve(moment, text=f"senast {moment.text}", first=None, deadline=True)
        case _:
            if " till " in moment.text:
                return moment
            return evolve(moment, text=f"från {moment.text}", last=None)


def _days(match: re.Match[str]) -> Moment | Fault:
    first = parse_date(match[1])
    last = parse_date(match[2]) if match[2] else first
    if isinstance(first, Fault):
        return first
    if isinstance(last, Fault):
        return last
    if last < first:
        return Fault(f"tiden slutar {last}, innan den börjar {first}", "skriv den tidigare dagen först")
    said = f"från {first} till {last}" if match[2] else str(first)
    return Moment(
        said + (f" i vecka {int(match[3])}" if match[3] else ""),
        first,
        last,
        week=int(match[3]) if match[3] else None,
    )


def _weeks(match: re.Match[str]) -> Moment | Fault:
    one, other, year = int(match[1]), int(match[2] or match[1]), match[3]
    numbers = f"{one}–{other}" if match[2] else f"{one}"
    if not year:
        return Moment(f"vecka {numbers}", fixed=False)
    weeks: list[Week] = []
    for number in (one, other):
        week = parse_week(f"vecka {number} {year}")
        if isinstance(week, Fault):
            return week
        weeks.append(week)
    if other < one:
        return Fault(
            f"vecka {other} ligger före vecka {one}",
            f"skriv den tidigare veckan först: «vecka {other}–{one} {year}»",
        )
    return Moment(f"vecka {numbers} {year}", weeks[0].start, weeks[1].end)


def _month(match: re.Match[str]) -> Moment | Fault:
    part, day, name, year = match[1], match[2], match[3].lower(), match[4]
    said = " ".join(filter(None, (f"{part} av" if part else "", str(int(day)) if day else "", name, year)))
    number = MONTHS.index(name) + 1
    longest = last_day(int(year) if year and int(year) else 2000, number)
    if day and not 1 <= int(day) <= longest:
        return Fault(f"dagen {said} finns inte", f"{name} har {longest} dagar")
    if not year:
        return Moment(said, fixed=False)
    if not int(year):
        return Fault(f"året i «{said}» finns inte", "skriv året med fyra siffror, från 0001")
    low, high = (int(day), int(day)) if day else _DAYS_OF.get(part or "", (1, 31))
    first, last = (date(int(year), number, min(each, longest)) for each in (low, high))
    if day and not part:
        return Moment(str(first), first, last)
    return Moment(said, first, last, fixed=False)


def _part(match: re.Match[str]) -> Moment | Fault:
    name, year = match[1], match[2]
    if not year:
        return Moment(name, fixed=False)
    if not int(year):
        return Fault(f"året i «{match[0]}» finns inte", "skriv året med fyra siffror, från 0001")
    low, high = _MONTHS_OF[name]
    end = date(int(year), high, last_day(int(year), high))
    return Moment(f"{name} {year}", date(int(year), low, 1), end, fixed=False)


def _year(match: re.Match[str]) -> Moment | Fault:
    year = int(match[1])
    if not year:
        return Fault("året 0000 finns inte", "skriv året med fyra siffror, från 0001")
    return Moment(match[1], date(year, 1, 1), date(year, 12, 31), fixed=False)


def _at(moment: Moment, clock: re.Match[str]) -> Moment | Fault:
    """``moment`` with its time of day."""
    if not moment.undecided and moment.first != moment.last and not moment.deadline:
        return Fault(
            f"«{moment.text}» är flera dagar och har inget klockslag", "skriv klockslaget vid en enda dag"
        )
    times: list[time] = []
    for hour, minute in ((clock["h1"], clock["m1"]), (clock["h2"], clock["m2"])):
        if hour is None:
            continue
        if int(hour) > 23 or int(minute or 0) > 59:
            return Fault(
                f"klockslaget {hour}.{minute or '00'} finns inte", "skriv timmar 0–23 och minuter 00–59"
            )
        times.append(time(int(hour), int(minute or 0)))
    if len(times) == 2 and times[1] <= times[0]:
        return Fault(
            f"klockslaget slutar {times[1]:%H.%M}, innan det börjar {times[0]:%H.%M}",
            "skriv det tidigare klockslaget först",
        )
    said = f" kl {clock['c1'] or ''}{times[0]:%H.%M}"
    said += f"–{clock['c2'] or ''}{times[1]:%H.%M}" if len(times) == 2 else ""
    return evolve(
        moment,
        text=moment.text + said,
        begins=times[0],
        ends=times[1] if len(times) == 2 else None,
        about=moment.about or bool(clock["c1"] or clock["c2"]),
    )
