"""An answer as people read it: first who decides, then what matters, each line with its label in front."""

from collections.abc import Iterator
from datetime import date

from styrregler.model import Outcome, RuleKind, Verdict
from styrregler.query.answer import Answer, AppealRoute, CheckResult, Decider, Duty, ReportDuty, UnlessCase
from styrregler.values import Timing

LABEL = 14
_STAGES = {
    "time": "tid",
    "scope": "räckvidd",
    "competence": "behörighet",
    "priority": "företräde",
    "conditions": "villkor",
}
_VERDICTS = {
    Verdict.RIGHT: "Rätt beslutsfattare",
    Verdict.WRONG_DECIDER: "Fel beslutsfattare",
    Verdict.BEYOND_LIMIT: "Över gränsen",
    Verdict.BARRED: "Spärrat i lag",
    Verdict.CANNOT_TELL: "Kan inte avgöras",
}


def render_answer(answer: Answer, *, explain: bool = False) -> str:
    """The answer; with ``explain`` also the chain, what it was not, and where it stands."""
    lines = [headline(answer), *_labelled(answer, explain=explain)]
    return "\n".join(lines)


def render_check(result: CheckResult, *, explain: bool = False) -> str:
    """The verdict and its reason, then the answer itself."""
    lines = [f"{_VERDICTS[result.verdict]}: {result.reason}"]
    lines += [labelled("saknas", each.question) for each in result.missing]
    return "\n".join([*lines, "", render_answer(result.answer, explain=explain)])


def headline(answer: Answer) -> str:
    """One sentence: who decides."""
    who = joined(answer.deciders)
    match answer.outcome:
        case Outcome.DECIDES:
            return f"{who} beslutar"
        case Outcome.RESERVED:
            return f"{who} beslutar; beslutet är förbehållet och inte delegerat"
        case Outcome.DEFAULT:
            why = "ingen delegat eller ersättare kan" if answer.rules else "ärendet inte är delegerat"
            return f"{who} beslutar, eftersom {why}"
        case Outcome.DEPENDS:
            return "Det beror på " + " och ".join(each.fact for each in answer.missing)
        case Outcome.CONFLICT:
            return f"Reglerna motsäger varandra: {answer.conflict}"
        case Outcome.EXECUTION:
            return f"{_no_decision(answer)}{': ' + who if who else ''}"


def _no_decision(answer: Answer) -> str:
    """What it is when nobody decides anything."""
    if any(row.kind is RuleKind.GENERAL for row in answer.rules):
        return f"{answer.matter.title}: en allmän regel i ordningen"
    task = any(row.execution is not None and row.execution.task for row in answer.rules)
    return "Arbetsuppgift, inget beslut" if task else "Verkställighet, inget beslut"


def joined(deciders: tuple[Decider, ...]) -> str:
    """«Enhetschef eller It-chef (om …)»: each on their own."""
    texts = []
    for each in deciders:
        text = each.title
        if each.instead_of:
            text += f" (i stället för {each.instead_of})"
        if each.condition:
            text += f" (om {each.condition})"
        texts.append(text)
    return " eller ".join(texts)


def labelled(label: str, text: str) -> str:
    """A line with its label in front; without one it goes on from the line above."""
    return f"  {label:<{LABEL}}{text}".rstrip()


def _labelled(answer: Answer, *, explain: bool) -> Iterator[str]:
    matter = answer.matter
    where = (
        f" ({matter.body_title}, punkt {matter.number})"
        if matter.number
        else f" ({matter.body_title})"
        if matter.body_title
        else ""
    )
    yield labelled("ärende", f"{matter.title}{where}")
    if answer.outcome is Outcome.DEPENDS:
        yield from _cases(answer)
    else:
        yield from _duties(answer)
    for line in answer.extra:
        yield labelled(line.label, line.text)
    if explain:
        yield from _explanation(answer)


def _cases(answer: Answer) -> Iterator[str]:
    for branch in answer.branches:
        short = headline(branch.answer).removesuffix(" beslutar")
        yield f"    när {branch.when}: {short}"
    if not answer.branches:
        yield "    för många fall för att visas: besvara frågorna i tur och ordning"
    for number, each in enumerate(answer.missing):
        yield labelled("fråga först" if number == 0 else "sedan", each.question)


