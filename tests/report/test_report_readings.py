"""What code read from a figure or a time, in words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from summarizer.reporting.phrases import reading, when_read
from summarizer.schema import Figure


def figure(**fields: object) -> Figure:
    base = {"item_id": "f", "quote": "q", "start": 0, "end": 1, "anchor_start": 0, "anchor_end": 1, "claim_id": "c"}
    return Figure.model_validate({**base, "figure": "some figure", "measure": "m", **fields})


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"low": Decimal(20), "approximator": "more_than"}, "more than 20"),
        ({"high": Decimal(20), "approximator": "less_than"}, "less than 20"),
        ({"low": Decimal(183), "approximator": "at_least"}, "183 or more"),
        ({"low": Decimal(5), "high": Decimal(9), "approximator": "between"}, "5 to 9"),
    ],
)
def test_open_and_closed_ends_are_told_apart(fields: dict[str, object], words: str) -> None:
    assert reading(figure(**fields)) == words


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (dt.date(2015, 6, 21), dt.date(2015, 6, 22), "on Sunday → 21 June 2015"),
        (dt.date(2015, 6, 1), dt.date(2015, 7, 1), "on Sunday → from 1 to 30 June 2015"),
        (None, None, "on Sunday"),
    ],
)
def test_a_time_is_shown_with_the_days_it_means(earliest: dt.date | None, latest: dt.date | None, words: str) -> None:
    assert when_read("on Sunday", earliest, latest) == words


def test_a_full_date_is_not_said_twice() -> None:
    assert when_read("21 June 2015", dt.date(2015, 6, 21), dt.date(2015, 6, 22)) == "21 June 2015"
    assert when_read("long ago", dt.date.min, dt.date.min) == "long ago"
