"""Assignments: what is checked and what is answered agree, whatever ways are written."""

from hypothesis import given, settings
from hypothesis import strategies as st

from styrregler.checks import Review
from styrregler.checks.interplay import contradicting_ways
from styrregler.query.assignment import Permission
from tests.kit import DAY, rules

NAMES = (
    "ledamot", "ordförande", "anställd", "chef", "förvaltningschef", "handläggare", "nämnd", "socialnämnden", "socialchef",
    "kommundirektör", "socialsekreterare", "sn-ordförande", "sn-vice",
)  # fmt: skip
ways = st.lists(
    st.tuples(st.sampled_from(("tillåten", "otillåten")), st.sampled_from(NAMES), st.sampled_from(NAMES)),
    min_size=1,
    max_size=5,
)


@settings(max_examples=60, deadline=None)
@given(ways)
def test_an_answer_contradicts_itself_only_where_the_check_has_warned(
    written: list[tuple[str, str, str]],
) -> None:
    lines = "".join(f"    {word} {sender} till {receiver}\n" for word, sender, receiver in written)
    loaded = rules('uppdragsvägar a "A"\n' + lines)
    warned = bool(list(contradicting_ways.run(Review(loaded.index, DAY))))
    circles = loaded.index.circles
    for sender in NAMES:
        for receiver in NAMES:
            answer = loaded.assignment(sender, receiver, on=DAY)
            assert warned or answer.permission is not Permission.CONFLICT
            covered = [
                word
                for word, one, other in written
                if sender in circles.members(one) and receiver in circles.members(other)
            ]
            if answer.permission is Permission.ALLOWED:
                assert "tillåten" in covered
            if answer.permission is Permission.FORBIDDEN:
                assert "otillåten" in covered
            if len(set(covered)) == 0:
                assert answer.permission is Permission.UNSAID
