"""What `styrregler.toml` says under [plugin.ldap]."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from attrs import Attribute, field, frozen, validators

_ATTRIBUTE = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


def _server(_: object, __: "Attribute[str]", value: str) -> None:
    if value and urlsplit(value).scheme not in ("ldap", "ldaps"):
        raise ValueError(f"server ska börja med ldap:// eller ldaps://, inte «{value}»")


def _attribute(_: object, attribute: "Attribute[str]", value: str) -> None:
    if value and _ATTRIBUTE.fullmatch(value) is None:
        raise ValueError(
            f"{attribute.name.replace('_', '-')} ska vara namnet på ett attribut, inte «{value}»"
        )


def _filter(_: object, attribute: "Attribute[str]", value: str) -> None:
    if value and not (value.startswith("(") and value.endswith(")")):
        raise ValueError(f"{attribute.name} ska vara ett filter inom parentes, inte «{value}»")


@frozen
class Options:
    """As the README says. The password itself is never one of them."""

    server: str = field(default="", validator=_server)
    bas: str = ""
    anvandare: str = ""
    losenord_variabel: str = ""
    losenord_fil: str = ""
    starttls: bool = False
    certifikat: str = ""
    tid: int = field(default=3, validator=[validators.ge(1), validators.le(60)])
    hogst: int = field(default=2000, validator=validators.ge(1))
    filter: str = field(default="(objectClass=person)", validator=_filter)
    roll: str = field(default="title", validator=_attribute)
    roller: Mapping[str, str] = field(factory=dict)
    namn: str = field(default="displayName", validator=_attribute)
    fran: str = field(default="", validator=_attribute)
    till: str = field(default="", validator=_attribute)
    borta_fran: str = field(default="", validator=_attribute)
    borta_till: str = field(default="", validator=_attribute)
    borta: str = field(default="", validator=_filter)
    lista: str = ""

    @roller.validator
    def _roller(self, _: "Attribute[Mapping[str, str]]", value: Mapping[str, str]) -> None:
        for role, each in value.items():
            if not (isinstance(each, str) and each.startswith("(") and each.endswith(")")):
                raise ValueError(f"{role} under roller ska vara ett filter inom parentes")

    def __attrs_post_init__(self) -> None:
        if not self.server and not self.lista:
            raise ValueError("ange server och bas, eller lista")
        if self.server and not self.bas:
            raise ValueError("server kräver bas: var i katalogen personerna finns")
        if self.anvandare and not (self.losenord_variabel or self.losenord_fil):
            raise ValueError("anvandare kräver losenord-variabel eller losenord-fil")
        if self.anvandare and not self.guarded:
            raise ValueError("lösenordet skulle skickas i klartext: använd ldaps:// eller starttls = true")

    @property
    def guarded(self) -> bool:
        """Whether nobody else can read what is sent."""
        there = urlsplit(self.server)
        return there.scheme == "ldaps" or self.starttls or there.hostname in _LOOPBACK
