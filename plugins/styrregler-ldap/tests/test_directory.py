"""Against a real directory: who holds what, who is away, and whatever can be wrong with it."""

import contextlib
import os
import socket
import subprocess
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from styrregler_ldap import source

import styrregler
from conftest import BASE, PEOPLE, READER, WORD, Directory, free_port, person, started
from styrregler.cli.main import _code
from styrregler.model import Holder
from styrregler.testing import ORGANISATION
from styrregler.values import Period

DAY = date(2026, 11, 24)
ROLES = """
roll räddningschef "Räddningschef (i beredskap)*"
    slag              anställd
"""
ORDER = """delegationsordning socialnämnden "Ordningen"
    beslutad          2025-12-16 § 100
    gäller            från 2026-01-01
    anmäls till       nämnden nästa sammanträde

punkt 1 "Bidrag"
    delegat           enhetschef
    ersättare         socialchef
"""
DAYS = 'fran = "borjar"\ntill = "slutar"\nborta-fran = "bortaFran"\nborta-till = "bortaTill"\n'
LIST = "roll;namn;från;till;borta från;borta till\nsocialchef;Lisa Lista;2025-01-01;;2026-12-01;\nenhetschef;Eva Ek;;;;\n"


@pytest.fixture(autouse=True)
def _asked_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source._kept.clear()
    monkeypatch.chdir(tmp_path)
    for name in ("STYRREGLER_REGLER", "STYRREGLER_PLUGIN"):
        monkeypatch.delenv(name, raising=False)


def load(folder: Path, settings: str) -> styrregler.Rules:
    (folder / "organisation.styr").write_text(
        ORGANISATION.replace("\n    ", "\n").lstrip() + ROLES, encoding="utf-8"
    )
    (folder / "ordning.styr").write_text(ORDER, encoding="utf-8")
    (folder / "styrregler.toml").write_text(f"[plugin.ldap]\n{settings}", encoding="utf-8")
    return styrregler.load(folder)


def at(address: str, more: str = "") -> str:
    return f'server = "{address}"\nbas = "{BASE}"\ntid = 1\n{more}'


def held(rules: styrregler.Rules) -> dict[str, list[tuple[str, Period]]]:
    found: dict[str, list[tuple[str, Period]]] = {}
    holders: tuple[Holder, ...] = rules.index.corpus.holders
    for each in holders:
        found.setdefault(each.role, []).append((each.person, each.period))
    return found


def told(rules: styrregler.Rules) -> list[tuple[str, str]]:
    """What is told, with its remedy, after a question too: nothing is told twice."""
    rules.who_decides("bidrag", on=DAY)
    return [(each.code, f"{each.message}; {each.remedy}") for each in rules.plugins.troubles.diagnostics]


# ---------- what it says


def test_who_holds_which_role_and_when(directory: Directory, tmp_path: Path) -> None:
    rules = load(tmp_path, at(directory.address, DAYS))
    assert held(rules) == {
        "socialchef": [
            ("Siv Åkerström", Period(date(2024, 8, 1), None)),
            ("Ture Öst", Period(date(2020, 1, 1), date(2024, 7, 31))),
        ],
        "enhetschef": [("Eva Ek", Period())],
        "räddningschef": [("Bo Berg", Period())],
        "socialsekreterare": [("Ivar", Period()), ("Ida Is", Period())],
    }
    assert rules.index.persons("socialchef", DAY) == ("Siv Åkerström",)
    assert rules.index.persons("socialchef", date(2023, 1, 1)) == ("Ture Öst",)


def test_what_lacks_a_name_or_has_no_day_is_told_once(directory: Directory, tmp_path: Path) -> None:
    ((code, said),) = told(load(tmp_path, at(directory.address, DAYS)))
    assert code == "SR921"
    assert "kan inte använda 2 poster i katalogen" in said


