"""What a text leaves open: what is to be filled in, and questions that nobody has answered.

In: nothing; values only.
"""

from datetime import date

from attrs import frozen

from styrregler.text import Place


@frozen
class OpenPoint:
    """«ska fyllas i» or (``question``) «öppen fråga», in the block ``block`` titled ``heading``; ``until`` when it is due.

    ``within`` is where the block begins, which tells blocks of one name apart.
    """

    text: str
    heading: str
    place: Place
    within: Place
    question: bool = False
    until: date | None = None
    block: str = ""
