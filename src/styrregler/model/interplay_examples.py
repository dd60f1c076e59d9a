"""Examples that ask where a boundary goes, or who may give assignments to, reach or expect something of whom.

In: nothing; values only.
"""

from datetime import date

from attrs import frozen

from styrregler.model.interplay import AssignmentWay, Channel, Expectation
from styrregler.text import Place


@frozen
class InterplayExample:
    """An example of the interplay.

    ``asked`` is a question in words for a boundary; for an assignment the way; for a channel or an expectation what is to
    stand in the rules.  ``meant`` is the answer (``svar``) where one is needed.
    """

    title: str
    place: Place
    asked: str | AssignmentWay | Channel | Expectation
    meant: str = ""
    settled_by: str = ""
    body: str = ""
    on: date | None = None
