"""Decisions of whatever people and articles may write."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from summarizer.schema import DecidedOn, Decision, ReviewRecord
from summarizer.terms import DismissalReason, Ruling, Verdict

HARD = st.sampled_from(
    list("\"\\\n\r\t\x00\x07\x1b\x7f\x85\u2028\u202e\u200d\ufeff\ud800\udfff😀\U000e0041=#['")
) | st.characters(exclude_categories=())
WORDS = st.text(HARD, max_size=12) | st.sampled_from(['"""', "[[decision]]\nat = 1", "\\", "\n", "\r\n", " x ", "'''"])
NAMES = st.sampled_from(["Ann", "Bo", "Ann 😀", "Ann\ue000", "Éva"])
PLACES = st.builds(
    DecidedOn,
    article_id=WORDS,
    path=WORDS,
    outlet=st.none() | WORDS,
    start=st.integers(0, 10**9),
    end=st.integers(0, 10**9),
    quote=WORDS,
)
MOMENTS = st.datetimes(dt.datetime(1999, 1, 1), dt.datetime(2999, 1, 1), timezones=st.just(dt.UTC))  # noqa: DTZ001


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    ruling = draw(st.none() | st.sampled_from(Ruling))
    return Decision(
        finding_id=draw(st.sampled_from(["f1", "f2", "f😀", "f\ue000"]) | WORDS),
        ruling=ruling,
        reason=draw(st.none() | st.sampled_from(DismissalReason)) if ruling is Ruling.DISMISSED else None,
        note=draw(st.none() | WORDS),
        by=draw(NAMES),
        at=draw(MOMENTS | st.just(dt.datetime(2031, 5, 1, tzinfo=dt.UTC))),
        verdict=draw(st.sampled_from(Verdict)),
        question=draw(WORDS),
        evidence=tuple(draw(st.lists(PLACES, max_size=2))),
    )


REVIEWS = st.builds(
    ReviewRecord,
    decisions=st.lists(decisions(), max_size=5).map(tuple),
    seen=st.lists(WORDS, max_size=3).map(tuple),
    reviewed_at=st.none() | MOMENTS,
)
