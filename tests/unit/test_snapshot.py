"""A snapshot gives back what was written, builds nothing before it is touched, and is never believed when it is damaged."""

import copy
import pickle
import threading
from datetime import date

import pytest
from attrs import evolve, fields

from styrregler.library import Rules, load
from styrregler.model import Corpus, Rule
from styrregler.render.data import answer_data, check_data
from styrregler.snapshot.layout import SnapshotFault, packed, unpacked
from styrregler.snapshot.reading import Reader
from styrregler.snapshot.table import Series, Table
from styrregler.snapshot.writing import columns_of
from styrregler.values import ReadOnly
from tests import kit

DAY = date(2026, 3, 2)
POINTS = """
    punkt 1 "Hyra lokal"
        delegat           enhetschef   när belopp högst 5 000 kr
                          socialchef   annars
"""


@pytest.fixture(scope="module")
def read() -> Rules:
    return load(kit.POLICIES / "exempelkommun")


@pytest.fixture(scope="module")
def data(read: Rules) -> bytes:
    return read.snapshot()


@pytest.fixture
def back(data: bytes) -> Rules:
    return Rules.from_snapshot(data)


def through(value: object) -> object:
    return Reader(unpacked(packed(columns_of(value)))).root


class TestWhatComesBack:
    def test_is_equal_from_either_side(self, read, back):
        assert back.index.corpus == read.index.corpus
        assert read.index.corpus == back.index.corpus
        assert back.index == read.index
        assert back.version == read.version

    def test_answers_alike(self, read, back):
        for question in ("direktupphandling", "får enhetschefen köpa datorer för 90 tkr?", "SN 2.2"):
            replies = [
                each.ask(question, {"belopp": 90_000, "avtalstid": "2 år"}, on=DAY) for each in (read, back)
            ]
            one, other = (answer_data(each.answer) for each in replies)
            assert one == other
            verdicts = [each.verdict and check_data(each.verdict) for each in replies]
            assert verdicts[0] == verdicts[1]

    def test_finds_alike(self, read, back):
        assert back.findings(DAY) == read.findings(DAY)

    def test_searches_alike(self, read, back):
        for words in ("köpa datorer", "bygglov", "avstängning", "lokl hyra", "ekonomiskt bistånd"):
            assert back.search(words) == read.search(words)

    def test_has_the_diagnostics_of_faulty_rules(self):
        faulty = kit.rules(kit.order(POINTS.replace("enhetschef ", "enhetscheff ")))
        assert faulty.diagnostics
        assert Rules.from_snapshot(faulty.snapshot()).diagnostics == faulty.diagnostics

    def test_can_be_written_again(self, back, data):
        assert Rules.from_snapshot(back.snapshot()).index == back.index

    def test_the_same_rules_give_the_same_bytes(self, data):
        assert load(kit.POLICIES / "exempelkommun").snapshot() == data


