"""Deadlines: dates when the day of the decision is given, none otherwise."""

from datetime import date, timedelta

import pytest

from tests.kit import DAY, order, rules, sound


def row(*clauses: str, on_the_order: str = ""):
    lines = "\n".join(f"    {clause}" for clause in clauses)
    return sound(rules(order(f'punkt 1 "Bistånd"\n{lines}\n', on_the_order)))


class TestDeadlines:
    """Dates when the day of the decision is given, none otherwise."""

    def due(self, timing: str, on: date | None) -> date | None:
        answer = row("delegat           enhetschef", f"informera         jurist {timing}").who_decides(
            "Bistånd", on=on
        )
        (duty,) = answer.inform
        return duty.deadline

    @pytest.mark.parametrize(
        ("timing", "on", "day"),
        [
            pytest.param("inom 1 arbetsdag", "2026-03-31", "2026-04-01", id="an ordinary Tuesday"),
            pytest.param("inom 3 arbetsdagar", "2026-03-31", "2026-04-07", id="over Easter 2026"),
            pytest.param("inom 1 arbetsdag", "2026-04-02", "2026-04-07", id="from Maundy Thursday"),
            pytest.param("inom 1 arbetsdag", "2026-04-04", "2026-04-07", id="from Easter Eve"),
            pytest.param("inom 1 arbetsdag", "2026-03-06", "2026-03-09", id="over a weekend"),
            pytest.param("inom 1 arbetsdag", "2026-03-07", "2026-03-09", id="from a Saturday"),
            pytest.param("inom 1 arbetsdag", "2026-05-13", "2026-05-15", id="over Ascension Day"),
            pytest.param("inom 1 arbetsdag", "2026-06-18", "2026-06-22", id="over Midsummer"),
            pytest.param("inom 5 arbetsdagar", "2025-12-22", "2026-01-05", id="over the year end"),
            pytest.param("inom 6 arbetsdagar", "2025-12-22", "2026-01-07", id="over Epiphany"),
            pytest.param(
                "inom 3 arbetsdagar efter beslut", "2026-03-31", "2026-04-07", id="after the decision"
            ),
            pytest.param("inom 3 dagar", "2026-04-02", "2026-04-05", id="plain days do not stop for Easter"),
            pytest.param("inom 1 vecka", "2025-12-29", "2026-01-05", id="a week over the year end"),
            pytest.param("inom 1 månad", "2026-01-31", "2026-02-28", id="a month that lacks the day"),
            pytest.param("inom 1 år", "2024-02-29", "2025-02-28", id="a year from a leap day"),
            pytest.param("senast 7 dagar efter beslut", "2026-12-28", "2027-01-04", id="at the latest"),
            pytest.param("senast 2026-12-31", "2026-03-02", "2026-12-31", id="a day in the text"),
            pytest.param("genast", "2026-04-03", "2026-04-03", id="at once"),
            pytest.param("samma dag", "2026-12-31", "2026-12-31", id="the same day"),
        ],
    )
    def test_a_date(self, timing, on, day):
        if on < "2026":
            text = order(
                f'punkt 1 "Bistånd"\n    delegat           enhetschef\n    informera         jurist {timing}\n'
            )
            text = text.replace("2025-12-16 § 100", "2019-12-10 § 90").replace(
                "från 2026-01-01", "från 2020-01-01"
            )
            answer = sound(rules(text)).who_decides("Bistånd", on=date.fromisoformat(on))
            assert [each.deadline for each in answer.inform] == [date.fromisoformat(day)]
        else:
            assert self.due(timing, date.fromisoformat(on)) == date.fromisoformat(day)

    @pytest.mark.parametrize(
        "timing",
        [
            "",
            "snarast",
            "löpande",
            "varje kvartal",
            "före beslut",
            "efter beslut",
            "inom 3 dagar efter delgivning",
        ],
    )
    def test_what_has_no_date_has_none(self, timing):
        assert self.due(timing, DAY) is None

    @pytest.mark.parametrize(
        "timing", ["inom 3 arbetsdagar", "genast", "samma dag", "inom 1 vecka efter beslut"]
    )
    def test_none_when_no_day_is_given(self, timing):
        assert self.due(timing, None) is None

    @pytest.mark.parametrize(
        ("on", "day"),
        [
            (date(2026, 2, 23), date(2026, 2, 24)),
            (date(2026, 2, 24), date(2026, 3, 24)),
            (date(2026, 3, 2), date(2026, 3, 24)),
            (date(2026, 3, 24), None),
            (None, None),
        ],
    )
    def test_the_boards_next_meeting(self, on, day):
        asked = row("delegat           enhetschef", "anmäls till       socialnämnden nästa sammanträde")
        (report,) = asked.who_decides("Bistånd", on=on).report
        assert report.deadline == day

    def test_the_meeting_of_the_body_reported_to(self):
        asked = row("delegat           enhetschef", "anmäls till       kommunstyrelsen nästa sammanträde")
        (report,) = asked.who_decides("Bistånd", on=DAY).report
        assert report.deadline == date(2026, 3, 18)

    def test_before_a_meeting(self):
        assert self.due("senast 7 dagar före sammanträde", DAY) == date(2026, 3, 24) - timedelta(7)

    def test_consultation_too(self):
        answer = row(
            "delegat           enhetschef", "samråd med        jurist inom 2 arbetsdagar"
        ).who_decides("Bistånd", on=DAY)
        assert [each.deadline for each in answer.consult] == [date(2026, 3, 4)]
