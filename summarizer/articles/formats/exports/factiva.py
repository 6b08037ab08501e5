"""Exports of Factiva: fields under two-letter codes, and the readable layout that "Document ABC…" closes.

The codes are those of the "full article/report plus indexing" display: HD headline, BY author, WC words, PD date, ET time,
SN source, LA language, CY copyright, LP first paragraphs, TD the rest, AN the number of the document.
"""

from __future__ import annotations

import re

from summarizer.articles.clock import read_time
from summarizer.articles.formats.exports.record import Record
from summarizer.articles.formats.exports.top import is_date_line
from summarizer.articles.formats.plain_text import join_wrapped
from summarizer.articles.lines import lines_of

_CODES = ("SE CLM HD BY CR WC PD ET SN SC ED PG VOL LA CY LP TD CT RF ART CX CO IN NS RE IPC IPD PUB AN DLN RST").split()
_LAST = frozenset({"LP", "TD", "AN"})
_FIRST = frozenset({"SE", "CLM", "HD"})
_HEAD = frozenset({"HD", "BY", "WC", "PD", "SN", "CR"})
_MAX_LINE = 100_000
_AFTER_TEXT = frozenset("TD CT RF ART CO IN NS RE IPC IPD PUB AN RST".split())
_CODE = re.compile(rf"\s{{0,3}}(?P<code>{'|'.join(_CODES)})(?:(?P<gap>[ \t\u00a0]+|\s*:\s*)(?P<value>\S.*))?\s*")
_FIELDS = {"HD": "title", "SN": "outlet", "BY": "author", "LA": "language", "WC": "words"}
_NEEDED = ({"HD"}, {"LP", "TD"}, {"PD", "SN", "AN", "WC"})
_DOCUMENT = re.compile(
    r"\s*(?:Document|Dokument|Documento|Документ|文件|文書)\s+(?P<code>[A-Z]{2,10}[A-Z0-9]?0{0,6}\d{6,8}[a-z0-9]{6,20})\s*"
)
_WORDS = re.compile(
    r"\s*\d{1,3}(?:[.,\u00a0 ]?\d{3})?\s?(?:words?|wörter|mots?|palabras|parole|palavras|woorden|ord|слов[а]?|字|文字|"
    r"słów|słowa)\s*",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"\s*(?:\(c\)|©|copyright\b|\u00a9).*", re.IGNORECASE)
_CONTENTS = re.compile(r".{0,300}\.{4,}\s*\d{1,4}\s*")
_COUNT = re.compile(r"\d{1,4}\s(?:documents?|dokumente?|documentos?|documenti|documenten|документ\w{0,3})", re.IGNORECASE)
"""How many documents the export holds: stands above the first."""
_BY = re.compile(r"\s*(?:by|von|par|por|di|door|от|av)\s+\S.{0,100}", re.IGNORECASE)
_CODE_LINE = re.compile(r"\s*[A-Z][A-Z0-9]{2,9}\s*")
_SUMMARY = re.compile(
    r"\s*(?:search summary|suche|suchzusammenfassung|résumé de la recherche|resumen de (?:la )?búsqueda|"
    r"© \d{4} (?:dow jones )?factiva.*)\s*",
    re.IGNORECASE,
)
_MAX_HEAD, _MAX_SHORT, _MAX_TIME = 16, 40, 14
_LANGUAGE_NAMES = frozenset(
    "english englisch anglais inglés inglês inglese engels английский 英語 英文 german deutsch allemand alemán alemão "
    "tedesco duits "
    "немецкий french français französisch francés francês francese frans французский spanish español spanisch "
    "espagnol espanhol "
    "spagnolo spaans испанский italian italiano italienisch italien italiaans portuguese português portugiesisch "
    "portugais portugués "
    "dutch nederlands niederländisch néerlandais holandés russian русский russisch russe ruso chinese 中文 chinesisch chinois "
    "japanese 日本語 japanisch arabic العربية arabisch arabe korean 한국어 polish polski polnisch swedish svenska "
    "danish dansk norwegian "
    "norsk finnish suomi turkish türkçe czech čeština indonesian hungarian magyar".split()
)
_SECTION_WORDS = 3


def read_codes(lines: list[str]) -> list[Record] | None:
    """Articles with their fields under codes; None if the lines are no such export."""
    marks = [(n, match) for n, line in enumerate(lines) if len(line) < _MAX_LINE and (match := _CODE.fullmatch(line))]
    codes = {match["code"] for _, match in marks}
    if not all(codes & needed for needed in _NEEDED):
        return None
    articles: list[list[tuple[int, re.Match[str]]]] = []
    seen: set[str] = set()
    for number, match in marks:
        if not articles or (seen & _LAST and _starts_article(match, lines[number + 1 : number + 8])):
            articles.append([(number, match)])
            seen = {match["code"]}
        elif _is_field(articles[-1], match):
            articles[-1].append((number, match))
            seen.add(match["code"])
    ends = [*(article[0][0] for article in articles[1:]), len(lines)]
    return [_coded(_values(lines, article, end)) for article, end in zip(articles, ends, strict=True)]


