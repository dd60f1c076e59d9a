"""An order's headings with what stands under them, and its free texts with their places."""

from tests.kit import order, rules, sound

ORDER = order(
    """
    bestämmelse A "Avslag"
        anmärkning        "Omfattar både bifall och avslag."

    avsnitt 1 "Bidrag"
        gäller            till 2026-12-31

    punkt 1.1 "Bidrag till förening"
        kallas även       "föreningsstöd"
        delegat           socialchef
        innefattar        "att avslå", "att avvisa"
        överklagas        genom förvaltningsbesvär hos "förvaltningsrätten"

    tabell
        punkt | ärende   | delegat    | anmärkning
        1.2   | Återkrav | enhetschef | Inom budget.

    avsnitt 2 "Avgifter"

    punkt 2.1 "Avgift"
        delegat           okänd "oläslig i källan"
    """
)


def test_headings_and_what_stands_under_them() -> None:
    read = sound(rules(ORDER)).index.corpus.orders[0]
    assert [(each.label, each.numbers) for each in read.sections] == [
        ("1 Bidrag", ("1.1", "1.2")),
        ("2 Avgifter", ("2.1",)),
    ]
    assert [each.number for each in read.provisions] == ["A"]
    assert str(read.sections[0].period) == "till 2026-12-31"


def test_every_text_stands_where_it_says() -> None:
    read = sound(rules(ORDER)).index.corpus.orders[0]
    assert [each.text for each in read.texts] == [
        "Ordningen",
        "Avslag",
        "Omfattar både bifall och avslag.",
        "Bidrag",
        "Bidrag till förening",
        "föreningsstöd",
        "att avslå",
        "att avvisa",
        "förvaltningsrätten",
        "Återkrav",
        "Inom budget.",
        "Avgifter",
        "Avgift",
        "oläslig i källan",
    ]
    for each in read.texts:
        assert each.text in each.place.source.text[each.place.start : each.place.end]
    assert [each.where for each in read.texts if each.keyword == "anmärkning"] == ["A Avslag", "1.2 Återkrav"]
