"""The closed sets: how a question may come out, and how a decision may be judged."""

import enum


class Outcome(enum.Enum):
    """How a question comes out. The value is the name in JSON, ``word`` the one in ``exempel``."""

    DECIDES = "decides"
    RESERVED = "reserved"
    DEFAULT = "default"
    DEPENDS = "depends"
    CONFLICT = "conflict"
    EXECUTION = "execution"

    @property
    def word(self) -> str:
        return _WORDS[self.value]


class Verdict(enum.Enum):
    """What a check of a decision finds. A statement about the rules, never about whether the decision is valid."""

    RIGHT = "right"
    WRONG_DECIDER = "wrong_decider"
    BEYOND_LIMIT = "beyond_limit"
    BARRED = "barred"
    CANNOT_TELL = "cannot_tell"

    @property
    def word(self) -> str:
        return _WORDS[self.value]


_WORDS = {
    "decides": "beslutar",
    "reserved": "förbehållet",
    "default": "ej-delegerat",
    "depends": "beror-på",
    "conflict": "motsägelse",
    "execution": "verkställighet",
    "right": "rätt",
    "wrong_decider": "fel-beslutsfattare",
    "beyond_limit": "över-gränsen",
    "barred": "spärrat",
    "cannot_tell": "kan-inte-avgöras",
}
