"""Whatever changed between two reports: what holds rests on what is shown, and no decision gets lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from review.reviewed import article, decision, finding, report, side

from summarizer.review import counted, orphans, states
from summarizer.schema import Report, ReviewRecord
from summarizer.terms import Ruling

QUOTES = ("Nine burned.", "Ten burned.", "None burned.")
TEXTS = st.sampled_from([" ".join(QUOTES), " ".join(QUOTES[::-1]), "Nine burned. Ten burned. None burned. It rained."])


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Two or three articles, each in one of its versions, and up to three findings on any of their passages."""
    outlets = draw(st.lists(st.sampled_from(["Harbour", "Tribune", "Banner"]), min_size=2, max_size=3, unique=True))
    articles = tuple(article(draw(TEXTS), outlet) for outlet in outlets)
    places = [side(one, quote) for one in articles for quote in QUOTES]
    findings = [
        finding(
            finding_id,
            *draw(st.lists(st.sampled_from(places), min_size=2, max_size=4, unique_by=lambda one: (one.article_id, one.quote))),
            verdict=draw(st.sampled_from(["contradict", "update"])),
            question=draw(st.sampled_from(["How many?", "how many", "Where?"])),
        )
        for finding_id in draw(st.lists(st.sampled_from(["f1", "f2", "f3", "f4"]), max_size=3, unique=True))
    ]
    return report(articles, *findings)


@st.composite
def reviews(draw: st.DrawFn, of: Report) -> ReviewRecord:
    people = [(one.finding_id, by) for one in of.findings for by in ("Ann", "Bo")]
    made = [
        decision(of, finding_id, draw(st.none() | st.sampled_from(Ruling)), by=by, after=draw(st.integers(0, 3)), note="x")
        for finding_id, by in draw(st.lists(st.sampled_from(people), unique=True) if people else st.just([]))
    ]
    return ReviewRecord(decisions=tuple(made))


@settings(max_examples=150)
@given(st.data())
def test_what_holds_rests_on_what_is_shown_and_nothing_gets_lost(data):
    review = data.draw(reports().flatmap(reviews))
    later = data.draw(reports())
    by_id = states(later, review)
    sharpest = {one.finding_id: (one.verdict, {side.quote for side in one.sides[:2]}) for one in later.findings}
    for finding_id, state in by_id.items():
        for one in state.holding:
            assert (one.verdict, {place.quote for place in one.evidence}) == sharpest[finding_id]
        assert len({one.by for one in state.decisions}) == len(state.decisions)
        assert state.is_stale == (state.stale_because is not None)
        assert not (state.is_stale and (state.ruling or state.is_dismissed or state.is_disputed))
        assert (state.ruling is None) == all(one.ruling is None for one in state.holding)
    shown = [one for state in by_id.values() for one in state.decisions]
    for one in review.decisions:
        superseded = any(one not in state.decisions and one.by in {d.by for d in state.decisions} for state in by_id.values())
        assert [*shown, *orphans(later, review)].count(one) == 1 or superseded
    counts = counted(later, review)
    assert counts.decided + counts.open == counts.findings == len(by_id)
    assert counts.confirmed + counts.dismissed + counts.unsure == counts.decided


@given(st.data())
def test_on_the_very_report_every_decision_holds(data):
    of = data.draw(reports())
    review = data.draw(reviews(of))
    by_id = states(of, review)
    assert orphans(of, review) == ()
    for one in review.decisions:
        assert one in by_id[one.finding_id].holding
