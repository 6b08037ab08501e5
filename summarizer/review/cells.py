"""Cells of a spreadsheet: no text of an article is a formula there, or turns into another value, and every text comes back.

A cell that begins with a character that a spreadsheet takes for the start of a formula, or drops, gets an apostrophe
before it (OWASP, "CSV Injection"). So does a text that a spreadsheet would take for a number, a date or a time and show
otherwise: "3-4" becomes the fourth of March, "Aug 26" a day of this year, 12e45678 an endless number. A text that begins
with apostrophes and such a thing gets one more, so that the first can be taken away again from whatever begins so.

A program set for another country parts cells at other signs than the comma, and then a cell begins behind each of those
within a text: there too an apostrophe is put before what would begin a formula, and taken away.

Numbers, days and yes or no are no texts: they stand as they are, -3 as well, for a spreadsheet to reckon with.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence

BOM = "\ufeff"
"""Without it a spreadsheet takes UTF-8 for the encoding of the country it is in."""
LONGEST = 32_767
"""UTF-16 units in a cell of Excel (Microsoft, "Excel specifications and limits"); the rest would fall into other cells."""

_SIGNS = r"=+\-@＝＋－＠"
_MONTHS = (  # English, German, French, Spanish, Italian, Portuguese, Dutch; in full and in short
    "jan(?:uary|uar|vier|uari|eiro|v)?|january|enero|ene|gennaio|gen|jänner|feb(?:ruary|ruar|ruari|braio|rero)?|février|févr|"
    "fev(?:ereiro)?|mar(?:ch|s|zo|ço)?|märz|mrz|maart|mrt|apr(?:il|ile)?|abr(?:il)?|avr(?:il)?|may|mai|mayo|maggio|maio|mag|mei|"
    "june?|juni|juin|junio|giugno|giu|junho|july?|juli|juillet|juil|julio|luglio|lug|julho|aug(?:ust|ustus)?|août|agosto|ago|"
    "sept?(?:ember|embre|iembre)?|settembre|set(?:embro)?|o[ck]t(?:ober|obre|ubre)?|ottobre|ott|out(?:ubro)?|nov(?:ember|embre|iembre|embro)?|"
    "de[cz](?:ember|embro)?|décembre|déc|dic(?:iembre|embre)?"
)
_PARTS = r"[\d\s.,:/'’%‰$€£¥₹()+\-–_°年月日時分秒]"
_READ_AS_VALUE = (
    r"(?is:(?=.{1,400}\Z)(?:"  # what is longer is a text to every spreadsheet
    rf"(?!(?:0|[1-9]\d{{0,10}})\Z)(?={_PARTS}*\d){_PARTS}+"  # 1,200  3-4  007  10:30  50%, but not 170
    r"|\d+(?:[.,]\d+)?\s*e\s*[+\-]?\d+"  # 12e45678
    rf"|{_PARTS}*\d{{1,2}}\s*(?:[ap]\.?m?\.?)"  # 10:30 am
    rf"|(?=\D*\d){_PARTS}*(?:{_MONTHS}){_PARTS}*"  # Aug 26  3. März 2021
    r"| *(?:true|false) *"
    r")\Z)"
)
_RISKY = re.compile(rf"\A(?='*+(?: *[{_SIGNS}\t\r\n]|{_READ_AS_VALUE}))|(?<=[;|\t\r\n])(?='* *[{_SIGNS}])")
_DEFENDED = re.compile(rf"\A'(?='*+(?: *[{_SIGNS}\t\r\n]|{_READ_AS_VALUE}))|(?<=[;|\t\r\n])'(?='* *[{_SIGNS}])")
_UNCARRIED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_MARK = " … [cut here: a cell holds no more]"


def carried(text: str) -> str:
    """The text as a spreadsheet can hold it: control characters, lone surrogates and what is no character become U+FFFD."""
    return _UNCARRIED.sub("\ufffd", text)


def defended(text: str) -> str:
    """The text as the content of a cell."""
    return _RISKY.sub("'", carried(text))


def restored(cell: str) -> str:
    """The text that a cell was written for."""
    return _DEFENDED.sub("", cell)


def shortened(text: str) -> str:
    """The text, or as much of it as a cell holds, and then it says so; an apostrophe that comes before it has room."""
    if _fits(text):
        return text
    units = text.encode("utf-16-le", "replace")
    cut = (units[: 2 * room].decode("utf-16-le", "ignore") + _MARK for room in (LONGEST - len(_MARK) - 1, LONGEST // 2))
    return next(filter(_fits, cut))


def _fits(text: str) -> bool:
    return 3 * len(text) < LONGEST or len(defended(text).encode("utf-16-le", "replace")) <= 2 * LONGEST


def is_shortened(cell: str) -> bool:
    """The cell holds only the beginning of a text."""
    return cell.rstrip().endswith(_MARK.strip())


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[str | float | dt.date | None]]) -> str:
    r"""A table as a spreadsheet opens it: CSV (RFC 4180) behind a byte order mark, rows end in "\r\n"; None is an empty cell.

    Texts are defended; numbers, days and truth values stand as they are. Write it as UTF-8, without a change of the line ends.
    """
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(value) for value in row])
    return BOM + sheet.getvalue()


def _cell(value: str | float | dt.date | None) -> str:
    if isinstance(value, str):
        return defended(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
