"""Questions as people type them, and how well they are understood.

``tuning/`` and ``test/`` hold one file an area, written before anything was tuned on them; a matter stands in one half
as a rule.  The tuning half may be looked at, the test half is only scored.  ``verkliga.toml`` holds questions that
others wrote.  Every ``[[fraga]]``:

text      as typed
kategori  one of ``asked.CATEGORIES``
arende    the matter as ``styrregler visa ärenden`` names it; several where each is right; "" where no row answers
fakta     what the text states, by declared name, values as in the language
aven      facts that may be read out of the words too, or not («neka»: the outcome); ``roll``: any role
organ     the body named; roll: the role that is named as the one who may
slag      what is asked: one of ``asked.KINDS``
datum     the day, month or year that the text speaks of, counted from 2026-11-24
kalla     in ``verkliga.toml``: the name of the question where it comes from

Lists at organ, roll and slag: each is right; an empty text among them: so is none.  Run ``make fragor``.
"""
