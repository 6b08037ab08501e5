"""From a draft to an article: characters cleaned, zones marked, facts completed, identity given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from summarizer.articles.address_dates import (
    is_among_words,
    may_be_an_events,
    month_of_name,
    month_of_url,
    stamp_of_name,
    stamp_of_url,
)
from summarizer.articles.addresses import outlet_host
from summarizer.articles.cleaning import clean_characters, replacement_share, visible_line
from summarizer.articles.day_orders import day_first
from summarizer.articles.disguises import disguised
from summarizer.articles.draft import Dated, Draft, Facts
from summarizer.articles.extent import is_too_little, over_long
from summarizer.articles.fields import read_by_custom, unused_date
from summarizer.articles.files.decoded import UndecodableError
from summarizer.articles.files.losses import mended_name, readable
from summarizer.articles.identity import article_id, without_outlet
from summarizer.articles.language import checked_language
from summarizer.articles.lines import Line, lines_of
from summarizer.articles.marks import set_apart
from summarizer.articles.numeric_dates import Custom
from summarizer.articles.publication import read_stamp
from summarizer.articles.zoning.kept_lines import read_kept_lines
from summarizer.articles.zoning.titles import header_field
from summarizer.articles.zoning.walls import is_own_report, wall_of
from summarizer.articles.zoning.wholeness import cut_off, running_lines
from summarizer.articles.zoning.zones import mark_zones, running_text
from summarizer.digests import sha256_of_text
from summarizer.errors import ArticleError
from summarizer.ground.bounding import repeated
from summarizer.schema import Article

_MAX_BAD_SHARE = 0.01
_MANY_REPEATED = 5
_NO_TEXT = "has no text; check that it is the file you mean"
_TOO_LITTLE = "has no text of an article, not even a headline; check that it is the file you mean"


class OwnReportError(ArticleError):
    """A report of this program, saved among the articles."""


def finished(draft: Draft, path: str) -> Article:
    """The article of a draft; `path` is the file it came from.

    Raises:
        ArticleError: it has no text or too much, or none that can be read.
    """
    where = path + draft.label
    text, doubts_of_bytes, counts = _readable_text(draft.text, where)
    text, apart = set_apart(text)
    told = _mended_names(draft.facts)
    title = without_outlet(told.title, told.outlet)
    language, doubts = checked_language(told.language, text)
    kept = read_kept_lines(text)
    region = told.region if language == told.language else None
    marked = mark_zones(text, title, (*apart, *kept.zones), f"{language}-{region}" if region else language)
    running, every = running_lines(text, marked.zones), lines_of(text)
    _refuse_walls(where, every, title)
    if is_too_little(running_text(text, marked.zones)) or all(header_field(line) for line in every):
        raise ArticleError(where, _TOO_LITTLE)
    known = _with_settled_dates(told.or_else(kept.facts).or_else(marked.facts), language)
    facts = known.or_else(_facts_of_path(Path(where).name.partition("#")[0], known, text))
    dated = next(iter(facts.dates or facts.updates), None)
    if facts.language and facts.language != told.language:
        language, doubts = checked_language(facts.language, running_text(text, marked.zones))
    doubts = (*doubts_of_bytes, *counts, *disguised(text), *_repetition(text), *doubts)
    return Article(
        article_id=article_id(text, facts.outlet),
        path=where,
        title=title or facts.title,
        outlet=facts.outlet,
        author=facts.author,
        published=dated.stamp.date if dated else None,
        published_time=dated.stamp.time if dated else None,
        published_basis=dated.basis if dated else None,
        language=language,
        url=facts.url,
        source_sha256=draft.source.sha256 if draft.source else None,
        source_kind=draft.source.kind if draft.source else None,
        text_sha256=sha256_of_text(text),
        incomplete=draft.incomplete or cut_off(running, every),
        text=text,
        zones=marked.zones,
        notes=_notes(
            draft.notes, doubts_of_bytes, counts, disguised(text), doubts, _date_notes(facts), facts.assumed, marked.notes
        ),
    )


def _readable_text(source: str, where: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The text with nothing in it that a reader cannot see, and notes on doubts about its bytes and on what was taken out.

    Raises:
        ArticleError: it has no text or too much, or too much of it is lost.
    """
    _refuse_over_long(source, where)
    try:
        read, doubts_of_bytes = readable(source)
    except UndecodableError as error:
        raise ArticleError(where, str(error)) from None
    text, counts = clean_characters(read)
    if not any(c.isalnum() for c in text):
        raise ArticleError(where, _NO_TEXT)
    if replacement_share(text) > _MAX_BAD_SHARE:
        raise ArticleError(where, "too many characters of it cannot be read; save it again as UTF-8")
    return text, doubts_of_bytes, counts


