"""SR456: a group, or the demand on groups, that names a role which the board does not have."""

from collections.abc import Iterator

from styrregler.checks.check import Remark, check
from styrregler.checks.review import Review
from styrregler.diagnostics import Severity
from styrregler.model import Body, Member
from styrregler.query.commissions import boards_of

_WORDS = ("ordförande", "nämndordförande", "vice-ordförande")


@check("SR456", "nämnden har inte rollen som gruppen nämner", Severity.WARNING)
def no_such_role(review: Review) -> Iterator[Remark]:
    """En grupp, eller ett uppdrags krav på grupperna, nämner en roll som nämnden inte har.

    Det kan vara «vice-ordförande» i en nämnd som inte har någon sådan, eller en annan nämnds ordförande. En nämnd under
    uppstart räknas inte.

    Lägg till rollen på nämnden, till exempel `vice ordförande`, eller ändra gruppen.
    """
    corpus = review.rules.corpus
    officers = {
        role: name for name, body in corpus.bodies.items() for role in (body.chair, *body.vice_chairs) if role
    }
    for commission in review.in_force(corpus.commissions):
        for board in boards_of(commission, review.rules):
            body = corpus.bodies[board]
            for part in commission.members:
                if not body.being_set_up and _lacks(body, part):
                    yield _told(body, part, commission.agreed.title)
    for group in corpus.work_groups:
        own = corpus.bodies.get(group.body)
        if own is None or own.being_set_up:
            continue
        for part in group.members:
            other = officers.get(part.name, own.name)
            if _lacks(own, part):
                yield _told(own, part, group.title)
            elif other != own.name and part.name not in (own.chair, *own.vice_chairs):
                yield Remark(
                    f"{part.name} hör till {other}, inte till {own.name}",
                    part.place,
                    why=f"{group.title} är en grupp i {own.name}",
                    remedy=f"skriv en roll i {own.name}"
                    + (f", till exempel «{own.chair}»" if own.chair else ""),
                    heading=group.title,
                )


def _lacks(body: Body, part: Member) -> bool:
    if part.count is not None or part.name not in _WORDS:
        return False
    return not (body.vice_chairs if part.name == "vice-ordförande" else body.chair)


def _told(body: Body, part: Member, heading: str) -> Remark:
    keyword = "vice ordförande" if part.name == "vice-ordförande" else "ordförande"
    return Remark(
        f"{body.title} har ingen {keyword}",
        part.place,
        why="gruppen ska ha en sådan deltagare, och nämnden har ingen",
        remedy=f"lägg till «{keyword} …» på {body.name}, eller ändra «deltagare»",
        heading=heading,
    )
