"""Feeds bytes to everything that reads a stranger's text, and stops at the first that raises or breaks its word.

    python fuzz/scanners.py [FOLDER_OF_SEEDS] -max_total_time=300

Needs atheris. What each reader finds must lie inside the text, hold the characters it says, and come in order.
"""

from __future__ import annotations

import datetime as dt
import sys

import atheris

with atheris.instrument_imports(include=["summarizer"]):
    from summarizer.articles.cleaning import clean_characters
    from summarizer.articles.disguises import disguised
    from summarizer.attributions import find_attributions
    from summarizer.dates import find_dates
    from summarizer.defusing import defused, defused_value
    from summarizer.quantities import find_quantities

WRITTEN = dt.date(2021, 8, 29)


def read(text: str) -> None:
    """One text through all scanners."""
    cleaned, _ = clean_characters(text)
    check(clean_characters(cleaned)[0] == cleaned, "cleaning twice is cleaning once")
    check(len(defused(cleaned)) == len(cleaned) == len(defused_value(cleaned)), "defusing keeps the length")
    disguised(cleaned)
    end = 0
    for quantity in find_quantities(cleaned, vague=True):
        check(cleaned[quantity.start : quantity.end] == quantity.text and quantity.start >= end, "quantities hold their text")
        end = quantity.end
    for date in find_dates(cleaned, WRITTEN):
        check(cleaned[date.start : date.end] == date.text, "dates hold their text")
    for told in find_attributions(cleaned, nested=True):
        places = (*told.source, *told.cue, *told.content)
        check(all(0 <= start < stop <= len(cleaned) for start, stop in places), "attributions lie inside the text")


def check(holds: bool, what: str) -> None:  # noqa: FBT001  an assertion that is not left out under -O
    """Raise AssertionError if it does not hold."""
    if not holds:
        raise AssertionError(what)


def one_input(data: bytes) -> None:
    """Bytes of the fuzzer as a text with any code point."""
    provider = atheris.FuzzedDataProvider(data)
    read(provider.ConsumeUnicode(len(data)))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
