"""Snapshots are kept where the system keeps such, shared safely, bounded, and never in the way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from styrregler.library import load
from styrregler.snapshot.store import Store, usual_store
from styrregler.workspace import fingerprint as made_of
from styrregler.workspace.fingerprint import fingerprint
from tests import kit

KEY = "a" * 64
POINT = """
    punkt 1 "Hyra lokal"
        delegat           enhetschef
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of rules, of a product that nobody has changed just now."""
    monkeypatch.setattr(made_of, "_FRESH", 0)
    folder = tmp_path / "regler"
    folder.mkdir()
    (folder / "organisation.styr").write_text(kit.source(kit.ORGANISATION).text, encoding="utf-8")
    (folder / "sn.styr").write_text(kit.source(kit.order(POINT)).text, encoding="utf-8")
    return folder


def kept(store: Store) -> list[Path]:
    return sorted(store.folder.iterdir()) if store.folder.exists() else []


class TestAStore:
    def test_gives_back_what_was_put(self, store):
        store.put(KEY, b"regler")
        assert store.get(KEY) == b"regler"
        assert store.get("b" * 64) is None

    def test_leaves_nothing_half_written(self, store):
        store.put(KEY, b"regler")
        assert [file.suffix for file in kept(store)] == [".snap"]

    def test_drops_what_was_used_longest_ago(self, store):
        bounded = Store(store.folder, most=30)
        for number, key in enumerate("abc"):
            bounded.put(key, b"x" * 10)
            os.utime(store.folder / f"{key}.snap", (number, number))
        bounded.get("a")  # and so it is newer than b
        bounded.put("d", b"x" * 10)
        assert [file.stem for file in kept(store)] == ["a", "c", "d"]

    def test_keeps_the_latest_however_large(self, store):
        Store(store.folder, most=5).put("a", b"stort nog")
        Store(store.folder, most=5).put("b", b"stort nog")
        assert [file.stem for file in kept(store)] == ["b"]

    def test_touches_no_file_of_others(self, store):
        store.folder.mkdir()
        other = store.folder / "viktigt.txt"
        other.write_text("x" * 100, encoding="utf-8")
        Store(store.folder, most=10).put(KEY, b"regler")
        assert other.exists()

    def test_a_folder_that_cannot_be_used_is_told_once_it_was_asked_for(self, tmp_path):
        taken = tmp_path / "fil"
        taken.write_text("", encoding="utf-8")
        told: list[Path] = []
        Store(taken).put(KEY, b"regler")
        Store(taken, told.append).put(KEY, b"regler")
        assert told == [taken]
        assert Store(taken).get(KEY) is None

    @pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system has no owners")
    def test_what_somebody_else_has_put_there_is_not_believed(self, store, monkeypatch):
        store.put(KEY, b"regler")
        monkeypatch.setattr(os, "geteuid", lambda: 424_242)
        assert store.get(KEY) is None

    def test_many_processes_write_at_once(self, store):
        code = (
            "import sys; from pathlib import Path; from styrregler.snapshot.store import Store\n"
            "store = Store(Path(sys.argv[1]))\n"
            "for turn in range(60):\n"
            "    store.put('k', bytes([turn]) * 50_000)\n"
            "    data = store.get('k')\n"
            "    assert data and len(data) == 50_000 and len(set(data)) == 1\n"
        )
        running = [subprocess.Popen([sys.executable, "-c", code, str(store.folder)]) for _ in range(4)]
        assert [each.wait() for each in running] == [0, 0, 0, 0]
        assert [file.name for file in kept(store)] == ["k.snap"]


class TestWhereItIs:
    @pytest.mark.parametrize(
        ("platform", "environ", "folder"),
        [
            ("linux", {"HOME": "/home/a"}, "/home/a/.cache/styrregler"),
            ("linux", {"HOME": "/home/a", "XDG_CACHE_HOME": "/c"}, "/c/styrregler"),
            ("linux", {"HOME": "/home/a", "XDG_CACHE_HOME": "c"}, None),
            ("darwin", {"HOME": "/Users/a"}, "/Users/a/Library/Caches/styrregler"),
            ("win32", {"LOCALAPPDATA": "/a/Local"}, "/a/Local/styrregler"),
            ("linux", {}, None),
            ("win32", {}, None),
            ("linux", {"STYRREGLER_CACHE": "/egen"}, "/egen"),
            ("linux", {"HOME": "/home/a", "STYRREGLER_CACHE": "av"}, None),
            ("linux", {"HOME": "/home/a", "STYRREGLER_CACHE": "AV"}, None),
            ("linux", {"HOME": "/home/a", "STYRREGLER_CACHE": ""}, "/home/a/.cache/styrregler"),
        ],
    )
    def test_as_the_system_has_it_or_the_variable_says(self, platform, environ, folder):
        store = usual_store(None, environ, platform)
        assert (store.folder.as_posix() if store else None) == folder


class TestWhatIsKept:
    def test_is_used_while_the_files_are_the_same(self, store, place, monkeypatch):
        first = load(place, store=store)
        monkeypatch.delattr("styrregler.workspace.load.compile_folder")
        again = load(place, store=store)
        assert again.index == first.index
        assert again.who_decides("hyra lokal") == first.who_decides("hyra lokal")

    @pytest.mark.parametrize(
        "change",
        [
            lambda place: (place / "sn.styr").write_text(
                (place / "sn.styr").read_text("utf-8") + "\n", "utf-8"
            ),
            lambda place: (place / "mer.styr").write_text("# mer\n", "utf-8"),
            lambda place: (place / "sn.styr").rename(place / "namnden.styr"),
            lambda place: (place / "styrregler.toml").write_text('namn = "Annan"\n', "utf-8"),
        ],
        ids=["a line more", "a file more", "another name", "settings"],
    )
    def test_is_not_used_when_anything_is_otherwise(self, store, place, change):
        load(place, store=store)
        before = fingerprint(place)
        change(place)
        assert fingerprint(place) != before
        assert load(place, store=store).index == load(place).index

    def test_depends_on_how_its_files_are_named_to_the_reader(self, place, monkeypatch):
        before = fingerprint(place)
        monkeypatch.chdir(place)
        assert fingerprint(place) != before

    def test_depends_on_the_version(self, place, monkeypatch):
        before = fingerprint(place)
        monkeypatch.setattr(made_of, "__version__", "99.0")
        assert fingerprint(place) != before

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
    def test_cannot_be_told_of_a_pipe(self, place):
        os.mkfifo(place / "ror.styr")
        assert fingerprint(place) is None

    def test_cannot_be_told_of_a_file_without_end(self, place, monkeypatch):
        monkeypatch.setattr(made_of, "LARGEST_FILE", 10)
        assert fingerprint(place) is None

    def test_cannot_be_told_just_after_the_product_was_changed(self, place, monkeypatch):
        monkeypatch.setattr(made_of, "_FRESH", 10**20)
        assert fingerprint(place) is None

    def test_has_the_faults_that_reading_found(self, store, place):
        (place / "sn.styr").write_text(
            kit.source(kit.order(POINT.replace("enhetschef", "enhetscheff"))).text, "utf-8"
        )
        cold = load(place, store=store)
        warm = load(place, store=store)
        assert cold.diagnostics
        assert warm.diagnostics == cold.diagnostics
        assert warm.findings(kit.REVIEWED) == cold.findings(kit.REVIEWED)

    @pytest.mark.parametrize("damaged", [b"", b"styrregler\x00\x01", b"\x80\x04K\x01.", b"x" * 5_000])
    def test_is_made_again_without_a_word_when_it_is_damaged(self, store, place, damaged, capfd):
        first = load(place, store=store)
        (file,) = kept(store)
        whole = file.read_bytes()
        file.write_bytes(damaged)
        assert load(place, store=store).index == first.index
        assert file.read_bytes() == whole
        assert capfd.readouterr() == ("", "")

    def test_is_made_again_when_it_is_cut_short(self, store, place):
        first = load(place, store=store)
        (file,) = kept(store)
        file.write_bytes(file.read_bytes()[:-1])
        assert load(place, store=store).index == first.index

    def test_a_folder_that_cannot_be_written_hinders_nobody(self, place, tmp_path):
        taken = tmp_path / "fil"
        taken.write_text("", encoding="utf-8")
        assert load(place, store=Store(taken)).who_decides("hyra lokal").deciders

    def test_a_path_with_nothing_in_it_is_told_as_ever(self, store, tmp_path):
        from styrregler.workspace import FolderProblem

        with pytest.raises(FolderProblem):
            load(tmp_path / "finns-inte", store=store)
