"""The library's face: loading, asking, checking, and what it raises."""

import pickle
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import attrs
import pytest

import styrregler
from styrregler import (
    Answer,
    CheckResult,
    Decision,
    FolderProblem,
    Outcome,
    QuestionFault,
    Rules,
    SeveralMatters,
    Verdict,
)
from styrregler.query.people import name_of
from tests.kit import DAY, POLICIES, deciders, order, rules, sound

TEXT = order("""
    punkt 1 "Direktupphandling"
        kallas även       "köpa in utan annonsering", "leasa bil" med ramavtal ja
        delegat           enhetschef   när belopp högst 100 000 kr
                          socialchef   annars

    punkt 2 "Upplåta torgplats"
        delegat           enhetschef   när plats är tätort och inte ramavtal
                          jurist       när avtalstid högst 4 år
                          socialchef   annars

    punkt 3 "Avbryta upphandling"
        ärende            upphandling.avbryta
        delegat           jurist
""")


@pytest.fixture(scope="module")
def asked() -> Rules:
    return sound(rules(TEXT))


class TestLoading:
    def test_a_folder(self):
        loaded = styrregler.load(POLICIES / "exempelkommun")
        answer = loaded.who_decides("direktupphandling", belopp=90_000, on=DAY)
        assert isinstance(answer, Answer)
        assert answer.deciders[0].title == "Enhetschef"

    def test_one_file(self, tmp_path):
        file = tmp_path / "ordning.styr"
        file.write_text(TEXT, encoding="utf-8")
        loaded = styrregler.load(str(file))
        assert loaded.diagnostics, "the roles are declared nowhere in that file"

    def test_faults_in_the_text_do_not_raise(self, tmp_path):
        (tmp_path / "fel.styr").write_text("detta är inget block\n", encoding="utf-8")
        loaded = styrregler.load(tmp_path)
        assert [each.code for each in loaded.diagnostics] == ["SR104"]

    @pytest.mark.parametrize(("make", "code"), [(False, "SR803"), (True, "SR802")])
    def test_nothing_to_read_raises(self, tmp_path, make, code):
        folder = tmp_path / "regler"
        if make:
            folder.mkdir()
        with pytest.raises(FolderProblem) as found:
            styrregler.load(folder)
        assert found.value.diagnostic.code == code

    def test_the_version_is_a_digest_of_the_text_alone(self, asked):
        again = rules(TEXT)
        other = rules(TEXT.replace("100 000 kr", "100 001 kr"))
        assert asked.version == again.version != other.version

    def test_the_order_of_files_does_not_matter(self):
        one, two = 'grupp a "A"\n', 'grupp b "B"\n'
        assert rules(one, two).version == rules(two, one).version


class TestFacts:
    @pytest.mark.parametrize(
        "amount", [450_000, 450_000.0, Decimal(450_000), "450 000 kr", "450000", "450 tkr", "0,45 mkr"]
    )
    def test_money(self, asked, amount):
        answer = asked.who_decides("Direktupphandling", belopp=amount)
        assert deciders(answer) == ["socialchef"]
        assert dict(answer.receipt.facts) == {"belopp": "450 000 kr"}

    def test_as_a_mapping_or_as_keywords(self, asked):
        one = asked.who_decides("Upplåta torgplats", {"plats": "tätort", "ramavtal": "nej"}, on=DAY)
        other = asked.who_decides("Upplåta torgplats", plats="tatort", ramavtal=False, on=DAY)
        assert one == other
        assert deciders(one) == ["enhetschef"]

    def test_underscore_for_hyphen_and_no_swedish_letters(self):
        loaded = sound(
            rules(
                order("""
                    punkt 1 "Vikariat"
                        delegat           enhetschef   när anställningstid högst 6 månader och inom-budget
                """)
            )
        )
        answer = loaded.who_decides("Vikariat", anstallningstid="6 månader", inom_budget=True)
        assert deciders(answer) == ["enhetschef"]

    @pytest.mark.parametrize(
        ("facts", "message"),
        [
            ({"belop": 5}, "uppgiften «belop» finns inte: menade du «belopp»?"),
            ({"belopp": "5 år"}, "belopp anges i kronor, inte som «5 år»: skriv till exempel 450000 eller «2 prisbasbelopp»"),
            ({"belopp": -1}, "belopp är negativt: -1: skriv ett tal som är noll eller större"),
            ({"belopp": float("nan")}, "«nan» är inget tal: belopp skrivs till exempel 450000 eller «2 prisbasbelopp»"),
            ({"belopp": True}, "«True» är ingen mängd: belopp skrivs till exempel 450000 eller «2 prisbasbelopp»"),
            ({"belopp": "5,000"}, "«5,000» kan läsas på två sätt: skriv «5 000» för tusental, eller «5,0» för decimaler"),
            ({"belopp": "2 prisbasbelop"}, "belopp anges i kronor, inte som «2 prisbasbelop»: skriv till exempel 450000 eller «2 prisbasbelopp»"),
            ({"plats": "hamnen"}, "«plats» kan inte vara «hamnen»: svara tätort eller landsbygd eller hamnområde"),
            ({"ramavtal": "kanske"}, "«ramavtal» kan inte vara «kanske»: svara ja eller nej"),
            ({"prisbasbelopp": "2 år"}, "«2 år» är inget belopp för prisbasbelopp: skriv till exempel «59 200 kr»"),
        ],
    )  # fmt: skip
    def test_what_cannot_be_used_is_said_in_swedish(self, asked, facts, message):
        with pytest.raises(QuestionFault) as found:
            asked.who_decides("Direktupphandling", facts)
        assert str(found.value) == message

    def test_all_faults_at_once(self, asked):
        with pytest.raises(QuestionFault) as found:
            asked.who_decides("Direktupphandling", belop=5, plats="hamnen")
        assert len(found.value.faults) == 2
        assert isinstance(found.value, ValueError)

    def test_nothing_given_is_changed(self, asked):
        facts = {"belopp": 5}
        asked.who_decides("Direktupphandling", facts, plats="tätort")
        assert facts == {"belopp": 5}


