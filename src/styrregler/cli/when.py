"""Days as people write them on the command line: a meeting by its day or its week."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from styrregler.cli.options import Day
from styrregler.values import Fault, Week, parse_week

if TYPE_CHECKING:
    MeetingType = click.ParamType[date | Week]
else:
    MeetingType = click.ParamType


class Meeting(MeetingType):
    """A day, or a week in which the body meets."""

    name = "datum eller vecka"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date | Week:
        if isinstance(value, str) and value.strip()[:1].lower() == "v":
            week = parse_week(value)
            if isinstance(week, Fault):
                self.fail(f"{week.message}; {week.why or week.remedy}", param, ctx)
            return week
        return value if isinstance(value, Week) else Day().convert(value, param, ctx)
