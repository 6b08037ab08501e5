"""References in tagged lines: RIS, NBIB (PubMed), EndNote and RefWorks.

Most hold no text of the article, at best its abstract. RIS: https://refdb.sourceforge.net/manual/x1247.html; NBIB:
https://pubmed.ncbi.nlm.nih.gov/help/#pubmed-format; EndNote: https://docs.citationstyles.org lists the tags of exporters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from summarizer.articles.draft import joined_names
from summarizer.articles.formats.exports.record import Record, has_text


@dataclass(frozen=True, slots=True)
class _Style:
    """How one kind of reference is written: its lines, the tag that begins one, and the tags of each fact."""

    line: re.Pattern[str]
    first: frozenset[str]
    tags: dict[str, str]


_STYLES = (
    _Style(
        re.compile(r"(?P<tag>[A-Z][A-Z0-9])  ?- ?(?P<value>.*)"),
        frozenset({"TY"}),
        {"title": "TI T1 CT", "outlet": "T2 JO JF JA T3 BT PB", "author": "AU A1 A2", "date": "DA Y1 PY", "language": "LA",
         "url": "UR L2 LK", "text": "FT", "abstract": "AB N2"},
    ),
    _Style(
        re.compile(r"(?P<tag>[A-Z]{2,4}) {0,2}- (?P<value>.*)"),
        frozenset({"PMID"}),
        {"title": "TI", "outlet": "JT TA", "author": "FAU AU", "date": "DEP DP", "language": "LA", "abstract": "AB"},
    ),
    _Style(
        re.compile(r"(?P<tag>%[A-Z0-9~@!?&>*+^$#\[\]\\=(){}<,_-]) (?P<value>.*)"),
        frozenset({"%0"}),
        {"title": "%T", "outlet": "%B %J %S %I", "author": "%A", "date": "%8 %7 %D", "language": "%G", "url": "%U",
         "abstract": "%X %Z"},
    ),
    _Style(
        re.compile(r"(?P<tag>[A-Z][A-Z0-9]) (?P<value>\S.*)"),
        frozenset({"RT"}),
        {"title": "T1", "outlet": "JF JO T2 PB", "author": "A1", "date": "FD YR", "language": "LA", "url": "UL LK",
         "abstract": "AB"},
    ),
)  # fmt: skip
_MIN_TAGS = 3
_MIN_SHARE = 0.6
_MAX_LINE = 200_000


def read_references(lines: list[str]) -> list[Record] | None:
    """The references; None if the lines are none."""
    first = next((line.strip() for line in lines if line.strip()), "")
    for style in _STYLES:
        match = style.line.fullmatch(first[:_MAX_LINE])
        if match and match["tag"] in style.first and _fits(style, lines):
            return [_record(style, fields) for fields in _fields(style, lines)]
    return None


def _fits(style: _Style, lines: list[str]) -> bool:
    """The first lines are nearly all tagged."""
    head = [line for line in lines if line.strip()][:12]
    tagged = sum(len(line) < _MAX_LINE and style.line.fullmatch(line.strip()) is not None for line in head)
    return tagged >= _MIN_TAGS and tagged >= _MIN_SHARE * len(head)


def _fields(style: _Style, lines: list[str]) -> list[dict[str, list[str]]]:
    found: list[dict[str, list[str]]] = []
    last: list[str] = []
    for line in lines:
        match = style.line.fullmatch(line.strip()) if len(line) < _MAX_LINE else None
        if match and match["tag"] in style.first:
            found.append(defaultdict(list))
        if match and found:
            last = found[-1][match["tag"]]
            last.append(match["value"].strip())
        elif last and line.strip():
            last[-1] += "\n" + line.strip()
    return found


def _record(style: _Style, fields: dict[str, list[str]]) -> Record:
    def values(name: str) -> list[str]:
        return [value for tag in style.tags.get(name, "").split() for value in fields.get(tag, ()) if value]

    record = Record(url=next(iter(values("url")), None))
    record.title, record.outlet = next(iter(values("title")), None), next(iter(values("outlet")), None)
    record.author = joined_names(values("author")) if len(values("author")) == 1 else "; ".join(values("author")) or None
    record.date = next(iter(sorted(map(_date, values("date")), key=len, reverse=True)), None)
    record.language = next(iter(values("language")), None)
    record.text = "\n\n".join(values("text"))
    record.abstract = next((value for value in values("abstract") if has_text(value) and " " in value), "")
    return record


def _date(value: str) -> str:
    """A date of a reference, "2021/03/04/" as 2021-03-04."""
    return "-".join(part for part in value.strip("/ ").split("/")) if re.fullmatch(r"[\d/ ]{4,12}", value) else value
