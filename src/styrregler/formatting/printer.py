"""Every clause value as text: the exact opposite of syntax/builder.

In: a clause of :mod:`styrregler.syntax.ast`, from a file or made by hand.  Out: its canonical text, or a layout that
comments can be put into.  Words, their order and the numbers of points are as in the tree; only how they are spaced,
quoted and broken into lines is decided here and in ``layout``.
"""

from typing import assert_never

from styrregler.formatting import parts
from styrregler.formatting.goals import goal_layout
from styrregler.formatting.layout import APART, Item, Layout, Piece, clause_lines
from styrregler.formatting.parts import Pieces
from styrregler.syntax import ast

_OWN_LINES = ("villkor", "anmärkning", "skydd", "gör", "undvik")
"""Clauses whose texts stand on a line each, without commas."""
_TIMED = ("steg",)
"""Clauses in which time is the column beside who."""
_OPENING = ("fas", "slut")
"""Clauses that stand as headers do, out of the columns."""
_UNBROKEN = ("tidigare nummer",)
"""Clauses whose list the grammar keeps on one line."""


def print_clause(clause: ast.Clause) -> str:
    """The clause as it stands in its block, with its indent; no line feed after the last line.

    Raises ValueError for a text that holds both kinds of quotation marks.
    """
    return "\n".join(clause_lines(layout_of(clause)))


def layout_of(clause: ast.Clause) -> Layout:
    """The clause taken apart into keyword, pieces and conditions."""
    keyword, value = clause.keyword, clause.value
    match value:
        case ast.Deciders(items):
            return Layout(keyword, tuple(map(_decider, items)), APART)
        case ast.NotedList(items):
            return Layout(keyword, tuple(map(_stage if keyword in _TIMED else _noted, items)), APART)
        case ast.Ways(items):
            return Layout(keyword, tuple(map(_way, items)))
        case ast.ChannelLines(items):
            return Layout(keyword, tuple(map(_channel, items)), APART)
        case ast.Expectations(items):
            return Layout(keyword, tuple(map(_expected, items)), APART)
        case ast.Measures(items):
            return Layout(keyword, tuple(map(_measure, items)), APART)
        case ast.Acceptances(items):
            return Layout(keyword, tuple(map(_acceptance, items)), APART)
        case ast.Escalated(name, when):
            return _whole(keyword, parts.word(name), when)
        case ast.Titled(name, title) if keyword not in _OPENING:
            return _plain(keyword, f"{name.text} {parts.quoted(title.value)}")
        case ast.Titled(name, title):
            return _whole(f"{keyword} {name.text} {parts.quoted(title.value)}", ())
        case ast.Onwards(items):
            return Layout(keyword, tuple(map(_onward, items)), APART)
        case ast.Steps(items):
            return Layout(keyword, tuple(map(_step, items)), APART)
        case ast.Referrals(items):
            return Layout(keyword, tuple(map(_referral, items)), APART)
        case ast.Back(earlier, reason):
            return _plain(keyword, earlier.text + (f" {parts.quoted(reason.value)}" if reason else ""))
        case ast.Latest(timing) if keyword == timing.kind.value:
            return _plain(keyword, str(timing).removeprefix(f"{keyword} "))
        case ast.KeyFigure() | ast.Contract() | ast.Factor() | ast.Members() | ast.Plan() | ast.ToFill():
            return goal_layout(keyword, value)
        case ast.Meanings(items):
            return Layout(keyword, tuple(map(_meaning, items)), APART)
        case ast.Texts(texts) if keyword in _OWN_LINES:
            return Layout(keyword, tuple(Item(parts.text(text)) for text in texts))
        case ast.Numbers(numbers) if keyword in _UNBROKEN:
            return _plain(keyword, ", ".join(number.text for number in numbers))
        case ast.Turn(refs, only_for):
            return _whole(f"{keyword} för {only_for.text}" if only_for else keyword, parts.in_turn(refs))
        case ast.Yearly(year, amount):
            return _plain(f"{keyword} {year:04}", str(amount))
        case ast.Includes(negated, texts):
            return _whole(
                f"{keyword} inte" if negated else keyword, parts.joined(map(parts.text, texts), ",")
            )
        case ast.Execution(by, when):
            return _whole(f"{keyword} av" if by else keyword, parts.ref(by) if by else (), when)
        case ast.Delegable(only, kinds, when):
            to = parts.prefixed("till ", parts.names(kinds)) if kinds else ()
            return _whole(f"{keyword} {'bara' if only else 'inte'}", to, when)
        case ast.Reported(to, when=when):
            return _whole(f"{keyword} till" if to else f"{keyword} inte", _reported(value), when)
        case ast.SubDelegable(by, when):
            return _whole(keyword, parts.prefixed("av ", parts.names(by)) if by else (Piece("inte"),), when)
        case ast.Lifted(to, when):
            return _whole(keyword, parts.word(to), when)
        case ast.Condition(when):
            return _whole(keyword, (), when)
        case ast.SetAside():
            return _plain(keyword, _set_aside(value))
        case ast.Precondition(when=when):
            return _plain(keyword, _precondition(value), when)
        case _:
            return _whole(keyword, _value(value))


