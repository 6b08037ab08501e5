"""From a draft to an article: characters cleaned, zones marked, facts completed, identity given."""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path

from summarizer.articles.cleaning import clean_characters, replacement_share
from summarizer.articles.draft import Dated, Draft, Facts
from summarizer.articles.language import language_of
from summarizer.articles.marks import set_apart
from summarizer.articles.publication import month_of_name, stamp_of_name, stamp_of_url
from summarizer.articles.zoning.zones import mark_zones, running_text
from summarizer.errors import ArticleError
from summarizer.schema import Article

_MAX_BAD_SHARE = 0.01
_NO_TEXT = "has no text; check that it is the file you mean"


def finished(draft: Draft, path: str) -> Article:
    """The article of a draft; `path` is the file it came from.

    Raises:
        ArticleError: it has no text, or none that can be read.
    """
    where = path + draft.label
    text, counts = clean_characters(draft.text)
    if not any(c.isalnum() for c in text):
        raise ArticleError(where, _NO_TEXT)
    if replacement_share(text) > _MAX_BAD_SHARE:
        raise ArticleError(where, "too many characters of it cannot be read; save it again as UTF-8")
    text, apart = set_apart(text)
    marked = mark_zones(text, draft.facts.title, apart, draft.facts.language)
    facts = draft.facts.or_else(marked.facts).or_else(_facts_of_path(where, draft.facts.url or marked.facts.url))
    dated = next(iter(facts.dates or facts.updates), None)
    return Article(
        article_id=article_id(text, facts.outlet),
        path=where,
        title=facts.title,
        outlet=facts.outlet,
        author=facts.author,
        published=dated.stamp.date if dated else None,
        published_time=dated.stamp.time if dated else None,
        published_basis=dated.basis if dated else None,
        language=facts.language or language_of(running_text(text, marked.zones)),
        url=facts.url,
        incomplete=draft.incomplete,
        text=text,
        zones=marked.zones,
        notes=tuple(dict.fromkeys((*draft.notes, *counts, *_date_notes(facts), *facts.assumed, *marked.notes))),
    )


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


def normalised(text: str) -> str:
    """The text as compared: compatibility forms, case and white space folded."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def article_id(text: str, outlet: str | None) -> str:
    """An "a" and 12 hex digits: the same for the same text from the same outlet, wherever the file lies."""
    digest = hashlib.sha256(f"{normalised(outlet or '')}\n{normalised(text)}".encode())
    return "a" + digest.hexdigest()[:12]