def test_who_is_away_by_the_days(directory: Directory, tmp_path: Path) -> None:
    rules = load(tmp_path, at(directory.address, DAYS))
    for day, decider in ((date(2026, 11, 30), "Enhetschef"), (date(2026, 12, 1), "Socialchef")):
        assert [each.title for each in rules.who_decides("bidrag", on=day).deciders] == [decider]
    assert [each.title for each in rules.who_decides("bidrag", on=date(2026, 12, 21)).deciders] == [
        "Enhetschef"
    ]


def test_who_is_away_now_by_a_filter(directory: Directory, tmp_path: Path) -> None:
    options = at(
        directory.address, 'borta = "(employeeType=ledig)"\n[plugin.ldap.roller]\nenhetschef = "(uid=ivar)"\n'
    )
    rules = load(tmp_path, options)
    today = date.today()  # noqa: DTZ011
    assert [each.title for each in rules.who_decides("bidrag", on=today).deciders] == ["Socialchef"]
    assert [each.title for each in rules.who_decides("bidrag", on=date(2026, 1, 7)).deciders] == [
        "Enhetschef"
    ]
    # Of two in one role it is enough that one is there.
    both = options.replace("(uid=ivar)", "(title=Socialsekreterare)")
    assert [each.title for each in load(tmp_path, both).who_decides("bidrag", on=today).deciders] == [
        "Enhetschef"
    ]


def test_a_role_of_its_own_filter(directory: Directory, tmp_path: Path) -> None:
    rules = load(tmp_path, at(directory.address, '[plugin.ldap.roller]\njurist = "(&(uid=kim)(cn=Kim))"\n'))
    assert held(rules)["jurist"] == [("Kim", Period())]


def test_a_role_that_the_rules_do_not_have(directory: Directory, tmp_path: Path) -> None:
    rules = load(tmp_path, at(directory.address, '[plugin.ldap.roller]\nsocialcheff = "(uid=kim)"\n'))
    said = [said for code, said in told(rules) if code == "SR913"]
    assert said == [
        "pluginet «ldap» 0.1.0 nämner en roll som inte finns i holders: «socialcheff»; menades «socialchef»?"
    ]


def test_what_stands_in_the_rules_cannot_widen_the_question(directory: Directory, tmp_path: Path) -> None:
    """The title ends with «*» and has parentheses: it is compared, not read as a filter."""
    own = '[plugin.ldap.roller]\n"räddningschef" = "(title={titel})"\njurist = "(title={roll})"\n'
    rules = load(tmp_path, at(directory.address, own))
    assert held(rules)["räddningschef"] == [("Bo Berg", Period())]
    assert "jurist" not in held(rules)
    evil = ROLES.replace("Räddningschef (i beredskap)*", "*)(uid=*")
    (tmp_path / "organisation.styr").write_text(
        ORGANISATION.replace("\n    ", "\n").lstrip() + evil, encoding="utf-8"
    )
    source._kept.clear()
    assert "räddningschef" not in held(styrregler.load(tmp_path))