def _duties(answer: Answer) -> Iterator[str]:
    if answer.outcome is Outcome.CONFLICT:
        yield from _against_each_other(answer)
    elif answer.sources and answer.rules:
        adopted = answer.sources[0].adopted
        yield labelled("grund", f"{answer.matter.order}" + (f", beslutad {adopted}" if adopted else ""))
    if answer.law:
        yield labelled(
            "lagrum",
            ", ".join(
                each.text + (f" (upphävd {each.repealed})" if each.repealed else "") for each in answer.law
            ),
        )
    taken = {each.party for each in answer.deciders}
    for unless in answer.unless:
        if unless.outcome is Outcome.CONFLICT or {each.party for each in unless.deciders} != taken:
            yield labelled("men om", _unless(unless))
    if answer.also_competent:
        yield labelled("även behörig", joined(answer.also_competent))
    for text in answer.conditions:
        yield labelled("villkor", text)
    for step in answer.requires:
        yield labelled("före beslut", step.text + (f" (när {step.condition})" if step.condition else ""))
    for duty in answer.consult:
        yield labelled("samråd med", duty_text(duty))
    for duty in answer.inform:
        yield labelled("informera", duty_text(duty))
    for report in answer.report:
        yield labelled("anmäls", reported(report))
    if answer.substitutes:
        yield labelled("ersättare", ", därefter ".join(map(_substitute, answer.substitutes)))
    if answer.superiors:
        when = " (bara vid frånvaro)" if answer.superiors[0].only_in_absence else " (får alltid besluta)"
        yield labelled("överordnad", ", ".join(each.title for each in answer.superiors) + when)
    if answer.subdelegation and answer.subdelegation != "nej":
        yield labelled("vidare", f"får vidaredelegeras {answer.subdelegation}")
    if answer.appeal is not None and answer.appeal.decided:
        yield labelled("överklagas", route(answer.appeal))
    for text in answer.remarks:
        yield labelled("anmärkning", text)


def _against_each_other(answer: Answer) -> Iterator[str]:
    """The rows that contradict each other, each with its place."""
    for row in answer.rules:
        yield labelled("rad", f"{row.label} ({row.place.path}:{row.place.line})")


def _substitute(substitute: Decider) -> str:
    notes = [f"för {substitute.instead_of}"] if substitute.instead_of else []
    notes += [f"om {substitute.condition}"] if substitute.condition else []
    return substitute.title + (f" ({', '.join(notes)})" if notes else "")


def route(appeal: AppealRoute) -> str:
    if not appeal.route:
        return "inte"
    to = f" hos {appeal.to}" if appeal.to else ""
    timing = f", {appeal.timing}" if appeal.timing else ""
    law = f" ({', '.join(appeal.law)})" if appeal.law else ""
    return f"genom {appeal.route}{to}{timing}{law}"


def _unless(unless: UnlessCase) -> str:
    who = joined(unless.deciders)
    return (
        f"{unless.when}: {who}"
        if unless.outcome is not Outcome.CONFLICT
        else f"{unless.when}: då motsäger reglerna varandra"
    )


def duty_text(duty: Duty) -> str:
    return f"{duty.title}{_timing(duty.timing, duty.deadline)}" + (
        f" (när {duty.condition})" if duty.condition else ""
    )


def reported(report: ReportDuty) -> str:
    if not report.decided:
        return "ordningen säger inte om beslutet ska anmälas"
    if report.to is None:
        return "inte" + (f" (när {report.condition})" if report.condition else "")
    via = f" via {report.via}" if report.via else ""
    form = f" som {report.form}" if report.form else ""
    return f"till {report.title}{via}{_timing(report.timing, report.deadline)}{form}" + (
        f" (när {report.condition})" if report.condition else ""
    )


def _timing(timing: Timing | None, deadline: date | None) -> str:
    if timing is None:
        return ""
    return f" {timing}" + (f" ({deadline})" if deadline and str(deadline) not in str(timing) else "")


def _explanation(answer: Answer) -> Iterator[str]:
    if answer.chain:
        yield "  kedjan"
    for link in answer.chain:
        if link.missing:
            yield f"    {link.giver} → {link.receiver}: länken saknas i reglerna"
        else:
            number = f", {link.number}" if link.number else ""
            adopted = f" ({link.adopted})" if link.adopted else ""
            yield f"    {link.giver} → {link.receiver}: {link.document}{number}{adopted}"
    if answer.excluded:
        yield "  inte"
    for each in answer.excluded:
        number = f"{each.rule} " if each.rule else ""
        yield f"    {number}{each.title}: {each.reason} [{_STAGES[each.stage]}]"
    if answer.sources:
        yield "  står i"
    for source in answer.sources:
        yield f"    {source.place.path}:{source.place.line}" + (
            f" (beslutad {source.adopted})" if source.adopted else ""
        )
    receipt = answer.receipt
    facts = ", ".join(f"{name} {value}" for name, value in receipt.facts.items()) or "inga"
    yield labelled("kvitto", f"{receipt.ruleset} {receipt.version}, {receipt.on}, uppgifter: {facts}")
