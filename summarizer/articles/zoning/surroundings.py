"""What the text around a line tells about it: which words are common ones, and how its dates are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from summarizer.articles.language import language_of, script_of
from summarizer.articles.lines import Line
from summarizer.articles.numeric_dates import NO_CUSTOM, Custom, day_comes_first
from summarizer.articles.publication import find_unclear

_MAX_BODY = 20_000
_HEAD_LINES, _HEAD_CHARS = 30, 300
_WORD = re.compile(r"[^\W\d_]+")
_DAY_FIRST = frozenset("fr es pt it de nl ru uk pl cs sk tr ar da no nn fi el ro bg sr hr sl he id vi ca gl".split())
"""Languages in which a date in numbers starts with the day wherever they are written; English is none of them."""

_DAY_FIRST_SCRIPTS = frozenset({"Cyrl", "Grek", "Hebr"})
"""Scripts of which every language starts with the day."""


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
    """What all lines of a text together tell; the language that its file names counts where the text does not tell."""
    body = "\n".join(line.text for line in lines if line.is_running)[:_MAX_BODY]
    return Surroundings(body, _custom(lines, body, language))


def _custom(lines: list[Line], body: str, language: str | None) -> Custom:
    """The order that the other dates at the top show; without any, that of the language."""
    head = "\n".join(line.text[:_HEAD_CHARS] for line in lines[:_HEAD_LINES] if not line.is_running)
    first = "\n".join(line.text[:_HEAD_CHARS] for line in lines[:_HEAD_LINES])
    if not find_unclear(first):
        return NO_CUSTOM
    language = language_of(body) or language
    order = day_comes_first(head)
    by_custom = language in _DAY_FIRST or script_of(body) in _DAY_FIRST_SCRIPTS
    return Custom(order if order is not None else by_custom or None, language)
