"""Whether a total and its parts add up, where an article says in so many words that these are the parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from summarizer.quantities import Quantity, convert, find_quantities

_OPENS = re.compile(
    r"^[^.;:()\d]{0,60}?(?::|\s[–—-]\s|,? (?:made up|consisting|composed) of|,? comprising|, that is,?|, namely,?)\s*$",
    re.IGNORECASE,
)
"""What stands between a total and the first of its parts."""
_MARK = re.compile(r":|[–—-]|(?:made up|consisting|composed) of|comprising|that is|namely", re.IGNORECASE)
"""One of these stands in every such opening; a quote without them need not be scanned for numbers."""
_NEXT = re.compile(r"^[^.;:()\d]{0,50}?(?:,(?: and)?|\band|\s&)\s*$", re.IGNORECASE)
"""What stands between one part and the next."""
_END = re.compile(r"^(?:(?!\b(?:and|or|plus|others?|some)\b)[^.;:()\d,]){0,50}(?:[.;)!?]|$)")
"""What stands behind the last part: nothing more is counted."""
_SOME = re.compile(r"\b(?:includ\w+|among|most|mainly|mostly|at least|also|more than|others?)\b", re.IGNORECASE)
"""Words after which a list may be no complete one."""
_FEWEST = 2


def sums_in(quotes: Iterable[str], total: tuple[Decimal | None, Decimal | None]) -> Iterator[str]:
    """A sentence for each quote that gives this total and lists its parts; nothing where the list may be incomplete."""
    for quote in dict.fromkeys(quotes):
        for whole, parts in _lists(quote):
            if (whole.low, whole.high) == total:
                yield _told(whole, parts)


def _lists(quote: str) -> Iterator[tuple[Quantity, Sequence[Quantity]]]:
    if not _MARK.search(quote):
        return
    figures = [q for q in find_quantities(quote) if not q.is_date]
    for index, whole in enumerate(figures):
        parts = _parts(quote, figures[index:])
        if len(parts) >= _FEWEST and all(_is_plain(q) for q in (whole, *parts)):
            yield whole, parts


def _parts(quote: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """The figures behind the first one that are listed as its parts, up to the end of the list; else none."""
    opens = len(figures) > 1 and _OPENS.match(quote[figures[0].end : figures[1].start])
    if not opens:
        return []
    parts = [figures[1]]
    for part in figures[2:]:
        if not _NEXT.match(quote[parts[-1].end : part.start]):
            break
        parts.append(part)
    listed = quote[figures[0].start : parts[-1].end]
    return parts if _END.match(quote[parts[-1].end :]) and not _SOME.search(listed) else []


def _is_plain(quantity: Quantity) -> bool:
    """An exact count of persons or things."""
    counted = convert(quantity).dimension
    exact = quantity.approximator == "exact" and quantity.low is not None and quantity.low == quantity.high
    whole = exact and quantity.low == quantity.low.to_integral_value() if quantity.low is not None else False
    return whole and not quantity.vague and (counted == "number" or counted.startswith("count:"))


def _told(whole: Quantity, parts: Sequence[Quantity]) -> str:
    total, found = whole.low or Decimal(), sum((part.low or Decimal() for part in parts), Decimal())
    listed = " + ".join(f"{part.low:,f}" for part in parts)
    verdict = "which adds up" if found == total else f"which makes {found:,f}, not {total:,f}"
    return f"“{whole.text}” is told as {listed}, {verdict}"
