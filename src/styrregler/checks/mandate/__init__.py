"""The chain from the council: what a board has been given, and what it then delegates."""

from styrregler.checks.mandate.no_charter import no_charter
from styrregler.checks.mandate.nobody_refuses import nobody_refuses
from styrregler.checks.mandate.outside_area import outside_area
from styrregler.checks.mandate.two_boards import two_boards
from styrregler.checks.mandate.unadopted_charter import unadopted_charter

CHECKS = (no_charter, outside_area, unadopted_charter, two_boards, nobody_refuses)
