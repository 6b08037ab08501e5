"""Headings in large type further down: where the pages may hold more than one article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain

from summarizer.articles.formats.pdf.lines import Part
from summarizer.articles.formats.pdf.paragraphs import Paragraph
from summarizer.articles.lines import title_key

_LARGE = 1.4
_LEAST_WORDS, _MOST_WORDS = 3, 25
_LEAST_CHARS = 8
_LEAST_TEXT = 250
_LEAST_ROWS = 3
_APART = 6
_QUOTES = '"“”„«»‘’‚「『'


def further_headings(paragraphs: Sequence[Paragraph], texts: Sequence[str], body: float) -> int:
    """How many headings on pages set in columns have text of their own and stand below the text of another heading.

    Quotations set large are no headings, and in a text set in one column large headings are those of its parts.
    """
    pairs = list(zip(paragraphs, texts, strict=True))
    pages = _in_columns(paragraphs, body)
    if not pages:
        return 0
    whole = title_key("\n".join(text for paragraph, text in pairs if not _is_large(paragraph, body)))
    found, since, waits = 0, 0, False
    for paragraph, text in pairs:
        if not _is_large(paragraph, body):
            since += len(text) if paragraph[0].part is Part.TEXT else 0
        elif paragraph[0].page in pages and _is_heading(text, whole):
            found += waits and since >= _LEAST_TEXT
            waits, since = since >= _LEAST_TEXT or (waits and not since), 0
    return found + (waits and since >= _LEAST_TEXT)


def _in_columns(paragraphs: Sequence[Paragraph], body: float) -> set[int]:
    """The pages whose text stands in columns beside one another."""
    rows: Counter[tuple[int, int]] = Counter()
    left: dict[tuple[int, int], float] = {}
    for line in chain.from_iterable(paragraphs):
        if line.part is Part.TEXT:
            key = line.page, line.column
            rows[key] += 1
            left[key] = min(line.start, left.get(key, line.start))
    places: dict[int, list[float]] = defaultdict(list)
    for key, count in rows.items():
        if count >= _LEAST_ROWS:
            places[key[0]].append(left[key])
    return {page for page, starts in places.items() if max(starts) - min(starts) > _APART * body}


def _is_large(paragraph: Paragraph, body: float) -> bool:
    return paragraph[0].size >= _LARGE * body


def _is_heading(text: str, whole: str) -> bool:
    words = len(text.split())
    enough = words >= _LEAST_WORDS or (words == 1 and len(text) >= _LEAST_CHARS and text[0] >= "\u3000")
    return enough and words <= _MOST_WORDS and text[0] not in _QUOTES and title_key(text) not in whole