def test_with_a_password_from_the_environment_and_from_a_file(
    directory: Directory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KATALOGENS_ORD", WORD)
    (tmp_path / "ord").write_text(WORD + "\n", encoding="utf-8")
    for where in ('losenord-variabel = "KATALOGENS_ORD"', 'losenord-fil = "ord"'):
        source._kept.clear()
        assert "socialchef" in held(
            load(tmp_path, at(directory.address, f'anvandare = "{READER}"\n{where}\n'))
        )


def test_one_command_asks_once(
    directory: Directory, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    load(tmp_path, at(directory.address))
    known = source._kept.copy()
    assert _code(["vem", "bidrag", "--datum", "2026-11-24"]) == 0
    assert source._kept == known
    assert capsys.readouterr().out.startswith("Enhetschef beslutar")


def test_more_than_a_page(tmp_path: Path) -> None:
    many = "\n".join(person(f"u{number}", "Socialchef", cn=f"Nr {number}", sn="x") for number in range(450))
    found = started(tmp_path_of(tmp_path), many)
    try:
        assert len(held(load(tmp_path, at(found.address)))["socialchef"]) == 450
        source._kept.clear()
        ((code, said),) = told(load(tmp_path, at(found.address, "hogst = 449\n")))
        assert code == "SR921"
        assert "får fler svar av katalogen än det bär" in said
    finally:
        found.stop()


def tmp_path_of(tmp_path: Path, name: str = "slapd") -> Path:
    folder = tmp_path / name
    folder.mkdir()
    return folder


# ---------- what may be wrong


@contextlib.contextmanager
def listening(answers: int, behind: int = 0, says: bytes = b"") -> Iterator[int]:
    """A port that lets ``answers`` requests through to the directory at ``behind``, then closes.

    Without a directory behind it, it ``says`` the same to everybody, or never a word.
    """
    door = socket.create_server(("127.0.0.1", 0))
    open_ones: list[socket.socket] = []

    def relay() -> None:
        with contextlib.suppress(OSError):
            while True:
                caller, _ = door.accept()
                open_ones.append(caller)
                if not behind:
                    caller.sendall(says)
                    continue
                with socket.create_connection(("127.0.0.1", behind)) as real:
                    for _ in range(answers):
                        real.sendall(caller.recv(65536))
                        caller.sendall(real.recv(65536))
                    caller.recv(65536)
                caller.close()

    thread = threading.Thread(target=relay, daemon=True)
    thread.start()
    try:
        yield door.getsockname()[1]
    finally:
        door.shutdown(socket.SHUT_RDWR)
        door.close()
        for each in open_ones:
            each.close()
        thread.join()


def port_of(directory: Directory) -> int:
    return int(directory.address.rpartition(":")[2])


@pytest.fixture(
    params=[
        "down",
        "slow",
        "no directory",
        "nonsense",
        "no such host",
        "dies midway",
        "wrong password",
        "no password",
        "wrong base",
        "wrong filter",
        "too many",
    ]
)
def broken(
    request: pytest.FixtureRequest, directory: Directory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[str, str]]:
    """Settings for a directory that cannot be used, and what is to be said of it."""
    monkeypatch.setenv("FEL_ORD", "fel")
    log_in = f'anvandare = "{READER}"\nlosenord-variabel = '
    match request.param:
        case "down":
            yield at(f"ldap://127.0.0.1:{free_port()}"), "når inte katalogen"
        case "slow":
            with listening(0) as port:
                yield at(f"ldap://127.0.0.1:{port}"), "får inte svar av katalogen i tid"
        case "no directory":
            with listening(0, says=b"HTTP/1.1 400 Bad Request\r\n\r\nHej") as port:
                yield at(f"ldap://127.0.0.1:{port}"), "får inte svar av katalogen i tid"
        case "nonsense":
            with listening(0, says=b"0\x05hejsa") as port:
                yield at(f"ldap://127.0.0.1:{port}"), "får ett fel av katalogen"
        case "no such host":
            yield at("ldap://finns.inte.invalid"), "når inte katalogen"
        case "dies midway":
            with listening(1, port_of(directory)) as port:
                yield at(f"ldap://127.0.0.1:{port}"), "förlorade katalogen mitt i ett svar"
        case "wrong password":
            yield at(directory.address, f'{log_in}"FEL_ORD"\n'), "får inte logga in i katalogen"
        case "no password":
            yield at(directory.address, f'{log_in}"INGEN_SADAN"\n'), "har inget lösenord till katalogen"
        case "wrong base":
            yield at(directory.address).replace(BASE, "dc=storby,dc=se"), "hittar inte basen i katalogen"
        case "wrong filter":
            yield at(directory.address, 'filter = "(&(a=b)"\n'), "har ett filter som inte kan läsas"
        case _:
            small = started(
                tmp_path_of(tmp_path), PEOPLE, limits="limits * size.soft=2 size.hard=2 size.prtotal=2"
            )
            yield at(small.address), "får inte alla svar av katalogen"
            small.stop()


def test_a_command_answers_all_the_same_and_says_why_once(
    broken: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings, what = broken
    rules = load(tmp_path, settings)
    ((code, said),) = told(rules)
    assert code == "SR921"
    assert said.startswith(f"pluginet «ldap» 0.1.0 {what}; ")
    assert said.endswith("så länge är inga personer med")
    assert held(rules) == {}
    assert _code(["vem", "bidrag", "--datum", "2026-11-24"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Enhetschef beslutar")
    assert err.count("varning[SR921]") == 1


def test_the_list_is_used_instead_and_its_age_is_said(broken: tuple[str, str], tmp_path: Path) -> None:
    settings, what = broken
    (tmp_path / "personer.csv").write_text(LIST, encoding="utf-8")
    then = 20_000 * 86_400 + 43_200  # noon in Greenwich, 2024-10-04
    os.utime(tmp_path / "personer.csv", (then, then))
    rules = load(tmp_path, f'lista = "personer.csv"\n{settings}')
    ((code, said),) = told(rules)
    assert (code, what in said) == ("SR921", True)
    assert "så länge används personer.csv, skriven 2024-10-04, " in said
    assert said.endswith(" dagar gammal")
    assert held(rules) == {
        "socialchef": [("Lisa Lista", Period(date(2025, 1, 1), None))],
        "enhetschef": [("Eva Ek", Period())],
    }


# ---------- a safe connection


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """One that the directory signs itself, and its key."""
    folder = tmp_path_factory.mktemp("tls")
    made = folder / "cert.pem", folder / "key.pem"
    try:
        subprocess.run(
            [
                "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                "-addext", "subjectAltName=DNS:localhost", "-out", str(made[0]), "-keyout", str(made[1]),
            ],
            check=True,
            capture_output=True,
        )  # fmt: skip
    except OSError:
        pytest.skip("openssl finns inte här: det behövs för att göra ett certifikat")
    return made


@pytest.mark.parametrize("scheme", ["ldaps", "ldap"])
def test_a_safe_connection(scheme: str, certificate: tuple[Path, Path], tmp_path: Path) -> None:
    cert, key = certificate
    tls = f"TLSCertificateFile {cert}\nTLSCertificateKeyFile {key}"
    found = started(tmp_path_of(tmp_path), PEOPLE, tls=tls, scheme=scheme)
    safe = "" if scheme == "ldaps" else "starttls = true\n"
    try:
        address = found.address.replace("127.0.0.1", "localhost")
        rules = load(tmp_path, at(address, f'{safe}certifikat = "{cert}"\n'))
        assert "socialchef" in held(rules), told(rules)
        source._kept.clear()
        ((code, said),) = told(load(tmp_path, at(address, safe)))  # nobody vouches for it
        assert (code, held(rules) != {}) == ("SR921", True)
        assert "får ingen säker förbindelse med katalogen" in said
    finally:
        found.stop()


# ---------- as rules


def test_the_people_as_rules(
    directory: Directory, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = load(tmp_path, at(directory.address, DAYS))
    there = {role: those for role, those in held(rules).items() if role != "socialsekreterare"}
    assert _code(["importera", "innehavare", "--fil", "innehavare.styr"]) == 0
    capsys.readouterr()
    text = (tmp_path / "innehavare.styr").read_text("utf-8")
    assert text.startswith("# kan inte använda 2 poster i katalogen: ")
    assert 'innehavare socialchef "Siv Åkerström"\n    gäller            från 2024-08-01\n' in text
    (tmp_path / "styrregler.toml").write_text("", encoding="utf-8")
    alone = held(styrregler.load(tmp_path))
    assert {role: {name for name, _ in those} for role, those in alone.items() if role in there} == {
        role: {name for name, _ in those} for role, those in there.items()
    }
