"""A real directory: Debian's slapd with a configuration of its own, on loopback, for as long as the tests run."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

DEADLINE = 30.0
"""Seconds that a directory may take to start."""
BASE = "dc=lillby,dc=se"
READER = f"cn=läsare,{BASE}"
WORD = "hemligt å"
SLAPD = shutil.which("slapd", path="/usr/sbin:/usr/local/sbin:/usr/local/libexec:/usr/bin")
SCHEMAS = Path("/etc/ldap/schema")

CONFIG = """
include {schemas}/core.schema
include {schemas}/cosine.schema
include {schemas}/inetorgperson.schema
attributetype ( 1.1.1.1.1 NAME 'borjar' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )
attributetype ( 1.1.1.1.2 NAME 'slutar' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )
attributetype ( 1.1.1.1.3 NAME 'bortaFran' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )
attributetype ( 1.1.1.1.4 NAME 'bortaTill' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )
objectclass ( 1.1.1.2.1 NAME 'anstalld' SUP inetOrgPerson STRUCTURAL MAY ( borjar $ slutar $ bortaFran $ bortaTill ) )
moduleload back_mdb
pidfile {folder}/pid
argsfile {folder}/args
{tls}
database mdb
suffix "{base}"
{limits}
rootdn "cn=admin,{base}"
directory {folder}/data
maxsize 16777216
access to attrs=userPassword by anonymous auth by * none
access to * by * read
"""
TREE = f"""
dn: {BASE}
objectClass: dcObject
objectClass: organization
dc: lillby
o: Lillby

dn: ou=Förvaltningar,{BASE}
objectClass: organizationalUnit
ou: Förvaltningar

dn: {READER}
objectClass: person
cn: läsare
sn: läsare
userPassword: {WORD}
"""


def person(uid: str, title: str = "", **more: str) -> str:
    """An entry as LDIF."""
    lines = [f"dn: uid={uid},ou=Förvaltningar,{BASE}", "objectClass: anstalld", f"uid: {uid}"]
    lines += [f"title: {title}"] if title else []
    return "\n".join([*lines, *(f"{name}: {value}" for name, value in more.items())]) + "\n"


@frozen
class Directory:
    """One that runs: where, and what can stop it."""

    address: str
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def started(
    folder: Path, entries: str, *, limits: str = "", tls: str = "", scheme: str = "ldap"
) -> Directory:
    """A directory with ``entries``, once it lets itself be connected to."""
    if SLAPD is None or not SCHEMAS.is_dir():
        pytest.skip(
            "slapd finns inte här: installera Debians paket slapd för att pröva mot en riktig katalog"
        )
    (folder / "data").mkdir()
    settings = folder / "slapd.conf"
    settings.write_text(
        CONFIG.format(schemas=SCHEMAS, folder=folder, base=BASE, limits=limits, tls=tls), encoding="utf-8"
    )
    ldif = folder / "tree.ldif"
    ldif.write_text(TREE.strip() + "\n\n" + entries, encoding="utf-8")
    add = Path(SLAPD).with_name("slapadd")
    subprocess.run([str(add), "-f", str(settings), "-l", str(ldif)], check=True, capture_output=True)
    port = free_port()
    address = f"{scheme}://127.0.0.1:{port}"
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [SLAPD, "-f", str(settings), "-h", address, "-d", "0"], stdout=log, stderr=log
        )
    end = time.monotonic() + DEADLINE
    while True:
        with socket.socket() as door:
            door.settimeout(1)
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return Directory(address, process)
        assert process.poll() is None, (folder / "log").read_text(errors="replace")
        assert time.monotonic() < end, "katalogen startade inte"


PEOPLE = "\n".join(
    (
        person("siv", "Socialchef", cn="Siv", sn="A", displayName="Siv Åkerström", borjar="2024-08-01"),
        person(
            "ture",
            "SOCIALCHEF",
            cn="Ture",
            sn="B",
            displayName="Ture Öst",
            borjar="20200101000000Z",
            slutar="2024-07-31",
        ),
        person(
            "eva",
            "Enhetschef",
            cn="Eva",
            sn="C",
            displayName="Eva Ek",
            bortaFran="2026-12-01",
            bortaTill="2026-12-20",
        ),
        person("bo", "Räddningschef (i beredskap)*", cn="Bo Berg", sn="D"),
        person("ivar", "Socialsekreterare", cn="Ivar", sn="E", employeeType="ledig"),
        person("ida", "Socialsekreterare", cn="Ida", sn="F", displayName="Ida Is"),
        person("otto", "Kommunjurist", cn="Otto", sn="G", borjar="i våras"),
        person("kim", "Någonting annat", cn="Kim", sn="H"),
        person("nn", "Kommundirektör", cn=" ", sn="I").replace("cn:  \n", "cn:: IA==\n"),
    )
)


@pytest.fixture(scope="session")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Directory]:
    """One for all the tests that only read."""
    found = started(tmp_path_factory.mktemp("slapd"), PEOPLE)
    yield found
    found.stop()