def _refuse_over_long(source: str, where: str) -> None:
    if reason := over_long(source):
        raise ArticleError(where, reason)


def _with_settled_dates(facts: Facts, language: str | None) -> Facts:
    """The facts with those dates that could be two days read as the language has them; notes on those that stay unclear."""
    if facts.dates or not facts.unclear:
        return facts
    custom = Custom(day_first(language, facts.region if facts.language == language else None), language)
    told = [(stamp, value, basis) for value, basis in facts.unclear if (stamp := read_stamp(value, custom))]
    if not told:
        notes = (unused_date(value, basis) for value, basis in facts.unclear)
        return replace(facts, notes=(*facts.notes, *(note for note in notes if note)))
    stamp, value, basis = told[0]
    assumed = read_by_custom(value, basis, custom)
    return replace(facts, dates=(Dated(stamp, basis),), assumed=(*facts.assumed, assumed))


def _repetition(text: str) -> tuple[str, ...]:
    """A note on paragraphs that fill the text again and again; one or two come from the page around it."""
    again = repeated(text)
    return (
        (f"{again} paragraphs only repeat one before them; each is read where it stands first",)
        if again >= _MANY_REPEATED
        else ()
    )


def _notes(*groups: tuple[str, ...]) -> tuple[str, ...]:
    """All notes in order, each once."""
    return tuple(dict.fromkeys(note for group in groups for note in group))


def _mended_names(facts: Facts) -> Facts:
    """The facts with names on one line, put right where they had been read in a wrong charset."""
    return replace(facts, title=_name(facts.title), outlet=_name(facts.outlet), author=_name(facts.author))


def _name(read: str | None) -> str | None:
    mended = mended_name(read)
    return visible_line(mended) if mended else mended


def _refuse_walls(where: str, lines: Sequence[Line], title: str | None) -> None:
    """Raise ArticleError for what was saved in place of an article."""
    if is_own_report(lines):
        raise OwnReportError(where, "is a report of this program, not an article")
    if wall := wall_of(lines, title):
        raise ArticleError(where, f"is no article but {wall.value}; open the address in a browser and save the article itself")


def _facts_of_path(name: str, told: Facts, text: str) -> Facts:
    """What the web address and the file's name say beyond what the article's file tells."""
    found = [
        ("web address", stamp_of_url(told.url) if told.url else None, is_among_words(told.url or "")),
        ("file name", stamp_of_name(name), True),
    ]
    dates, doubts = [], []
    for basis, stamp, in_words in found:
        doubt = (
            _doubt(stamp.date, basis, name if basis == "file name" else "", told, text if in_words else None) if stamp else None
        )
        if doubt:
            doubts.append(doubt)
        elif stamp:
            dates.append(Dated(stamp, basis))
    silent = not told.dates and not dates
    return Facts(outlet=outlet_host(told.url), dates=tuple(dates), notes=_unused(name, told, doubts) if silent else ())


def _doubt(day: dt.date, basis: str, name: str, told: Facts, text: str | None) -> str | None:
    """Why a day in the web address or the file's name is not taken for that of publication.

    `text` is None where the day stands in a path of its own, which no event's does.
    """
    if any(day > saved for saved in told.kept) or (name and day in told.kept):
        return (
            f"the {basis} holds the day {day}, on which the page was saved, or a later one; not used as the date of publication"
        )
    if text is not None and not told.dates and may_be_an_events(day, name, told.title, text):
        return (
            f"the {basis} holds the day {day}, which may be that of an event in the text; not used as the date of publication"
        )
    return None


def _unused(name: str, told: Facts, doubts: list[str]) -> tuple[str, ...]:
    if doubts:
        return tuple(doubts)
    if told.url and (month := month_of_url(told.url)):
        return (f"the web address gives only the month {month}",)
    return (f"the file name gives only the month {month}",) if (month := month_of_name(name)) else ()


def _date_notes(facts: Facts) -> tuple[str, ...]:
    """What could not be used of the dates, and where two sources name different days."""
    if not facts.dates:
        return facts.notes
    used = facts.dates[0]
    others = [dated for dated in facts.dates[1:] if dated.stamp.date != used.stamp.date]
    return tuple(
        f"the {dated.basis} says {dated.stamp.date}, the {used.basis} {used.stamp.date}; the latter is used" for dated in others
    )
