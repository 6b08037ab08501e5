"""Whether "this weekend", "this Monday" or "this June" is the last or the coming one goes by the verb."""

from __future__ import annotations

from datetime import date

import pytest
from reading_dates import readings

WEDNESDAY, SUNDAY, JANUARY = date(2025, 10, 8), date(2025, 10, 12), date(2026, 1, 14)
MAY, JUNE = date(2025, 5, 14), date(2025, 6, 17)


@pytest.mark.parametrize(
    ("written", "text", "first", "last"),
    [
        (WEDNESDAY, "Two climbers died this weekend.", "2025-10-04", "2025-10-05"),
        (WEDNESDAY, "Two climbers died this past weekend.", "2025-10-04", "2025-10-05"),
        (WEDNESDAY, "The cup will be played this weekend.", "2025-10-11", "2025-10-12"),
        (WEDNESDAY, "Snow is forecast for this coming weekend.", "2025-10-11", "2025-10-12"),
        (WEDNESDAY, "A market this weekend", "2025-10-04", "2025-10-12"),
        (SUNDAY, "Two climbers died this weekend.", "2025-10-11", "2025-10-12"),
        (WEDNESDAY, "The court ruled this Monday.", "2025-10-06", "2025-10-06"),
        (WEDNESDAY, "The court will rule this Friday.", "2025-10-10", "2025-10-10"),
        (WEDNESDAY, "A rally this Friday", "2025-10-03", "2025-10-10"),
        (WEDNESDAY, "The court ruled this past Wednesday.", "2025-10-01", "2025-10-01"),
        (WEDNESDAY, "The pier burned this past week.", "2025-10-01", "2025-10-08"),
        (WEDNESDAY, "The pier burned this past summer.", "2025-06-01", "2025-09-23"),
        (WEDNESDAY, "The pier burned this summer.", "2025-06-01", "2025-09-23"),
        (WEDNESDAY, "The pier will open this spring.", "2026-03-01", "2026-06-21"),
        (WEDNESDAY, "The pier will open this February.", "2026-02-01", "2026-02-28"),
        (JANUARY, "The pier burned this December.", "2025-12-01", "2025-12-31"),
        (MAY, "The pier burned this winter.", "2024-12-01", "2025-03-21"),
        (MAY, "The pier will open this winter.", "2025-12-01", "2026-03-21"),
        (MAY, "The pier will open next winter.", "2025-12-01", "2026-03-21"),
        (JUNE, "The pier burned this past spring.", "2025-03-01", "2025-06-21"),
        (WEDNESDAY, "The trial was adjourned until 3 November.", "2025-11-03", "2025-11-03"),
        (WEDNESDAY, "He was remanded in custody till Friday.", "2025-10-10", "2025-10-10"),
        (JANUARY, "The pier burned this January.", "2026-01-01", "2026-01-31"),
        (WEDNESDAY, "This coming week will be dry.", "2025-10-08", "2025-10-19"),
        (WEDNESDAY, "He said that Monday would be dry.", "2025-10-13", "2025-10-13"),
        (WEDNESDAY, "The match is on Saturday.", "2025-10-11", "2025-10-11"),
        (WEDNESDAY, "The bridge is closed until Friday.", "2025-10-10", "2025-10-10"),
        (WEDNESDAY, "Crews had to be rescued on Monday.", "2025-10-06", "2025-10-06"),
        (WEDNESDAY, "The cup was won this Monday, October 6.", "2025-10-06", "2025-10-06"),
        (WEDNESDAY, "Beginning Friday, masks are needed.", "2025-10-10", "2025-10-10"),
        (WEDNESDAY, "Polls close on Friday.", "2025-10-10", "2025-10-10"),
        (WEDNESDAY, "The ferry sails this afternoon.", "2025-10-08", "2025-10-08"),
        (JUNE, "It won leave to open this October.", "2025-10-01", "2025-10-31"),
        (WEDNESDAY, "The ferry sank on Saturday.", "2025-10-04", "2025-10-04"),
    ],
)
def test_what_happened_is_past_and_what_is_announced_is_to_come(written: date, text: str, first: str, last: str) -> None:
    assert [read[1:] for read in readings(text, written)] == [(first, last)]
    assert all(read[1:] == (None, None) for read in readings(text, None))


def test_a_date_beside_a_weekday_says_which_it_is() -> None:
    assert readings("The cup was won last Friday, January 31.", WEDNESDAY) == [
        ("Friday, January 31", "2025-01-31", "2025-01-31")
    ]
