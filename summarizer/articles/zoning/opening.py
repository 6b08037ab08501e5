"""The top of a text, above its first paragraph: title, byline, date, and the menus around them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from summarizer.articles.cleaning import visible_line
from summarizer.articles.draft import Facts
from summarizer.articles.fields import fact_named, facts_of
from summarizer.articles.lines import Line, title_key
from summarizer.articles.publication import find_dates
from summarizer.articles.zoning.date_lines import MAX_BYLINE_WORDS, date_line, dates_told
from summarizer.articles.zoning.first_words import dateline, first_words
from summarizer.articles.zoning.headline import headline_in
from summarizer.articles.zoning.line_rules import is_navigation, line_kind
from summarizer.articles.zoning.masthead import OUTLET, byline_names, masthead_name, without_section
from summarizer.articles.zoning.sidebars import heading_kind
from summarizer.schema import Zone
from summarizer.terms import ZoneKind

_MAX_LINES = 30
_MAX_TITLE_WORDS = 30
_MIN_FLASH_WORDS = 6
_STANDFIRST_WINDOW = 5
_MAX_HEADER_WORDS = 45
_MAX_ROUTE_WORDS = 25
_MAX_OUTLET_WORDS = 6
_MIN_REPEATED_WORDS = 3
_MAX_PATH_WORDS = 10
_HEADER = re.compile(r"(?P<name>[A-Za-z][A-Za-z _-]{1,20}?)\s*:\s*(?P<value>\S.*)")
_NOT_HEADER = frozenset({"by", "head", "id", "site", "locale", "creator", "writer", "provider", "lang"})
_BY = re.compile(
    r"(?:by|par|von|por)\s*:?\s+(?P<names>[A-ZÀ-Þ\u0400-\u042f].*)|(?P<outlet>[A-Z][^.!?]{2,50}), by (?P<more>[A-Z].*)",
    re.IGNORECASE,
)
_ROUTE = re.compile(r"(?P<outlet>[^\W\d_][^|–—]{1,58}?)\s+-\s+-\s+(?P<section>[A-Z][A-Z &/]{2,40})\s+-(?P<rest>.*)")


@dataclass
class Opening:
    """What was found above the first paragraph.

    Attributes:
        facts: what those lines say about the article.
        zones: their zones, in order and disjoint.
        length: how many lines they are.
    """

    facts: Facts = field(default_factory=Facts)
    zones: list[Zone] = field(default_factory=list)
    length: int = 0

    def mark(self, line: Line, kind: ZoneKind) -> None:
        """Set a whole line aside."""
        self.zones.append(Zone(start=line.start, end=line.end, kind=kind))

    def learn(self, facts: Facts) -> None:
        """Add facts where none are known yet."""
        self.facts = self.facts.or_else(facts)


def read_opening(lines: list[Line], known_title: str | None = None) -> Opening:
    """Zones and facts of the lines above the first paragraph, and the date in that paragraph's dateline."""
    opening = Opening()
    first, length = _top(lines)
    top = lines[_read_masthead(lines[:first], known_title, opening) : length]
    title = _title_among(top, known_title)
    seen_title = False
    for line in top:
        is_title = title is not None and line.key == title.key
        if is_title and not seen_title:
            opening.mark(line, ZoneKind.TITLE)
            seen_title = True
        elif is_title or (title is not None and _wraps_title(line, title)):
            opening.mark(line, ZoneKind.NAVIGATION)
        elif title is None and known_title and not seen_title and _read_headline(line, known_title, opening):
            seen_title = True
        else:
            _read_line(line, opening)
    opening.length = length
    opening.zones.sort(key=lambda zone: zone.start)
    for index in sorted({0, first, length} & set(range(len(lines)))):
        _read_first_words(lines, index, first, known_title, opening)
    if title is not None:
        opening.facts = Facts(title=visible_line(title.bare)).or_else(opening.facts)
    return opening


def _read_first_words(lines: list[Line], index: int, first: int, known_title: str | None, opening: Opening) -> None:
    """The date at the start of a line that is not set aside: in a dateline, or run together with the text."""
    line, is_text = lines[index], index >= first
    if any(zone.start < line.end and line.start < zone.end and zone.kind is not ZoneKind.TITLE for zone in opening.zones):
        return
    if not opening.facts.dates:
        words = first_words(line, lines, known_title, is_text=is_text)
        opening.learn(words.facts)
        if words.end:
            opening.zones.append(Zone(start=line.start, end=words.end, kind=ZoneKind.BYLINE))
    if is_text:
        opening.learn(dateline(line))


def _read_masthead(top: list[Line], known_title: str | None, opening: Opening) -> int:
    """Mark a newspaper's name and the date below it if a headline follows them; how many lines they are."""
    name = masthead_name(top[0]) if top else None
    if not name or (known_title and title_key(known_title) == top[0].key) or not any(map(_reads_as_headline, top[2:])):
        return 0
    dated = date_line(top[1]) or date_line(without_section(top[1]))
    if not dated:
        return 0
    for line in top[:2]:
        opening.mark(line, ZoneKind.BYLINE)
    opening.learn(Facts(outlet=name).or_else(dated))
    return 2


def _top(lines: list[Line]) -> tuple[int, int]:
    """Index of the first paragraph, and how many lines are the top; (0, 0) if there is no paragraph near the start.

    The top goes on below a standfirst if a byline or a date follows it.
    """
    first = _first_paragraph(lines)
    if first is None:
        headers = 0
        while headers < min(len(lines), _MAX_LINES) and _header_field(lines[headers]):
            headers += 1
        return headers, headers
    length = first
    for index in range(first + 1, min(len(lines), first + _STANDFIRST_WINDOW)):
        if lines[index].is_running or line_kind(lines[index]) is ZoneKind.CAPTION:
            break
        if _byline(lines[index]) or date_line(lines[index]):
            length = index + 1
    return first, length


