"""Cells of a spreadsheet: no text of an article is a formula there, and every text comes back as it was.

A cell that begins with a character that a spreadsheet takes for the start of a formula, or drops, gets an apostrophe
before it (OWASP, "CSV Injection"). One that begins with apostrophes and such a character gets one more, so that the
first can be taken away again from whatever begins so.

A program set for another country parts cells at other signs than the comma, and then a cell begins behind each of those
within a text: there too an apostrophe is put, and taken away.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

BOM = "\ufeff"
"""Without it a spreadsheet takes UTF-8 for the encoding of the country it is in."""

_SIGNS = r"=+\-@＝＋－＠"
_RISKY = re.compile(rf"\A(?='* *[{_SIGNS}\t\r\n])|(?<=[;|\t\r\n])(?='* *[{_SIGNS}])")
_DEFENDED = re.compile(rf"\A'(?='* *[{_SIGNS}\t\r\n])|(?<=[;|\t\r\n])'(?='* *[{_SIGNS}])")
_UNCARRIED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def carried(text: str) -> str:
    """The text as a spreadsheet can hold it: control characters and lone surrogates become U+FFFD."""
    return _UNCARRIED.sub("\ufffd", text)


def defended(text: str) -> str:
    """The text as the content of a cell."""
    return _RISKY.sub("'", carried(text))


def restored(cell: str) -> str:
    """The text that a cell was written for."""
    return _DEFENDED.sub("", cell)


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    r"""A table as a spreadsheet opens it: CSV (RFC 4180) behind a byte order mark, rows end in "\r\n"; None is an empty cell.

    Write it as UTF-8, without a change of the line ends.
    """
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow(["" if value is None else defended(str(value)) for value in row])
    return BOM + sheet.getvalue()
