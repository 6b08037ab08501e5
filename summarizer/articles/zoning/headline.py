"""A headline that stands in the text once more, with nothing beside it but a date."""

from __future__ import annotations

import re

from summarizer.articles.lines import Line, title_key
from summarizer.articles.publication import find_dates
from summarizer.articles.zoning.date_lines import other_words
from summarizer.text import Span

MIN_REPEATED_WORDS = 3
"""A shorter title may be a subheading too."""
_MAX_FRONT = 60
"""Characters of a date and of words such as "published on"."""
_MAX_REST = 300
"""A longer stretch beside a title is no date."""
_STOP = re.compile(r"(?P<mark>[\"'”’»)]*[.!?]+[\"'”’»)]*)\s+\S")
_WORD = re.compile(r"\w+")


def headline_in(line: Line, title: str) -> Span | None:
    """Where the title stands in the line, offsets in its text; None if the line says anything more than a date."""
    wanted = title_key(title).split()
    found = [Span(match.start(), match.end()) for match in _WORD.finditer(line.text)]
    if not MIN_REPEATED_WORDS <= len(wanted) <= len(found):
        return None
    for words, is_first in ((found[-len(wanted) :], False), (found[: len(wanted)], True)):
        if [word.of(line.text).casefold() for word in words] == wanted:
            rest = line.text[words[-1].end :] if is_first else line.text[: words[0].start]
            if _is_date(rest):
                return Span(words[0].start, len(line.text) - len(rest.lstrip()) if is_first and rest.strip() else words[-1].end)
    return None


def headline_before(line: Line, title: str) -> Span | None:
    """The title and its date where they stand in front of a paragraph as a sentence of their own; offsets in its text."""
    wanted = title_key(title).split()
    head = line.text[: len(title) + _MAX_FRONT]
    found = [Span(match.start(), match.end()) for match in _WORD.finditer(head)]
    for first in range(len(found) - len(wanted) + 1 if len(wanted) >= MIN_REPEATED_WORDS else 0):
        words = found[first : first + len(wanted)]
        if [word.of(head).casefold() for word in words] == wanted:
            stop = _STOP.match(line.text, words[-1].end)
            return Span(0, stop.end("mark")) if stop and _is_date(head[: words[0].start]) else None
    return None


def _is_date(rest: str) -> bool:
    """A date and words such as "published", or nothing."""
    if len(rest) > _MAX_REST:
        return False
    spans = find_dates(rest)
    return not _WORD.search(rest) or (bool(spans) and not other_words(rest, spans))
