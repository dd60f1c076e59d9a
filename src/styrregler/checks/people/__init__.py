"""The people behind the roles: who holds them, where they belong, and who steps in."""

from styrregler.checks.people.appointed import appointed
from styrregler.checks.people.headless import headless
from styrregler.checks.people.no_chief import no_chief
from styrregler.checks.people.no_holder import no_holder
from styrregler.checks.people.no_substitute import no_substitute
from styrregler.checks.people.own_substitute import own_substitute
from styrregler.checks.people.ring import ring
from styrregler.checks.people.same_person import same_person
from styrregler.checks.people.substitute_elsewhere import substitute_elsewhere
from styrregler.checks.people.substitute_for_body import substitute_for_body
from styrregler.checks.people.unplaced import unplaced

CHECKS = (
    no_holder,
    unplaced,
    no_chief,
    no_substitute,
    own_substitute,
    ring,
    appointed,
    headless,
    same_person,
    substitute_for_body,
    substitute_elsewhere,
)
