"""Analysis: what can be said of all cases at once, exactly.

In: a rule set and a day.  Out: :class:`Finding`, each with the rows it is about and a :class:`Witness`, a concrete case that
shows it when the engine is asked.  Regions of typed facts are cut where a condition changes its mind and the engine rules on
each; nothing is sampled.  Refuses to say how serious a finding is, and to guess where it had to stop.
"""

from styrregler.analysis.analyse import analyse, as_adopted, of_matter
from styrregler.analysis.findings import Finding, Kind, Witness
from styrregler.analysis.regions import MOST_STEPS, Stopped

__all__ = ["MOST_STEPS", "Finding", "Kind", "Stopped", "Witness", "analyse", "as_adopted", "of_matter"]
