"""What `styrregler.toml` says under [plugin.naringsliv]."""

from attrs import frozen


@frozen
class Options:
    """The ceiling of support in euro and the rate in kronor; both or neither. No law is stated here."""

    stodtak_euro: int | None = None
    kurs: float | None = None

    def __attrs_post_init__(self) -> None:
        if (self.stodtak_euro is None) != (self.kurs is None):
            raise ValueError("stodtak-euro och kurs hör ihop")
        if self.kurs is not None and self.kurs <= 0:
            raise ValueError("kursen ska vara större än noll")
