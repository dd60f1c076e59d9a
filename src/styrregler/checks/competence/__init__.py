"""Who may be given a decision, and which decisions may not be given away."""

from styrregler.checks.competence.barred import barred
from styrregler.checks.competence.by_wording import by_wording
from styrregler.checks.competence.joint_decision import joint_decision
from styrregler.checks.competence.joint_mixed import joint_mixed
from styrregler.checks.competence.not_permitted import not_permitted
from styrregler.checks.competence.own_right import own_right
from styrregler.checks.competence.perhaps_barred import perhaps_barred

CHECKS = (barred, not_permitted, perhaps_barred, by_wording, joint_decision, joint_mixed, own_right)
