"""The top of a text, above its first paragraph: title, byline, date, and the menus around them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from summarizer.articles.cleaning import visible_line
from summarizer.articles.draft import Dated, Facts, Stamp
from summarizer.articles.fields import fact_named, facts_of, unused_date
from summarizer.articles.headline import headline_in
from summarizer.articles.line_rules import is_navigation, line_kind
from summarizer.articles.lines import Line, title_key
from summarizer.articles.masthead import OUTLET, OUTLET_WORDS, byline_names, masthead_name, without_section
from summarizer.articles.publication import find_dates, other_words, read_stamp
from summarizer.articles.sidebars import heading_kind
from summarizer.schema import Zone
from summarizer.terms import ZoneKind

_MAX_LINES = 30
_MAX_TITLE_WORDS = 30
_MIN_FLASH_WORDS = 6
_STANDFIRST_WINDOW = 5
_MAX_HEADER_WORDS = 45
_MAX_BYLINE_WORDS = 18
_MAX_ROUTE_WORDS = 25
_MAX_OUTLET_WORDS = 6
_MAX_PLACE_WORDS = 2
_MIN_REPEATED_WORDS = 3
_MAX_PATH_WORDS = 10
_MAX_DATELINE = 160
_HEADER = re.compile(r"(?P<name>[A-Za-z][A-Za-z _-]{1,20}?)\s*:\s*(?P<value>\S.*)")
_NOT_HEADER = frozenset({"by", "head", "id", "site", "locale", "creator", "writer", "provider", "lang"})
_BY = re.compile(
    r"(?:by|par|von|por)\s*:?\s+(?P<names>[A-ZÀ-Þ\u0400-\u042f].*)|(?P<outlet>[A-Z][^.!?]{2,50}), by (?P<more>[A-Z].*)",
    re.IGNORECASE,
)
_ROUTE = re.compile(r"(?P<outlet>[^\W\d_][^|–—]{1,58}?)\s+-\s+-\s+(?P<section>[A-Z][A-Z &/]{2,40})\s+-(?P<rest>.*)")
_UPDATED = re.compile(r"\b(?:updated|modified|edited)\b[^\d]{0,20}$", re.IGNORECASE)
_PUBLISHED = re.compile(r"\b(?:published|posted|date|dated|issued|created)\b", re.IGNORECASE)
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][^\W\d_]*(?:[ ,/.’'-]+[A-ZÀ-Þ][^\W\d_]*){0,6})[,.]?\s*(?P<when>[^()\n]{0,40}?)\s*"
    r"(?:\((?P<credit>[A-Z][^()\n]{1,40})\)\s*)?(?P<dash>[-–—]{1,2}|:)\s"
)


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
    for index in {first, length} & set(range(len(lines))):
        opening.learn(_dateline(lines[index]))
    if title is not None:
        opening.facts = Facts(title=visible_line(title.bare)).or_else(opening.facts)
    return opening


def _read_masthead(top: list[Line], known_title: str | None, opening: Opening) -> int:
    """Mark a newspaper's name and the date below it if a headline follows them; how many lines they are."""
    name = masthead_name(top[0]) if top else None
    if not name or (known_title and title_key(known_title) == top[0].key) or not any(map(_reads_as_headline, top[2:])):
        return 0
    dated = _date_line(top[1]) or _date_line(without_section(top[1]))
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
        if _byline(lines[index]) or _date_line(lines[index]):
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
    return not (_is_furniture(line) or _header_field(line) or _byline(line) or _date_line(line) or _ROUTE.fullmatch(line.text))


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
    elif facts := _route(line) or _byline(line) or _date_line(line):
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
    stamp = _published_of(line.text)
    opening.learn(Facts(dates=(Dated(stamp, "date line"),) if stamp else ()))
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
    if line.words > _MAX_BYLINE_WORDS or (line.ends_sentence and line.words > _MIN_FLASH_WORDS):
        return None
    match = _BY.fullmatch(line.text.strip("*_ "))
    if not match or not (match["names"] or match["more"])[0].isupper():
        return None
    names = byline_names(match["names"] or match["more"])
    stamp = read_stamp(line.text) if find_dates(line.text) else None
    dates = (Dated(stamp, "byline"),) if stamp and not _UPDATED.search(line.text[: find_dates(line.text)[0].start]) else ()
    return Facts(author=names, dates=dates) if names else None


def _date_line(line: Line) -> Facts | None:
    """A line that holds a date and hardly anything else, such as "Posted on 7 June 2015 | 10:45"."""
    if line.words > _MAX_BYLINE_WORDS:
        return None
    spans = find_dates(line.text)
    if not spans:
        note = unused_date(line.text, "date line")
        return Facts(notes=(note,)) if note and not other_words(line.text, []) else None
    words = other_words(line.text, spans)
    outlet = " ".join(words) if words and OUTLET.fullmatch(" ".join(words)) else None
    if words and not outlet and not _is_place(line.text[: spans[0].start], words):
        return None
    stamp = _published_of(line.text)
    note = f"“{visible_line(line.text, 80)}” gives no date of first publication"
    return Facts(outlet=outlet, dates=(Dated(stamp, "date line"),) if stamp else (), notes=() if stamp else (note,))


def _is_place(before: str, words: list[str]) -> bool:
    """At most two names and a comma before the date, as in "Kabul, 7 June 2015"."""
    return len(words) <= _MAX_PLACE_WORDS and before.rstrip().endswith(",") and all(word[0].isupper() for word in words)


def _published_of(text: str) -> Stamp | None:
    """The date that a line gives as that of publication; a date of an update is none."""
    spans = find_dates(text)
    edges = [0, *(span.end for span in spans[:-1])]
    candidates = []
    for span, edge in zip(spans, edges, strict=True):
        if not _UPDATED.search(text[edge : span.start]):
            following = spans[spans.index(span) + 1].start if span is not spans[-1] else len(text)
            candidates.append((not _PUBLISHED.search(text[edge : span.start]), text[span.start : following]))
    if not candidates:
        return None
    return read_stamp(min(candidates, key=lambda candidate: candidate[0])[1])


def _dateline(line: Line) -> Facts:
    """What the start of the first paragraph says: "KABUL, June 3, 2015 (AFP) - …" gives a date and a credit."""
    match = _DATELINE.match(line.text[:_MAX_DATELINE])
    if not match:
        return Facts()
    head = line.text[: match.end("when")]
    stamp = read_stamp(head) if find_dates(head) else None
    credit = match["credit"] or ""
    place = match["place"].split(",")[0]
    is_outlet = stamp is not None or (place.isupper() and re.search(rf"\b(?:{OUTLET_WORDS})\b", credit) is not None)
    return Facts(
        outlet=visible_line(credit) if is_outlet and not find_dates(credit) else None,
        dates=(Dated(stamp, "dateline"),) if stamp else (),
    )
