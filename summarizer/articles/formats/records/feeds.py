"""JSON and JSON Lines: one article, a list, or a feed, however its service wraps them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from summarizer.articles.draft import Draft
from summarizer.articles.formats.records.entries import Entry, draft_of, entry_of
from summarizer.articles.formats.records.nested import Found, find_entries
from summarizer.articles.formats.refusals import BadEntry, BrokenJsonError, NotArticlesError, SavedReportError

MAX_ARTICLES = 2000
_MAX_DIGITS = 20
_MAX_NAMES = 1000
_OWN_REPORT = ("findings", "origins")
_BULK = frozenset({"index", "create"})
"""Lines between the articles of an Elasticsearch bulk file."""
_BASIS = "JSON fields"
_REPEATED = "\0repeated"


def read_feed(text: str) -> list[Draft | BadEntry]:
    """All articles of a JSON or JSON Lines text, in order.

    They may stand in any list, however deep it is wrapped. An entry that names an article without its text, as the lists of
    GDELT and Media Cloud do, is given as an entry that cannot be used.

    Raises:
        BrokenJsonError: no JSON, nested too deep, or too many articles.
        NotArticlesError: JSON without anything that is an article or names one.
    """
    try:
        value = _parsed(text)
    except BrokenJsonError:
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) == 1 or not lines:
            raise
        return _read_lines(lines)
    if isinstance(value, Mapping) and all(name in value for name in _OWN_REPORT):
        raise SavedReportError("is a report of this program, not an article")
    if isinstance(value, list):
        _check_count(len(value))
    return _drafts(find_entries(value, _BASIS), is_list=isinstance(value, list))


def _drafts(found: list[Found], *, is_list: bool) -> list[Draft | BadEntry]:
    _check_count(len(found))
    if not found and is_list:
        raise NotArticlesError("holds no article: no entry has a text under “text”, “body_text”, “content” or the like")
    if not found:
        raise NotArticlesError("is JSON, but neither an article with a text nor a list of articles")
    if all(isinstance(one.entry, Entry) and one.entry.is_social for one in found):
        raise NotArticlesError("holds posts of a social network, not articles")
    alone = len(found) == 1 and not found[0].is_listed
    return [_draft(one, "" if alone else f"#{number}") for number, one in enumerate(found, 1)]


def _draft(found: Found, label: str) -> Draft | BadEntry:
    if found.entry is None:
        return BadEntry(label, "is not a JSON object with a text")
    if found.entry.is_social:
        return BadEntry(label, "is a post of a social network, not an article")
    draft = draft_of(found.entry, label, found.around)
    repeated = found.entry.fields.get(_REPEATED)
    if isinstance(draft, BadEntry) or not repeated:
        return draft
    return replace(
        draft, notes=(*draft.notes, f"JSON fields given twice, the last one is used: {', '.join(map(str, repeated))}")
    )


def _read_lines(lines: list[str]) -> list[Draft | BadEntry]:
    _check_count(len(lines))
    found: list[Draft | BadEntry] = []
    for number, line in enumerate(lines, 1):
        try:
            value = _parsed(line)
        except BrokenJsonError as error:
            found.append(BadEntry(f"#{number}", str(error)))
            continue
        if not (isinstance(value, Mapping) and value.keys() <= _BULK):
            entry = entry_of(value, _BASIS) if isinstance(value, Mapping) else None
            found.append(_draft(Found(entry, is_listed=True), f"#{number}"))
    if all(isinstance(entry, BadEntry) for entry in found):
        raise BrokenJsonError(next((entry.reason for entry in found if isinstance(entry, BadEntry)), "holds no article"))
    return found


def _check_count(count: int) -> None:
    if count > MAX_ARTICLES:
        raise BrokenJsonError(f"holds {count:,} entries, more than {MAX_ARTICLES:,}; split it by story")


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_object, parse_int=_number, parse_float=str, parse_constant=lambda _: None)
    except RecursionError:
        raise BrokenJsonError("is JSON nested too deep to be an article") from None
    except ValueError as error:
        raise BrokenJsonError(f"is not valid JSON ({error}); export it again") from None


def _number(digits: str) -> int | str:
    return int(digits) if len(digits) < _MAX_DIGITS else digits[:40]


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        made[_REPEATED] = (
            sorted({name[:40] for name in names if names.count(name) > 1}) if len(names) < _MAX_NAMES else ["many"]
        )
    return made
