"""Statute references: what they mean on the day, and whether what they name is there."""

from styrregler.checks.statutes.form import reference_form
from styrregler.checks.statutes.no_such_section import no_such_section
from styrregler.checks.statutes.not_yet import not_yet_in_force
from styrregler.checks.statutes.repealed import repealed
from styrregler.checks.statutes.switched_off import switched_off

CHECKS = (repealed, no_such_section, reference_form, not_yet_in_force, switched_off)
