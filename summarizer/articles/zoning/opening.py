"""The top of a text, above its first paragraph: title, byline, date, and the menus around them."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.articles.cleaning import visible_line
from summarizer.articles.draft import Facts
from summarizer.articles.fields import fact_named, facts_of
from summarizer.articles.lines import Line, title_key
from summarizer.articles.zoning.bylines import byline, signed
from summarizer.articles.zoning.date_lines import date_line, dates_told
from summarizer.articles.zoning.first_words import dateline, first_words
from summarizer.articles.zoning.headline import headline_in
from summarizer.articles.zoning.line_rules import is_navigation, line_kind
from summarizer.articles.zoning.masthead import OUTLET, masthead_name, without_section
from summarizer.articles.zoning.sections import is_section
from summarizer.articles.zoning.sidebars import heading_kind
from summarizer.articles.zoning.surroundings import Surroundings, surroundings_of
from summarizer.articles.zoning.titles import header_field, reads_as_heading, route, title_among, wraps_title
from summarizer.schema import Zone
from summarizer.terms import ZoneKind

_MAX_LINES = 30
_MIN_FLASH_WORDS = 6
_STANDFIRST_WINDOW = 5
_MAX_OUTLET_WORDS = 6
_MIN_TITLE_WORDS = 3


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


@dataclass(frozen=True, slots=True)
class _Top:
    """The lines above the first paragraph, and what is known of them.

    Attributes:
        lines: all lines of the text.
        first: index of the first paragraph.
        length: how many lines are the top; the top goes on below a standfirst.
        around: what the paragraphs tell.
        known_title: the title that the file names.
    """

    lines: list[Line]
    first: int
    length: int
    around: Surroundings
    known_title: str | None


def read_opening(lines: list[Line], known_title: str | None = None, language: str | None = None) -> Opening:
    """Zones and facts of the lines above the first paragraph, and the date in that paragraph's dateline.

    Args:
        lines: the lines of a text.
        known_title: its title, if its file names one.
        language: its language, if its file names one; it counts only where the text is too short to tell.
    """
    around = surroundings_of(lines, language)
    first, length = _extent(lines, around)
    top = _Top(lines, first, length, around, known_title)
    opening = Opening(length=length)
    title = _read_top(top, opening)
    opening.zones.sort(key=lambda zone: zone.start)
    for index in sorted({0, first, length} & set(range(len(lines)))):
        _read_first_words(top, index, opening)
    if title is not None:
        opening.facts = Facts(title=visible_line(title.bare)).or_else(opening.facts)
    return opening


def _read_top(top: _Top, opening: Opening) -> Line | None:
    """Mark the lines of the top; the line that is the title."""
    lines = top.lines[_read_masthead(top, opening) : top.length]
    title = title_among(lines, top.known_title, top.around)
    seen_title = False
    for line in lines:
        is_title = title is not None and line.key == title.key
        if is_title and not seen_title:
            opening.mark(line, ZoneKind.TITLE)
            seen_title = True
        elif is_title or (title is not None and wraps_title(line, title)):
            opening.mark(line, ZoneKind.NAVIGATION)
        elif not seen_title and top.known_title and _is_title_without_site(line, top.known_title):
            opening.mark(line, ZoneKind.TITLE)
            seen_title = True
        elif title is None and top.known_title and not seen_title and _read_headline(line, top, opening):
            seen_title = True
        else:
            _read_line(line, top, opening, below=seen_title, has_title=title is not None or bool(top.known_title))
    return title


def _is_title_without_site(line: Line, known_title: str) -> bool:
    """The line is the known title but for the site's name behind a bar or a dash."""
    rest = known_title.casefold().removeprefix(line.bare.casefold())
    is_front = len(rest) < len(known_title) and line.words >= _MIN_TITLE_WORDS
    return is_front and rest.startswith((" | ", " - ", " – ", " — ", " · "))


def _read_first_words(top: _Top, index: int, opening: Opening) -> None:
    """The date at the start of a line that is not set aside: in a dateline, or run together with the text."""
    line, is_text = top.lines[index], index >= top.first
    if any(zone.start < line.end and line.start < zone.end and zone.kind is not ZoneKind.TITLE for zone in opening.zones):
        return
    if not opening.facts.dates:
        words = first_words(line, top.lines, top.known_title, top.around.custom, is_text=is_text)
        opening.learn(words.facts)
        if words.end:
            opening.zones.append(Zone(start=line.start, end=words.end, kind=ZoneKind.BYLINE))
    if is_text:
        opening.learn(dateline(line, top.around.custom))


