"""Reads decisions out of a table that has been through somebody's spreadsheet.

What spreadsheets do to a file is put up with: other separators and encodings, columns and rows moved, removed or added,
capitals, line ends. What would lose a decision, or put it on passages that the reviewer has not seen, is an error that
names the row, and then nothing is taken.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from summarizer.errors import ConfigError
from summarizer.review.cells import BOM, is_shortened, restored
from summarizer.review.deciding import Judgement
from summarizer.review.taking import Taken
from summarizer.terms import DismissalReason, Ruling

SEPARATORS = ",;\t|"
KEY = "finding_id"
VERDICT, REASON, NOTE, REVIEWER = FILLED_IN = ("review_verdict", "review_reason", "review_note", "reviewer")
"""What a reviewer fills in: confirmed, dismissed or unsure; why it is dismissed; any words; a name."""

_SEPARATOR_LINE = re.compile(r"\Asep=(.)\r?\n", re.IGNORECASE)
_SHOWN = {"verdict": "verdict", "left_quote": "left quote", "right_quote": "right quote"}


def is_table(text: str) -> bool:
    """The first row names the columns of a table of findings, so that it is one, of whatever origin."""
    return _separator(text) is not None


def parse_table(text: str, name: str) -> tuple[Taken, ...]:
    """What each filled-in row says, in the order of the rows. Raises ConfigError.

    Args:
        text: the table, decoded.
        name: of the file, for messages.
    """
    separator = _separator(text)
    if separator is None:
        raise ConfigError(f"{name}: has no column {KEY}; export the findings again and fill in that table")
    rows = _rows(_SEPARATOR_LINE.sub("", text.removeprefix(BOM)), separator, name)
    columns = [_plain(cell) for cell in rows[0]]
    _check_columns(columns, name)
    return tuple(taken for number, row in enumerate(rows[1:], start=2) for taken in _taken(_Row(number, columns, row, name)))


def _separator(text: str) -> str | None:
    """What parts the cells, told by the names of the columns."""
    text = text.removeprefix(BOM)
    given = _SEPARATOR_LINE.match(text)
    first = re.split(r"[\r\n]", text[given.end() if given else 0 :].lstrip("\r\n"), maxsplit=1)[0]
    parted = {mark: [_plain(cell.strip('"')) for cell in first.split(mark)] for mark in SEPARATORS}
    return next((mark for mark, cells in parted.items() if KEY in cells), None)


def _rows(text: str, separator: str, name: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        rows.extend(csv.reader(io.StringIO(text.lstrip("\r\n"), newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise ConfigError(f"{name}, row {len(rows) + 1}: is no row of a table ({error}); save it as CSV again") from None
    return rows


def _check_columns(columns: Sequence[str], name: str) -> None:
    for column in (KEY, *FILLED_IN):
        if columns.count(column) > 1:
            raise ConfigError(f"{name}: there are two columns {column}; remove one of them")
    if VERDICT not in columns and NOTE not in columns:
        raise ConfigError(f"{name}: has no column {VERDICT}; give a table of findings that holds decisions")


@dataclass(frozen=True)
class _Row:
    number: int
    columns: Sequence[str]
    row: Sequence[str]
    name: str

    def cells(self) -> Mapping[str, str]:
        """The cells by their columns, as they were written."""
        pairs = zip(self.columns, self.row, strict=False)
        return {column: restored(cell.replace("\r\n", "\n").replace("\r", "\n")).strip() for column, cell in pairs}

    def bad(self, what: str) -> ConfigError:
        return ConfigError(f"{self.name}, row {self.number}: {what}")


def _taken(row: _Row) -> Iterator[Taken]:
    if any(cell.strip() for cell in row.row[len(row.columns) :]):
        raise row.bad("has more cells than the table has columns; put a note with separators into quotation marks")
    cells = row.cells()
    ruling, reason, note = (cells.get(column, "") for column in (VERDICT, REASON, NOTE))
    if not (ruling or reason or note):
        return
    if not cells.get(KEY):
        raise row.bad(f"has a decision and no {KEY}; fill it in, or empty the cells of the decision")
    judgement = Judgement(_ruling(ruling, row), _reason(reason, row), note or None)
    if judgement.reason and judgement.ruling is not Ruling.DISMISSED:
        raise row.bad(f"has a {REASON}, and its {VERDICT} is not dismissed")
    shown = {key: cells[key] for key in _SHOWN if cells.get(key) and not is_shortened(cells[key])}
    yield Taken(f"row {row.number}", cells[KEY], judgement, cells.get(REVIEWER) or None, shown)


def _ruling(cell: str, row: _Row) -> Ruling | None:
    known = {**{str(one): one for one in Ruling}, "confirm": Ruling.CONFIRMED, "dismiss": Ruling.DISMISSED}
    if cell and _plain(cell) not in known:
        raise row.bad(f"{VERDICT} is {cell!a}; it can be {', '.join(Ruling)}")
    return known.get(_plain(cell))


def _reason(cell: str, row: _Row) -> DismissalReason | None:
    known = {str(one): one for one in DismissalReason}
    if cell and _plain(cell) not in known:
        raise row.bad(f"{REASON} is {cell!a}; it can be {', '.join(DismissalReason)}")
    return known.get(_plain(cell))


def _plain(cell: str) -> str:
    """A name or a value as it is compared: in small letters, one low line for what stands between words."""
    return re.sub(r"[\s_-]+", "_", unicodedata.normalize("NFKC", cell).strip().casefold())