def _starts_article(match: re.Match[str], following: list[str]) -> bool:
    """A first code of an article, with another code of the head soon below."""
    below = (_CODE.fullmatch(line) for line in following if len(line) < _MAX_LINE)
    return match["code"] in _FIRST and any(one and one["code"] in _HEAD for one in below)


def _is_field(article: list[tuple[int, re.Match[str]]], match: re.Match[str]) -> bool:
    """A code in the text must be one that follows the text, and be set off as widely as the first."""
    if article[-1][1]["code"] not in ("LP", "TD"):
        return True
    if match["code"] not in _AFTER_TEXT or (match["gap"] == " " and article[0][1]["gap"] != " "):
        return False
    return match["code"] == "TD" or not any(line.is_running for line in lines_of(match["value"] or ""))


def _values(lines: list[str], codes: list[tuple[int, re.Match[str]]], last: int) -> dict[str, str]:
    values: dict[str, str] = {}
    for (number, match), end in zip(codes, [*(number for number, _ in codes[1:]), last], strict=True):
        below = [line.strip() for line in lines[number + 1 : end] if not _SUMMARY.fullmatch(line)]
        values.setdefault(match["code"], "\n".join([match["value"] or "", *below]).strip())
    return values


def _coded(values: dict[str, str]) -> Record:
    record = Record()
    for code, name in _FIELDS.items():
        setattr(record, name, " ".join(values.get(code, "").split()) or None)
    record.date = " ".join(filter(None, [values.get("PD"), values.get("ET")])) or None
    record.text = "\n\n".join(filter(None, (join_wrapped(values.get(code, ""))[0] for code in ("LP", "TD"))))
    record.left_out = [code for code in values if code not in (*_FIELDS, "PD", "ET", "LP", "TD")]
    return record


def read_closed(lines: list[str]) -> list[Record] | None:
    """Articles in the readable layout; None if the lines are no such export."""
    ends = [number for number, line in enumerate(lines) if len(line) < _MAX_HEAD * 10 and _DOCUMENT.fullmatch(line)]
    if not ends:
        return None
    parts = [_readable(lines[start:end]) for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False)]
    return [part for part in parts if part] if all(parts) else None


def _readable(lines: list[str]) -> Record | None:
    """One article; None if the line that counts its words is missing."""
    filled = [
        (number, line.strip()) for number, line in enumerate(lines) if line.strip() and not _CONTENTS.fullmatch(line[:400])
    ]
    at = next((i for i, (_, line) in enumerate(filled) if len(line) < _MAX_SHORT and _WORDS.fullmatch(line)), None)
    if at is None:
        return None
    record = Record(words=filled[at][1])
    first = next((i + 1 for i in range(at - 1, -1, -1) if _COUNT.fullmatch(filled[i][1][:_MAX_SHORT])), 0)
    _read_above(record, _last_block(lines, filled[first:at]))
    head = filled[at + 1 : at + 1 + _MAX_HEAD]
    length = _read_below(record, [line for _, line in head])
    if length < len(filled) - at - 1:
        start = filled[at + 1 + length][0]
        record.text = join_wrapped("\n".join(line.strip() for line in lines[start:]))[0]
    return record


def _last_block(lines: list[str], above: list[tuple[int, str]]) -> list[str]:
    """The last lines above without a long gap between them: title, byline and perhaps a section."""
    kept: list[str] = []
    below: int | None = None
    for number, line in reversed(above):
        gap = below is not None and sum(not between.strip() for between in lines[number + 1 : below])
        if len(kept) >= 4 or (gap and gap > 1):  # noqa: PLR2004
            break
        kept.insert(0, line)
        below = number
    return kept


def _read_above(record: Record, above: list[str]) -> None:
    if len(above) > 1 and _BY.fullmatch(above[-1][:120]):
        record.author = above.pop()
    if len(above) > 1 and len(above[0].split()) <= _SECTION_WORDS < len(above[-1].split()):
        record.left_out.append("section")
        above = above[1:]
    record.title = " ".join(above) or None


def _read_below(record: Record, head: list[str]) -> int:
    """Date, time, outlet, code, page, language and notice; how many lines they are."""
    length = 0
    for index, line in enumerate(head):
        if _RIGHTS.fullmatch(line):
            return index + 1
        if any(one.is_running for one in lines_of(line)):
            break
        if _read_one(record, line):
            length = index + 1
    return length


def _read_one(record: Record, line: str) -> bool:
    """Take what one line below the count of words says; False if it is none of the known ones."""
    if record.date is None and is_date_line(line):
        record.date = line
    elif record.date and len(line) <= _MAX_TIME and read_time(line):
        record.date += f" {line}"
    elif record.language is None and line.casefold() in _LANGUAGE_NAMES:
        record.language = line
    elif record.outlet is None and not _CODE_LINE.fullmatch(line):
        record.outlet = line
    else:
        return record.language is None and bool(_CODE_LINE.fullmatch(line) or line.isdigit())
    return True
