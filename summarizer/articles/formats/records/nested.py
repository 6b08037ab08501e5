"""Where in a JSON value the articles are: services wrap them in "data", "response.results", "hits.hits" and many other ways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from summarizer.articles.draft import Facts
from summarizer.articles.fields import facts_of, squeezed
from summarizer.articles.formats.records.entries import TEXT_NAMES, Entry, entry_of

_MAX_DEPTH = 8
_MAX_SEEN = 50_000
_MIN_COLUMNS = 2
_LISTS = frozenset(
    {
        "articles",
        "items",
        "documents",
        "@graph",
        "results",
        "data",
        "posts",
        "stories",
        "hits",
        "docs",
        "objects",
        "entries",
        "news",
    }
)
"""Under these names, and at the top, an entry needs no more than a text."""
_ASIDE = frozenset(
    {"comments", "replies", "related", "recommended", "suggestions", "images", "media", "links", "ads", "events"}
)
_FEED_MARKS = frozenset({"home_page_url", "feed_url", "link", "generator", "feed", "version"})
_ARTICLE_TYPES = ("article", "posting", "report", "newsitem", "webpage", "creativework")


@dataclass(frozen=True, slots=True)
class Found:
    """An entry where articles stand.

    Attributes:
        entry: what it says; None if it is no object at all.
        is_listed: it stands in a list.
        around: what the feed says of all its entries.
    """

    entry: Entry | None
    is_listed: bool = False
    around: Facts | None = None


def find_entries(value: Any, basis: str) -> list[Found]:
    """Every entry of the lists that hold articles, in order; if none has a text, of those that only name articles."""
    value = _rows(value) or value
    for with_text in (True, False):
        search = _Search(basis, with_text)
        found = list(search.walk(value, is_known=True))
        if found:
            return found
    return []


def _rows(value: Any) -> list[dict[str, Any]] | None:
    """A table as pandas writes it, as one object a row; None if the value is none."""
    if not isinstance(value, Mapping) or len(value) < _MIN_COLUMNS:
        return None
    names, rows = value.get("columns"), value.get("data")
    if isinstance(names, list) and isinstance(rows, list) and all(isinstance(row, list) for row in rows):
        return [dict(zip(map(str, names), row, strict=False)) for row in rows]
    columns = {str(name): column for name, column in value.items() if isinstance(column, Mapping | list)}
    texts = next((name for name in columns if squeezed(name) in TEXT_NAMES), None)
    if len(columns) != len(value) or texts is None:
        return None
    cells = {name: list(column.values()) if isinstance(column, Mapping) else column for name, column in columns.items()}
    if len({len(column) for column in cells.values()}) != 1 or not all(isinstance(c, str) for c in cells[texts]):
        return None
    return [dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True)]


class _Search:
    """One walk through a value, bounded in depth and in what it looks at."""

    def __init__(self, basis: str, with_text: bool) -> None:  # noqa: FBT001 (the only thing that tells two walks apart)
        self._basis, self._with_text, self._seen = basis, with_text, 0

    def walk(self, value: Any, *, is_known: bool, depth: int = 0, around: Facts | None = None) -> Iterator[Found]:
        """Entries below a value; `is_known` if its place is one where articles are listed."""
        self._seen += 1
        if depth > _MAX_DEPTH or self._seen > _MAX_SEEN:
            return
        if isinstance(value, list):
            yield from self._walk_list(value, depth, around, is_known=is_known)
        elif isinstance(value, Mapping):
            yield from self._walk_object(value, depth, around, is_known=is_known)

    def _walk_list(self, values: list[Any], depth: int, around: Facts | None, *, is_known: bool) -> Iterator[Found]:
        entries = [entry_of(value, self._basis) if isinstance(value, Mapping) else None for value in values]
        self._seen += len(entries)
        if any(entry and self._fits(entry, is_known=is_known) for entry in entries):
            yield from (
                Found(e, is_listed=True, around=around) for e, v in zip(entries, values, strict=True) if not _is_other(v, e)
            )
            return
        for value in values:
            yield from self.walk(value, is_known=is_known, depth=depth + 1, around=around)

    def _walk_object(self, value: Mapping[str, Any], depth: int, around: Facts | None, *, is_known: bool) -> Iterator[Found]:
        entry = entry_of(value, self._basis)
        is_placed = self._with_text or depth == 0
        if is_placed and self._fits(entry, is_known=is_known) and not self._holds_articles(value, entry):
            yield Found(entry, around=around)
            return
        around = _feed(value, self._basis) or around
        for key, inside in value.items():
            if isinstance(inside, list | Mapping) and str(key).casefold() not in _ASIDE:
                known = str(key).casefold() in _LISTS
                yield from self.walk(inside, is_known=known, depth=depth + 1, around=around)

    def _fits(self, entry: Entry, *, is_known: bool) -> bool:
        if not self._with_text:
            return entry.is_reference
        return entry.is_article or (is_known and (entry.has_text or (entry.is_social and entry.text is not None)))

    def _holds_articles(self, value: Mapping[str, Any], entry: Entry) -> bool:
        """It is a feed whose own description was taken for a text: a list in it holds articles."""
        if entry.has_text and not any(key in value for key in _FEED_MARKS):
            return False
        lists = (inside for key, inside in value.items() if str(key).casefold() in _LISTS and isinstance(inside, list))
        return any(
            isinstance(one, Mapping) and self._fits(entry_of(one, self._basis), is_known=True)
            for inside in lists
            for one in inside[:50]
        )


def _is_other(value: Any, entry: Entry | None) -> bool:
    """A thing that schema.org says is no article, such as the site or its publisher."""
    types = value.get("@type") if isinstance(value, Mapping) else None
    names = [str(name).casefold() for name in (types if isinstance(types, list) else [types]) if name]
    is_article = any(kind in name for name in names for kind in _ARTICLE_TYPES)
    return bool(names) and not is_article and (entry is None or not entry.has_text)


def _feed(value: Mapping[str, Any], basis: str) -> Facts | None:
    """Outlet, language and author that a feed gives for all its entries; None if the object is no feed."""
    named = next((value[key] for key in ("feed", "channel") if isinstance(value.get(key), Mapping)), value)
    if not isinstance(named.get("title"), str) or not any(key in value for key in _FEED_MARKS):
        return None
    if not any(isinstance(value.get(name), list) for name in ("items", "entries", "item", "articles")):
        return None
    facts = facts_of(named, basis)
    return replace(Facts(), outlet=facts.title, language=facts.language, author=facts.author)
