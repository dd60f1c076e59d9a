"""Rows side by side about one matter: what follows is told by whose decision it follows from."""

from tests.kit import DAY, deciders, order, rules, sound


def side_by_side():
    return sound(
        rules(
            order("""
                punkt 1 "Avbryta upphandling"
                    delegat           enhetschef
                    ersättare         jurist
                    samråd med        jurist
                    förutsätter       fullmakt från socialchef

                punkt 2 "Avbryta upphandling"
                    delegat           socialchef
                    samråd med        enhetschef
                    informera         jurist
            """, "anmäls till nämnden nästa sammanträde")
        )
    )  # fmt: skip


def test_each_is_consulted_only_when_the_row_that_says_so_decides():
    answer = side_by_side().who_decides("Avbryta upphandling", on=DAY)
    assert [(each.title, each.condition) for each in answer.consult] == [
        ("Kommunjurist", "Enhetschef beslutar"),
        ("Enhetschef", "Socialchef beslutar"),
    ]
    assert [(each.title, each.condition) for each in answer.inform] == [
        ("Kommunjurist", "Socialchef beslutar")
    ]
    assert [each.condition for each in answer.requires] == ["Enhetschef beslutar"]


def test_what_both_say_has_no_condition():
    answer = side_by_side().who_decides("Avbryta upphandling", on=DAY)
    assert [(each.title, each.condition) for each in answer.report] == [("Socialnämnden", "")]


def test_a_substitute_stands_in_for_the_delegate_of_its_own_row():
    answer = side_by_side().who_decides("Avbryta upphandling", on=DAY)
    assert [(each.title, each.instead_of) for each in answer.substitutes] == [("Kommunjurist", "Enhetschef")]
    away = side_by_side().who_decides("Avbryta upphandling", on=DAY, absent=["enhetschef", "socialchef"])
    assert [(each.title, each.instead_of) for each in away.deciders] == [("Kommunjurist", "Enhetschef")]


def test_the_chain_names_each_delegates_own_row():
    answer = side_by_side().who_decides("Avbryta upphandling", on=DAY)
    assert [(link.receiver, link.number) for link in answer.chain[1:]] == [
        ("Enhetschef", "1"),
        ("Socialchef", "2"),
    ]


def test_whoever_leads_a_unit_is_away_as_the_role_at_that_unit_too():
    loaded = sound(
        rules(
            """
            uppgift anställningens-förvaltning "Vilken förvaltning gäller det?"
                svar              socialförvaltningen, kontoret
            """,
            order("""
                punkt 1 "Anställa"
                    delegat           respektive förvaltningschef utifrån anställningens-förvaltning
                    ersättare         jurist
            """),
        )
    )
    facts = {"anställningens-förvaltning": "socialförvaltningen"}
    assert deciders(loaded.who_decides("Anställa", on=DAY, absent=["socialchef"], **facts)) == ["jurist"]
    assert deciders(loaded.who_decides("Anställa", on=DAY, absent=["kommundirektör"], **facts)) == [
        "förvaltningschef"
    ]


def test_a_right_that_the_law_gives_has_no_stand_in_and_that_is_said():
    loaded = sound(
        rules(
            order("""
                punkt 1 "Omhändertagande"
                    egen beslutanderätt sn-ordförande enligt 6 § LVU
            """)
        )
    )
    answer = loaded.who_decides("Omhändertagande", on=DAY, disqualified=["sn-ordförande"])
    assert answer.remarks == (
        "Socialnämndens ordförande är jävig, och reglerna säger inte vem som då träder in.",
    )


def test_a_deadline_before_a_meeting_is_never_before_the_decision():
    loaded = sound(
        rules(
            order("""
                punkt 1 "Bidrag"
                    delegat           socialchef
                    anmäls till       nämnden senast 7 dagar före sammanträde
            """)
        )
    )
    answer = loaded.who_decides("Bidrag", on=DAY.replace(month=2, day=20))
    assert [str(each.deadline) for each in answer.report] == ["2026-03-17"]
