"""From sources to a rule set."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from styrregler.diagnostics import Diagnostic, Settings
from styrregler.resolve import resolve
from styrregler.ruleset import RuleSet
from styrregler.ruleset.uncollected import uncollected
from styrregler.syntax import parse_source, parse_sources
from styrregler.syntax.ast import Document
from styrregler.text import SourceText
from styrregler.workspace.folder import Folder, read_folder
from styrregler.workspace.policies import SHIPPED, policies_root


@cache
def shipped_documents() -> tuple[Document, ...]:
    """The statutes, yearly amounts, facts and everyday words that every rule set may use."""
    sources = [
        SourceText.of(f"{folder}/{file.name}", file.read_text(encoding="utf-8"))
        for folder in SHIPPED
        for file in sorted((policies_root() / folder).glob("*.styr"))
    ]
    return tuple(parse_source(source)[0] for source in sources)


@uncollected()
def compile_sources(
    sources: Sequence[SourceText],
    name: str = "",
    *,
    law: bool = True,
    found: Sequence[Diagnostic] = (),
    settings: Settings | None = None,
    bundles: Sequence[SourceText] = (),
) -> RuleSet:
    """Parse and resolve ``sources``; pure, given the shipped law. What they declare counts over ``bundles``."""
    parsed = parse_sources(sources)
    under = [parse_source(source) for source in bundles]
    documents = [document for document, _ in parsed]
    shipped = (*(shipped_documents() if law else ()), *(document for document, _ in under))
    corpus, resolved = resolve(documents, shipped)
    parsed += under
    diagnostics = (*found, *(each for _, group in parsed for each in group), *resolved)
    in_order = tuple(sorted(diagnostics, key=lambda each: each.sort_key))
    return RuleSet(corpus, in_order, name, settings or {})


def load_rules(path: Path, shown_from: Path | None = None) -> RuleSet:
    """The rule set in ``path``, without plugins. Raises FolderProblem when there is none."""
    return compile_folder(read_folder(path, shown_from))


def compile_folder(folder: Folder, bundles: Sequence[SourceText] = ()) -> RuleSet:
    """The rule set of a folder that has been read, with the ``bundles`` of rules that it is to rest on."""
    own = {(policies_root() / each).resolve() for each in SHIPPED}
    law = folder.settings.law and folder.root.resolve() not in own
    return compile_sources(
        folder.sources,
        folder.name,
        law=law,
        found=folder.diagnostics,
        settings=folder.settings.levels,
        bundles=bundles,
    )
