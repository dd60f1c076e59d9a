"""A plugin that does everything right, in one module: what the tests install beside the hostile ones."""

GOOD = '''
from attrs import frozen
from styrregler.plugins import (
    Command, Exporter, ExtraLine, Holding, Importer, Remark, Renderer, Reply, RuleText, Severity, check, hookimpl,
)

@frozen
class Options:
    ord: str = "bidrag"
    namn: tuple[str, ...] = ()

@hookimpl
def checks(options):
    @check("GOD101", "ordet finns", Severity.WARNING)
    def look(review):
        """Ordet finns i titeln.

        Det gör inget."""
        for order, rule in review.rows():
            if options.ord in rule.title.casefold():
                yield Remark.on(rule, order, f"här står «{options.ord}»", why="så är det", remedy="skriv annat")
    return [look]

@hookimpl
def rule_texts():
    return [RuleText("god.styr", 'uppgift godhet "Hur god är den?"\\n    svar              god, ond\\n')]

@hookimpl
def known_values(question):
    return {"belopp": 4000, "godhet": "god"}

@hookimpl
def holders():
    return [Holding("socialchef", "Siv Chef")]

@hookimpl
def absent(on):
    return ["enhetschef"] if on.year == 2030 else []

@hookimpl
def answer_lines(answer):
    return [ExtraLine("ärendekort", f"https://arenden.example/{answer.matter.id}")]

@hookimpl
def commands():
    return [Command("hej", "Säg hej.", lambda asked: Reply("hej " + " ".join(asked.arguments)))]

@hookimpl
def importers():
    return [Importer("lista", "Läs en lista.", lambda asked: "".join(
        f'innehavare {role} "{person}"\\n    gäller från 2026-01-01\\n'
        for role, person in (word.split("=") for word in asked.arguments)))]

@hookimpl
def exporters():
    return [Exporter("roller", "Alla roller.", lambda asked: "".join(f"{each}\\n" for each in asked.rules.corpus.roles))]

@hookimpl
def renderers():
    return [Renderer("kort", "Bara vem.", lambda answer, rules: " ".join(each.title for each in answer.deciders))]
'''
KINDS = (
    "checks", "rules", "values", "people", "answers", "commands", "importers", "exporters", "renderers",
)  # fmt: skip
