"""SR412: an appointment by name that no longer holds, or of persons who hold no such role."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Appointment, Holder, Order, Party, Role, RoleRef


@check("SR412", "förordnandet gäller inte", Severity.WARNING)
def appointed(review: Review) -> Iterator[Remark]:
    """Förordnandet har gått ut, eller så har den som förordnats inte något sådant uppdrag.

    Ett förordnande pekar ut personer med namn, oftast ledamöter som får besluta när nämnden inte kan väntas in. Det
    gäller bara den tid som står där, och en person som har lämnat sitt uppdrag i nämnden har inte kvar rätten. JO har
    kritiserat nämnder för sådana förordnanden.

    Fatta ett nytt beslut och skriv in det som ett nytt `förordnande`. Ett gammalt får stå kvar när ett nytt gäller samma
    punkter. Vem som har vilket uppdrag kontrolleras bara när regelverket anger innehavare; en person som inte alls
    finns bland dem är en upplysning.
    """
    for order in review.orders:
        if not order.draft and order.appointments:
            yield from _ended(order, review)
            for each in order.appointments:
                if each.period.end is None or each.period.end >= review.on:
                    yield from _persons(each, order, review)


def _ended(order: Order, review: Review) -> Iterator[Remark]:
    lasting = {
        number
        for each in order.appointments
        if each.period.end is None or each.period.end >= review.on
        for number in each.numbers
    }
    newest: dict[str, Appointment] = {}
    for each in order.appointments:
        for number in each.numbers:
            if number not in lasting and each.period.end is not None:
                known = newest.get(number)
                if known is None or known.period.end is None or known.period.end < each.period.end:
                    newest[number] = each
    for each in dict.fromkeys(newest.values()):
        numbers = ", ".join(number for number, found in newest.items() if found == each)
        yield Remark(
            f"förordnandet gick ut {each.period.end}, och inget nytt finns för punkt {numbers}",
            each.place,
            why="ingen är längre förordnad för de punkterna",
            remedy="lägg till ett nytt «förordnande» när nämnden har beslutat det, eller ta bort det gamla",
            heading=f"{order.title} › {each.title}",
        )


def _persons(each: Appointment, order: Order, review: Review) -> Iterator[Remark]:
    holders = review.rules.corpus.holders
    if not holders:
        return
    wanted = _kinds(each, order, review)
    day = max(review.on, each.period.start or review.on)
    for person in each.persons:
        held = [holder for holder in holders if holder.person == person]
        now = [holder for holder in held if day in holder.period]
        heading = f"{order.title} › {each.title}"
        if not held:
            yield Remark(
                f"{person} är förordnad men innehar ingen roll i regelverket",
                each.place,
                why="andra personer har sina roller angivna, så det går inte att se vilket uppdrag personen har",
                remedy=f'lägg till «innehavare … "{person}"», eller rätta namnet',
                heading=heading,
                severity=Severity.INFO,
            )
        elif not now:
            last = max((holder.period.end for holder in held if holder.period.end), default=None)
            yield Remark(
                f"{person} är förordnad men har inget uppdrag"
                + (f" efter {last}" if last and last < day else ""),
                each.place,
                why="den som har lämnat sitt uppdrag har inte kvar rätten att besluta",
                remedy="låt nämnden förordna någon annan, eller rätta innehavarens tid",
                heading=heading,
            )
        elif wanted and not any(_kind(holder, review) in wanted for holder in now):
            yield Remark(
                f"{person} är förordnad men är inte {' eller '.join(sorted(wanted))}",
                each.place,
                why="punkterna ger rätten till ett annat slag av uppdrag",
                remedy="låt nämnden förordna någon som har ett sådant uppdrag",
                heading=heading,
            )


def _kinds(each: Appointment, order: Order, review: Review) -> set[str]:
    """The kinds of role that the points give the decision to; empty when they do not all say."""
    found: set[str] = set()
    for rule in review.rows_of(order):
        if rule.number in each.numbers:
            parties: list[Party] = [party for step in rule.alternatives for party in step.parties]
            parties += [rule.own_right.by] if rule.own_right else []
            kinds = {_role(party, review) for party in parties}
            if not kinds or None in kinds:
                return set()
            found |= {role.kind.value for role in kinds if role}
    return found


def _role(party: Party, review: Review) -> Role | None:
    return review.rules.corpus.roles.get(party.name) if isinstance(party, RoleRef) else None


def _kind(holder: Holder, review: Review) -> str:
    return review.rules.corpus.roles[holder.role].kind.value
