"""Who may be given a decision, and which decisions may not be given away."""

from styrregler.checks.competence.barred import barred
from styrregler.checks.competence.not_permitted import not_permitted
from styrregler.checks.competence.perhaps_barred import perhaps_barred

CHECKS = (barred, not_permitted, perhaps_barred)
