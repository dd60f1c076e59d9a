"""Reports: what `kontrollera` found, in the formats that other programs read.

In: a :class:`Report`.  Out: text.  One module for each format, each a pure function; none knows where the text goes.
"""

from collections.abc import Callable, Mapping

from styrregler.render.reports.github import github
from styrregler.render.reports.gitlab import gitlab
from styrregler.render.reports.junit import junit
from styrregler.render.reports.report import Report
from styrregler.render.reports.sarif import sarif

__all__ = ["REPORTS", "Report"]

REPORTS: Mapping[str, Callable[[Report], str]] = {
    "sarif": sarif,
    "github": github,
    "gitlab": gitlab,
    "junit": junit,
}
