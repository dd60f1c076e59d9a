"""Statute references: what they mean on the day, and whether what they name is there."""

from styrregler.checks.statutes.form import reference_form
from styrregler.checks.statutes.no_such_section import no_such_section
from styrregler.checks.statutes.not_yet import not_yet_in_force
from styrregler.checks.statutes.old_word import old_word
from styrregler.checks.statutes.repealed import repealed
from styrregler.checks.statutes.switched_off import switched_off
from styrregler.checks.statutes.wrong_court import wrong_court

CHECKS = (repealed, no_such_section, reference_form, not_yet_in_force, switched_off, wrong_court, old_word)
