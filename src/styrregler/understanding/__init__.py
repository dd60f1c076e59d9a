"""Understanding: what one line of Swedish asks.

In: a rule set, a text, and the day it is asked.  Out: matters (ranked), facts, body, role, day and kind of question, each
with the words that said so.  Refuses to answer: that is for ``query``.
"""

from styrregler.understanding.understand import LONGEST, understand
from styrregler.understanding.understood import Kind, ReadDay, ReadFact, ReadParty, Understood

__all__ = ["LONGEST", "Kind", "ReadDay", "ReadFact", "ReadParty", "Understood", "understand"]
