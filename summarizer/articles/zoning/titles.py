"""Which line of the top is the title."""

from __future__ import annotations

import re

from summarizer.articles.cleaning import visible_line
from summarizer.articles.draft import Facts
from summarizer.articles.fields import fact_named
from summarizer.articles.lines import Line, title_key
from summarizer.articles.zoning.bylines import byline, signed
from summarizer.articles.zoning.date_lines import date_line
from summarizer.articles.zoning.line_rules import is_navigation, line_kind
from summarizer.articles.zoning.names import names_in
from summarizer.articles.zoning.sections import is_section
from summarizer.articles.zoning.sidebars import heading_kind
from summarizer.articles.zoning.surroundings import Surroundings

_MAX_TITLE_WORDS = 30
_MAX_HEADER_WORDS = 45
_MAX_ROUTE_WORDS = 25
_MIN_REPEATED_WORDS = 3
_MAX_PATH_WORDS = 10
_HEADER = re.compile(r"(?P<name>[A-Za-z][A-Za-z _-]{1,20}?)\s*:\s*(?P<value>\S.*)")
_NOT_HEADER = frozenset({"by", "head", "id", "site", "locale", "creator", "writer", "provider", "lang"})
_ROUTE = re.compile(r"(?P<outlet>[^\W\d_][^|–—]{1,58}?)\s+-\s+-\s+(?P<section>[A-Z][A-Z &/]{2,40})\s+-(?P<rest>.*)")
_ROUTE_BY = re.compile(r"(?:by|par|von|por)\s*:?\s+(?P<names>[^\W\d_].*)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?:(?<!\.)\.|[。۔।॥｡။።។៕])[\"'”’»)\]」』）]*$")
_ABBREVIATED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}$")
_TWO_SENTENCES = re.compile(r"[。۔।][^\s\"'”’»)\]」』）]")


def title_among(lines: list[Line], known_title: str | None, around: Surroundings) -> Line | None:
    """The title: the known one where it stands, else the first line that reads as a heading.

    A menu entry glued to the title ("WorldAsiaThe title") comes before it on many pages, so a shorter line that
    ends the first one is preferred; so is any heading to a line that only a headline would make one.
    """
    if known_title and (known := next((line for line in lines if line.key == title_key(known_title)), None)):
        return known
    headings = [line for line in lines if reads_as_heading(line, around)]
    if known_title:
        return None
    if not headings:
        return next((line for line in lines[:1] if line.text.isupper() and byline(line, around, strict=True)), None)
    headings = [line for line in headings if not _may_stand_beside(line, around)] or headings
    best = headings[0]
    for other in headings[1:]:
        if len(other.key.split()) >= _MIN_REPEATED_WORDS and len(other.key) < len(best.key) and best.key.endswith(other.key):
            best = other
    return best


def reads_as_heading(line: Line, around: Surroundings) -> bool:
    """It could be a title: no sentence that states something, no furniture, no by line and no date line."""
    if not 1 < line.words <= _MAX_TITLE_WORDS or _is_sentence(line.text) or is_section(line):
        return False
    if line_kind(line) or heading_kind(line) or is_navigation(line) or header_field(line) or _ROUTE.fullmatch(line.text):
        return False
    return not (byline(line, around, strict=True) or date_line(line, around))


def _is_sentence(text: str) -> bool:
    """It ends as a statement does in any script, but for the point of an abbreviation."""
    if _ABBREVIATED.search(text):
        return False
    return bool(_SENTENCE_END.search(text) or _TWO_SENTENCES.search(text))


def _may_stand_beside(line: Line, around: Surroundings) -> bool:
    """A date with a section or a name beside it, or a signature: a title only where there is no other."""
    return bool(date_line(line, around, strict=False) or signed(line, around))


def wraps_title(line: Line, title: Line) -> bool:
    """A menu path that runs into the title, or the title with the site's name behind it."""
    if header_field(line):
        return False  # its address may well end in the words of the title
    extra = len(line.key.split()) - len(title.key.split())
    if len(title.key.split()) < _MIN_REPEATED_WORDS or extra > _MAX_PATH_WORDS or line.is_running:
        return False
    return line.key != title.key and (line.key.endswith(title.key) or line.key.startswith(title.key + " "))


def header_field(line: Line) -> tuple[str, str] | None:
    """Name and value of a line such as "Outlet: The Record"; None if it is no header line."""
    match = _HEADER.fullmatch(line.text)
    if not match or line.words > _MAX_HEADER_WORDS:
        return None
    name = match["name"].strip().casefold()
    return (name, match["value"]) if fact_named(name) and name not in _NOT_HEADER else None


def route(line: Line, around: Surroundings) -> Facts | None:
    """A line such as "The Record - - WORLD - By A. Writer": outlet, section in capitals, perhaps a byline."""
    match = _ROUTE.fullmatch(line.text) if line.words <= _MAX_ROUTE_WORDS else None
    if not match:
        return None
    by = _ROUTE_BY.match(match["rest"].strip())
    names = names_in(by["names"], around) if by else None
    return Facts(outlet=visible_line(match["outlet"]), author=names.text if names else None)