def _whole(head: str, what: Pieces, when: ast.Expr | None = None) -> Layout:
    """A clause of one item; nothing but the keyword when there is neither what nor when."""
    return Layout(head, (Item(what, parts.condition(when)),) if what or when else ())


def _plain(head: str, what: str, when: ast.Expr | None = None) -> Layout:
    return _whole(head, (Piece(what),), when)


Value = (
    ast.Single | ast.Names | ast.Number | ast.Numbers | ast.Dates | ast.Aliases | ast.Answers | ast.Verified | ast.Latest
    | ast.Adoption | ast.InForce | ast.Opened | ast.Replaces | ast.Superior | ast.UnknownDelegate | ast.DelegateAs
    | ast.OwnRight | ast.Requirement | ast.Appeal | ast.LegalRefs | ast.Equivalent | ast.Texts | ast.GivenFacts | ast.DecidedBy
)  # fmt: skip
"""What stands whole after its keyword."""


def _value(value: Value) -> Pieces:
    match value:
        case ast.Single(name):
            return parts.word(name)
        case ast.Names(names):
            return parts.names(names)
        case ast.Numbers(numbers):
            return parts.names(numbers)
        case ast.Dates(dates):
            return parts.joined([(Piece(str(day)),) for day in dates], ",")
        case ast.Aliases(aliases):
            return parts.joined(map(_alias, aliases), ",")
        case ast.Answers(refs, each):
            return parts.refs(refs, " eller" if each else ",")
        case ast.Requirement(when):
            return parts.expression(when)
        case ast.LegalRefs(refs):
            return parts.joined([(Piece(str(law), span.start),) for law, span in refs], ",")
        case ast.Equivalent((old, at), (new, _), sure):
            is_now = "är" if sure else "är kanske"
            return (Piece(f"{old} {is_now} {new}", at.start),)
        case ast.Texts(texts):
            return parts.joined(map(parts.text, texts), ",")
        case ast.GivenFacts(facts):
            return parts.joined(map(_given, facts), ",")
        case ast.DecidedBy(ref):
            return parts.ref(ref)
        case ast.OwnRight(ref, law):
            return parts.suffixed(parts.ref(ref), f" enligt {law}" if law else "")
        case _:
            return (Piece(_sentence(value)),)


Sentence = (
    ast.Number | ast.Verified | ast.Latest | ast.Adoption | ast.InForce | ast.Opened | ast.Replaces | ast.Superior
    | ast.UnknownDelegate | ast.DelegateAs | ast.Appeal
)  # fmt: skip
"""What can never be broken into lines."""


def _sentence(value: Sentence) -> str:
    match value:
        case ast.Number(number):
            return number
        case ast.Verified(day, note):
            return (str(day) if day else "inte") + (f" {parts.quoted(note.value)}" if note else "")
        case ast.Latest(timing):
            return str(timing).removeprefix("senast ")
        case ast.Adoption(day, section, reference):
            return (
                f"{day}"
                + (f" § {section}" if section else "")
                + (f", dnr {parts.quoted(reference)}" if reference else "")
            )
        case ast.InForce(period):
            return str(period)
        case ast.Opened(before, day):
            return f"inledda {'före' if before else 'från'} {day}"
        case ast.Replaces(order):
            return parts.word_or_text(order)
        case ast.Superior(always):
            return "får alltid besluta" if always else "får besluta vid frånvaro"
        case ast.UnknownDelegate(reason):
            return f"okänd {parts.quoted(reason.value)}"
        case ast.DelegateAs(order, number):
            return f"enligt {parts.word_or_text(order)} punkt {number.text}"
        case ast.Appeal(route, to):
            return (
                "inte"
                if route is None
                else f"genom {route.text}" + (f" hos {parts.quoted(to.value)}" if to else "")
            )
        case _:
            assert_never(value)


# ---------- items and members of lists


def _decider(item: ast.Decider) -> Item:
    when = (Piece("annars"),) if item.otherwise else parts.condition(item.when)
    return Item(parts.refs(item.refs, " eller"), when)


