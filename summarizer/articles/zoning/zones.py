"""Which stretches of a text are not its running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.articles.draft import Facts
from summarizer.articles.lines import Line, lines_of, running_words
from summarizer.articles.zoning.headline import headline_before
from summarizer.articles.zoning.opening import read_opening
from summarizer.articles.zoning.sidebars import find_sidebars
from summarizer.articles.zoning.walls import left_out_mark, paywall_lines
from summarizer.schema import Zone
from summarizer.terms import EXTRACTED_ZONES, ZoneKind

_MAX_LINES = 50_000


@dataclass(frozen=True, slots=True)
class Marked:
    """Zones of a text, sorted and disjoint, what its top says about the article, and notes."""

    zones: tuple[Zone, ...]
    facts: Facts
    notes: tuple[str, ...]


def mark_zones(text: str, known_title: str | None = None, given: Sequence[Zone] = (), language: str | None = None) -> Marked:
    """Find what is not running text. If nothing would remain, nothing but the title is set aside.

    Args:
        text: the article's text.
        known_title: its title, if its file names one.
        given: zones of whole lines that its format has already set apart; they stay.
        language: its language, if its file names one.
    """
    apart = {zone.start for zone in given}
    lines = [line for line in lines_of(text) if line.start not in apart]
    if len(lines) > _MAX_LINES:
        return Marked(
            tuple(given), Facts(), (f"has {len(lines):,} lines, too many to tell menus and teasers from the article",)
        )
    opening = read_opening(lines, known_title, language)
    walls = paywall_lines(lines[opening.length :])
    below = [line for line in lines[opening.length :] if line not in walls]
    title = opening.facts.title or known_title
    sidebars = find_sidebars(below, title)
    spans = [(line.start, line.end) for line in walls] + [mark for line in below if (mark := left_out_mark(line))]
    walled = [Zone(start=start, end=end, kind=ZoneKind.WALL) for start, end in spans]
    others = [*given, *opening.zones, *walled, *sidebars.zones]
    zones = _merged(text, [*others, *_headline(below, title, others)])
    notes = sidebars.notes
    if lines and not running_text(text, zones):
        kept = [zone for zone in zones if zone.kind in EXTRACTED_ZONES and running_words(below)]
        zones = _merged(text, [*given, *kept])
        notes = ("every line looks like a menu, teaser or caption; nothing was set aside",)
    return Marked(zones, opening.facts, (*notes, *_counts(zones)))


def _headline(below: list[Line], title: str | None, others: Iterable[Zone]) -> list[Zone]:
    """The headline that runs into the first paragraph, with its date."""
    if not below or title is None or any(_touches(zone, below[0]) for zone in others):
        return []
    found = headline_before(below[0], title)
    return [Zone(start=below[0].start, end=below[0].start + found.end, kind=ZoneKind.TITLE)] if found else []


def _touches(zone: Zone, line: Line) -> bool:
    return zone.start < line.end and line.start < zone.end


def running_text(text: str, zones: Iterable[Zone]) -> str:
    """The text without its zones."""
    pieces, position = [], 0
    for zone in zones:
        pieces.append(text[position : zone.start])
        position = zone.end
    return "".join([*pieces, text[position:]]).strip()


def _merged(text: str, zones: list[Zone]) -> tuple[Zone, ...]:
    """Zones in order; neighbours of one kind with only white space between them as one."""
    merged: list[Zone] = []
    for zone in sorted(zones, key=lambda zone: zone.start):
        last = merged[-1] if merged else None
        if last and last.kind == zone.kind and not text[last.end : zone.start].strip():
            merged[-1] = Zone(start=last.start, end=zone.end, kind=zone.kind)
        elif zone.end > zone.start:
            merged.append(zone)
    return tuple(merged)


def _counts(zones: Iterable[Zone]) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for zone in zones:
        if zone.kind not in EXTRACTED_ZONES:
            counts[zone.kind.value] += zone.end - zone.start
    if not counts:
        return ()
    parts = ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items()))
    return (f"characters set aside as not the article: {parts}",)
