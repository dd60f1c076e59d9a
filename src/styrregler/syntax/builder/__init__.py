"""From the parser's tokens to the tree: one method per shape in the grammar.

Runs inside Lark while it parses.  A token that has the right form but no meaning (30 February) is noted in ``faults``
and a stand-in takes its place, so that one clause can show all that is wrong with it.  The methods lie in modules as the
classes that they make do in :mod:`styrregler.syntax.ast`.
"""

from styrregler.syntax.builder.cases import CaseClauses
from styrregler.syntax.builder.conduct import ConductClauses
from styrregler.syntax.builder.examples import ExampleClauses
from styrregler.syntax.builder.goals import GoalClauses
from styrregler.syntax.builder.headers import Headers
from styrregler.syntax.builder.interplay import InterplayClauses
from styrregler.syntax.builder.law import LawClauses
from styrregler.syntax.builder.parts import Parts
from styrregler.syntax.builder.plain import PlainClauses
from styrregler.syntax.builder.rows import RowClauses
from styrregler.syntax.builder.vocabulary import VocabularyClauses


class TreeBuilder(
    Headers,
    PlainClauses,
    RowClauses,
    LawClauses,
    ExampleClauses,
    InterplayClauses,
    ConductClauses,
    CaseClauses,
    GoalClauses,
    VocabularyClauses,
    Parts,
):
    """Turns the grammar's rules into the classes of :mod:`styrregler.syntax.ast`."""
