"""The tables filled with the rows of one report, or of several: plain values that every format can hold."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from summarizer.exporting.tables.columns import Column, Kind, Table
from summarizer.exporting.tables.declared import TABLES
from summarizer.exporting.tables.source import Source
from summarizer.review import carried

REPORT = Column("report", Kind.TEXT, "Which report the row is of: its folder's name.", "name")
EXACT = 2**53
"""Up to here a double holds every whole number."""
_LARGEST = 2**63 - 1


@dataclass(frozen=True)
class Sheet:
    """A table with its rows.

    Attributes:
        columns: with `report` before them where there are several reports.
        key, refers: those of the table, with `report` in them likewise.
        rows: a value a column: text, whole number, float, bool, date, time in UTC, list of texts, what JSON holds; or None.
    """

    table: Table
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    refers: Mapping[str, tuple[str, ...]]
    rows: Iterator[tuple[Any, ...]]


def filled(sources: Sequence[Source], tables: Sequence[Table] = TABLES) -> Iterator[Sheet]:
    """The tables, with the rows of all reports; a column says which one's, if they are several.

    Then there are no columns for people to fill in: what is filled in belongs to one report.
    """
    several = len(sources) > 1
    before = (REPORT,) if several else ()
    names = tuple(column.name for column in before)
    for table in tables:
        columns = tuple(column for column in table.columns if not (several and column.filled_in))
        refers = {other: (*names, *used) for other, used in table.refers.items()}
        rows = _rows(sources, table, columns, several=several)
        yield Sheet(table, (*before, *columns), (*names, *table.key), refers, rows)


def _rows(sources: Sequence[Source], table: Table, columns: Sequence[Column], *, several: bool) -> Iterator[tuple[Any, ...]]:
    cells = [(plain(column.kind), column.value) for column in columns]
    for source in sources:
        before = (carried(source.name),) if several else ()
        for record in table.rows(source):
            yield (*before, *[None if (found := value(record)) is None else made(found) for made, value in cells])


def plain(kind: Kind) -> Callable[[Any], Any]:
    """What makes a value of this kind one that every format can hold.

    Control characters and lone surrogates in texts become U+FFFD, one for one, so that places still hold. A number
    beyond a double's range is the largest double, a whole one beyond 64 bits the largest of these.
    """
    return _PLAIN.get(kind, _as_it_is)


def _as_it_is(value: Any) -> Any:
    return value


def _text(value: Any) -> str:
    return carried(str(value))


def _whole(value: Any) -> int:
    return max(-_LARGEST, min(_LARGEST, int(value)))


def _texts(value: Any) -> list[str] | None:
    return [carried(one) for one in value] or None


def _number(value: Any) -> int | float:
    value = Decimal(value)
    if value == value.to_integral_value() and abs(value) <= EXACT:
        return int(value)
    return max(-sys.float_info.max, min(sys.float_info.max, float(value)))


def _json(value: Any) -> Any:
    return _carried_within(value) or None


def _carried_within(value: Any) -> Any:
    if isinstance(value, str):
        return carried(value)
    if isinstance(value, dict):
        return {carried(key): _carried_within(one) for key, one in sorted(value.items())}
    return [_carried_within(one) for one in value] if isinstance(value, list | tuple) else value


_PLAIN: Mapping[Kind, Callable[[Any], Any]] = {
    Kind.TEXT: _text,
    Kind.REAL: _number,
    Kind.INTEGER: _whole,
    Kind.TEXTS: _texts,
    Kind.JSON: _json,
}


def instant(moment: dt.datetime) -> str:
    """A time in UTC as ISO 8601 writes it: 2026-01-31T12:00:00Z."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
