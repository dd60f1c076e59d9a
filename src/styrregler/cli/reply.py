"""A question put to the rules, and the answer written.

In: how to ask and how to say the answer.  Out: the answer, once it is on standard output; an exit where there is none.
Refuses to know what was asked.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from styrregler.cli.options import echo_json, note_faults, question_trouble, rules_at
from styrregler.library import QuestionFault, Rules, SeveralMatters
from styrregler.query import UnreadableRules

Answered = TypeVar("Answered")


def reply(
    place: str | None,
    ask: Callable[[Rules], Answered],
    text: Callable[[Answered, Rules], str],
    data: Callable[[Answered], dict[str, Any]],
    *,
    as_json: bool,
) -> Answered:
    """Ask the rules at ``place``, and write what they answer as ``text`` or as ``data``."""
    rules = rules_at(place, as_json=as_json)
    try:
        answer = ask(rules)
    except (QuestionFault, SeveralMatters, UnreadableRules) as error:
        question_trouble(error, rules, as_json=as_json)
    if as_json:
        echo_json(data(answer))
    else:
        click.echo(text(answer, rules))
        note_faults(rules)
    return answer
