"""Tables of articles: CSV, TSV and the like, one article a row, its facts and its text in named columns (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from summarizer.articles.draft import Draft
from summarizer.articles.fields import fact_named, squeezed
from summarizer.articles.formats.records.entries import TEASER_NAMES, TEXT_NAMES, Entry, draft_of, entry_of
from summarizer.articles.formats.records.feeds import MAX_ARTICLES
from summarizer.articles.formats.refusals import BadEntry, BrokenJsonError, NotArticlesError

_DELIMITERS = ",;\t|"
_MAX_HEADER = 20_000
_MAX_FIELD = 20_000_000
_EMPTY = frozenset({"", "nan", "null", "none", "n/a", "na", "nat"})
_MIN_COLUMNS = 2


def is_table(text: str) -> bool:
    """Its first line names columns, one of them for a text and another for a fact, and the second has as many."""
    header = _header(text)
    if not _has_text(header) or not any(fact_named(name) for name in header):
        return False
    try:
        return len(next(_rows(text), [])) == len(header)
    except csv.Error:
        return False


def read_table(text: str) -> list[Draft | BadEntry]:
    """The articles of a table, one a row; rows are counted from 1 below the header.

    Raises:
        NotArticlesError: the table has no column for a text, or no row.
        BrokenJsonError: it cannot be read as a table, or has too many rows.
    """
    header = _header(text)
    if not _has_text(header):
        raise NotArticlesError("is a table without a column for the text (“text”, “body”, “content” or the like)")
    try:
        rows = list(_rows(text))
    except csv.Error as error:
        raise BrokenJsonError(f"is a table that cannot be read ({error}); export it again") from None
    if len(rows) > MAX_ARTICLES:
        raise BrokenJsonError(f"holds {len(rows):,} rows, more than {MAX_ARTICLES:,}; split it by story")
    if not rows:
        raise NotArticlesError("is a table without rows")
    delimiter = _delimiter(text)
    return [_article(header, row, delimiter, f"#{number}") for number, row in enumerate(rows, 1)]


def _article(header: list[str], row: list[str], delimiter: str, label: str) -> Draft | BadEntry:
    """The article of a row. One with too many cells has delimiters in its text that no quotation marks protect."""
    while len(row) > len(header) and not row[-1].strip():
        row = row[:-1]
    if len(row) > len(header) and not _has_text(header[-1:]):
        return BadEntry(
            label, "has more cells than the table has columns; export it again with quotation marks around the text"
        )
    last = len(header) - 1
    return draft_of(_entry(header, [*row[:last], delimiter.join(row[last:])]), label)


def _rows(text: str) -> Iterator[list[str]]:
    limit = csv.field_size_limit(_MAX_FIELD)
    try:
        reader = csv.reader(io.StringIO(_without_hint(text), newline=""), delimiter=_delimiter(text))
        next(reader, None)
        yield from (row for row in reader if any(cell.strip() for cell in row))
    finally:
        csv.field_size_limit(limit)


def _entry(header: list[str], row: list[str]) -> Entry:
    values = {name: cell for name, cell in zip(header, row, strict=False) if cell.strip().casefold() not in _EMPTY}
    return entry_of(values, "table columns")


def _header(text: str) -> list[str]:
    """The names of the columns; empty if the first line is no header."""
    first = _without_hint(text)[:_MAX_HEADER]
    try:
        row = next(csv.reader(io.StringIO(first, newline=""), delimiter=_delimiter(text)), [])
    except csv.Error:
        return []
    names = [name.strip().strip("\ufeff") for name in row]
    return names if len(names) >= _MIN_COLUMNS and all(len(name) < 60 and "\n" not in name for name in names) else []  # noqa: PLR2004


def _has_text(header: list[str]) -> bool:
    return any(squeezed(name) in (*TEXT_NAMES, *TEASER_NAMES) for name in header)


def _delimiter(text: str) -> str:
    """The delimiter that stands most often in the first line."""
    hint = text.lstrip("\ufeff").partition("\n")[0].strip()
    if hint.casefold().startswith("sep=") and len(hint) == len("sep=") + 1:
        return hint[-1]
    line = _without_hint(text)[:_MAX_HEADER].partition("\n")[0]
    return max(_DELIMITERS, key=line.count)


def _without_hint(text: str) -> str:
    """The text without a byte order mark and the line "sep=;" that Excel reads."""
    plain = text.lstrip("\ufeff").lstrip("\r\n")
    first, _, rest = plain.partition("\n")
    return rest if first.strip().casefold().startswith("sep=") else plain
