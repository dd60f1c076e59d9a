"""The list beside the rules, days, and what the settings refuse."""

from datetime import date
from pathlib import Path

import pytest
from styrregler_ldap.lists import load_list
from styrregler_ldap.options import Options
from styrregler_ldap.persons import Person, away_on, day_of

import styrregler
from styrregler.cli.main import _code
from styrregler.testing import ORGANISATION
from styrregler.values import Period

DAY = date(2026, 11, 24)


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "personer.csv"
    file.write_bytes(text.encode(encoding))
    return file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_list_as_people_save_it(tmp_path: Path, separator: str, encoding: str) -> None:
    rows = 'Roll;Namn;Från;Till;Borta från;Borta till\nrektor;"Åsa Ö";2025-01-01;;2026-12-01;2026-12-24\n'
    found = load_list(written(tmp_path, rows.replace(";", separator), encoding))
    assert found.unread == ()
    assert found.people == (
        Person("rektor", "Åsa Ö", Period(date(2025, 1, 1)), Period(date(2026, 12, 1), date(2026, 12, 24))),
    )


def test_what_cannot_be_read_is_kept_apart(tmp_path: Path) -> None:
    found = load_list(written(tmp_path, "roll;namn;till\nrektor;Åsa;aldrig\n;Bo;\n\nlärare;Cia;\n"))
    assert [(each.where, each.reason) for each in found.unread] == [
        ("rad 2", "«aldrig» är ingen dag; skriv ÅÅÅÅ-MM-DD"),
        ("rad 3", "roll eller namn saknas"),
    ]
    assert [each.name for each in found.people] == ["Cia"]
    assert load_list(written(tmp_path, "a;b\n1;2\n")).unread[0].reason == "rubrikraden saknar roll och namn"
    assert load_list(tmp_path / "ingen.csv").unread[0].reason == "filen finns inte, eller får inte läsas"


def test_how_old_a_list_is(tmp_path: Path) -> None:
    found = load_list(written(tmp_path, "roll;namn\n"))
    assert found.written is not None
    day = found.written
    assert found.age(day) == f"skriven {day}, i dag"
    assert found.age(date.fromordinal(day.toordinal() + 1)).endswith(", 1 dag gammal")
    assert found.age(date.fromordinal(day.toordinal() + 40)).endswith(", 40 dagar gammal")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-12-24", date(2026, 12, 24)),
        ("20261224", date(2026, 12, 24)),
        ("20261231230000Z", date(2027, 1, 1)),  # midnight in Sweden
        ("20260630220000.0Z", date(2026, 7, 1)),
        ("20261231230000+0100", date(2026, 12, 31)),
        ("i våras", None),
        ("20261341000000Z", None),
        ("", None),
    ],
)
def test_days_as_directories_write_them(text: str, day: date | None) -> None:
    assert day_of(text) == day


def test_a_role_is_away_when_all_who_hold_it_are() -> None:
    gone, there = Person("a", "A", away=Period(DAY, DAY)), Person("a", "B")
    earlier = Person("a", "C", Period(None, date(2025, 1, 1)))
    assert away_on([gone], DAY, DAY) == ["a"]
    assert away_on([gone, earlier], DAY, DAY) == ["a"]
    assert away_on([gone, there], DAY, DAY) == []
    assert away_on([gone], date(2026, 11, 25), DAY) == []
    now = Person("a", "A", away_now=True)
    assert away_on([now], DAY, DAY) == ["a"]
    assert away_on([now], date(2026, 11, 25), DAY) == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "ange server och bas, eller lista"),
        ({"server": "ldap://x"}, "server kräver bas"),
        ({"server": "http://x", "bas": "dc=x"}, "ldap:// eller ldaps://"),
        ({"server": "ldap://x", "bas": "dc=x", "anvandare": "cn=a"}, "losenord-variabel eller losenord-fil"),
        (
            {"server": "ldap://x", "bas": "dc=x", "anvandare": "cn=a", "losenord_variabel": "X"},
            "skulle skickas i klartext",
        ),
        ({"lista": "a.csv", "filter": "a=b"}, "filter inom parentes"),
        ({"lista": "a.csv", "roll": "title)(x"}, "roll ska vara namnet på ett attribut"),
        ({"lista": "a.csv", "roller": {"a": "uid=1"}}, "a under roller"),
        ({"lista": "a.csv", "tid": 0}, "tid"),
    ],
)
def test_what_the_settings_refuse(given: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError) as refused:  # noqa: PT011
        Options(**given)  # type: ignore[arg-type]
    assert said in str(refused.value)


def test_there_is_no_setting_for_the_password_itself() -> None:
    assert not {"losenord", "password"} & {each.name for each in Options.__attrs_attrs__}


def test_a_list_alone_is_a_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("STYRREGLER_REGLER", raising=False)
    text = ORGANISATION.replace("\n    ", "\n").lstrip()
    (tmp_path / "organisation.styr").write_text(text, encoding="utf-8")
    (tmp_path / "styrregler.toml").write_text('[plugin.ldap]\nlista = "personer.csv"\n', encoding="utf-8")
    written(tmp_path, 'roll;namn\nsocialchef;Siv "Sia" Å\nkung;Bo\nsocialchef;\n')
    rules = styrregler.load(tmp_path)
    assert rules.index.persons("socialchef", DAY) == ('Siv "Sia" Å',)
    assert [each.code for each in rules.plugins.troubles.diagnostics] == ["SR921", "SR913"]
    assert _code(["importera", "innehavare", "personer.csv"]) == 0
    out = capsys.readouterr().out
    assert 'innehavare socialchef "Siv ’Sia’ Å"\n    gäller            från ' in out
    assert "# rollen «kung» finns inte (Bo)\n" in out
    assert "# kan inte använda 1 rader i personer.csv: rad 4 roll eller namn saknas" in out
