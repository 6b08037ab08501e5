"""What the text around a line tells about it: which words are common ones, and how its dates are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from summarizer.articles.day_orders import day_first, region_of
from summarizer.articles.language import language_of, script_of
from summarizer.articles.lines import Line
from summarizer.articles.numeric_dates import NO_CUSTOM, Custom, day_comes_first
from summarizer.articles.publication import find_unclear

_MAX_BODY = 20_000
_HEAD_LINES, _HEAD_CHARS = 30, 300
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Surroundings:
    """What the paragraphs of a text say about its other lines.

    Attributes:
        body: the paragraphs.
        custom: how dates in numbers are to be read.
    """

    body: str = ""
    custom: Custom = NO_CUSTOM

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that stand in the paragraphs in small letters, and so are no names."""
        return frozenset(word for word in _WORD.findall(self.body) if word.islower())

    def holds(self, name: str) -> bool:
        """The paragraphs speak of it as a whole, as they do of a place."""
        return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self.body, re.IGNORECASE) is not None


def surroundings_of(lines: list[Line], language: str | None = None) -> Surroundings:
    """What all lines of a text tell together; the language its file names ("en-GB") counts where they do not tell it."""
    body = "\n".join(line.text for line in lines if line.is_running)[:_MAX_BODY]
    return Surroundings(body, _custom(lines, body, language))


def _custom(lines: list[Line], body: str, language: str | None) -> Custom:
    """The order that the other dates at the top show; without any, that of the language."""
    head = "\n".join(line.text[:_HEAD_CHARS] for line in lines[:_HEAD_LINES] if not line.is_running)
    first = "\n".join(line.text[:_HEAD_CHARS] for line in lines[:_HEAD_LINES])
    if not find_unclear(first):
        return NO_CUSTOM
    named = language.split("-")[0] if language else None
    spoken = language_of(body) or named
    order = day_comes_first(head)
    if order is None:
        order = day_first(spoken, region_of(language) if spoken == named else None, script_of(body))
    return Custom(order, spoken)
