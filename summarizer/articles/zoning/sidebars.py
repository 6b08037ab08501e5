"""Teasers, comment forms and footers below a heading of their own, and furniture between the paragraphs.

A heading such as "Related articles" may also stand in the middle of an article. What follows it is set aside only up
to the point where paragraphs follow one another as they do in running text and not in a list of teasers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.articles.lines import LONG_WORDS, Line, running_words
from summarizer.articles.zoning.headline import headline_in
from summarizer.articles.zoning.imprint import mark_imprint
from summarizer.articles.zoning.line_rules import CAPTION_DETAIL, is_bare_number, line_kind, trailing_links
from summarizer.schema import Zone
from summarizer.terms import ZoneKind

_THINGS = r"(?:articles?|stor(?:y|ies)|news|posts?|reads?|reading|coverage|content|topics?|links|items|headlines|videos?)"
_TEASERS = re.compile(
    "|".join(
        (
            rf"related(?: {_THINGS})?",
            r"must[- ]reads?",
            rf"(?:{_THINGS} )?you (?:may|might)(?: also)? (?:like|be interested in)",
            r"check also|also read|read also|see also|read more",
            rf"recommended(?: (?:for|to) you|(?: {_THINGS})+)?|recommendations",
            rf"(?:latest|recent|other|top|trending|popular|similar) {_THINGS}",
            r"trending(?: now)?",
            r"most (?:read|popular|viewed|shared|commented)(?: \w+){0,3}",
            r"editor['’]?s['’]? (?:picks?|choice)",
            r"(?:read|up|what to read) next|don['’]t miss|what['’]s new|in other news|keep reading",
            r"(?:more|other) (?:news|stories|headlines|coverage)",
            r"(?:from|around) (?:our partners|the web)|(?:sponsored|promoted) (?:stories|links|content)",
            r"next (?:story|article)",
        )
    ),
    re.IGNORECASE,
)
_MORE = re.compile(r"(?:more|other|more \w+|newspapers) (?:from|in|on|about) [^.!?]{2,50}", re.IGNORECASE)
"""Open at its end, so it may also be a subheading; then a paragraph stands right below it."""
_COMMENTS = re.compile(
    r"(?:\d+|no) (?:comments?|responses?)(?: yet)?|\d+ thoughts? on .*|comments? ?\(\d+\)|comments are closed|cancel reply"
    r"|(?:leave (?:a|your) (?:reply|comment)|(?:post|add|write|submit) (?:a|your) comment|join the (?:discussion|conversation))"
    r"(?:(?: to [^.!?]*)?|\s?[.:!(*].*)"
    r"|(?:your email address will not be published|please enter your (?:comment|name|email)|save my name, email"
    r"|you must be logged in to (?:post|leave|comment)).*",
    re.IGNORECASE,
)
_MAX_HEADING_WORDS = 9
_MAX_FORM_WORDS = 40
_MAX_DETAILS = 6
_MAX_DETAIL_WORDS = 20
_MAX_HEADING_CHARS = 400
_MAX_LINK_WORDS = 6
_RUN_WINDOW = 20
_SURE_RUN = 3
_MIN_RUN_WORDS = 50


@dataclass(frozen=True, slots=True)
class Sidebars:
    """Zones in order, disjoint, and notes on decisions that a reader may want to check."""

    zones: tuple[Zone, ...]
    notes: tuple[str, ...] = ()


def find_sidebars(lines: list[Line], title: str | None = None) -> Sidebars:
    """Furniture among the lines below the opening of an article, which are its paragraphs otherwise."""
    kinds: list[ZoneKind | None] = [line_kind(line) or _repeated(line, title) for line in lines]
    _extend_captions(lines, kinds)
    notes = _mark_regions(lines, kinds)
    _mark_numbers(lines, kinds)
    mark_imprint(lines, kinds)
    _mark_last_lines(lines, kinds)
    zones = [zone for line, kind in zip(lines, kinds, strict=True) if kind for zone in _zones_of(line, kind)]
    return Sidebars(tuple(zones), tuple(notes))


def _zones_of(line: Line, kind: ZoneKind) -> Iterator[Zone]:
    links = trailing_links(line) if kind is not ZoneKind.SPAM else None
    yield Zone(start=line.start, end=links or line.end, kind=kind)
    if links:
        yield Zone(start=links, end=line.end, kind=ZoneKind.SPAM)


def _repeated(line: Line, title: str | None) -> ZoneKind | None:
    """NAVIGATION if the line is the headline once more, perhaps with its date."""
    is_headline = title is not None and not line.is_running and headline_in(line, title) is not None
    return ZoneKind.NAVIGATION if is_headline else None


def _mark_numbers(lines: list[Line], kinds: list[ZoneKind | None]) -> None:
    """A bare number counts shares or comments, unless a short line beside it may be its label, as in a table."""
    for index, line in enumerate(lines):
        beside = [at for at in (index - 1, index + 1) if 0 <= at < len(lines)]
        if kinds[index] is None and is_bare_number(line) and all(kinds[at] or lines[at].is_running for at in beside):
            kinds[index] = ZoneKind.NAVIGATION


def _extend_captions(lines: list[Line], kinds: list[ZoneKind | None]) -> None:
    """Lines such as "Source: …" and "Author: …" right below a caption belong to it."""
    left = 0
    for index, line in enumerate(lines):
        if kinds[index] is ZoneKind.CAPTION:
            left = _MAX_DETAILS
        elif left and kinds[index] is None and line.words <= _MAX_DETAIL_WORDS and CAPTION_DETAIL.match(line.bare):
            kinds[index] = ZoneKind.CAPTION
            left -= 1
        else:
            left = 0


def _mark_regions(lines: list[Line], kinds: list[ZoneKind | None]) -> list[str]:
    notes: list[str] = []
    index, seen = 0, 0
    while index < len(lines):
        kind = heading_kind(lines[index])
        if kind is None:
            seen += lines[index].is_running and kinds[index] is None
            index += 1
            continue
        kinds[index] = kind
        # Above the article the same words are a menu; only the heading itself is furniture then.
        stop = _region_end(lines, kinds, index) if seen else index + 1
        notes += _region_notes(lines, kinds, index, stop)
        for inside in range(index + 1, stop):
            kinds[inside] = kind if kinds[inside] in (None, ZoneKind.NAVIGATION, ZoneKind.BYLINE) else kinds[inside]
        index = stop
    return notes


def heading_kind(line: Line) -> ZoneKind | None:
    """RELATED or COMMENTS if the line is a heading of teasers or the start of a comment form."""
    if len(line.bare) > _MAX_HEADING_CHARS:
        return None
    if line.words <= _MAX_HEADING_WORDS and (not line.text.endswith(".") or line.text.endswith("...")):
        name = line.bare.rstrip("…. ")
        if _TEASERS.fullmatch(name) or _MORE.fullmatch(name):
            return ZoneKind.RELATED
    return ZoneKind.COMMENTS if line.words <= _MAX_FORM_WORDS and _COMMENTS.fullmatch(line.bare) else None


def _region_end(lines: list[Line], kinds: list[ZoneKind | None], heading: int) -> int:
    """Where the region below a heading ends: at the next heading or footer, at running text, or with the text."""
    may_resume = kinds[heading] is ZoneKind.RELATED or _stands_early(lines, heading)
    for index in range(heading + 1, len(lines)):
        if heading_kind(lines[index]) or kinds[index] is ZoneKind.FOOTER:
            return index
        if may_resume and _resumes(lines, kinds, index, heading):
            return index
    return len(lines)


def _stands_early(lines: list[Line], heading: int) -> bool:
    """More running text below it than above: no place for a comment form, whose comments may be long."""
    return running_words(lines[:heading]) < running_words(lines[heading + 1 :])


def _resumes(lines: list[Line], kinds: list[ZoneKind | None], index: int, heading: int) -> bool:
    """Running text goes on here: paragraphs follow one another with no title between them."""
    if kinds[index] or not _is_paragraph(lines[index]):
        return False
    if index == heading + 1 and (lines[index].words > LONG_WORDS or _MORE.fullmatch(lines[heading].bare)):
        return True
    run = _run_of_paragraphs(lines, kinds, index)
    return len(run) >= _SURE_RUN or (len(run) > 1 and sum(line.words for line in run) >= _MIN_RUN_WORDS)


def _run_of_paragraphs(lines: list[Line], kinds: list[ZoneKind | None], index: int) -> list[Line]:
    run: list[Line] = []
    for at in range(index, min(len(lines), index + _RUN_WINDOW)):
        line, kind = lines[at], kinds[at]
        if kind in (ZoneKind.ADVERT, ZoneKind.CAPTION):
            continue
        if kind or not _is_paragraph(line) or len(run) == _SURE_RUN:
            break
        run.append(line)
    return run


def _is_paragraph(line: Line) -> bool:
    return line.is_running and line.ends_sentence


def _region_notes(lines: list[Line], kinds: list[ZoneKind | None], heading: int, stop: int) -> list[str]:
    name = lines[heading].bare[:40]
    inside = [line for line, kind in zip(lines[heading + 1 : stop], kinds[heading + 1 : stop], strict=True) if kind is None]
    notes = []
    if stop < len(lines) and kinds[stop] is None and not heading_kind(lines[stop]) and stop > heading + 1:
        notes.append(
            f"“{name}” stands in the middle; the paragraphs from “{lines[stop].text[:40]}…” on are read as the article"
        )
    if words := running_words(line for line in inside if line.words > LONG_WORDS):
        notes.append(f"{words} words in long paragraphs below “{name}” were set aside; check that they are not the article")
    return notes


def _mark_last_lines(lines: list[Line], kinds: list[ZoneKind | None]) -> None:
    """Short lines without a sentence after the last paragraph are links of the footer, if a footer follows them."""
    if sum(line.is_running for line in lines) <= 1:
        return
    index = len(lines) - 1
    footer_below = False
    while index >= 0 and (kinds[index] or _is_link_like(lines[index])):
        footer_below = footer_below or kinds[index] in (ZoneKind.FOOTER, ZoneKind.NAVIGATION, ZoneKind.RELATED)
        if kinds[index] is None and footer_below:
            kinds[index] = ZoneKind.FOOTER
        index -= 1


def _is_link_like(line: Line) -> bool:
    """At most six words, no figure, no quotation, no list mark, no end of a sentence."""
    plain = not re.search(r"[\d“”\"«».!?;:]|^[-*•]", line.text)
    return line.words <= _MAX_LINK_WORDS and plain