class TestPeopleInAQuestion:
    @pytest.mark.parametrize("name", ["enhetschef", "Enhetschef", "ENHETSCHEF", " enhetschef "])
    def test_a_role_by_name_or_title(self, asked, name):
        answer = asked.who_decides("Direktupphandling", belopp=1, absent=[name])
        assert [each.reason for each in answer.excluded if each.title == "Enhetschef"] == ["frånvarande"]

    @pytest.mark.parametrize("body", ["socialnämnden", "Socialnämnden", "SN", "sn", "socialnamnden"])
    def test_a_body_by_name_title_or_abbreviation(self, asked, body):
        assert asked.who_decides("Direktupphandling", belopp=1, body=body).matter.body == "socialnämnden"

    @pytest.mark.parametrize(
        "given",
        [
            {"body": "socialnämden"},
            {"absent": ["enhetscheff"]},
            {"disqualified": ["enhetscheff"]},
            {"unit": "biståndsenhetn"},
        ],
        ids=lambda given: next(iter(given)),
    )
    def test_a_misspelt_name_is_an_error_with_a_suggestion(self, asked, given):
        with pytest.raises(QuestionFault, match="menade du «"):
            asked.who_decides("Direktupphandling", belopp=1, **given)

    def test_a_role_is_no_body(self, asked):
        with pytest.raises(QuestionFault):
            asked.who_decides("Direktupphandling", belopp=1, body="enhetschef")

    def test_so_is_one_in_a_decision(self, asked):
        with pytest.raises(QuestionFault, match="menade du «enhetschef»"):
            asked.check(Decision("Direktupphandling", "enhetscheff"))

    def test_and_one_that_settles_a_relation(self):
        loaded = sound(
            rules(
                """
                uppgift anställningens-förvaltning "Var är medarbetaren anställd?"
                    svar              kontoret, socialförvaltningen
                """,
                order("""
                    punkt 1 "Anställa"
                        delegat           respektive förvaltningschef utifrån anställningens-förvaltning
                """),
            )
        )
        with pytest.raises(QuestionFault, match="socialförvaltningen"):
            loaded.who_decides("Anställa", anställningens_förvaltning="socialförvaltningn")