class TestAPromise:
    """A value whose fields are fetched when they are touched."""

    @pytest.fixture
    def rule(self, back) -> Rule:
        (rule,) = back.index.rules_for(
            "kommunstyrelsen", "upphandling.direktupphandling-av-varor-och-tjänster"
        )
        return rule

    def test_is_of_its_class(self, rule):
        assert isinstance(rule, Rule)
        assert rule.__class__ is Rule
        match rule:
            case Rule(number=number):
                assert number == "2.1"

    def test_fetches_one_field_at_a_time(self, rule):
        slot = Rule.__dict__["alternatives"]
        with pytest.raises(AttributeError):
            slot.__get__(rule)
        assert rule.number == "2.1"
        with pytest.raises(AttributeError):
            slot.__get__(rule)
        assert rule.alternatives is slot.__get__(rule)

    def test_has_no_other_attributes(self, rule):
        with pytest.raises(AttributeError):
            _ = rule.numbr  # type: ignore[attr-defined]

    def test_is_as_frozen_as_any(self, rule):
        with pytest.raises(AttributeError):
            rule.number = "3"  # type: ignore[misc]

    def test_is_copied_and_sent_as_any(self, rule, read):
        (original,) = read.index.rules_for(rule.body, rule.matter)
        for made in (pickle.loads(pickle.dumps(rule)), copy.copy(rule), copy.deepcopy(rule), evolve(rule)):
            assert type(made) is Rule
            assert made == original

    def test_hashes_as_the_original(self, back, read):
        place = back.index.corpus.orders[0].place
        assert hash(place) == hash(read.index.corpus.orders[0].place)

    def test_what_was_shared_is_shared(self, back):
        orders = back.index.corpus.orders
        assert orders[0] is back.index.orders[orders[0].name]
        assert len({id(rule.place.source) for rule in orders[0].rules}) == 1

    def test_what_a_class_finds_out_by_itself_is_found_out(self, back, read):
        order, original = (
            next(each for each in rules.index.corpus.orders if each.provisions) for rules in (back, read)
        )
        assert list(order.words()) == list(original.words())

    def test_many_threads_see_the_same(self, data):
        back = Rules.from_snapshot(data)
        seen: list[object] = []
        begin = threading.Barrier(8)

        def look() -> None:
            begin.wait()
            seen.append([rule.label for order in back.index.corpus.orders for rule in order.rules])

        threads = [threading.Thread(target=look) for _ in range(8)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert len(seen) == 8
        assert all(each == seen[0] for each in seen)


class TestATable:
    def test_reads_as_the_dict_it_was(self):
        words = {f"ord-{number}": number for number in range(500)}
        table = through(words)
        assert isinstance(table, Table)
        assert table == words
        assert list(table.items()) == list(words.items())
        assert list(table) == list(words)
        assert list(table.values()) == list(words.values())
        assert len(table) == 500
        assert table["ord-7"] == 7
        assert table.get("ord-500", "ingen") == "ingen"
        assert "ord-500" not in table
        assert 7 not in table
        with pytest.raises(KeyError):
            table["ord-500"]

    def test_has_groups_of_texts_for_keys(self):
        pairs = {(f"n{number}", f"m{number % 7}"): number for number in range(100)}
        table = through(pairs)
        assert isinstance(table, Table)
        assert table["n8", "m1"] == 8
        assert ("n8", "m2") not in table

    def test_becomes_a_mapping_that_nobody_changes_when_it_is_sent(self):
        table = through({f"{number}": number for number in range(50)})
        assert type(pickle.loads(pickle.dumps(table))) is ReadOnly

    def test_a_series_reads_as_the_list_it_was(self):
        texts = [f"ord-{number}" for number in range(100)]
        series = through(texts)
        assert isinstance(series, Series)
        assert list(series) == texts
        assert series[-1] == "ord-99"
        assert series[3:5] == texts[3:5]
        assert len(series) == 100
        with pytest.raises(IndexError):
            series[100]

    def test_what_may_be_changed_is_nobody_elses(self):
        one, other = through(({}, {}))
        one["a"] = 1
        assert other == {}


class TestWhatIsNoSnapshot:
    @pytest.fixture
    def small(self) -> bytes:
        return packed(columns_of({"a": (1, 2.5, DAY, None), "b": frozenset({"c"})}))

    def test_is_refused_wherever_it_ends(self, small):
        for end in range(len(small)):
            with pytest.raises(SnapshotFault):
                unpacked(small[:end])

    def test_is_refused_whichever_byte_is_wrong(self, small):
        for at in range(len(small)):
            for flip in (0x01, 0x80, 0xFF):
                damaged = bytearray(small)
                damaged[at] ^= flip
                with pytest.raises(SnapshotFault):
                    unpacked(bytes(damaged))

    def test_is_refused_by_another_version(self, monkeypatch, small):
        monkeypatch.setattr("styrregler.snapshot.layout.__version__", "99.0")
        with pytest.raises(SnapshotFault, match="version"):
            unpacked(small)

    def test_is_refused_when_a_class_has_other_fields(self, read):
        columns = unpacked(read.snapshot())
        forms = [
            (name, fields[:-1] if name.endswith(":Corpus") else fields) for name, fields in columns.forms
        ]
        with pytest.raises(SnapshotFault, match="fält"):
            Rules.from_snapshot(packed(evolve(columns, forms=tuple(forms))))

    @pytest.mark.parametrize(
        "name", ["os:system", "subprocess:Popen", "styrregler.cli.main:run", "styrregler.nej:Nej"]
    )
    def test_names_nothing_but_values_of_this_package(self, name, read):
        columns = unpacked(read.snapshot())
        with pytest.raises(SnapshotFault):
            Rules.from_snapshot(packed(evolve(columns, forms=((name, ()), *columns.forms[1:]))))

    def test_a_value_of_no_known_class_is_not_written(self):
        with pytest.raises(TypeError):
            columns_of(object())

    def test_something_else_than_rules_is_no_rules(self):
        with pytest.raises(SnapshotFault):
            Rules.from_snapshot(packed(columns_of(("a", "b", "c"))))

    def test_every_field_of_the_corpus_is_kept(self, data):
        (kept,) = [names for name, names in unpacked(data).forms if name == "styrregler.model.corpus:Corpus"]
        assert kept == tuple(each.name for each in fields(Corpus))
