"""The values of clauses that orders and their heads have: how they came about, and what they say of all rows."""

from datetime import date

from attrs import frozen

from styrregler.syntax.ast.words import Text, Word


@frozen
class Adoption:
    """When a body adopted the order: date, paragraph of the minutes, registration number."""

    day: date
    section: str = ""
    reference: str = ""


@frozen
class Opened:
    """``gäller ärenden inledda före/från DATUM``."""

    before: bool
    day: date


@frozen
class Replaces:
    order: Word | Text


@frozen
class Superior:
    """``överordnad får alltid besluta`` or only ``vid frånvaro``."""

    always: bool


OrderValue = Adoption | Opened | Replaces | Superior