class TestWhatIsNoQuestion:
    @pytest.mark.parametrize(
        ("asked_so", "said"),
        [
            ({"belopp": None}, "uppgiften «belopp» har inget värde"),
            ({"belopp": [1]}, "uppgiften «belopp» har inget värde"),
            ({"belopp": "ja"}, "«belopp» är en mängd, ingen ja/nej-fråga: ange hur mycket: belopp=450000"),
            ({"on": "2026-03-02"}, "dagen ska vara ett datum"),
            ({"matter": None}, "ärendet ska vara text"),
            ({"facts": 5}, "uppgifterna ska ha namn"),
            ({"facts": {1: 2}}, "uppgifterna ska ha namn"),
            ({"absent": "jurist"}, r"absent=\['jurist'\]"),
            ({"disqualified": 3}, "disqualified ska vara flera namn"),
            ({"absent": [None]}, "rollen ska vara text"),
            ({"body": 3}, "namnet ska vara text"),
            ({"unit": 4}, "enheten ska vara text"),
            ({"unit": "blaha"}, "enheten «blaha» finns inte"),
            (
                {"inlett": "2026-03-03", "on": DAY},
                "kan inte ha inletts 2026-03-03, efter beslutet 2026-03-02",
            ),
        ],
    )
    def test_is_refused_in_words(self, asked, asked_so, said):
        with pytest.raises(QuestionFault, match=said):
            asked.who_decides(**{"matter": "Direktupphandling", **asked_so})

    def test_so_is_a_decision_by_nobody(self, asked):
        with pytest.raises(QuestionFault, match="namnet ska vara text"):
            asked.check(Decision("Direktupphandling", None))

    def test_a_moment_is_its_day(self, asked):
        moment = asked.who_decides("Direktupphandling", belopp=1, on=datetime(2026, 3, 2, 14, tzinfo=UTC))
        assert moment == asked.who_decides("Direktupphandling", belopp=1, on=DAY)

    def test_letters_may_come_in_pieces_as_macos_gives_them(self, asked):
        pieces = unicodedata.normalize("NFD", "Upplåta torgplats")
        given = {"plats": unicodedata.normalize("NFD", "tätort"), "ramavtal": False}
        away = [unicodedata.normalize("NFD", "ks-ordförande")]
        assert deciders(asked.who_decides(pieces, given, absent=away, on=DAY)) == ["enhetschef"]

    def test_a_file_that_cannot_be_read_may_hold_the_matter(self, tmp_path):
        tmp_path.joinpath("ordning.styr").write_bytes(TEXT.encode("latin-1"))
        with pytest.raises(styrregler.UnreadableRules, match="ordning"):
            styrregler.load(tmp_path).who_decides("Direktupphandling")


class TestAnAnswerIsAValue:
    def test_it_can_be_kept(self, asked):
        answer = asked.who_decides("Direktupphandling", belopp=1, on=DAY)
        assert len({answer, pickle.loads(pickle.dumps(answer))}) == 1

    def test_it_has_its_data(self, asked):
        answer = asked.who_decides("Direktupphandling", belopp=1, on=DAY)
        assert styrregler.answer_data(answer)["format"] == "styrregler.answer/1"
        result = asked.check(Decision("Direktupphandling", "enhetschef", facts={"belopp": 1}))
        assert styrregler.check_data(result)["verdict"] == result.verdict.value


class TestAGroupThatIsAway:
    def test_is_each_of_its_roles(self):
        group = 'rollgrupp lagfarna "Lagfarna"\n    omfattar          jurist, konsult\n'
        loaded = sound(rules(TEXT + "\n    ersättare         socialchef\n\n" + group))
        for name in ("lagfarna", "Lagfarna"):
            answer = loaded.who_decides("Avbryta upphandling", absent=[name], on=DAY)
            assert deciders(answer) == ["socialchef"]


OLD = order('punkt 2 "Gammalt"\n    tidigare nummer   A.4\n    delegat           jurist').replace(
    "från 2026-01-01", "från 2024-01-01 till 2025-12-31"
)
DRAFT = order('punkt 2 "Kommande"\n    delegat           jurist', "läge förslag")


@pytest.fixture(scope="module")
def dated() -> Rules:
    return rules(TEXT, OLD, DRAFT)


class TestMattersOfTheDay:
    def test_a_row_in_force_goes_first(self, dated):
        now = dated.who_decides("SN 2", on=DAY, plats="tätort", ramavtal=False)
        assert now.matter.title == "Upplåta torgplats"
        assert dated.who_decides("SN 2", on=date(2025, 3, 2)).matter.title == "Gammalt"

    def test_without_a_day_all_count_alike(self, dated):
        assert [each.order for each in dated.find("SN 2").candidates] == ["Ordningen"] * 3

    @pytest.mark.parametrize(
        "words", ["SN A.4", "A.4", "socialnämnden A.4", "Socialnämnden punkt A.4", "punkt A.4"]
    )
    def test_a_former_number_with_the_board(self, dated, words):
        assert dated.who_decides(words, on=DAY).matter.title == "Gammalt"

    @pytest.mark.parametrize(
        "words", ["SN 3", "SN3", "sn punkt 3", "punkt 3", "socialnämnden 3", "Socialnämnden punkt 3"]
    )
    def test_a_number_with_any_name_of_the_board(self, dated, words):
        assert dated.who_decides(words, on=DAY).matter.title == "Avbryta upphandling"


