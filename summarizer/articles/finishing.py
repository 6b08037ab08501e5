"""From a draft to an article: characters cleaned, zones marked, facts completed, identity given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from summarizer.articles.cleaning import clean_characters, replacement_share
from summarizer.articles.draft import Dated, Draft, Facts
from summarizer.articles.files.decoded import UndecodableError
from summarizer.articles.files.losses import mended_name, readable
from summarizer.articles.identity import article_id, without_outlet
from summarizer.articles.language import checked_language
from summarizer.articles.lines import Line, lines_of
from summarizer.articles.marks import set_apart
from summarizer.articles.publication import month_of_name, stamp_of_name, stamp_of_url
from summarizer.articles.zoning.walls import is_own_report, wall_of
from summarizer.articles.zoning.wholeness import cut_off, running_lines
from summarizer.articles.zoning.zones import mark_zones, running_text
from summarizer.errors import ArticleError
from summarizer.schema import Article

_MAX_BAD_SHARE = 0.01
_NO_TEXT = "has no text; check that it is the file you mean"


class OwnReportError(ArticleError):
    """A report of this program, saved among the articles."""


def finished(draft: Draft, path: str) -> Article:
    """The article of a draft; `path` is the file it came from.

    Raises:
        ArticleError: it has no text, or none that can be read.
    """
    where = path + draft.label
    try:
        read, doubts_of_bytes = readable(draft.text)
    except UndecodableError as error:
        raise ArticleError(where, str(error)) from None
    text, counts = clean_characters(read)
    if not any(c.isalnum() for c in text):
        raise ArticleError(where, _NO_TEXT)
    if replacement_share(text) > _MAX_BAD_SHARE:
        raise ArticleError(where, "too many characters of it cannot be read; save it again as UTF-8")
    text, apart = set_apart(text)
    told = _mended_names(draft.facts)
    title = without_outlet(told.title, told.outlet)
    language, doubts = checked_language(told.language, text)
    marked = mark_zones(text, title, apart, language)
    running, every = running_lines(text, marked.zones), lines_of(text)
    _refuse_walls(where, every, title)
    facts = told.or_else(marked.facts).or_else(_facts_of_path(where, told.url or marked.facts.url))
    dated = next(iter(facts.dates or facts.updates), None)
    if facts.language and facts.language != told.language:
        language, doubts = checked_language(facts.language, running_text(text, marked.zones))
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
        incomplete=draft.incomplete or cut_off(running, every),
        text=text,
        zones=marked.zones,
        notes=_notes(draft.notes, doubts_of_bytes, counts, doubts, _date_notes(facts), facts.assumed, marked.notes),
    )


def _notes(*groups: tuple[str, ...]) -> tuple[str, ...]:
    """All notes in order, each once."""
    return tuple(dict.fromkeys(note for group in groups for note in group))


def _mended_names(facts: Facts) -> Facts:
    """The facts with names put right that had been read in a wrong charset."""
    return replace(facts, title=mended_name(facts.title), outlet=mended_name(facts.outlet), author=mended_name(facts.author))


def _refuse_walls(where: str, lines: Sequence[Line], title: str | None) -> None:
    """Raise ArticleError for what was saved in place of an article."""
    if is_own_report(lines):
        raise OwnReportError(where, "is a report of this program, not an article")
    if wall := wall_of(lines, title):
        raise ArticleError(where, f"is no article but {wall.value}; open the address in a browser and save the article itself")


def _facts_of_path(path: str, url: str | None) -> Facts:
    name = Path(path).name.partition("#")[0]
    dates = [Dated(stamp, "web address")] if url and (stamp := stamp_of_url(url)) else []
    if stamp := stamp_of_name(name):
        dates.append(Dated(stamp, "file name"))
    month = month_of_name(name) if not dates else None
    return Facts(dates=tuple(dates), notes=(f"the file name gives only the month {month}",) if month else ())


def _date_notes(facts: Facts) -> tuple[str, ...]:
    """What could not be used of the dates, and where two sources name different days."""
    if not facts.dates:
        return facts.notes
    used = facts.dates[0]
    others = [dated for dated in facts.dates[1:] if dated.stamp.date != used.stamp.date]
    return tuple(
        f"the {dated.basis} says {dated.stamp.date}, the {used.basis} {used.stamp.date}; the latter is used" for dated in others
    )