def _first_paragraph(lines: list[Line]) -> int | None:
    """The first line that reads as a paragraph, a short one if there is no other."""
    plain = [i for i, line in enumerate(lines[:_MAX_LINES]) if line.ends_sentence or line.is_running]
    plain = [i for i in plain if not _is_furniture(lines[i]) and not _header_field(lines[i]) and not _byline(lines[i])]
    running = next((i for i in plain if lines[i].is_running), None)
    return running if running is not None else next((i for i in plain if lines[i].words >= _MIN_FLASH_WORDS), None)


def _is_furniture(line: Line) -> bool:
    return bool(line_kind(line) or heading_kind(line) or is_navigation(line))


def _title_among(top: list[Line], known_title: str | None) -> Line | None:
    """The title: the known one where it stands, else the first line that reads as a heading.

    A menu entry glued to the title ("WorldAsiaThe title") comes before it on many pages, so a shorter line that
    ends the first one is preferred.
    """
    if known_title and (known := next((line for line in top if line.key == title_key(known_title)), None)):
        return known
    headings = [line for line in top if _reads_as_heading(line)]
    if not headings or known_title:
        return None
    best = headings[0]
    for other in headings[1:]:
        if len(other.key.split()) >= _MIN_REPEATED_WORDS and len(other.key) < len(best.key) and best.key.endswith(other.key):
            best = other
    return best


def _reads_as_heading(line: Line) -> bool:
    if not 1 < line.words <= _MAX_TITLE_WORDS or (line.text.endswith(".") and not line.text.endswith("..")):
        return False
    return not (_is_furniture(line) or _header_field(line) or _byline(line) or date_line(line) or _ROUTE.fullmatch(line.text))


def _reads_as_headline(line: Line) -> bool:
    return _reads_as_heading(line) and not masthead_name(line)


def _wraps_title(line: Line, title: Line) -> bool:
    """A menu path that runs into the title, or the title with the site's name behind it."""
    extra = len(line.key.split()) - len(title.key.split())
    if len(title.key.split()) < _MIN_REPEATED_WORDS or extra > _MAX_PATH_WORDS or line.is_running:
        return False
    return line.key != title.key and (line.key.endswith(title.key) or line.key.startswith(title.key + " "))


def _read_line(line: Line, opening: Opening) -> None:
    """Mark one line of the top, if it is known what it is; a standfirst or subtitle stays running text."""
    if header := _header_field(line):
        _read_header(line, header, opening)
    elif kind := line_kind(line):
        opening.mark(line, kind)
    elif is_navigation(line) or heading_kind(line):
        opening.mark(line, ZoneKind.NAVIGATION)
    elif facts := _route(line) or _byline(line) or date_line(line):
        opening.mark(line, ZoneKind.BYLINE)
        opening.learn(facts)
    elif line.words <= _MAX_OUTLET_WORDS and not line.ends_sentence and OUTLET.fullmatch(line.text):
        opening.mark(line, ZoneKind.BYLINE)
        opening.learn(Facts(outlet=visible_line(line.text)))


def _read_headline(line: Line, title: str, opening: Opening) -> bool:
    """Mark the known headline and the date in front of it or behind it, if the line is nothing else."""
    found = headline_in(line, title)
    if found is None:
        return False
    if found.end - found.start < len(line.text):
        opening.learn(dates_told(line.text, "date line"))
    edges = [line.start, line.start + found.start, line.start + found.end, line.end]
    for start, end, kind in zip(edges, edges[1:], (ZoneKind.BYLINE, ZoneKind.TITLE, ZoneKind.BYLINE), strict=False):
        if start < end:
            opening.zones.append(Zone(start=start, end=end, kind=kind))
    return True


def _header_field(line: Line) -> tuple[str, str] | None:
    """Name and value of a line such as "Outlet: The Record"; None if it is no header line."""
    match = _HEADER.fullmatch(line.text)
    if not match or line.words > _MAX_HEADER_WORDS:
        return None
    name = match["name"].strip().casefold()
    return (name, match["value"]) if fact_named(name) and name not in _NOT_HEADER else None


def _read_header(line: Line, header: tuple[str, str], opening: Opening) -> None:
    name, value = header
    opening.learn(facts_of({name: value}, "header line"))
    if fact_named(name) != "title":
        opening.mark(line, ZoneKind.BYLINE)
        return
    start = line.end - len(value)
    opening.zones.append(Zone(start=line.start, end=start, kind=ZoneKind.BYLINE))
    opening.zones.append(Zone(start=start, end=line.end, kind=ZoneKind.TITLE))


def _route(line: Line) -> Facts | None:
    """A line such as "The Record - - WORLD - By A. Writer": outlet, section in capitals, perhaps a byline."""
    match = _ROUTE.fullmatch(line.text) if line.words <= _MAX_ROUTE_WORDS else None
    if not match:
        return None
    by = _BY.match(match["rest"].strip())
    return Facts(outlet=visible_line(match["outlet"]), author=byline_names(by["names"]) if by and by["names"] else None)


def _byline(line: Line) -> Facts | None:
    if line.words > MAX_BYLINE_WORDS or (line.ends_sentence and line.words > _MIN_FLASH_WORDS):
        return None
    match = _BY.fullmatch(line.text.strip("*_ "))
    if not match or not (match["names"] or match["more"])[0].isupper():
        return None
    names = byline_names(match["names"] or match["more"])
    told = dates_told(line.text, "byline") if find_dates(line.text) else Facts()
    return Facts(author=names, dates=told.dates, updates=told.updates) if names else None
