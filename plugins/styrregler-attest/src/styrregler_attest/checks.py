"""The checks of the attest list."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path

from attrs import frozen

from styrregler.plugins import Check, Remark, Review, Severity, check, hookimpl
from styrregler_attest.lists import AttestList, Form, load_list
from styrregler_attest.options import Options

__all__ = ["Options", "checks", "checks_of"]


@frozen(slots=False)
class Lazy:
    """The list, read when a check first looks."""

    folder: Path
    options: Options

    @cached_property
    def whole(self) -> AttestList:
        return load_list(self.folder, self.options.lista)


@hookimpl
def checks(options: Options, folder: Path) -> Iterable[Check]:
    """The plugin's checks."""
    lazy = Lazy(folder, options)
    return checks_of(lambda: lazy.whole, options.minst)


def checks_of(whole: Callable[[], AttestList], least: int) -> list[Check]:
    """The checks of one list."""

    @check("ATT101", "för få attesterar koden", Severity.ERROR)
    def too_few(_: Review) -> Iterator[Remark]:
        """Färre roller än reglerna kräver attesterar en kod.

        Minst två personer ska ha sett en betalning. Lägg till den roll som saknas i attestlistan.
        """
        for code, entries in whole().codes().items():
            roles = {each.role for each in entries}
            if len(roles) < least:
                yield Remark(
                    f"koden {code} har {len(roles)} {'roll' if len(roles) == 1 else 'roller'} av minst {least}",
                    entries[0].place,
                    why="en betalning ska ha setts av mer än en person",
                    remedy="lägg till en rad med en annan roll",
                )

    @check("ATT102", "samma roll har båda attesterna", Severity.ERROR)
    def same_role(_: Review) -> Iterator[Remark]:
        """Den som tar emot det köpta får inte också besluta om betalningen.

        Annars kan en enda person både bekräfta och betala. Låt en annan roll ha den ena attesten.
        """
        for code, entries in whole().codes().items():
            received = {each.role for each in entries if each.form is Form.RECEPTION}
            told = set()
            for each in entries:
                if each.form is Form.DECISION and each.role in received and each.role not in told:
                    told.add(each.role)
                    yield Remark(
                        f"{each.role} har båda attesterna för koden {code}",
                        each.place,
                        why="samma person får aldrig attestera i båda rollerna",
                        remedy="låt en annan roll ha den ena attesten",
                    )

    @check("ATT103", "ingen beslutsattesterar de högsta beloppen", Severity.WARNING)
    def no_top(_: Review) -> Iterator[Remark]:
        """Ingen rad om beslutsattest för koden är utan gräns.

        Över den högsta gränsen kan fakturan inte betalas. Lämna `till` tomt för den som attesterar resten.
        """
        for code, entries in whole().codes().items():
            deciding = [each for each in entries if each.form is Form.DECISION]
            limits = [each.limit for each in deciding if each.limit is not None]
            if len(limits) == len(deciding):
                highest = f"över {max(limits):,} kr".replace(",", " ") if limits else "alls"
                yield Remark(
                    f"ingen beslutsattesterar koden {code} {highest}",
                    entries[0].place,
                    why="då kan fakturan inte betalas",
                    remedy="lägg till en rad med beslut där till är tom",
                )

    @check("ATT104", "rollen i attestlistan finns inte", Severity.ERROR)
    def unknown_role(review: Review) -> Iterator[Remark]:
        """Rollen i attestlistan finns inte i reglerna.

        Rollerna nämns med samma korta namn som i reglerna. Rätta stavningen, eller lägg till rollen.
        """
        for each in whole().entries:
            if each.role not in review.rules.corpus.roles:
                yield Remark(
                    f"rollen «{each.role}» finns inte",
                    each.place,
                    why="en roll som ingen har kan inte attestera",
                    remedy="rätta stavningen, eller lägg till rollen i reglerna",
                )

    @check("ATT105", "raden i attestlistan kan inte läsas", Severity.ERROR)
    def misread(_: Review) -> Iterator[Remark]:
        """En rad i attestlistan har inte rätt form.

        Kolumnerna är kod, område, roll, attest och till. Rätta raden; den är inte med förrän den går att läsa.
        """
        for each in whole().misread:
            yield Remark(
                each.reason,
                each.place,
                why="det som inte kan läsas är inte med i listan",
                remedy="kolumnerna är kod, område, roll, attest (beslut eller mottagning) och till (kronor)",
            )

    return [too_few, same_role, no_top, unknown_role, misread]