def _noted(item: ast.Noted) -> Item:
    who = parts.refs(item.refs, ",")
    if item.occasions:
        occasions = parts.prefixed("i ", parts.names(item.occasions))
        timed = parts.suffixed(occasions, f" {item.timing}") if item.timing else occasions
        if item.when is None:
            return Item(who, timed)
        # The line may not end between the last of them and «när».
        *earlier, last = timed
        return Item(who, (*earlier, *parts.prefixed(f"{last.text} ", parts.condition(item.when))))
    return Item(parts.suffixed(who, f" {item.timing}") if item.timing else who, parts.condition(item.when))


def _stage(item: ast.Noted) -> Item:
    who, when = parts.refs(item.refs, ","), parts.condition(item.when)
    if item.timing is None:
        return Item(who, when)
    # The line may not end between the time and «när».
    return Item(who, parts.prefixed(f"{item.timing} ", when) if when else (Piece(str(item.timing)),))


def _way(item: ast.Way) -> Item:
    how = f" genom {item.through.text}" if item.through else f" via {item.via.text}" if item.via else ""
    return Item((Piece(f"{item.sender.text} till {item.receiver.text}{how}", item.sender.span.start),))


def _channel(item: ast.ChannelLine) -> Item:
    via = f" via {item.via.text}" if item.via else ""
    who = Piece(f"{item.sender.text} till {item.receiver.text}{via}", item.sender.span.start)
    return Item((who,), parts.prefixed("i fas ", parts.names(item.phases)) if item.phases else ())


def _expected(item: ast.Expected) -> Item:
    who = f"{item.by.text} på {item.of.text}" if item.by else item.of.text
    return Item((Piece(who, (item.by or item.of).span.start),), parts.text(item.text))


def _measure(item: ast.Measure) -> Item:
    what = (*parts.refs(item.refs, ","), *parts.text(item.text))
    when = parts.condition(item.when)
    if item.timing is None:
        return Item(what, when)
    # The line may not end between the time and «när».
    return Item(what, parts.prefixed(f"{item.timing} ", when) if when else (Piece(str(item.timing)),))


def _acceptance(item: ast.Acceptance) -> Item:
    return Item(parts.word(item.body), (Piece(_sentence(item.adoption)),))


def _onward(item: ast.Onward) -> Item:
    return Item(parts.word(item.to), (Piece("annars"),) if item.otherwise else parts.condition(item.when))


def _step(item: ast.Step) -> Item:
    who = parts.word(item.who) if item.who else ()
    return Item((*who, *parts.text(item.text)), (Piece(str(item.timing)),) if item.timing else ())


def _referral(item: ast.Referral) -> Item:
    return Item(parts.names(item.names), (Piece(str(item.timing)),) if item.timing else ())


def _meaning(item: ast.Meaning | ast.Belonging) -> Item:
    words = parts.joined(map(parts.text, item.words), ",")
    match item:
        case ast.Meaning(means=means):
            says = f"betyder {parts.quoted(means.value)}"
        case ast.Belonging(owner=owner):
            says = f"hör till {parts.quoted(owner.value)}"
        case _:
            assert_never(item)
    return Item(words, (Piece(says),))


def _reported(value: ast.Reported) -> Pieces:
    if value.to is None:
        return ()
    words = [value.to.text]
    words += [f"via {value.via.text}"] if value.via else []
    words += [str(value.timing)] if value.timing else []
    words += [f"som {value.form.text}"] if value.form else []
    return (Piece(" ".join(words)),)


def _precondition(value: ast.Precondition) -> str:
    if value.law:
        return f"{value.step.text} enligt {value.law}"
    if value.by:
        (by,) = parts.ref(value.by)
        return f"{value.step.text} {'från' if value.granted else 'av'} {by.text}"
    return value.step.text


def _set_aside(value: ast.SetAside) -> str:
    until = f" till {value.until}" if value.until else ""
    return f"{value.code.text} {parts.quoted(value.reason.value)}{until}"


def _alias(alias: ast.Alias) -> Pieces:
    if alias.fact is None:
        return parts.text(alias.text)
    value = alias.value.text if isinstance(alias.value, ast.Word) else alias.value
    bound = f" med {alias.fact.text}" + (f" {value}" if value is not None else "")
    return parts.suffixed(parts.text(alias.text), bound)


def _given(fact: ast.GivenFact) -> Pieces:
    match fact.value:
        case None:
            said = fact.name.text
        case ast.Word(answer):
            said = f"{fact.name.text} är {answer}"
        case amount:
            said = f"{fact.name.text} {amount}"
    return (Piece(said, fact.name.span.start),)
