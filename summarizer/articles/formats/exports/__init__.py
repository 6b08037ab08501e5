"""Files with many articles: exports of news databases, dumps of wires, references, and hand-made collections."""

from __future__ import annotations

import re
from collections.abc import Callable

from summarizer.articles.draft import Draft
from summarizer.articles.formats.exports import gathered
from summarizer.articles.formats.exports.cited import read_cited, read_closed_by_number
from summarizer.articles.formats.exports.closing import read_closed_by_label
from summarizer.articles.formats.exports.factiva import read_closed, read_codes
from summarizer.articles.formats.exports.nexis import read_counted, read_ended, read_parted
from summarizer.articles.formats.exports.record import Record
from summarizer.articles.formats.exports.references import read_references
from summarizer.articles.formats.exports.wires import read_wires
from summarizer.articles.formats.refusals import BadEntry

__all__ = ["articles_in_database_export", "articles_in_export", "several_or_doubt"]

_MAX_LINES, _MAX_EXPORT_LINES = 100_000, 400_000
_BLANK = re.compile(r"\n(?:[ \t]{0,100}+\n){4,}+")
_READERS: tuple[Callable[[list[str]], list[Record] | None], ...] = (
    read_references,
    read_codes,
    read_closed,
    read_ended,
    read_closed_by_number,
    read_counted,
    read_parted,
    read_wires,
    read_cited,
    read_closed_by_label,
)


def articles_in_export(text: str) -> list[Draft | BadEntry] | None:
    """Every article of a text with line breaks that holds an export or several articles; None if it is a single article.

    The labels are "#1", "#2", …, empty where an export holds one article.
    """
    return several_or_doubt(text)[0]


def several_or_doubt(text: str) -> tuple[list[Draft | BadEntry] | None, str | None]:
    """The same, and where it is a single article why it may hold several after all; None if nothing speaks for it."""
    found = articles_in_database_export(text)
    lines = _lines(text)
    return (found, None) if found is not None or len(lines) > _MAX_LINES else gathered.read_collection(lines)


def articles_in_database_export(text: str) -> list[Draft | BadEntry] | None:
    """Every article of a text that a database wrote; None if it is none. Hand-made collections are not looked for."""
    lines = _lines(text)
    for reader in _READERS if len(lines) <= _MAX_EXPORT_LINES else ():
        if records := reader(lines):
            single = len(records) == 1
            return [record.draft("" if single else f"#{number}") for number, record in enumerate(records, 1)]
    return None


def _lines(text: str) -> list[str]:
    """The lines of a text; of more than three blank ones in a row, three."""
    return _BLANK.sub("\n\n\n\n", text).split("\n")
