"""Formatting changes how a file looks and nothing else.

A :class:`Scribe` writes files that hold every clause of every block as untidily as the grammar allows: odd spacing and
depths, all kinds of quotation marks, hard spaces, comments wherever a line may end.  What must hold of each: the
formatted text reads the same, has the same comments in the same order, and formatting it again changes nothing.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from random import Random
from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from styrregler.formatting import Formatted, format_source, print_block
from styrregler.formatting.comments import comments_of
from styrregler.syntax import ast, parse_source
from styrregler.syntax.blocks import BLOCKS, CLAUSE_KEYWORDS, COLUMNS, BlockShape, HeaderForm, keyword_of
from styrregler.text import SourceText, split_lines

Tokens = list[str]
MAY = "\v"
"""The line may end here."""
MUST = "\n"
"""The line ends here."""

NAMES = (
    "enhetschef", "hr-chef", "å", "nämnden", "upphandling.avbryta", "KL-1991", "x1", "delegata", "ellerverket", "tillsyn",
    "samhällsbyggnadsnämndens-arbetsutskott-för-plan-och-bygg", "närvaro", "innehåll", "viadukt", "avgift", "Öst", "ärende-2",
)  # fmt: skip
ACTS = ("KL", "SoL", "PBL", "miljöbalken", "LOU-2016")
WORDS = (
    "Inom",
    "beslutad",
    "budget.",
    "2 %",
    "#5",
    "„så",
    "a|b",
    "när",
    "§",
    "it's",
    "– och",
    "(x)",
    "åäö",
    "punkt 4.2",
    "eller,",
)
MARKS = ('""', "“”", "””", "„“", "„”", '"”', "»«", "«»", "»»")
SPACES = (" ", " ", " ", " ", "  ", "   ", "\u00a0", " \u202f", "\u00a0 ")
TIMES = ("genast", "snarast", "löpande", "samma dag", "nästa sammanträde", "varje kvartal", "vid varje steg")


class Scribe:
    """Writes parts of a file; every choice comes from ``random``."""

    def __init__(self, random: Random) -> None:
        self.random, self.pick, self.remarks = random, random.choice, 0

    def chance(self, percent: int) -> bool:
        return self.random.random() * 100 < percent

    # ---------- words

    def name(self) -> str:
        return self.pick(NAMES)

    def text(self, marks: Sequence[str] = MARKS, words: Sequence[str] = WORDS) -> str:
        opening, closing = self.pick(marks)
        said = [self.pick(words) for _ in range(self.pick((1, 1, 3, 9)))]
        said += [self.pick(('"inre"', "“inre”"))] if opening in "»«" and self.chance(30) else []
        said += ["»inre«"] if opening not in "»«" and self.chance(20) else []
        return opening + self.pick(SPACES).join(said) + closing

    def date(self) -> str:
        return str(date(2000, 1, 1) + timedelta(self.random.randrange(20_000)))

    def number(self) -> str:
        digits = str(self.random.randrange(1, 10 ** self.pick((1, 2, 3, 6, 8))))
        return self.pick(
            (digits, re.sub(r"(?<=\d)(?=(?:\d{3})+$)", self.pick((" ", "\u00a0", "\u202f")), digits))
        )

    def duration(self) -> str:
        unit = self.pick(("dagar", "dag", "kalenderdagar", "vecka", "månader", "år", "arbetsdag"))
        return self.pick(("1", "2", "14", "007", "2,5", "1,50", "365")) + self.pick((" ", "\u00a0")) + unit

    def quantity(self) -> str:
        money = self.number() + self.pick(
            (" kr", "kr", "\u00a0kr", " kronor", " tkr", " mkr", ",50 kr", ",5 mkr", ",25 tkr", ",00 kr")
        )
        share = self.pick(("95", "2,5", "0,125", "100")) + self.pick((" %", "%", "\u00a0%"))
        other = self.pick(("0,5", "2", "1", "0,125", "1 000")) + self.pick((" prisbasbelopp", "", " pbb"))
        return self.pick((money, money, self.duration(), share, other))

    def point(self) -> str:
        return self.pick(("4", "4.2", "F.1.3", "401 a", "B.1.2 c", "Å7", "12-3", "2:1", "1a"))

    def section(self) -> str:
        return self.pick(("1", "38", "5 a", "12b"))

    def law(self) -> str:
        act = self.pick(ACTS)
        link = self.pick((", ", ",", " och ", " eller ", "–", "-", " – "))
        sections = self.pick((self.section(), self.section(), self.section() + link + self.section()))
        sections += " och " + self.section() if self.chance(30) else ""
        chapter = self.pick(("", "", "6 kap. ", "19 a kap. ", "7 kap."))
        paragraph = self.pick(("", "", "första stycket ", "sjätte stycket "))
        item = self.pick(("", "", "1 ", "punkt 2 ", "punkten 3 a "))
        long = f"{chapter}{sections}{self.pick((' ', ''))}{self.pick(('§', '§§'))} {paragraph}{item}{act}"
        article = f"{self.pick(('artikel', 'art.'))} {self.pick(('33', '6.1 c', '9.2'))} {act}"
        short = f"{act} 6:38{self.pick(('', ' a', 'b'))}"
        return self.pick((long, long, short, f"{self.pick(('9', '19 a'))} kap. {act}", article, act))

    # ---------- phrases

    def series(self, make: Callable[[], str | Tokens], link: str, *, most: int = 4) -> Tokens:
        """One or more of them, at times enough to fill several lines."""
        count = self.random.randint(1, most) if self.chance(90) else 12
        tokens: Tokens = []
        for number in range(count):
            made = make()
            tokens += [*([link, MAY] if number else []), *([made] if isinstance(made, str) else made)]
        return tokens

    def names(self) -> Tokens:
        return self.series(self.name, ",")

    def ref(self) -> Tokens:
        respective = ["respektive", self.name(), *(["utifrån", self.name()] if self.chance(50) else [])]
        return self.pick(
            ([self.name()], [self.name()], ["ursprunglig", "delegat"], ["närmaste", "chef"], respective)
        )

    def turn(self) -> Tokens:
        later = [token for _ in range(self.pick((0, 1, 2))) for token in (",", MAY, "därefter", *self.ref())]
        return [*self.ref(), *later]

    def expression(self, depth: int = 2) -> Tokens:
        shape = self.random.randrange(8 if depth else 5)
        if shape < 5:
            value = [
                ["är", self.name()],
                ["är", "någon", "av", *self.names()],
                [self.pick(("högst", "minst", "över", "under")), self.quantity()],
            ]
            simple = [self.name(), *self.pick(([], *value))]
            return ["inte", *simple] if shape == 4 else simple
        if shape == 5:
            return ["inte", "(", *self.expression(depth - 1), ")"]
        link = self.pick(("och", "eller"))
        parts = [self.operand(depth - 1) for _ in range(self.pick((2, 2, 3)))]
        return [
            token for number, part in enumerate(parts) for token in (*([link, MAY] if number else []), *part)
        ]

    def operand(self, depth: int) -> Tokens:
        tokens = self.expression(depth)
        joined = {"och", "eller"} & set(tokens)
        return ["(", *tokens, ")"] if joined or self.chance(15) else tokens

    def when(self, percent: int = 100) -> Tokens:
        return ["när", *self.expression()] if self.chance(percent) else []

    def timepoint(self) -> str:
        return self.pick((self.date(), f"{self.duration()} {self.pick(('före', 'efter'))} {self.name()}"))

    def timing(self) -> Tokens:
        within = f"inom {self.duration()}" + self.pick(("", " efter beslut"))
        return self.pick(
            (
                [],
                [self.pick(TIMES)],
                [f"{self.pick(('före', 'efter'))} beslut"],
                [within],
                ["senast", self.timepoint()],
            )
        )

    def items(self, make: Callable[[], Tokens]) -> Tokens:
        count = self.pick((1, 1, 2, 3))
        return [token for number in range(count) for token in (MUST if number else MAY, *make())]

    def deciders(self) -> Tokens:
        """A ladder; «annars» stands on its last step alone."""
        steps = self.items(self.decider)
        return [*steps, MUST, self.name(), "annars"] if self.chance(25) else steps

    def decider(self) -> Tokens:
        who = self.ref() if self.chance(80) else self.series(self.ref, "eller")
        return [*who, *self.when(70)]

    def texts(self, link: str = ",") -> Tokens:
        return self.series(self.text, link, most=3)

    # ---------- a clause's value, for each keyword

    def value(self, keyword: str) -> Tokens:
        return CLAUSES[keyword](self)

    # ---------- lines

    def gap(self, before: str, after: str) -> str:
        if after == "," or before == "(" or after == ")":
            return self.pick(("", "", "", " ", "\u00a0"))
        if before == ",":
            return self.pick(("", " ", " ", "  "))
        return self.pick(SPACES)

    def remark(self) -> str:
        self.remarks += 1
        said = (
            "närmaste chef",
            'öppet " tecken',
            "2026-01-01",
            "punkt 4.2 # igen",
            "annars",
            "",
            "\u00a0hårt",
            "»så«",
        )
        return f"#{self.pick((' ', '', '# '))}{self.remarks} {self.pick(said)}"

    def line_end(self) -> str:
        return self.pick(("", "", "", " ", "\t")) + (
            self.pick(("", " ", "   ", "\t")) + self.remark() if self.chance(20) else ""
        )

    def silence(self, percent: int = 25) -> str:
        """Blank lines and comments on lines of their own, each ended."""
        lines = ""
        while self.chance(percent):
            lines += (
                self.pick(("", " ", "\t", "\u00a0")) + "\n"
                if self.chance(40)
                else self.pick(("", "  ", "    ", " " * 13, "\t")) + self.remark() + "\n"
            )
        return lines

    def spelt(self, keyword: str, tokens: Tokens) -> str:
        """The clause as untidy text, from its keyword to its last character."""
        text, before = keyword.replace(" ", self.pick((" ", " ", "   "))), keyword
        breaks = ""
        for token in tokens:
            if token in (MAY, MUST):
                breaks = token
                continue
            if breaks == MUST or (breaks == MAY and self.chance(15)):
                depths = (12, 13, 22, 31) if keyword_of(token) else (5, 6, 7, 8, 13, 22)
                text += f"{self.line_end()}\n{self.silence()}{' ' * self.pick(depths)}{token}"
            else:
                text += self.gap(before, token) + token
            before, breaks = token, ""
        return text

    def header(self, shape: BlockShape) -> str:
        title = self.text()
        titled = shape.titled or self.chance(70)
        form = {
            HeaderForm.NAMED: [self.name(), title, *(["(SN)"] if self.chance(30) else [])],
            HeaderForm.NUMBERED: [self.point(), *([title] if titled else [])],
            HeaderForm.TITLED: [title],
            HeaderForm.BARE: [],
        }[shape.form]
        return "".join([shape.kind, *(self.pick(SPACES) + token for token in form)])

    def block(self, shape: BlockShape) -> str:
        lines = self.header(shape) + self.line_end() + "\n" + self.silence()
        if shape.form is HeaderForm.BARE:
            return lines + self.table()
        keywords = [word for word in shape.clauses if self.chance(50)]
        keywords += [self.pick(words) for words in shape.required if not set(words) & set(keywords)]
        keywords += [word for word in keywords if shape.clauses[word] and self.chance(40)]
        self.random.shuffle(keywords)
        for keyword in self.owned(keywords, shape):
            lines += (self.pick(("    ", "        ")) if keyword in shape.under else "    ") + (
                self.spelt(keyword, self.value(keyword)) + self.line_end() + "\n" + self.silence()
            )
        return lines

    def owned(self, keywords: list[str], shape: BlockShape) -> list[str]:
        """What belongs to another clause, under one of them."""
        free = [word for word in keywords if word not in shape.under]
        free += {shape.under[word] for word in keywords if word in shape.under} - set(free)
        for word in keywords:
            if word in shape.under:
                at = self.pick([n for n, other in enumerate(free) if other == shape.under[word]])
                free.insert(at + 1, word)
        return free

    def file(self, kinds: Sequence[str]) -> str:
        return self.silence(40) + "".join(self.block(BLOCKS[kind]) + self.silence(50) for kind in kinds)

    # ---------- tables

    def table(self) -> str:
        columns = ["punkt", "ärende", *(column for column in list(COLUMNS)[2:] if self.chance(35))]
        rows = [[self.pick((column, column.title())) for column in columns]]
        for _ in range(self.pick((1, 2, 5))):
            row = [
                self.pick((self.point(), self.point() + ".")),
                *(self.cell(column) for column in columns[1:]),
            ]
            rows.append(row)
        bar, tab = (" | ", "|", "  |\u00a0"), ("\t", " \t ")
        lines = ["    " + self.pick(self.pick((bar, tab))).join(row) for row in rows]
        return "".join(line + self.line_end() + "\n" + self.silence() for line in lines)

    def cell(self, column: str) -> str:
        plain = self.pick(SPACES).join(("Avtal", "om", self.pick(("mark", "it-stöd", "§ 5", "lån"))))
        if column == "ärende":
            return self.pick((plain, f'"{plain}"', f"“{plain}”"))
        if self.chance(25):
            return ""
        if column in ("anmäls", "överklagas", "verkställs"):
            own = {
                "anmäls": ["inte", "ja", "till KS"],
                "överklagas": ["inte", "besvär", "genom besvär"],
                "verkställs": ["ja", "av chef", "chef"],
            }
            return self.pick(own[column])
        if column in ("villkor", "anmärkning", "kallas även", "innefattar"):
            return self.pick((plain, self.text(('""', "“”"), ("a", "b|c", "#1", "när"))))
        tokens = self.value(column)
        tokens = tokens[: tokens.index(MUST)] if MUST in tokens else tokens
        if any("|" in token or "„" in token or "inre" in token for token in tokens):
            return ""
        return " ".join(token for token in tokens if token != MAY)


def _single(scribe: Scribe) -> Tokens:
    return [scribe.name()]


def _adoption(scribe: Scribe) -> Tokens:
    section = [scribe.pick(("§ 88", "§88", "§\u00a088"))] if scribe.chance(60) else []
    return [scribe.date(), *section, *([",", "dnr", scribe.text()] if scribe.chance(40) else [])]


def _delegate(scribe: Scribe) -> Tokens:
    order = scribe.pick((scribe.name(), scribe.text()))
    unknown, elsewhere = ["okänd", scribe.text()], ["enligt", order, "punkt", scribe.point()]
    return scribe.pick((unknown, elsewhere, *[scribe.deciders()] * 6))


def _period(scribe: Scribe) -> Tokens:
    return scribe.pick(
        (["från", scribe.date()], ["från", scribe.date(), "till", scribe.date()], ["till", scribe.date()])
    )


def _reported(scribe: Scribe) -> Tokens:
    via = ["via", scribe.name()] if scribe.chance(40) else []
    form = ["som", "lista"] if scribe.chance(40) else []
    to = ["till", scribe.name(), *via, *scribe.timing(), *form, *scribe.when(40)]
    return scribe.pick((to, to, ["inte", *scribe.when(40)]))


def _precondition(scribe: Scribe) -> Tokens:
    source = scribe.pick(([], ["enligt", scribe.law()], ["från", *scribe.ref()], ["av", *scribe.ref()]))
    return [scribe.name(), *source, *scribe.when(40)]


def _alias(scribe: Scribe) -> Tokens:
    value = scribe.pick(([], [scribe.name()], [scribe.quantity()], ["är", scribe.name()]))
    return [scribe.text(), *(["med", scribe.name(), *value] if scribe.chance(40) else [])]


def _fact(scribe: Scribe) -> Tokens:
    value = scribe.pick(
        ([], ["är", scribe.name()], ["är", scribe.quantity()], [scribe.quantity()], [scribe.date()])
    )
    return [scribe.name(), *value]


def _task(scribe: Scribe) -> Tokens:
    return [*scribe.ref(), *(["enligt", scribe.law()] if scribe.chance(60) else [])]


def _noted(scribe: Scribe) -> Tokens:
    return scribe.items(lambda: [*scribe.series(scribe.ref, ","), *scribe.timing(), *scribe.when(50)])


def _texts(scribe: Scribe) -> Tokens:
    tokens = scribe.texts()
    return [token for token in tokens if token != ","] if scribe.chance(50) else tokens


def _way(scribe: Scribe) -> Tokens:
    how = scribe.pick(([], ["genom", scribe.name()], ["via", scribe.name()]))
    return [scribe.name(), "till", scribe.name(), *how]


def _measure(scribe: Scribe) -> Tokens:
    return [*scribe.series(scribe.ref, ","), MAY, scribe.text(), *scribe.timing(), *scribe.when(40)]


def _channel(scribe: Scribe) -> Tokens:
    via = ["via", scribe.name()] if scribe.chance(50) else []
    return [
        scribe.name(),
        "till",
        scribe.name(),
        *via,
        *(["i", "fas", *scribe.names()] if scribe.chance(50) else []),
    ]


def _expectation(scribe: Scribe) -> Tokens:
    return [scribe.name(), *(["på", scribe.name()] if scribe.chance(60) else []), scribe.text()]


def _step(scribe: Scribe) -> Tokens:
    return [*([scribe.name()] if scribe.chance(60) else []), scribe.text(), *scribe.timing()]


def _onward(scribe: Scribe) -> Tokens:
    return [scribe.name(), *scribe.pick(([], ["annars"], scribe.when()))]


def _moment(scribe: Scribe) -> str:
    clock = scribe.pick(("", "", " kl 08.30–12.00", " kl 8.30-12", " kl 13:30 – ca 17", " kl. 9"))
    one = scribe.pick(
        (scribe.date(), f"{scribe.date()} i vecka 34", "31 augusti", "7 oktober 2026", "ca 2026-05-01")
    )
    wide = ("vecka 33–39 2026", "v. 33-39 2026", "v50 2026", "från vecka 50 2026", "vecka 5", "från 2026-01-01 till 2026-03-31",
            "2026-01-01 – 2026-03-31", "våren", "hösten 2026", "första kvartalet 2027", "slutet av april", "oktober 2026", "2027")  # fmt: skip
    due = f"senast {scribe.pick((scribe.date(), 'vecka 39 2026', 'december 2026'))}"
    return scribe.pick((one + clock, one, *wide, due, "ej fastställd"))


def _dated(scribe: Scribe) -> Tokens:
    return [*([scribe.name()] if scribe.chance(50) else []), _moment(scribe)]


def _key_figure(scribe: Scribe) -> Tokens:
    target = (
        [scribe.pick(("högst", "minst", "över", "under")), scribe.quantity()] if scribe.chance(60) else []
    )
    return [scribe.text(), *target, *scribe.timing()]


def _follow_up(scribe: Scribe) -> Tokens:
    occasions = ["i", *scribe.names()] if scribe.chance(50) else []
    return [*scribe.series(scribe.ref, ","), *occasions, *scribe.timing(), *scribe.when(30)]


def _factor(scribe: Scribe) -> Tokens:
    return [scribe.text(), *(["uppfylls", "av", *scribe.names()] if scribe.chance(60) else [])]


def _member(scribe: Scribe) -> Tokens:
    return scribe.pick(([scribe.name()], [scribe.pick(("2", "12")), "ur", scribe.name()]))


def _to_fill(scribe: Scribe) -> Tokens:
    return [
        *(scribe.texts() if scribe.chance(60) else []),
        *(["senast", scribe.date()] if scribe.chance(40) else []),
    ]


def _meaning(scribe: Scribe) -> Tokens:
    return [*scribe.texts(), *scribe.pick((["betyder"], ["hör", "till"])), scribe.text()]


def _many(keywords: str, make: Callable[[Scribe], Tokens]) -> dict[str, Callable[[Scribe], Tokens]]:
    return {keyword.strip(): make for keyword in keywords.split(",")}


CLAUSES: dict[str, Callable[[Scribe], Tokens]] = {
    **_many("slag, tillhör, leds av, ägs av, närmaste chef, finns i varje, form, ordförande, anges i, bedöms av", _single),
    **_many("ur, läge, organ, utfall, avgörs av, allvar, hanteras som, kod", _single),
    **_many("upptäcks av, värdegrund, grundas på, antas av, avvikelser, binder, har antagit, har inte antagit", Scribe.names),
    "rapporteras till": _noted,
    **_many("skydd, gör, undvik, hänt", _texts),
    "eskaleras enligt": lambda s: [s.name(), *s.when(40)],
    "åtgärd": lambda s: s.items(lambda: _measure(s)),
    "regel": lambda s: [s.name(), s.text()],
    "antagen av": lambda s: s.items(lambda: [s.name(), *_adoption(s)]),
    **_many("omfattar, rör, ärende, ansvarar för, för kommun, tillåter, utlöses av, avser, lämnas av, frånvarande, jäviga, saknas, informeras, även behörig", Scribe.names),
    **_many("vice ordförande, brådskande", Scribe.turn),
    **_many("beslutad, ändrad", _adoption),
    **_many("egen beslutanderätt, arbetsuppgift", _task),
    **_many("samråd med, informera, steg", _noted),
    **_many("villkor, anmärkning", _texts),
    **_many("undantag, gäller inte", Scribe.when),
    **_many("dock, beslutas av", Scribe.deciders),
    **_many("punkter, enligt punkt", lambda s: s.series(s.point, ",")),
    **_many("vad, hur, gråzon, samtal mellan", Scribe.names),
    **_many("ansvarig, lagens tid, ärendets väg", _single),
    "faser": Scribe.names,
    "sammanträde": lambda s: [s.date()],
    "öppnas av": Scribe.names,
    "fas": lambda s: [s.name(), s.text()],  # in an example, the name alone: see test_examples_of_cases
    "slut": lambda s: [s.name(), s.text()],
    "inom": lambda s: [s.duration() + s.pick(("", " efter beslut"))],
    "nästa": lambda s: s.items(lambda: _onward(s)),
    "åter till": lambda s: [s.name(), *([s.text()] if s.chance(60) else [])],
    **_many("bordläggs, klart när", lambda s: [s.text()]),
    "moment": lambda s: s.items(lambda: _step(s)),
    "remiss": lambda s: s.items(lambda: [*s.names(), *s.timing()]),
    **_many("tillåten, otillåten", lambda s: s.items(lambda: _way(s))),
    **_many("ansvarig, aktiviteter av, beror av, beställare, utförs av, samordnas av, synkas av, säkras av, stöds av, styrs av, utom, efter", Scribe.names),
    **_many("del av, leder till, för uppdrag, om uppdrag, om effektmål, om verksamhetsidé, i etapp, status", _single),
    **_many("för vem, varför, syfte, innehåll, ger, finansiering, öppen fråga", _texts),
    **_many("mål, framgångsfaktor", _factor),
    **_many("tid, klar", lambda s: s.items(lambda: _dated(s))),
    "nyckeltal": _key_figure,
    "resultat": lambda s: [s.pick(("2026", "0999")), s.quantity()],
    "följs upp av": lambda s: s.items(lambda: _follow_up(s)),
    "kontrakt": lambda s: ["med", s.name(), s.text(), *(_period(s) if s.chance(40) else [])],
    "deltagare": lambda s: s.series(lambda: _member(s), ","),
    "etapp": lambda s: [s.name(), s.text()],
    "ska fyllas i": _to_fill,
    "i stället": lambda s: [s.text()],
    "ord": lambda s: s.items(lambda: _meaning(s)),
    "kanal": lambda s: s.items(lambda: _channel(s)),
    "om kanal": _channel,
    "om förväntan": _expectation,
    "om uppdragsväg": _way,
    "förväntan": lambda s: s.items(lambda: _expectation(s)),
    "kommunkod": lambda s: [s.pick(("0180", "1234"))],
    "sammanträder": lambda s: s.series(s.date, ","),
    "kallas även": lambda s: s.series(lambda: _alias(s), ","),
    "svar": lambda s: s.series(s.ref, s.pick((",", "eller"))),
    "år": lambda s: [s.pick(("2026", "0999")), s.quantity()],
    "sfs": lambda s: [s.pick(("2017:725", "1991:900"))],
    "eu": lambda s: [s.pick(("2016/679", "2024/1689"))],
    "kontrollerad": lambda s: [s.pick((s.date(), "inte")), *([s.text()] if s.chance(50) else [])],
    "delegeras": lambda s: [s.pick(("inte", "bara")), *(["till", *s.names()] if s.chance(50) else []), *s.when(50)],
    "lyfts till": lambda s: [s.name(), *s.when()],
    "senast": lambda s: [s.timepoint()],
    "gäller": _period,
    "gäller ärenden": lambda s: ["inledda", s.pick(("före", "från")), s.date()],
    "ersätter": lambda s: [s.pick((s.name(), s.text()))],
    "överordnad": lambda s: s.pick((["får", "alltid", "besluta"], ["får", "besluta", "vid", "frånvaro"])),
    "delegat": _delegate,
    "verkställs": lambda s: [*(["av", *s.ref()] if s.chance(60) else []), *s.when(50)],
    "förutsätter": _precondition,
    "krav på delegat": Scribe.expression,
    "ersättare": lambda s: [*(["för", s.name()] if s.chance(40) else []), *s.turn()],
    "vidaredelegeras": lambda s: s.pick((["inte"], ["av", *s.names(), *s.when(50)])),
    "anmäls": _reported,
    "överklagas": lambda s: s.pick((["inte"], ["genom", s.name(), *(["hos", s.text()] if s.chance(50) else [])])),
    **_many("lagrum, paragrafer, stänger av", lambda s: s.series(s.law, ",")),
    "motsvarighet": lambda s: [s.law(), "är", *(["kanske"] if s.chance(40) else []), s.law()],
    "tak": Scribe.expression,
    "granskad": lambda s: [s.date()],
    "betyder": lambda s: [s.text()],
    "innefattar": lambda s: [*(["inte"] if s.chance(40) else []), *s.texts()],
    "tidigare nummer": lambda s: [token for token in s.series(s.point, ",") if token != MAY],
    **_many("person, kännetecken, kallades", Scribe.texts),
    **_many("fråga, om gräns", lambda s: [s.text()]),
    "givet": lambda s: s.series(lambda: _fact(s), ","),
    "datum": lambda s: [s.date()],
    "beslutat av": Scribe.ref,
    "bortse från": lambda s: [s.pick(("SR302", "SR999")), s.text(), *(["till", s.date()] if s.chance(40) else [])],
}  # fmt: skip

files = st.builds(
    lambda kinds, random: Scribe(random).file(kinds),
    st.lists(st.sampled_from(sorted(BLOCKS)), min_size=1, max_size=4),
    st.randoms(use_true_random=True),
)
untidy = settings(max_examples=800, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(text: str) -> ast.Document:
    """The tree; the scribe writes nothing that cannot be read."""
    source = SourceText.of("prov.styr", text)
    document, diagnostics = parse_source(source)
    assert not diagnostics, [
        (str(found.place), found.message, text.split("\n")[found.place.line - 1])
        for found in diagnostics
        if found.place
    ]
    return document


def formatted(text: str) -> str:
    outcome = format_source(SourceText.of("prov.styr", text))
    assert isinstance(outcome, Formatted), outcome
    return outcome.text


_NAMED = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, NAMES), key=len, reverse=True))})(?![\w.-])"
)


def names_before_each_comment(text: str) -> list[int]:
    """How many names have been written when each comment begins: names are never rewritten, and no comment holds one."""
    counts, seen = [], 0
    for line in split_lines(text):
        seen += len(_NAMED.findall(line.content))
        counts += [seen] if line.comment else []
    return counts


def test_the_scribe_knows_every_clause() -> None:
    assert set(CLAUSES) == set(CLAUSE_KEYWORDS)


def test_formatting_keeps_the_meaning_and_every_comment_in_its_place() -> None:
    met_clauses: set[tuple[str, str]] = set()
    met_values: set[type] = set()

    @untidy
    @given(files)
    def keeps(text: str) -> None:
        before = read(text)
        once = formatted(text)
        after = read(once)
        assert after.blocks == before.blocks
        assert comments_of(after.source) == comments_of(before.source)
        assert names_before_each_comment(once) == names_before_each_comment(text)
        assert formatted(once) == once
        for block in before.blocks:
            met_clauses.update((block.header.kind, clause.keyword) for clause in block.clauses)
            met_values.update(type(clause.value) for clause in block.clauses)

    keeps()
    assert met_clauses == {(kind, keyword) for kind, shape in BLOCKS.items() for keyword in shape.clauses}
    assert {keyword for _, keyword in met_clauses} == set(CLAUSE_KEYWORDS)
    assert met_values == set(get_args(ast.ClauseValue))


@settings(untidy, max_examples=150)
@given(files)
def test_the_canonical_form_is_tidy(text: str) -> None:
    once = formatted(text)
    assert once.endswith("\n")
    assert not once.startswith("\n")
    assert "\n\n\n" not in once
    for line in once.split("\n"):
        said = line.removesuffix(next(iter(comments_of(SourceText("", line))), ""))
        assert not re.search("[\t\u00a0\u202f]", said), line
        assert " |" in said or not re.search("[“”]", re.sub("»[^«]*«", "", said)), (
            line
        )  # cells stand as written
        assert not line or line == line.rstrip()
        assert re.match(r"(?:(?: {4}| {8,})\S|\S|$)", line), line


@settings(untidy, max_examples=150)
@given(files)
def test_a_block_is_printed_without_its_file(text: str) -> None:
    for block in read(text).blocks:
        assert read(print_block(block)).blocks == (block,)
