"""What `styrregler.toml` says under [plugin.attest]."""

from attrs import field, frozen, validators


@frozen
class Options:
    """``lista``: the attest list beside the rules. ``minst``: how many must attest a code."""

    lista: str = "attest.csv"
    minst: int = field(default=2, validator=validators.ge(1))
