"""Who is above whom: chiefs as written, else whoever leads the unit, else whoever leads the one above."""

import pytest

from styrregler import Decision, Verdict
from tests.kit import ORGANISATION, order, rules, sound

ORDER = order("""
    punkt 1 "Bistånd"
        delegat           enhetschef
""")


def hierarchy(extra: str = "", organisation: str = ORGANISATION):
    return sound(rules(ORDER, organisation=organisation + extra)).index.hierarchy


class TestChief:
    @pytest.mark.parametrize(
        ("role", "chief"),
        [
            pytest.param("socialsekreterare", "enhetschef", id="as written"),
            pytest.param("jurist", "kommundirektör", id="whoever leads the unit that the role belongs to"),
            pytest.param("kommundirektör", "", id="nobody above"),
            pytest.param("sn-ordförande", "", id="elected"),
            pytest.param("okänd", "", id="no such role"),
        ],
    )
    def test_the_nearest(self, role, chief):
        assert hierarchy().chief(role) == chief

    def test_the_leader_of_a_unit_answers_to_the_leader_of_the_one_above(self):
        tree = hierarchy("""
    enhet hemtjänsten "Hemtjänsten"
        tillhör           socialförvaltningen
        leds av           hemtjänstchef
    roll hemtjänstchef "Hemtjänstchef"
        slag              anställd
        tillhör           hemtjänsten
    roll undersköterska "Undersköterska"
        slag              anställd
        tillhör           hemtjänsten
""")
        assert tree.chief("undersköterska") == "hemtjänstchef"
        assert tree.chief("hemtjänstchef") == "socialchef"

    def test_a_leader_that_belongs_nowhere_is_found_by_the_unit_that_it_leads(self):
        tree = hierarchy("""
    enhet hemtjänsten "Hemtjänsten"
        tillhör           socialförvaltningen
        leds av           hemtjänstchef
    roll hemtjänstchef "Hemtjänstchef"
        slag              anställd
""")
        assert tree.chief("hemtjänstchef") == "socialchef"

    def test_a_unit_without_a_leader_is_passed_over(self):
        tree = hierarchy("""
    enhet jouren "Jouren"
        tillhör           socialförvaltningen
    roll jourläkare "Jourläkare"
        slag              anställd
        tillhör           jouren
""")
        assert tree.chief("jourläkare") == "socialchef"

    def test_all_chiefs_nearest_first(self):
        assert list(hierarchy().chiefs("socialsekreterare")) == ["enhetschef", "socialchef", "kommundirektör"]

    def test_a_circle_is_reported_and_cut(self):
        loaded = rules(
            ORDER,
            organisation=ORGANISATION
            + """
    roll a "A"
        slag              anställd
        närmaste chef     b
    roll b "B"
        slag              anställd
        närmaste chef     a
""",
        )
        assert [each.code for each in loaded.diagnostics] == ["SR404"]
        tree = loaded.index.hierarchy
        assert (list(tree.chiefs("a")), list(tree.chiefs("b"))) in ((["b"], []), ([], ["a"]))


class TestSuperiors:
    @pytest.mark.parametrize(
        ("role", "board", "above"),
        [
            ("socialsekreterare", "socialnämnden", ("enhetschef", "socialchef")),
            ("enhetschef", "socialnämnden", ("socialchef",)),
            pytest.param("socialchef", "socialnämnden", (), id="the head of the board's administration"),
            pytest.param("jurist", "socialnämnden", (), id="another administration"),
            pytest.param("jurist", "kommunstyrelsen", ("kommundirektör",), id="that board's own"),
            pytest.param("sn-ordförande", "socialnämnden", (), id="the chair"),
        ],
    )  # fmt: skip
    def test_up_to_the_head_of_the_boards_own_administration(self, role, board, above):
        assert hierarchy().superiors(role, board) == above

    def test_a_consultant_among_the_chiefs_ends_it(self):
        organisation = ORGANISATION.replace(
            'roll enhetschef "Enhetschef"\n        slag              anställd',
            'roll enhetschef "Enhetschef"\n        slag              konsult',
        )
        assert hierarchy(organisation=organisation).superiors("socialsekreterare", "socialnämnden") == ()


class TestGenericRoles:
    """A role that every unit of a kind has (`finns i varje`)."""

    @pytest.mark.parametrize(
        ("role", "generic", "expected"),
        [
            ("socialchef", "förvaltningschef", True),
            ("kommundirektör", "förvaltningschef", True),
            ("förvaltningschef", "förvaltningschef", True),
            pytest.param("enhetschef", "förvaltningschef", False, id="leads a unit, not an administration"),
            pytest.param("jurist", "förvaltningschef", False, id="leads nothing"),
            pytest.param("förvaltningschef", "socialchef", False, id="not the other way round"),
            pytest.param("socialchef", "enhetschef", False, id="a role that is not generic"),
            pytest.param("socialchef", "okänd", False, id="no such role"),
        ],
    )
    def test_is_a(self, role, generic, expected):
        assert hierarchy().is_a(role, generic) is expected

    @pytest.mark.parametrize(
        ("decided_by", "verdict"), [("socialchef", Verdict.RIGHT), ("enhetschef", Verdict.WRONG_DECIDER)]
    )
    def test_in_a_check(self, decided_by, verdict):
        asked = sound(rules(ORDER.replace("enhetschef", "förvaltningschef")))
        assert asked.check(Decision("Bistånd", decided_by)).verdict is verdict

    def test_a_head_who_is_away_is_away_by_the_generic_name_too(self):
        """The row says förvaltningschef; the one at the social services is the socialchef, who is disqualified."""
        asked = sound(rules(ORDER.replace("enhetschef", "förvaltningschef")))
        decision = Decision("Bistånd", "socialchef", disqualified=("socialchef",))
        assert asked.check(decision).verdict is Verdict.WRONG_DECIDER
