"""Lines that an archive, a cache or a clipping program adds to a text: where it was kept from, and the keeper's own menu.

They stand above the article (or name its address below it), and nothing of them is the article's: no title, no
statement, and above all no date.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace

from summarizer.articles.addresses import capture_day, is_keepers
from summarizer.articles.draft import Facts
from summarizer.articles.fields import best_address, web_address
from summarizer.articles.lines import Line, first_lines, lines_of
from summarizer.articles.publication import find_dates
from summarizer.schema import Zone
from summarizer.terms import ZoneKind

_TOP, _BOTTOM, _MAX_LINE = 14, 2, 600
_MAX_SCANNED = 20_000
_ADDRESS = r"[<(\[]?(?P<address>https?://[^\s<>]{1,2000}?)[>)\]]?"
_KEPT_FROM = re.compile(
    r"(?:\W{0,3}(?:clipped|retrieved|saved|archived|downloaded|copied|captured|mirrored|printed|taken|webpage archived|"
    r"archiviert|gespeichert|abgerufen|récupéré|enregistré|archivé|guardado|archivado|recuperado|salvato|archiviato|сохранено|архивировано|保存)"
    r"\s{1,3}(?:\w{1,4}\s)?(?:from|at|von|aus|de|du|depuis|desde|da|с|из|自)\s?[:：]?|the wayback machine\s[-–—])"
    rf"\s{{0,3}}{_ADDRESS}\.?(?:[\s,;(].{{0,80}})?",
    re.IGNORECASE,
)
_CACHE = re.compile(rf"this is google.{{1,2}}s cache of {_ADDRESS}\.?\s.{{0,400}}", re.IGNORECASE)
_LABELLED = re.compile(
    r"\W{0,3}(?:source|source url|original(?: url| article| source| link)?|originally published (?:at|on)|"
    r"permalink|address|web address|page url|quelle|originalartikel|adresse|fuente|fonte|source originale|bron|"
    r"källa|kilde|lähde|źródło|zdroj|kaynak|sumber|nguồn|источник|джерело|المصدر|الرابط|منبع|מקור|来源|來源|原文|出典|元記事|출처|원문)\W{0,3}?[:：]"
    rf"\s{{0,3}}{_ADDRESS}",
    re.IGNORECASE,
)
_PRINTED = re.compile(rf"{_ADDRESS}\s+\d\d?/\d\d?(?:/\d{{2,4}})?")
_OF_AN_ARTICLE = re.compile(
    r"/(?:[^/?#]{0,200}(?:[^\W\d_][-_][^\W\d_]|\d{5})[^/?#]{0,200}|[^/?#]{1,200}\.[sx]?html?)/?(?:[?#].*)?$"
)
_ALONE = re.compile(_ADDRESS)
_BAR = re.compile(rf"{_ADDRESS}\s+go(?:\s+[a-z]{{3}}){{1,3}}(?:\s.{{0,80}})?", re.IGNORECASE)
_SURE = re.compile(
    r"[\d,. ]{1,9} captures?|about this capture|webpage capture|archive\.(?:today|ph|is|md|li|vn|fo)"
    r"|the wayback machine\b.{0,2000}|this is google.{1,2}s cache of .{0,2000}|https?://\S{1,2000}\sgo(?:\s[a-z]{3}){1,3}.{0,80}",
    re.IGNORECASE,
)
_DAY = r"\d\d? [A-Za-z]{3,9} \d{4}"
_CAPTURED = re.compile(rf"{_DAY},? \d\d:\d\d(?::\d\d)?(?: UTC| GMT)?", re.IGNORECASE)
_MENU = re.compile(
    rf"{_DAY}\s[-–]\s{_DAY}|(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\s?){{1,3}}|\d\d?|(?:\d{{4}}\s?){{1,3}}"
    r"|collected by|timestamps|success|fail|go|previous capture|next capture|organization:.{0,80}|collection:.{0,80}|loading"
    r"|go(?:\s[a-z]{3}){1,3}|saved from|history|no other snapshots.{0,40}|all snapshots.{0,80}|webpage|screenshot|share"
    r"|download \.zip|report.{0,20}abuse"
    r"|buy me a coffee|donate|full version|text-only version|view source|full ?versiontext-only ?versionview ?source"
    r"|tip: to quickly find your search term.{0,120}",
    re.IGNORECASE,
)


@dataclass
class KeptLines:
    """What a keeper's lines say, and where they stand.

    Attributes:
        facts: the address of the kept article, and the days of saving.
        zones: the lines, in order.
    """

    facts: Facts = field(default_factory=Facts)
    zones: tuple[Zone, ...] = ()


def read_kept_lines(text: str) -> KeptLines:
    """A keeper's lines at the top of a text, and the line at its end that names its address.

    An address at the end counts only if it is that of an article: "Source: …" may as well name where figures are from.
    """
    found, addresses = _at_the_top(first_lines(text[:_MAX_SCANNED], _TOP))
    tail = max(0, len(text) - _MAX_SCANNED)
    for line in lines_of(text[tail:])[-_BOTTOM:]:
        match = _LABELLED.fullmatch(line.text[:_MAX_LINE]) or _PRINTED.fullmatch(line.text[:_MAX_LINE])
        if match and _OF_AN_ARTICLE.search(match["address"]):
            addresses.append(match["address"])
            found.append(replace(line, start=line.start + tail, end=line.end + tail))
    days = [*map(capture_day, addresses), *(day for line in found for day in _days(line))]
    facts = Facts(url=best_address(map(web_address, addresses)), kept=tuple(dict.fromkeys(day for day in days if day)))
    spans = sorted({(line.start, line.end) for line in found})
    return KeptLines(facts, tuple(Zone(start=start, end=end, kind=ZoneKind.NAVIGATION) for start, end in spans))


def _at_the_top(top: list[Line]) -> tuple[list[Line], list[str]]:
    """A keeper's lines above the article's first own line, or its first paragraph, and the addresses in them."""
    found: list[Line] = []
    addresses: list[str] = []
    has_bar = any(_SURE.fullmatch(line.text[:_MAX_LINE]) for line in top)
    is_above = True
    for index, line in enumerate(top):
        shown = line.text[:_MAX_LINE]
        if match := _address_in(line, first=index == 0):
            addresses.append(match["address"])
            found.append(line)
        elif has_bar and is_above and any(pattern.fullmatch(shown) for pattern in (_SURE, _MENU, _CAPTURED)):
            found.append(line)
        elif line.is_running:
            break
        else:
            is_above = is_above and not found
    return found, addresses


def _address_in(line: Line, *, first: bool) -> re.Match[str] | None:
    """The match of a line that names where the text is from; an address alone does so first of all, or if it is a copy's."""
    shown = line.text[:_MAX_LINE]
    match = next((m for pattern in (_KEPT_FROM, _CACHE, _LABELLED, _BAR) if (m := pattern.fullmatch(shown))), None)
    alone = None if match else _ALONE.fullmatch(shown)
    if alone and not first and not (is_keepers(alone["address"]) and capture_day(alone["address"])):
        return None
    return match or alone


def _days(line: Line) -> list[dt.date]:
    """The day of saving that a line gives; of two days the first is that of the oldest copy."""
    spans = find_dates(line.text[:_MAX_LINE])
    return [spans[0].date] if len(spans) == 1 else []
