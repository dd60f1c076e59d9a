"""The directory, asked once: every person in a role of the rules.

In: options, and the roles with their titles.  Out: :class:`Asked`.  Raises :class:`Unanswered` with what is the matter and
what to do, whatever the directory does.  What comes from the rules is escaped in every filter.  ldap3 lives here alone.
"""

import contextlib
import os
import ssl
import time
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import ldap3
from attrs import define, field, frozen
from ldap3.core import exceptions as wrong
from ldap3.utils.conv import escape_filter_chars

from styrregler.values import Period
from styrregler_ldap.options import Options
from styrregler_ldap.persons import Person, Unread, day_of

PAGE = 200
"""Entries that the directory is asked for at a time."""
TOGETHER = 100
"""Titles in one filter."""
_SPARE_NAME = "cn"
_PART = (3, 4)
"""Results after which there is more: of time and size, for which ldap3 raises nothing."""
_PAGED = "1.2.840.113556.1.4.319"


class Unanswered(Exception):
    """The directory has not given an answer that can be used: ``what`` follows the plugin's name."""

    def __init__(self, what: str, why: str, remedy: str) -> None:
        self.what, self.why, self.remedy = what, why, remedy
        super().__init__(what)


@frozen
class Answered:
    """What the directory says."""

    people: tuple[Person, ...] = ()
    unread: tuple[Unread, ...] = ()


def ask(options: Options, folder: Path, titles: Mapping[str, str]) -> Answered:
    """Everybody in the roles of ``titles`` (title by role). Raises Unanswered."""
    password = _password(options, folder)
    try:
        server = ldap3.Server(
            options.server,
            get_info=ldap3.NONE,
            connect_timeout=options.tid,
            tls=_tls(options, folder),
        )
        connection = ldap3.Connection(
            server,
            user=options.anvandare or None,
            password=password,
            receive_timeout=options.tid,
            read_only=True,
            raise_exceptions=True,
            check_names=False,
            auto_referrals=False,
        )
        try:
            connection.open(read_server_info=False)
            if options.starttls:
                connection.start_tls(read_server_info=False)
            connection.bind(read_server_info=False)
            return _Search(connection, options, titles).answer()
        finally:
            with contextlib.suppress(Exception):
                connection.strategy.close()
            if connection.socket is not None:  # left open where no connection came about
                connection.socket.close()
    except Unanswered:
        raise
    except Exception as error:  # ldap3 and pyasn1 raise what they please at what they cannot read
        raise _said(error, options) from error


def _password(options: Options, folder: Path) -> str | None:
    """From where the options say; never empty: a directory takes an empty password for somebody without a name."""
    if not options.anvandare:
        return None
    if options.losenord_variabel:
        found, where = os.environ.get(options.losenord_variabel, ""), f"variabeln {options.losenord_variabel}"
    else:
        where = f"filen {options.losenord_fil}"
        try:
            found = (folder / options.losenord_fil).read_text(encoding="utf-8").strip("\r\n")
        except (OSError, UnicodeDecodeError):
            found = ""
    if not found:
        raise Unanswered(
            "har inget lösenord till katalogen", f"{where} är tom eller finns inte", f"sätt {where}"
        )
    return found


def _tls(options: Options, folder: Path) -> ldap3.Tls | None:
    if not options.starttls and not options.server.startswith("ldaps:"):
        return None
    trusted = str(folder / options.certifikat) if options.certifikat else None
    return ldap3.Tls(validate=ssl.CERT_REQUIRED, ca_certs_file=trusted)


# ---------- what is asked


