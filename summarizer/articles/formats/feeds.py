"""JSON and JSON Lines: one article, a list, or a feed (JSON Feed, ninjs, schema.org, and the names people use)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from summarizer.articles.draft import Draft
from summarizer.articles.fields import facts_of
from summarizer.articles.files.sniffing import has_markup
from summarizer.articles.formats.fragments import Fragment, read_fragment, read_plain_fragment

MAX_ARTICLES = 2000
_MAX_DIGITS = 20
_MAX_NAMES = 1000
_TEXT_NAMES = (
    "text", "body_text", "articlebody", "content_text", "maintext", "fulltext", "full_text", "article_text", "body", "content",
    "article", "body_html", "body_xhtml", "content_html", "html", "bodies",
)  # fmt: skip
_HTML_NAMES = frozenset({"body_html", "body_xhtml", "content_html", "html"})
_LISTS = ("articles", "items", "documents", "@graph")
_OWN_REPORT = ("findings", "origins")
_REPEATED = "\0repeated"


class NotArticlesError(ValueError):
    """The JSON is not an article or a list of articles (labels, settings, a report)."""


class BrokenJsonError(ValueError):
    """The text is not JSON, or not JSON that can be read."""


@dataclass(frozen=True, slots=True)
class BadEntry:
    """One entry of a feed that is no usable article: its label ("#3") and what is wrong."""

    label: str
    reason: str


def read_feed(text: str) -> list[Draft | BadEntry]:
    """All articles of a JSON or JSON Lines text, in order.

    Raises:
        BrokenJsonError: no JSON, nested too deep, or too many articles.
        NotArticlesError: JSON without anything that has an article's text.
    """
    try:
        value = _parsed(text)
    except BrokenJsonError:
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) == 1 or not lines:
            raise
        return _read_lines(lines)
    if isinstance(value, Mapping) and _text_of(value) is not None:
        return [_entry(value, "")]
    return _read_list(_list_in(value))


def _read_lines(lines: list[str]) -> list[Draft | BadEntry]:
    _check_count(len(lines))
    found: list[Draft | BadEntry] = []
    for number, line in enumerate(lines, 1):
        try:
            found.append(_entry(_parsed(line), f"#{number}"))
        except BrokenJsonError as error:
            found.append(BadEntry(f"#{number}", str(error)))
    broken = sum(isinstance(entry, BadEntry) for entry in found)
    if broken == len(found):
        first = next(entry.reason for entry in found if isinstance(entry, BadEntry))
        raise BrokenJsonError(first)
    return found


def _read_list(values: list[Any]) -> list[Draft | BadEntry]:
    _check_count(len(values))
    entries = [_entry(value, f"#{number}") for number, value in enumerate(values, 1)]
    if not any(isinstance(entry, Draft) for entry in entries):
        raise NotArticlesError("holds no article: no entry has a text under “text”, “body_text”, “content” or the like")
    return entries


def _check_count(count: int) -> None:
    if count > MAX_ARTICLES:
        raise BrokenJsonError(f"holds {count:,} entries, more than {MAX_ARTICLES:,}; split it by story")


def _list_in(value: Any) -> list[Any]:
    if isinstance(value, Mapping):
        if all(name in value for name in _OWN_REPORT):
            raise NotArticlesError("is a report of this program, not an article")
        value = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), None)
    if not isinstance(value, list):
        raise NotArticlesError("is JSON, but neither an article with a text nor a list of articles")
    return value


def _entry(value: Any, label: str) -> Draft | BadEntry:
    if not isinstance(value, Mapping):
        return BadEntry(label, "is not a JSON object with a text")
    text = _text_of(value)
    if text is None:
        return BadEntry(label, "has no text under “text”, “body_text”, “content” or the like")
    draft = Draft(text=text.text, facts=facts_of(value, "JSON fields"), label=label)
    repeated = value.get(_REPEATED)
    notes = (f"JSON fields given twice, the last one is used: {', '.join(map(str, repeated))}",) if repeated else ()
    return replace(draft, notes=(*text.notes, *notes))


def _text_of(value: Mapping[str, Any]) -> Fragment | None:
    """The text of the first field that has one, HTML turned into text; None if no field has."""
    folded = {str(key).casefold(): item for key, item in value.items()}
    for name in _TEXT_NAMES:
        body = folded.get(name)
        if isinstance(body, list) and body and name in ("bodies", "text", "body", "content"):
            body = _joined(body)
        if isinstance(body, str) and body.strip():
            return read_fragment(body) if name in _HTML_NAMES or has_markup(body) else read_plain_fragment(body)
    return None


def _joined(parts: list[Any]) -> str | None:
    """Paragraphs of a list of strings; of ninjs bodies, the first that is text."""
    if all(isinstance(part, str) for part in parts):
        return "\n\n".join(parts)
    bodies = [part for part in parts if isinstance(part, Mapping) and isinstance(part.get("value"), str)]
    plain = sorted(bodies, key=lambda part: str(part.get("contenttype", "")) != "text/plain")
    return plain[0]["value"] if plain else None


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
