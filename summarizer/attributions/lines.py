"""Attributions made by the layout of a line: "Pat Caddell: …", "WALLACE: …", a quotation with "— Name" after it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from summarizer.attributions.spans import AttributionSpan

_LINE = re.compile(r"[^\n]+")
_NAME = r"[A-Z][\w.'\u2019-]{0,24}(?:[^\S\n](?:of|the|and|[A-Z][\w.'\u2019()-]{0,24})){0,4}"
_HEADLINE = re.compile(rf"(?P<source>{_NAME})(?P<cue>:)[^\S\n]{{1,3}}(?P<content>[^\n]{{12,}})")
_SPEAKER = re.compile(
    r"[\"\u201c]?(?P<source>[A-Z][A-Z.,'\u2019 -]{1,60}[A-Z](?:[ ]?[(\[][^()\[\]\n]{1,40}[)\]])?)(?P<cue>:)[^\S\n]{1,3}"
    r"(?P<content>[^\n]{2,})"
)
_SIGNED = re.compile(
    r"^(?P<content>[\"\u201c\u201d][^\n]{10,2000}?[\"\u201c\u201d])[^\S\n]{0,3}(?P<cue>--|[\u2015\u2014\u2013])[^\S\n]{0,3}"
    r"(?P<source>[^\n\"\u201c\u201d]{3,80})$"
)
_QUOTED_LINE = re.compile(r"[\"\u201c][^\n]{8,2000}[\"\u201d]\s*")
_SIGNATURE = re.compile(r"\s*(?P<cue>--|[\u2015\u2014\u2013-])[^\S\n]{0,3}(?P<source>[A-Z][^\n\"\u201c\u201d.:!?]{2,80})\s*")
_NO_SPEAKERS = frozenset(
    {
        "update",
        "updates",
        "correction",
        "corrections",
        "clarification",
        "editor's note",
        "disclosure",
        "summary",
        "note",
        "photo",
        "photos",
        "video",
        "watch",
        "read",
        "breaking",
        "the latest",
    }
)


def find_lines(text: str) -> Iterator[AttributionSpan]:
    """The attributions that lines make, but for the headline's."""
    for line in _LINE.finditer(text):
        match = _SIGNED.match(line.group()) or _SPEAKER.fullmatch(line.group())
        if match is not None and match["source"].lower() not in _NO_SPEAKERS:
            yield _span(match, line.start())


def find_signed(text: str) -> Iterator[AttributionSpan]:
    """The quotations that are a line of their own with a signature on the next one: "— Nora Field, mayor"."""
    quoted: re.Match[str] | None = None
    for line in _LINE.finditer(text):
        signature = _SIGNATURE.fullmatch(line.group()) if quoted is not None else None
        if signature is not None and quoted is not None:
            places = [
                (start + line.start(), end + line.start()) for start, end in (signature.span("source"), signature.span("cue"))
            ]
            end = quoted.start() + len(quoted.group().rstrip())
            source = places[0][0], places[0][0] + len(signature["source"].rstrip())
            yield AttributionSpan((source,), (places[1],), ((quoted.start(), end),), direct=True)
        if line.group().strip():
            quoted = line if _QUOTED_LINE.fullmatch(line.group()) else None


def find_headline(text: str, sources: Iterable[str]) -> AttributionSpan | None:
    """The attribution that a colon in the first line makes, if one of the article's own sources is named before it.

    "Pat Caddell: Voters Worried" is one; "Kabul airport: what we know" is not.
    """
    line = _LINE.search(text)
    match = _HEADLINE.fullmatch(line.group()) if line is not None else None
    if line is None or match is None or match["source"].lower() in _NO_SPEAKERS:
        return None
    name = match["source"].lower().split()[-1]
    return _span(match, line.start()) if any(name in source.lower().split() for source in sources) else None


def _span(match: re.Match[str], offset: int) -> AttributionSpan:
    start, end = match.span("content")
    content = match["content"]
    end = start + len(content.rstrip().rstrip("."))
    source = match.start("source"), match.start("source") + len(match["source"].rstrip(" .\u00a0"))
    places = (source, match.span("cue"), (start, end))
    moved = tuple((left + offset, right + offset) for left, right in places)
    return AttributionSpan((moved[0],), (moved[1],), (moved[2],), direct=match["content"][0] in '"\u201c\u201d')
