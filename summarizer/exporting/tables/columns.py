"""What a table is: its columns, what each holds and means, and where its rows come from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from operator import attrgetter
from typing import Any

from summarizer.exporting.tables.source import Source


class Kind(Enum):
    """What the cells of a column hold."""

    TEXT = auto()
    INTEGER = auto()
    REAL = auto()
    DATE = auto()  # a day
    MOMENT = auto()  # a second in UTC
    BOOLEAN = auto()
    TEXTS = auto()  # a list of texts; none if there are none
    JSON = auto()  # what has a shape of its own


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes:
        name: stable, small letters with low lines, no reserved word of SQL.
        says: what its cells mean, for the reader of the table.
        path: where in a row's record the value stands, names parted by points; or what makes it of the record.
        in_csv: a text that may be longer than a spreadsheet's cell is not in the CSV file.
        filled_in: by people, in a spreadsheet; `review --import` reads it back.
    """

    name: str
    kind: Kind
    says: str
    path: str | Callable[[Any], object]
    in_csv: bool = True
    filled_in: bool = False

    @property
    def value(self) -> Callable[[Any], object]:
        """Makes the cell of a row's record."""
        return attrgetter(self.path) if isinstance(self.path, str) else self.path


@dataclass(frozen=True)
class Table:
    """A table: one row a thing.

    Attributes:
        says: what one row is.
        rows: the records of its rows, in the order of the report.
        key: the columns that name one row.
        refers: columns that name a row of another table, by that table's name.
        facets: columns of few values, by which a reader filters.
        searched: columns of words, for a full-text search.
    """

    name: str
    says: str
    rows: Callable[[Source], Iterator[Any]]
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    refers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facets: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()


def of_article(path: str = "place", before: str = "", whose: str = "the article") -> tuple[Column, ...]:
    """The columns by which a row says of itself which article it is from.

    Args:
        path: where in the row's record the `Place` stands.
        before: put before the names of the columns.
        whose: the article in words.
    """
    return (
        Column(f"{before}article_id", Kind.TEXT, f"Id of {whose}.", f"{path}.article.article_id"),
        Column(f"{before}outlet", Kind.TEXT, f"Outlet of {whose}, as the report names it.", f"{path}.outlet"),
        Column(f"{before}date", Kind.DATE, f"When {whose} says it was published.", f"{path}.article.published"),
        Column(f"{before}address", Kind.TEXT, f"Web address of {whose}, or its file.", f"{path}.address"),
    )


def of_passage(path: str = "item", before: str = "") -> tuple[Column, ...]:
    """The columns of a passage of an article's text."""
    lead = before or "quote_"
    return (
        Column(f"{before}quote", Kind.TEXT, "The passage, cut out of the article's text.", f"{path}.quote"),
        Column(f"{lead}start", Kind.INTEGER, "Where it begins in articles.text, in code points from 0.", f"{path}.start"),
        Column(f"{lead}end", Kind.INTEGER, "Where it ends there; the character at this place is outside.", f"{path}.end"),
    )


def of_evidence(path: str = "item") -> tuple[Column, ...]:
    """The columns of a quote that is evidence, with what makes it a W3C TextQuoteSelector."""
    return (
        *of_passage(path),
        Column("quote_prefix", Kind.TEXT, "The characters before the quote.", f"{path}.prefix"),
        Column("quote_suffix", Kind.TEXT, "The characters behind it.", f"{path}.suffix"),
        Column("anchor_start", Kind.INTEGER, "Where the words begin that carry it, in articles.text.", f"{path}.anchor_start"),
        Column("anchor_end", Kind.INTEGER, "Where those words end.", f"{path}.anchor_end"),
        Column("read_by", Kind.TEXT, "Who read it in the article: model or rules.", f"{path}.read_by"),
    )
