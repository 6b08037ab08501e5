"""Exports in which the database's number or address of each article stands below its text: Gale, NewsBank, WISO, Retriever."""

from __future__ import annotations

import re

from summarizer.articles.formats.exports.cited import outlet_in
from summarizer.articles.formats.exports.labelled import read_labelled
from summarizer.articles.formats.exports.labels import Role, label_of
from summarizer.articles.formats.exports.record import Record
from summarizer.articles.formats.exports.top import is_date_line
from summarizer.articles.formats.plain_text import join_wrapped
from summarizer.articles.lines import lines_of

_CLOSING = re.compile(
    r"[ \t]{0,20}(?:(?:gale document number|record (?:number|no\.?)|accession (?:number|no\.?)|document (?:number|id)|"
    r"dauerhafte adresse des dokuments|permalink|persistent (?:link|url)|stable url|document url)\s?:\s?|"
    r"(?:läs hela artikeln|se hele artiklen|les hele artikkelen|lue koko artikkeli|read the (?:full|whole) article)\s"
    r"(?:på|osoitteessa|at|on)\s(?=https?:))(?P<value>\S.{0,200})",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"[\W_]*(?:copyright\b|©|\(c\)|all rights reserved|alle rechte vorbehalten|tous droits|todos los derechos|"
    r"tutti i diritti|alle rechten)|[\W_]*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\s{0,20}(?:from|aus|de|da)\s?:\s{0,5}(?P<outlet>[^\W\d_][^(:;,]{1,80}).*", re.IGNORECASE)
_MAX_LINE, _TOP_LINES = 300, 6


def read_closed_by_label(lines: list[str]) -> list[Record] | None:
    """Two or more articles, each with a number or address of its own below its text; None if the lines are no such export."""
    closing = [(n, match) for n, line in enumerate(lines) if len(line) < _MAX_LINE and (match := _CLOSING.fullmatch(line))]
    if len(closing) < 2 or len({match["value"] for _, match in closing}) < len(closing):  # noqa: PLR2004
        return None
    following = [*(number for number, _ in closing[1:]), len(lines)]
    ends = [_end(lines, number, last) for (number, _), last in zip(closing, following, strict=True)]
    parts = [lines[start:number] for start, (number, _) in zip([0, *ends], closing, strict=False)]
    if any(line.strip() for line in lines[ends[-1] :]) or not all(map(_is_article, parts)):
        return None
    return [_read(part) for part in parts]


def _end(lines: list[str], number: int, last: int) -> int:
    """Where an article ends: below its number and the notices and the database's own lines that follow it up to `last`."""
    end = number + 1
    while end < last and (_NOTICE.match(lines[end]) or _is_others(lines[end])):
        end += 1
    return end


def _is_others(line: str) -> bool:
    label = label_of(line)
    return label is not None and label.role is Role.OTHER


def _is_article(part: list[str]) -> bool:
    """It begins with a date among its first lines, and paragraphs follow."""
    top = [line for line in part if line.strip()][:_TOP_LINES]
    return any(map(is_date_line, top)) and any(line.is_running for line in lines_of("\n".join(part)))


def _read(part: list[str]) -> Record:
    """One article: the line below its title may name outlet and date and hold no label."""
    told = [number for number, line in enumerate(part) if line.strip()][:2]
    first, second = (part[number] for number in told)
    outlet = outlet_in(second)
    is_named = is_date_line(second) and outlet is not None and outlet[0].isupper()
    if not is_named or label_of(first) or label_of(second) or is_date_line(first):
        return _named_from(read_labelled(part), part)
    record = read_labelled(part[told[1] + 1 :])
    text = record.text or join_wrapped("\n".join(part[told[1] + 1 :]).strip("\n"))[0]
    kept = "\n".join(line for line in text.split("\n") if not line or not _NOTICE.match(line))
    return Record(title=first.strip(), outlet=outlet, date=second.strip(), text=kept, author=record.author, words=record.words)


def _named_from(record: Record, part: list[str]) -> Record:
    """The record, with the outlet that "From: …" names above the text if no other line does."""
    top = [line for line in part if line.strip()][: 2 * _TOP_LINES]
    found = (match["outlet"].strip() for line in top if (match := _FROM.fullmatch(line[:_MAX_LINE])))
    record.outlet = record.outlet or next(found, None)
    return record