@define
class _Search:
    """One connection's searches, within the time that is set and the number that is borne."""

    connection: Any
    options: Options
    titles: Mapping[str, str]
    unread: list[Unread] = field(factory=list)
    end: float = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.end = time.monotonic() + self.options.tid

    def answer(self) -> Answered:
        options = self.options
        away = {entry.dn for entry in self.entries(options.borta)} if options.borta else set()
        people: dict[Person, None] = {}
        for role, entry in self.in_roles():
            person = self.person(role, entry, entry.dn in away)
            if person is not None:
                people[person] = None
        return Answered(tuple(people), tuple(dict.fromkeys(self.unread)))

    def in_roles(self) -> Iterator[tuple[str, "_Entry"]]:
        options = self.options
        named: dict[str, list[str]] = {}
        for role, title in self.titles.items():
            if role not in options.roller:
                for said in dict.fromkeys((_plain(title), _plain(role))):
                    named.setdefault(said, []).append(role)
        for some in _cut(list(named)):
            either = "".join(f"({options.roll}={escape_filter_chars(each)})" for each in some)
            for entry in self.entries(f"(|{either})"):
                said = [_plain(each) for each in entry.values(options.roll)]
                for role in dict.fromkeys(role for each in said for role in named.get(each, ())):
                    yield role, entry
        for role, own in options.roller.items():
            escaped = own.replace("{roll}", escape_filter_chars(role))
            escaped = escaped.replace("{titel}", escape_filter_chars(self.titles.get(role, role)))
            for entry in self.entries(escaped):
                yield role, entry

    def entries(self, condition: str) -> Iterator["_Entry"]:
        """Those that ``condition`` fits, a page at a time."""
        options, cookie = self.options, None
        wanted = (options.roll, options.namn, _SPARE_NAME, *filter(None, self.days()))
        count = 0
        while True:
            if time.monotonic() > self.end:
                raise Unanswered(
                    "får inte svar av katalogen i tid",
                    f"det tog mer än {options.tid} s",
                    "höj tid, eller fråga smalare",
                )
            self.connection.search(
                options.bas,
                f"(&{options.filter}{condition})",
                attributes=list(dict.fromkeys(wanted)),
                paged_size=PAGE,
                paged_cookie=cookie,
                time_limit=options.tid,
            )
            for each in self.connection.response:
                if each.get("type") != "searchResEntry":
                    continue
                count += 1
                if count > options.hogst:
                    raise Unanswered(
                        "får fler svar av katalogen än det bär",
                        f"fler än {options.hogst} poster passar",
                        "gör filter smalare, eller höj hogst",
                    )
                yield _Entry(each["dn"], each["raw_attributes"])
            if self.connection.result["result"] in _PART:
                raise Unanswered(
                    "får inte alla svar av katalogen",
                    f"{options.server} gav {count} och stannade där",
                    "gör filter smalare, eller höj katalogens gräns",
                )
            cookie = self.connection.result.get("controls", {}).get(_PAGED, {}).get("value", {}).get("cookie")
            if not cookie:
                return

    def days(self) -> tuple[str, str, str, str]:
        options = self.options
        return options.fran, options.till, options.borta_fran, options.borta_till

    def person(self, role: str, entry: "_Entry", away_now: bool) -> Person | None:
        """The person; None where something of it cannot be used, which is kept."""
        name = next(iter([*entry.values(self.options.namn), *entry.values(_SPARE_NAME)]), "")
        if not name.strip():
            self.unread.append(Unread(entry.dn, "har inget namn"))
            return None
        said = [next(iter(entry.values(each)), "") if each else "" for each in self.days()]
        days = [day_of(each) if each else None for each in said]
        odd = next((each for each, day in zip(said, days, strict=True) if each and day is None), None)
        if odd is not None:
            self.unread.append(Unread(entry.dn, f"«{odd}» är ingen dag"))
            return None
        start, end, gone, back = days
        away = None if gone is None and back is None else Period(gone, back)
        return Person(role, " ".join(name.split()), Period(start, end), away, away_now)


@frozen
class _Entry:
    dn: str
    raw: Mapping[str, list[bytes]]

    def values(self, attribute: str) -> list[str]:
        """Whatever case the directory writes the attribute in."""
        found = next((value for name, value in self.raw.items() if name.lower() == attribute.lower()), [])
        return [each.decode("utf-8", errors="replace") for each in found]


def _plain(text: str) -> str:
    """As directories compare: without regard to case, space and how å ä ö are put together."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _cut(names: list[str]) -> Iterable[list[str]]:
    return (names[at : at + TOGETHER] for at in range(0, len(names), TOGETHER))


# ---------- what is the matter


def _said(error: Exception, options: Options) -> Unanswered:
    why = f"{options.server}: {str(error) or type(error).__name__}"
    match error:
        case wrong.LDAPInvalidCredentialsResult() | wrong.LDAPInappropriateAuthenticationResult():
            return Unanswered(
                "får inte logga in i katalogen", "användaren eller lösenordet är fel", "rätta dem"
            )
        case wrong.LDAPNoSuchObjectResult() | wrong.LDAPInvalidDNSyntaxResult():
            return Unanswered("hittar inte basen i katalogen", f"«{options.bas}» finns inte där", "rätta bas")
        case wrong.LDAPAdminLimitExceededResult():
            return Unanswered("får inte alla svar av katalogen", why, "gör filter smalare")
        case wrong.LDAPInsufficientAccessRightsResult():
            return Unanswered(
                "får inte läsa i katalogen", why, "ge användaren rätt att läsa, eller ange en annan"
            )
        case wrong.LDAPInvalidFilterError():
            return Unanswered(
                "har ett filter som inte kan läsas", str(error), "rätta filter, borta eller roller"
            )
        case wrong.LDAPStartTLSError() | ssl.SSLError():
            return Unanswered("får ingen säker förbindelse med katalogen", why, "rätta certifikat")
        case wrong.LDAPSocketOpenError() if (
            "certificate" in str(error).lower() or "ssl" in str(error).lower()
        ):
            return Unanswered("får ingen säker förbindelse med katalogen", why, "rätta certifikat")
        case wrong.LDAPSocketOpenError():
            return Unanswered("når inte katalogen", why, "kontrollera server, eller vänta tills den svarar")
        case wrong.LDAPSocketReceiveError() | wrong.LDAPResponseTimeoutError():
            return Unanswered("får inte svar av katalogen i tid", why, "vänta, eller höj tid")
        case (
            wrong.LDAPSessionTerminatedByServerError()
            | wrong.LDAPSocketCloseError()
            | wrong.LDAPSocketSendError()
        ):
            return Unanswered("förlorade katalogen mitt i ett svar", why, "vänta tills den svarar igen")
        case _:
            return Unanswered("får ett fel av katalogen", why, "visa felet för den som sköter katalogen")
