"""References to statutes: both ways in, one way out."""

import re

from attrs import field, frozen

from styrregler.values.fault import Fault

PARAGRAPHS = ("första", "andra", "tredje", "fjärde", "femte", "sjätte")
_SECTION = r"\d+(?: ?[a-z](?!\w))?"
_LONG = re.compile(
    rf"(?:(?P<chapter>{_SECTION}) kap\.? ?)?"
    rf"(?:(?P<sections>{_SECTION}(?:(?:, ?| ?(?:och|eller) | ?[–-] ?){_SECTION})*) ?§{{1,2}} ?)?"
    rf"(?:(?P<paragraph>{'|'.join(PARAGRAPHS)}) stycket ?)?"
    rf"(?:(?:punkt(?:en)? )?(?P<item>\d+(?: ?[a-z](?!\w))?) ?)?"
    r"(?P<act>[^\W\d_][\w-]*)"
)
_SHORT = re.compile(rf"(?P<act>[^\W\d_][\w-]*) (?P<chapter>{_SECTION}):(?P<sections>{_SECTION})")

_ARTICLE = re.compile(
    r"(?:artikel|art\.) ?(?P<article>\d+(?:\.\d+)?(?: ?[a-z](?!\w))?) (?P<act>[^\W\d_][\w-]*)"
)


@frozen
class LegalRef:
    """A place in a statute.

    ``act`` as written (an abbreviation or a name), ``chapter`` and ``sections`` as text («19 a», ("3", "5–7")), all
    but the act possibly missing. An act of the European Union has an ``article`` instead. Which statute the abbreviation means depends on the day and is not known here.
    """

    act: str
    chapter: str = ""
    sections: tuple[str, ...] = ()
    paragraph: int = 0
    item: str = ""
    article: str = ""
    text: str = field(default="", eq=False)
    """As it stood in the source."""

    @property
    def places(self) -> tuple[tuple[str, str], ...]:
        """Each section by itself as (chapter, section), ranges spelt out: «8 a–8 c» is three, and so is «3–5».

        A range of plain numbers holds plain numbers only: whether an act has a section «4 a» does not follow from it.
        """
        return tuple((self.chapter, each) for part in self.sections for each in _spelt_out(part))

    def __str__(self) -> str:
        if self.article:
            return f"artikel {self.article} {self.act}"
        parts = [f"{self.chapter} kap."] if self.chapter else []
        if self.sections:
            *head, last = self.sections
            joined = f"{', '.join(head)} och {last}" if head else last
            parts.append(f"{joined} {'§§' if head or '–' in joined else '§'}")
        if self.paragraph:
            parts.append(f"{PARAGRAPHS[self.paragraph - 1]} stycket")
        if self.item:
            parts.append(self.item)
        return " ".join([*parts, self.act])


def parse_legal_ref(text: str) -> LegalRef | Fault:
    """Read «6 kap. 38 § första stycket 1 KL», «KL 6:38», «7 kap. 3, 5 och 6 §§ PBL», «9 kap. PBL», «artikel 33 GDPR» or «AML»."""
    plain = re.sub(r"[ \u00a0\u202f]+", " ", text.strip())
    if match := _SHORT.fullmatch(plain):
        return LegalRef(match["act"], _spaced(match["chapter"]), (_spaced(match["sections"]),), text=text)
    if match := _ARTICLE.fullmatch(plain):
        return LegalRef(match["act"], article=_spaced(match["article"]), text=text)
    if match := _LONG.fullmatch(plain):
        sections = tuple(
            re.sub(r" ?[–-] ?", "–", _spaced(part))
            for part in re.split(r", ?| och | eller ", match["sections"] or "")
            if part
        )
        paragraph = PARAGRAPHS.index(match["paragraph"]) + 1 if match["paragraph"] else 0
        return LegalRef(
            match["act"],
            _spaced(match["chapter"] or ""),
            sections,
            paragraph,
            _spaced(match["item"] or ""),
            text=text,
        )
    return Fault(f"«{text}» är ingen hänvisning till lag", "skriv «6 kap. 38 § KL» eller «KL 6:38»")


def _spelt_out(part: str) -> list[str]:
    first, _, last = part.partition("–")
    if not last:
        return [first]
    (low, low_letter), (high, high_letter) = (
        (int(number), letter) for number, _, letter in (end.partition(" ") for end in (first, last))
    )
    if low == high and low_letter and high_letter:
        return [f"{low} {chr(code)}" for code in range(ord(low_letter), ord(high_letter) + 1)]
    between = [str(number) for number in range(low + 1, min(high, low + 1000))]
    return [first, *between, last]


def _spaced(section: str) -> str:
    """«19a» and «19 a» are the same section."""
    return re.sub(r"(\d) ?([a-z])$", r"\1 \2", section)
