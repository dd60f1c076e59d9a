"""Codes of conduct: that each rule rests on a value and says something to do, and that those bound have adopted it."""

from styrregler.checks.conduct.not_adopted import not_adopted
from styrregler.checks.conduct.nothing_to_do import nothing_to_do
from styrregler.checks.conduct.ungrounded import ungrounded
from styrregler.checks.conduct.unknown_value import unknown_value

CHECKS = (ungrounded, unknown_value, nothing_to_do, not_adopted)
