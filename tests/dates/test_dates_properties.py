"""What holds of dates in any text: exact offsets, ordered intervals, no exceptions, near-linear time."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from growth import grows_with_its_text
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.dates import date_interval, find_dates, weekday_mismatch

_PIECES = (
    "June|june|May|Aug.| |\n|, |-|\u2013|3|31|29|Feb.|2015|1999|9999|0001|2015-06-03|12/31/9999|Sunday|last|next|this|week|months"
    "|ago|two|between|from|to|and|in|the|quarter|first|of|will|winter|1990s|\u0663|\u2003|\U0001f600|century|after|more than"
).split("|")
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(_PIECES), max_size=30).map(" ".join))
DAYS = st.one_of(st.none(), st.dates(), st.just(date.min), st.just(date.max))


@settings(max_examples=400, deadline=None)
@given(text=TEXTS, written=DAYS)
def test_offsets_and_intervals_hold_for_any_text(text: str, written: date | None) -> None:
    spans = find_dates(text, written)
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text
        if span.earliest is not None and span.latest is not None:
            assert span.earliest < span.latest
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert set(weekday_mismatch(text, written)) <= set(spans)
    interval = date_interval(text, written)
    assert interval is None or interval[0] < interval[1]


@pytest.mark.parametrize(
    "piece",
    [
        "3 ",
        "June ",
        "June 3 ",
        "in ",
        "a ",
        "\n",
        " ",
        "-",
        "2015-",
        "Sunday, ",
        "last ",
        "May 3, 2015 May 4 ",
        "1 to ",
        "\u2003",
    ],
)
def test_time_grows_with_the_text_not_with_its_square(piece: str) -> None:
    assert grows_with_its_text(lambda text: find_dates(text, date(2021, 8, 29)), piece, 15_000)
