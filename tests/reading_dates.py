"""How the tests of dates write a reading: the phrase, the first day and the last one, or None where it is unresolved."""

from __future__ import annotations

from datetime import date, timedelta

from summarizer.dates import find_dates

Read = tuple[str, str | None, str | None]


def readings(text: str, written: date | None) -> list[Read]:
    """Each date phrase with its first and its last day."""
    return [
        (
            span.text,
            span.earliest.isoformat() if span.earliest else None,
            (span.latest - timedelta(days=1)).isoformat() if span.latest else None,
        )
        for span in find_dates(text, written)
    ]
