"""Reviews are made as of a fixed day, so that no test changes its mind with the calendar; and nothing is kept between tests."""

import os

from tests.kit import REVIEWED

os.environ["STYRREGLER_DATUM"] = REVIEWED.isoformat()
os.environ.setdefault("STYRREGLER_CACHE", "av")