def _read_masthead(top: _Top, opening: Opening) -> int:
    """Mark a newspaper's name and the date below it if a headline follows them; how many lines they are."""
    above = top.lines[: top.first]
    name = masthead_name(above[0]) if above else None
    if not name or (top.known_title and title_key(top.known_title) == above[0].key):
        return 0
    if not any(reads_as_heading(line, top.around) and not masthead_name(line) for line in above[2:]):
        return 0
    dated = date_line(above[1], top.around) or date_line(without_section(above[1]), top.around)
    if not dated:
        return 0
    for line in above[:2]:
        opening.mark(line, ZoneKind.BYLINE)
    opening.learn(Facts(outlet=name).or_else(dated))
    return 2


def _extent(lines: list[Line], around: Surroundings) -> tuple[int, int]:
    """Index of the first paragraph, and how many lines are the top; (0, 0) if there is no paragraph near the start.

    The top goes on below a standfirst if a byline or a date follows it.
    """
    first = _first_paragraph(lines, around)
    if first is None:
        headers = 0
        while headers < min(len(lines), _MAX_LINES) and header_field(lines[headers]):
            headers += 1
        return headers, headers
    length = first
    for index in range(first + 1, min(len(lines), first + _STANDFIRST_WINDOW)):
        line = lines[index]
        if line.is_running or line_kind(line) is ZoneKind.CAPTION:
            break
        if byline(line, around, strict=False) or date_line(line, around):
            length = index + 1
    return first, length


def _first_paragraph(lines: list[Line], around: Surroundings) -> int | None:
    """The first line that reads as a paragraph, a short one if there is no other."""
    top = list(enumerate(lines[:_MAX_LINES]))
    running = (i for i, line in top if line.is_running and not _is_set_apart(line, around))
    short = (i for i, line in top if line.ends_sentence and line.words >= _MIN_FLASH_WORDS and not _is_set_apart(line, around))
    first = next(running, None)
    return first if first is not None else next(short, None)


def _is_set_apart(line: Line, around: Surroundings) -> bool:
    """Furniture, a header, a by line or a date line."""
    if line_kind(line) or heading_kind(line) or is_navigation(line) or header_field(line):
        return True
    return bool(byline(line, around, strict=False) or date_line(line, around))


def _read_line(line: Line, top: _Top, opening: Opening, *, below: bool, has_title: bool) -> None:
    """Mark one line of the top, if it is known what it is; a standfirst or subtitle stays running text.

    Args:
        line: it.
        top: the lines it stands among.
        opening: what is found so far.
        below: the title stands above it.
        has_title: there is a title, here or in the file's own fields, so that this line is none.
    """
    around = top.around
    if header := header_field(line):
        _read_header(line, header, top, opening)
    elif facts := byline(line, around, strict=not has_title):
        _set_aside(line, facts, opening)
    elif kind := line_kind(line):
        opening.mark(line, kind)
    elif facts := route(line, around) or date_line(line, around, strict=not has_title):
        _set_aside(line, facts, opening)
    elif is_navigation(line) or heading_kind(line) or (has_title and not below and is_section(line)):
        opening.mark(line, ZoneKind.NAVIGATION)
    elif below and (facts := signed(line, around)):
        _set_aside(line, facts, opening)
    elif line.words <= _MAX_OUTLET_WORDS and not line.ends_sentence and OUTLET.fullmatch(line.text):
        _set_aside(line, Facts(outlet=visible_line(line.text)), opening)


def _set_aside(line: Line, facts: Facts, opening: Opening) -> None:
    opening.mark(line, ZoneKind.BYLINE)
    opening.learn(facts)


def _read_headline(line: Line, top: _Top, opening: Opening) -> bool:
    """Mark the known headline and the date in front of it or behind it, if the line is nothing else."""
    found = headline_in(line, top.known_title or "")
    if found is None:
        return False
    if found.end - found.start < len(line.text):
        opening.learn(dates_told(line.text, "date line", top.around.custom))
    edges = [line.start, line.start + found.start, line.start + found.end, line.end]
    for start, end, kind in zip(edges, edges[1:], (ZoneKind.BYLINE, ZoneKind.TITLE, ZoneKind.BYLINE), strict=False):
        if start < end:
            opening.zones.append(Zone(start=start, end=end, kind=kind))
    return True


def _read_header(line: Line, header: tuple[str, str], top: _Top, opening: Opening) -> None:
    name, value = header
    facts = facts_of({name: value}, "header line")
    if fact_named(name) == "published" and not facts.dates:
        facts = date_line(line, top.around) or facts
    opening.learn(facts)
    if fact_named(name) != "title":
        opening.mark(line, ZoneKind.BYLINE)
        return
    start = line.end - len(value)
    opening.zones.append(Zone(start=line.start, end=start, kind=ZoneKind.BYLINE))
    opening.zones.append(Zone(start=start, end=line.end, kind=ZoneKind.TITLE))
