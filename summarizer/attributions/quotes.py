"""Quotations: what stands between quotation marks of any style, paragraph by paragraph.

Straight, curly, Penn Treebank (`` and '') and guillemet marks open and close by their surroundings, so that a straight
mark or a wrongly curled one still pairs. A quotation that is not closed runs to the end of its paragraph if the next one
opens with a mark (the multi-paragraph convention) or if it began the paragraph; otherwise the mark is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARK = re.compile(r"''|``|[\"\u201c\u201d\u201e\u00ab\u00bb]")
_PARAGRAPH = re.compile(r"[^\n]+")
_OPENERS = ("``", "\u201c", "\u201e", "\u00ab")
_BEFORE_OPENING = " \t\u00a0\u2003([{-\u2013\u2014\u2015\u2018'/:"
_AFTER_CLOSING = " \t\u00a0\u2003)]},.;:!?-\u2013\u2014\u2015\u2019'/"
_SINGLE = re.compile(
    r"(?<![\w.,'\u2019])['\u2018](?=[\w$\u2026])(?P<inside>[^\n\"\u201c\u201d]{6,600}?[,.!?])['\u2019](?![\w'\u2019])"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks; `continues` if the next paragraph goes on with it."""

    start: int
    end: int
    continues: bool = False


def find_quotations(text: str) -> list[Quotation]:
    """The outermost quotations of a text, in order; none crosses a line end."""
    found: list[Quotation] = []
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
    for index, (start, end) in enumerate(paragraphs):
        following = paragraphs[index + 1][0] if index + 1 < len(paragraphs) else None
        double = list(_double(text, start, end, opens_next=_opens(text, following)))
        found.extend(double or _single(text, start, end))
    return found


def _opens(text: str, position: int | None) -> bool:
    """True if a paragraph begins with a quotation mark."""
    return position is not None and _MARK.match(text, position) is not None


def _double(text: str, start: int, end: int, *, opens_next: bool) -> Iterator[Quotation]:
    opened: int | None = None
    nested = False
    marks = list(_MARK.finditer(text, start, end))
    for index, mark in enumerate(marks):
        opening = _is_opening(text, mark, start, end, inside=opened is not None)
        if opened is not None and opening and _closes_wrongly(text, opened, marks, index):
            opening = False
        if opened is None and opening:
            opened = mark.start()
        elif opened is not None and nested and mark.group() == "\u201d":
            nested = False
        elif opened is not None and not opening:
            yield Quotation(opened, mark.end())
            opened = None
        elif opened is not None:
            nested = mark.group() == "\u201c" and text[opened] == '"'
    if opened is None:
        return
    lead = text[start:opened].rstrip()
    if opens_next or not lead or lead.endswith((":", ",")):
        yield Quotation(opened, _trimmed(text, opened, end), continues=opens_next)


def _closes_wrongly(text: str, opened: int, marks: list[re.Match[str]], index: int) -> bool:
    """True for the second mark of `"It works, "said Field. "It …"`: set like an opening one, yet another one opens next."""
    mark = marks[index]
    if text[opened] != mark.group() or text[mark.start() - 2 : mark.start()] != ", " or not text[mark.end()].islower():
        return False
    if index + 1 == len(marks):
        return True
    following = marks[index + 1]
    return text[following.start() - 1].isspace() and not text[following.end() : following.end() + 1].isspace()


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _is_opening(text: str, mark: re.Match[str], start: int, end: int, *, inside: bool) -> bool:
    """Whether a mark opens, by the characters around it; its own shape settles the unclear cases."""
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    can_open = before in _BEFORE_OPENING and not after.isspace()
    can_close = after in _AFTER_CLOSING and not before.isspace()
    if can_open != can_close:
        return can_open
    if mark.start() == start:
        return True
    if mark.group() in _OPENERS:
        return not inside or can_open
    return not inside and not (mark.group() == "\u201d" and not can_open)


def _single(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Single-marked quotations, only where they end like speech: elsewhere the marks are apostrophes or scare quotes."""
    for match in _SINGLE.finditer(text, start, end):
        yield Quotation(match.start(), match.end())
