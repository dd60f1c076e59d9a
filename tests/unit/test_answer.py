"""What an answer holds: every field, the chain from the council, the matters that are built in, frozen values."""

from datetime import date

import attrs
import pytest

from styrregler import Outcome
from styrregler.query.people import name_of
from tests.kit import DAY, deciders, order, rules, sound


def row(*clauses: str, on_the_order: str = ""):
    lines = "\n".join(f"    {clause}" for clause in clauses)
    return sound(rules(order(f'punkt 1 "Bistånd"\n{lines}\n', on_the_order)))


class TestTheWholeAnswer:
    """Everything that follows from a decision, in one row."""

    TEXT = order(
        """
        avsnitt 2 "Ekonomiskt bistånd"
            ärende            ekonomiskt-bistånd
            överklagas        genom förvaltningsbesvär hos "förvaltningsrätten"

        punkt 2.4 "Återkrav"
            kallas även       "betala tillbaka"
            lagrum            KL 6:38, 45 § FL
            delegat           enhetschef
            ersättare         socialchef
            vidaredelegeras   av socialchef
            samråd med        jurist
            informera         kommundirektör inom 3 arbetsdagar efter beslut
            förutsätter       fullmakt från socialchef
            villkor           "Enligt riktlinjerna."
            anmärkning        "Gäller varje månad."
        """,
        """
        anmäls till       socialnämnden via jurist nästa sammanträde som lista
        överordnad        får alltid besluta
        dock              socialnämnden när principiellt
        """,
    )

    def test_every_field(self):
        asked = sound(rules(self.TEXT))
        answer = asked.who_decides("betala tillbaka", belopp=900, on=DAY)
        assert answer.outcome is Outcome.DECIDES
        assert attrs.astuple(answer.matter) == (
            "ekonomiskt-bistånd.återkrav",
            "2.4",
            "Återkrav",
            "Ordningen",
            "socialnämnden",
            "Socialnämnden",
        )
        assert [(each.title, each.condition, each.instead_of, each.rule) for each in answer.deciders] == [
            ("Enhetschef", "", "", "2.4")
        ]
        assert answer.also_competent == ()
        assert [(each.when, deciders(each)) for each in answer.unless] == [
            ("principiellt", ["socialnämnden"])
        ]
        assert [each.text for each in answer.requires] == ["fullmakt från Socialchef"]
        assert [each.title for each in answer.substitutes] == ["Socialchef"]
        assert [(each.title, each.only_in_absence) for each in answer.superiors] == [("Socialchef", False)]
        assert [each.title for each in answer.consult] == ["Kommunjurist"]
        assert [(each.title, each.deadline) for each in answer.inform] == [
            ("Kommundirektör", date(2026, 3, 5))
        ]
        assert [(each.title, each.via, each.form, each.deadline) for each in answer.report] == [
            ("Socialnämnden", "Kommunjurist", "lista", date(2026, 3, 24))
        ]
        appeal = answer.appeal
        assert (appeal.route, appeal.to, appeal.decided) == ("förvaltningsbesvär", "förvaltningsrätten", True)
        assert (str(appeal.timing), appeal.law) == ("senast 3 veckor efter delfående", ("44 § FL",))
        assert answer.subdelegation == "av Socialchef"
        assert [(each.text, each.sfs, each.repealed) for each in answer.law] == [
            ("6 kap. 38 § KL", "2017:725", None),
            ("45 § FL", "2017:900", None),
        ]
        assert answer.conditions == ("Enligt riktlinjerna.",)
        assert answer.remarks == ("Gäller varje månad.",)
        assert (answer.missing, answer.branches, answer.conflict) == ((), (), "")
        assert [(each.place.path, each.place.line, each.adopted) for each in answer.sources] == [
            ("prov.styr", 12, "2025-12-16 § 100")
        ]
        assert (answer.receipt.ruleset, answer.receipt.version) == ("prov", asked.version)
        assert (answer.receipt.on, dict(answer.receipt.facts)) == (DAY, {"belopp": "900 kr"})

    def test_what_the_order_does_not_say_is_told_from_what_it_denies(self):
        silent = row("delegat           enhetschef").who_decides("Bistånd", on=DAY)
        denied = row("delegat           enhetschef", "överklagas        inte").who_decides("Bistånd", on=DAY)
        assert (silent.appeal.route, silent.appeal.decided) == ("", False)
        assert (denied.appeal.route, denied.appeal.decided) == ("", True)

    def test_an_act_that_is_repealed_that_day_says_so(self):
        text = (
            order("""
            punkt 1 "Bistånd"
                delegat           enhetschef
                lagrum            4 kap. 1 § SoL
        """)
            .replace("2025-12-16 § 100", "2024-12-16 § 100")
            .replace("från 2026-01-01", "från 2025-01-01")
        )
        asked = sound(rules(text))
        (before,) = asked.who_decides("Bistånd", on=date(2025, 6, 30)).law
        (after,) = asked.who_decides("Bistånd", on=date(2025, 7, 1)).law
        assert (before.sfs, before.repealed) == ("2001:453", None)
        assert (after.sfs, after.repealed) == ("2001:453", date(2025, 6, 30))

    def test_persons_appointed_for_the_row(self):
        asked = sound(
            rules(
                order("""
                    punkt 4 "Omhändertagande"
                        egen beslutanderätt sn-ordförande enligt 6 § andra stycket LVU

                    förordnande lvu-2026 "Brådskande beslut"
                        punkter           4
                        person            "Torkel Åsbrink", "Samira Hultby"
                        gäller            från 2026-01-01 till 2026-12-31
                """)
            )
        )
        said = "Förordnade: Torkel Åsbrink, Samira Hultby (från 2026-01-01 till 2026-12-31)."
        assert said in asked.who_decides("Omhändertagande", on=date(2026, 12, 31)).remarks
        assert said not in asked.who_decides("Omhändertagande", on=date(2027, 1, 1)).remarks


