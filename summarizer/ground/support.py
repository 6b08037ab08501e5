"""What stands around a place in an article: the quotation marks, and the quantity."""

from __future__ import annotations

from summarizer.analysis import Analysis
from summarizer.quantities import Quantity
from summarizer.text import Span

_OPENING = '"“„«'
_CLOSING = '"”“»'


def quoted_words(text: str, anchor: Span) -> Span | None:
    """The stretch between quotation marks, without them, that holds the anchor; None if none does.

    Marks are paired inside one paragraph; an unclosed quotation runs to the paragraph's end, as print convention has it.
    """
    left = text.rfind("\n", 0, anchor.start) + 1
    right = text.find("\n", anchor.end)
    right = len(text) if right < 0 else right
    opened: int | None = None
    for index in range(left, right):
        char = text[index]
        if opened is None and char in _OPENING:
            opened = index + 1
        elif opened is not None and char in _CLOSING:
            if opened - 1 <= anchor.start and anchor.end <= index + 1:
                return Span(opened, index)
            opened = None
    if opened is not None and opened - 1 <= anchor.start:
        return Span(opened, right)
    return None


def quantity_at(analysis: Analysis, place: Span) -> Quantity | None:
    """The quantity that the code reads at the figure, read in its paragraph so that its qualifiers count."""
    near = analysis.quantities(analysis.line(place))
    inside = [q for q in near if q.start < place.end and place.start < q.end and not q.is_date]
    return max(inside, key=lambda q: min(q.end, place.end) - max(q.start, place.start), default=None)