class TestMatters:
    @pytest.mark.parametrize(
        ("words", "number"),
        [
            ("upphandling.avbryta", "3"),
            ("Upphandling.Avbryta", "3"),
            ("Direktupphandling", "1"),
            ("direktupphandling?", "1"),
            ("2", "2"),
            ("SN 2", "2"),
            ("SN Upplåta torgplats", "2"),
            ("upplata torgplats", "2"),
            ("köpa in utan annonsering", "1"),
            ("Vem får avbryta en upphandling?", "3"),
        ],
    )
    def test_by_name_number_title_or_synonym(self, asked, words, number):
        assert asked.who_decides(words, belopp=1, plats="tätort", ramavtal=False).matter.number == number

    def test_a_sentence_may_hold_the_amount(self, asked):
        answer = asked.who_decides("Vem beslutar om direktupphandling för 450 000 kr?")
        assert (deciders(answer), dict(answer.receipt.facts)) == (["socialchef"], {"belopp": "450 000 kr"})

    def test_what_is_given_goes_before_what_the_sentence_says(self, asked):
        answer = asked.who_decides("Direktupphandling för 450 000 kr", belopp=5)
        assert deciders(answer) == ["enhetschef"]

    def test_a_synonym_may_settle_a_fact(self, asked):
        answer = asked.who_decides("leasa bil", belopp=1)
        assert dict(answer.receipt.facts) == {"belopp": "1 kr", "ramavtal": "ja"}

    def test_several_that_fit_are_all_shown(self):
        loaded = sound(
            rules(
                order("""
                    punkt 1 "Hyra ut lokal"
                        delegat           enhetschef

                    punkt 2 "Hyra in lokal"
                        delegat           jurist
                """)
            )
        )
        with pytest.raises(SeveralMatters) as found:
            loaded.who_decides("hyra lokal")
        assert sorted(each.rule.number for each in found.value.candidates) == ["1", "2"]
        assert found.value.text == "hyra lokal"
        assert str(found.value).startswith("flera ärenden passar på «hyra lokal»: ")
        assert isinstance(found.value, LookupError)

    @pytest.mark.parametrize("words", ["atomkraft", "", "???", "vem beslutar"])
    def test_none_that_fits_is_said(self, asked, words):
        with pytest.raises(SeveralMatters) as found:
            asked.who_decides(words)
        assert found.value.candidates == ()
        assert str(found.value) == f"inget ärende passar på «{words}»"

    def test_with_no_rows_at_all(self):
        with pytest.raises(SeveralMatters):
            rules().who_decides("Direktupphandling")

    def test_a_body_that_has_no_such_matter(self, asked):
        with pytest.raises(SeveralMatters):
            asked.who_decides("Direktupphandling", body="KS")

    def test_find_only_looks(self, asked):
        found = asked.find("avbryta upphandling")
        assert [each.rule.number for each in found.candidates] == ["3"]
        assert found.clear is not None
        assert asked.find("atomkraft").clear is None