class TestChain:
    """From the council by the board to the delegate; a missing link is shown as missing."""

    CHARTER = """
        reglemente socialnämnden "Reglemente för socialnämnden"
            beslutad          2022-12-12 § 142
            gäller            från 2023-01-01

        punkt 1 "Socialtjänsten"
            ansvarar för      socialtjänst-allmänt

        punkt 2 "Ekonomiskt bistånd"
            ansvarar för      ekonomiskt-bistånd, skuldrådgivning
    """
    ORDER = order("""
        avsnitt 2 "Ekonomiskt bistånd"
            ärende            ekonomiskt-bistånd

        punkt 2.1 "Försörjningsstöd"
            delegat           socialsekreterare   när belopp högst 5 000 kr
                              nämnden             annars
    """)

    def links(self, answer):
        return [
            (each.giver, each.receiver, each.document, each.number, each.adopted) for each in answer.chain
        ]

    def test_whole(self):
        answer = sound(rules(self.CHARTER, self.ORDER)).who_decides("Försörjningsstöd", belopp=1, on=DAY)
        assert self.links(answer) == [
            ("Kommunfullmäktige", "Socialnämnden", "Reglemente för socialnämnden", "2 §", "2022-12-12 § 142"),
            ("Socialnämnden", "Socialsekreterare", "Ordningen", "2.1", "2025-12-16 § 100"),
        ]
        assert not any(each.missing for each in answer.chain)
        assert [(each.place.path, each.place.line) for each in answer.chain] == [
            ("prov.styr", 8),
            ("prov1.styr", 8),
        ]

    def test_what_the_board_decides_itself_ends_there(self):
        answer = rules(self.CHARTER, self.ORDER).who_decides("Försörjningsstöd", belopp=6_000, on=DAY)
        assert [each.receiver for each in answer.chain] == ["Socialnämnden"]

    @pytest.mark.parametrize(
        "charter",
        [
            pytest.param([], id="no reglemente"),
            pytest.param(
                [CHARTER.replace("från 2023-01-01", "från 2027-01-01")], id="none in force that day"
            ),
            pytest.param([CHARTER.replace("ekonomiskt-bistånd", "ekonomi")], id="none that gives the area"),
            pytest.param(
                [CHARTER.replace("gäller  ", "läge              förslag\n            gäller  ")], id="a draft"
            ),
        ],
    )
    def test_a_missing_link_is_shown_as_missing(self, charter):
        answer = sound(rules(*charter, self.ORDER)).who_decides("Försörjningsstöd", belopp=1, on=DAY)
        first, second = answer.chain
        assert (first.giver, first.receiver, first.document, first.missing, first.place) == (
            "Kommunfullmäktige",
            "Socialnämnden",
            "",
            True,
            None,
        )
        assert not second.missing

    def test_each_delegate_has_a_link(self):
        answer = row("delegat           enhetschef eller jurist").who_decides("Bistånd", on=DAY)
        assert [each.receiver for each in answer.chain] == ["Socialnämnden", "Enhetschef", "Kommunjurist"]

    def test_a_question_that_depends_shows_how_far_it_is_certain(self):
        answer = rules(self.CHARTER, self.ORDER).who_decides("Försörjningsstöd", on=DAY)
        assert [(each.receiver, each.missing) for each in answer.chain] == [("Socialnämnden", False)]


def missing(answer):
    return [each.fact for each in answer.missing]


