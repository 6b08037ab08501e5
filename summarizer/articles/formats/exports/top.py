"""The unlabelled lines above an article's labels: outlet, date line and title, in one order or the other."""

from __future__ import annotations

import re

from summarizer.articles.fields import web_address
from summarizer.articles.formats.exports.labels import heading_of, label_of
from summarizer.articles.formats.exports.record import Record
from summarizer.articles.lines import word_count
from summarizer.articles.publication import find_dates, is_ambiguous, month_only

_DIGITS = re.compile(r"\d\d")
_MAX_DATE_WORDS = 14
_MAX_DATE_CHARS = 160
_MAX_LINE = 400
_NOTICE = re.compile(
    r"[\W_]*(?:(?P<year>copyright(?: \(c\)| ©)? ?(?:\d{4})?|©|\(c\)\s)|all rights reserved|tous droits r|alle rechte|"
    r"todos los derechos|"
    r"alle rechten|tutti i diritti|-none-|none\b)",
    re.IGNORECASE,
)
_EDITION = re.compile(r".{0,40}\b(?:edition|ausgabe|édition|edición|editie|edizione)\b.{0,20}", re.IGNORECASE)
_DAY_FIRST = re.compile(r"\d{1,2}\.\s\S+\s\d{4}")
_COVER = re.compile(
    r"(?:\d{1,4}\.\s.*|\w+\s\(\d{1,4}\)|.{1,40}:(?:\s.*)?-[^\W\d_]{2,12}-|(?:content type|news)\s.*|.*\S\t\S.*|"
    r"\W*none\W*|news)",
    re.IGNORECASE,
)


def is_date_line(line: str) -> bool:
    """A short line that holds a date, or a month where no day is known."""
    if len(line) > _MAX_DATE_CHARS or not _DIGITS.search(line) or word_count(line) > _MAX_DATE_WORDS or _NOTICE.match(line):
        return False
    return bool(find_dates(line)) or is_ambiguous(line) or month_only(line) is not None


def read_top(blocks: list[list[str]]) -> Record:
    """Outlet, date, title and address out of the lines above the labels; `blocks` are those lines by paragraphs."""
    record = Record()
    kept = [[line for line in block if not _NOTICE.match(line)] for block in blocks]
    record.url = next((line for block in kept for line in block if web_address(line)), None)
    kept = [rest for block in kept if (rest := [line for line in block if not web_address(line)])]
    at = next(((i, j) for i, block in enumerate(kept) for j, line in enumerate(block) if is_date_line(line)), None)
    if at is None:
        record.title = " ".join(kept[0]) if kept else None
        return record
    number, line = at
    record.date = kept[number][line]
    above = [*kept[:number], *([kept[number][:line]] if line else [])]
    below = [block for block in kept[number + 1 :] if not is_date_line(block[0]) and not _EDITION.fullmatch(block[0])]
    record.outlet = above[0][0] if above else None
    if below:
        record.title = " ".join(below[0])
        record.text = "\n\n".join(" ".join(block) for block in below[1:])
    elif above:
        record.outlet = above[-1][-1]
        record.title = " ".join([line for block in above for line in block][:-1]) or None
    return record


def read_top_of_page(lines: list[str]) -> Record:
    """Title, outlet and date where they stand in this order; a cover page with the list of documents may come before."""
    told = [line.strip() for line in lines if line.strip() and not _NOTICE.match(line)]
    dates = [number for number, line in enumerate(told) if _stands_alone(line) and is_date_line(line)]
    record = Record(url=next((line for line in told if web_address(line)), None))
    if not dates:
        record.title = next((line for line in told if _stands_alone(line)), None)
        return record
    at = dates[-1]
    while at - 1 in dates:
        at -= 1
    record.date = told[at]
    record.outlet = told[at - 1] if at else None
    above = told[: at - 1] if at else []
    start = len(above) - 1
    if all(map(_stands_alone, above)):
        start = 0
    record.title = " ".join(above[max(0, start) :]) or None
    return record


def _stands_alone(line: str) -> bool:
    """It is no labelled line, no heading and no entry of the cover page."""
    line = line[:_MAX_LINE]
    if label_of(line) or heading_of(line):
        return False
    return not _COVER.fullmatch(line) or bool(_DAY_FIRST.match(line) and is_date_line(line))
