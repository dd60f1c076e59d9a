"""Where a decision ends and carrying it out begins."""

from styrregler.checks.execution.looks_decided import looks_decided
from styrregler.checks.execution.no_room import no_room
from styrregler.checks.execution.work_environment import work_environment

CHECKS = (looks_decided, no_room, work_environment)