class TestBuiltInMatters:
    """The general rules of an order answer too."""

    TEXT = order(
        """
        punkt 1 "Bistånd"
            delegat           socialchef
            vidaredelegeras   av socialchef
        """,
        """
        brådskande        sn-ordförande, därefter sn-vice
        överordnad        får besluta vid frånvaro
        anmäls till       socialnämnden nästa sammanträde som lista
        """,
    )

    @pytest.mark.parametrize(
        "words", ["brådskande ärenden", "brådskande-ärenden", "ordförandebeslut", "Brådska"]
    )
    def test_urgent_matters(self, words):
        answer = sound(rules(self.TEXT)).who_decides(words, on=DAY)
        assert (answer.outcome, deciders(answer)) == (Outcome.DECIDES, ["sn-ordförande"])
        assert [name_of(each.party) for each in answer.substitutes] == ["sn-vice"]

    @pytest.mark.parametrize("words", ["vidaredelegering", "vem får vidaredelegera"])
    def test_who_may_delegate_further(self, words):
        answer = rules(self.TEXT).who_decides(words, on=DAY)
        assert deciders(answer) == ["socialchef"]
        assert answer.remarks == ("Gäller de punkter där nämnden har medgett det: 1.",)

    def test_nobody_may_where_no_row_says_so(self):
        answer = rules(self.TEXT.replace("vidaredelegeras   av socialchef", "")).who_decides(
            "vidaredelegering", on=DAY
        )
        assert (answer.outcome, deciders(answer)) == (Outcome.DEFAULT, ["socialnämnden"])
        assert answer.remarks == ("Ordningen medger ingen vidaredelegering.",)

    def test_two_orders_of_one_board_do_not_contradict_each_other_there(self):
        """One permits it in some points and the other in none: that is what each says of its own points."""
        other = order("""
            punkt 7 "Utredning"
                delegat           enhetschef
        """).replace('"Ordningen"', '"Tillägget"')
        answer = sound(rules(self.TEXT, other)).who_decides("vidaredelegering", on=DAY)
        assert answer.outcome is not Outcome.CONFLICT
        assert deciders(answer) == ["socialchef"]

    @pytest.mark.parametrize(
        ("superior", "says"),
        [
            ("får besluta vid frånvaro", "därefter överordnad."),
            ("får alltid besluta", "därefter överordnad, som alltid får besluta."),
            ("", "därefter nämnden."),
        ],
    )
    def test_disqualification(self, superior, says):
        line = f"överordnad        {superior}" if superior else "# ingen regel om överordnad"
        text = self.TEXT.replace("överordnad        får besluta vid frånvaro", line)
        answer = sound(rules(text)).who_decides("jäv", on=DAY)
        assert answer.remarks == (f"En jävig delegat beslutar inte: ersättaren träder in, {says}",)
        assert answer.deciders == ()

    @pytest.mark.parametrize("words", ["anmälan av delegationsbeslut", "anmälan", "anmäla beslut"])
    def test_reporting(self, words):
        answer = rules(self.TEXT).who_decides(words, on=DAY)
        assert [(name_of(each.to), str(each.timing), each.form, each.deadline) for each in answer.report] == [
            ("socialnämnden", "nästa sammanträde", "lista", date(2026, 3, 24))
        ]
        assert answer.remarks == ("Punktens egen regel om anmälan går före.",)

    def test_of_several_boards_the_one_given(self):
        other = order(
            """
            punkt 1 "Borgen"
                delegat           kommundirektör
            """,
            "brådskande        ks-ordförande",
            body="kommunstyrelsen",
        )
        asked = sound(rules(self.TEXT, other))
        assert deciders(asked.who_decides("brådskande ärenden", body="KS", on=DAY)) == ["ks-ordförande"]
        answer = asked.who_decides("brådskande ärenden", on=DAY)
        assert (answer.outcome, missing(answer)) == (Outcome.DEPENDS, ["organ"])


class TestFrozen:
    def test_an_answer_and_all_that_it_holds(self):
        answer = sound(rules(TestTheWholeAnswer.TEXT)).who_decides("Återkrav", on=DAY)
        for value in (
            answer,
            answer.deciders[0],
            answer.matter,
            answer.receipt,
            answer.report[0],
            answer.chain[0],
        ):
            name = attrs.fields(type(value))[0].name
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(value, name, None)

    def test_sequences_are_tuples(self):
        answer = sound(rules(TestTheWholeAnswer.TEXT)).who_decides("Återkrav", on=DAY)
        several = [
            name
            for name in attrs.asdict(answer, recurse=False)
            if isinstance(getattr(answer, name), list | set)
        ]
        assert several == []

    def test_the_receipts_facts_cannot_be_changed(self):
        answer = sound(rules(TestTheWholeAnswer.TEXT)).who_decides("Återkrav", belopp=1, on=DAY)
        with pytest.raises(TypeError):
            answer.receipt.facts["belopp"] = "2 kr"

    def test_the_same_question_gives_the_same_answer(self):
        asked = sound(rules(TestTheWholeAnswer.TEXT))
        assert asked.who_decides("Återkrav", belopp=1, on=DAY) == asked.who_decides(
            "Återkrav", belopp=1, on=DAY
        )