class TestChecking:
    def test_a_decision_as_a_register_holds_it(self, asked):
        decision = Decision("Direktupphandling", "Enhetschef", DAY, {"belopp": "99 000 kr"}, body="SN")
        result = asked.check(decision)
        assert isinstance(result, CheckResult)
        assert (result.verdict, result.reason) == (Verdict.RIGHT, "Enhetschef får besluta")
        assert result.answer == asked.who_decides("Direktupphandling", belopp=99_000, body="SN", on=DAY)

    def test_a_body_may_have_decided(self, asked):
        assert asked.check(Decision("Avbryta upphandling", "SN")).verdict is Verdict.RIGHT
        assert asked.check(Decision("Avbryta upphandling", "IU")).verdict is Verdict.WRONG_DECIDER

    def test_a_wrong_decider_is_told_who_was_right(self, asked):
        result = asked.check(Decision("Direktupphandling", "enhetschef", facts={"belopp": 450_000}))
        assert (result.verdict, result.reason) == (Verdict.WRONG_DECIDER, "rätt beslutsfattare är Socialchef")

    def test_facts_and_not_law_about_a_day_without_a_delegation(self, asked):
        result = asked.check(Decision("Avbryta upphandling", "jurist", date(2025, 5, 5)))
        assert result.verdict is Verdict.WRONG_DECIDER
        assert "ingen delegation gäller den dagen" in result.reason

    def test_no_verdict_speaks_of_validity(self, asked):
        for by in ("enhetschef", "socialchef", "jurist", "socialnämnden", "konsult"):
            for amount in (1, 450_000):
                reason = asked.check(Decision("Direktupphandling", by, facts={"belopp": amount})).reason
                assert "ogiltig" not in reason

    @pytest.mark.parametrize("missing", [{}, {"plats": "tätort"}])
    def test_what_is_missing_is_named(self, asked, missing):
        result = asked.check(Decision("Upplåta torgplats", "enhetschef", facts=missing))
        assert result.verdict is Verdict.CANNOT_TELL
        assert result.missing == result.answer.missing != ()


class TestTheDay:
    def test_given_or_today(self, asked):
        assert asked.who_decides("Direktupphandling", belopp=1, on=date(2026, 2, 3)).receipt.on == date(
            2026, 2, 3
        )
        before = date.today()  # noqa: DTZ011 - as the library itself reckons
        assert before <= asked.who_decides("Direktupphandling", belopp=1).receipt.on <= before + timedelta(1)


class TestFrozen:
    def test_rules_decisions_and_results(self, asked):
        decision = Decision("Direktupphandling", "enhetschef", facts={"belopp": 1})
        result = asked.check(decision)
        for value, name in (
            (asked, "index"),
            (decision, "matter"),
            (result, "verdict"),
            (asked.index, "name"),
        ):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(value, name, None)

    def test_outcomes_cannot_be_added_to(self):
        with pytest.raises((AttributeError, TypeError)):
            Outcome.DECIDES.value = "x"

    def test_threads_may_share_it(self, asked):
        def ask(amount: int) -> list[str]:
            return [
                name_of(each.party) for each in asked.who_decides("Direktupphandling", belopp=amount).deciders
            ]

        amounts = [1, 450_000] * 50
        with ThreadPoolExecutor(8) as pool:
            got = list(pool.map(ask, amounts))
        assert got == [["enhetschef"], ["socialchef"]] * 50


def _run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout.strip()


class TestImport:
    HEAVY = ("lark", "click", "attrs", "attr", "pluggy", "tomllib")

    def test_importing_the_package_imports_nothing_heavy(self):
        code = f"import sys, styrregler; print([name for name in {self.HEAVY!r} if name in sys.modules])"
        assert _run(code) == "[]"

    def test_nor_does_asking_for_the_version_or_listing_the_names(self):
        code = (
            "import sys, styrregler; styrregler.__version__; dir(styrregler); "
            f"print([name for name in {self.HEAVY!r} if name in sys.modules])"
        )
        assert _run(code) == "[]"

    def test_the_library_needs_no_click(self):
        code = "import sys, styrregler; styrregler.load; print('click' in sys.modules)"
        assert _run(code) == "False"

    def test_a_name_comes_when_it_is_used(self):
        code = (
            "import sys, styrregler; styrregler.Rules; print('attrs' in sys.modules or 'attr' in sys.modules)"
        )
        assert _run(code) == "True"

    @pytest.mark.parametrize("name", sorted(styrregler.__all__))
    def test_every_public_name_exists(self, name):
        assert getattr(styrregler, name) is not None
        assert name in dir(styrregler)

    def test_another_does_not(self):
        with pytest.raises(AttributeError, match="module 'styrregler' has no attribute 'who'"):
            _ = styrregler.who

    def test_it_is_typed(self):
        assert (POLICIES.parent / "src" / "styrregler" / "py.typed").exists()


def test_a_row_about_several_matters_is_found_by_the_one_that_is_named():
    loaded = sound(
        rules(
            order("""
                punkt 1 "Bidrag och stipendier"
                    ärende            bidrag, stipendier
                    delegat           enhetschef

                punkt 2 "Stipendier"
                    ärende            stipendier
                    delegat           socialchef
            """)
        )
    )
    assert loaded.who_decides("stipendier").matter.id == "stipendier"
    assert loaded.who_decides("bidrag").matter.id == "bidrag"
