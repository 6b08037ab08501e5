"""Files with many articles: exports of news databases, dumps of wires, references, and hand-made collections."""

from __future__ import annotations

from collections.abc import Callable

from summarizer.articles.draft import Draft
from summarizer.articles.formats.bad_entry import BadEntry
from summarizer.articles.formats.exports import gathered
from summarizer.articles.formats.exports.cited import read_cited, read_closed_by_number
from summarizer.articles.formats.exports.factiva import read_closed, read_codes
from summarizer.articles.formats.exports.nexis import read_counted, read_ended, read_parted
from summarizer.articles.formats.exports.record import Record
from summarizer.articles.formats.exports.references import read_references
from summarizer.articles.formats.exports.wires import read_wires

__all__ = ["articles_in_database_export", "articles_in_export", "doubt_of_one"]

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
)


def articles_in_export(text: str) -> list[Draft | BadEntry] | None:
    """Every article of a text with line breaks that holds an export or several articles; None if it is a single article.

    The labels are "#1", "#2", …, empty where an export holds one article.
    """
    found = articles_in_database_export(text)
    return found if found is not None else gathered.read_collection(text.split("\n"))


def articles_in_database_export(text: str) -> list[Draft | BadEntry] | None:
    """Every article of a text that a database wrote; None if it is none. Hand-made collections are not looked for."""
    lines = text.split("\n")
    for reader in _READERS:
        if records := reader(lines):
            single = len(records) == 1
            return [record.draft("" if single else f"#{number}") for number, record in enumerate(records, 1)]
    return None


def doubt_of_one(text: str) -> str | None:
    """Why a text that is read as one article may hold several; None if nothing speaks for it."""
    return gathered.doubt(text.split("\n"))
