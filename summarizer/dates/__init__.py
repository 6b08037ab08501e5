"""When: the dates a text names, as half-open intervals with exact offsets.

`find_dates` reads every date phrase; `date_interval` reads a phrase that is one date as a whole;
`weekday_mismatch` finds a weekday that does not fit its own date. All are pure and never raise.
"""

from summarizer.dates.find import date_interval, find_dates
from summarizer.dates.spans import DateSpan
from summarizer.dates.weekdays import weekday_mismatch

__all__ = ["DateSpan", "date_interval", "find_dates", "weekday_mismatch"]
