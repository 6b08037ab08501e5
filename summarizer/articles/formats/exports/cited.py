"""Exports that cite each article in a line of outlet, date, page and count of words: Europresse, GoPress, NewsBank."""

from __future__ import annotations

import re
from collections.abc import Callable

from summarizer.articles.formats.exports.blocks import blocks_of
from summarizer.articles.formats.exports.labelled import is_notice, read_labelled
from summarizer.articles.formats.exports.labels import label_of
from summarizer.articles.formats.exports.record import Record
from summarizer.articles.formats.plain_text import join_wrapped
from summarizer.articles.lines import lines_of
from summarizer.articles.publication import find_dates

_DOCUMENT_END = re.compile(
    r"\s*(?:Doc(?:ument|\.)?\s*[:：]?\s*)?(?:news|web|video|pap)[·.•]\d{8}[·.•][\w·.•-]{2,60}\s*|\s*(?:文章编号|"
    r"文章編號|文檔編號|Document ID)\s*[:：].{1,60}",
    re.IGNORECASE,
)
_MAX_LINE = 220
_COUNT = re.compile(
    r"\b(?P<words>\d[\d., ]{0,8})\s?(?:w\b\.?|words?\b|mots?\b|wörter\b|woorden\b|palabras\b|parole\b|字)", re.IGNORECASE
)
_PAGE = re.compile(
    r"\b(?:pp?|pg|pages?|s|seiten?|blz|pág|pagina|página)\.?\s?[A-Z]{0,3}[-.]?\d{1,4}(?:\s?[,&+-]\s?[A-Z]?\d{1,4}){0,4}\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*\d{1,5}[.)]\s+(?P<title>\S.{0,400})")
_BARRED = re.compile(r"\s*(?P<outlet>[^|]{1,60}?)\s*\|\s*\d{4}-\d\d-\d\d\b.{0,60}")
_ISSUE = re.compile(r",?\s*(?:no|n°|nr|nº)\.?\s?\d.*", re.IGNORECASE)
_NOTICE = re.compile(
    r"(?:©|\(c\)|copyright|tous droits|le présent document|certificat émis|cet article est paru|aussi paru|note\(s\)|public ©|"
    r"all rights|this (?:document|material) is protected|the present document|本文章內容|本文章内容|版權|版权)",
    re.IGNORECASE,
)


def read_closed_by_number(lines: list[str]) -> list[Record] | None:
    """Articles that a document number such as "news·20210304·ALD·0123" ends; None if the lines are no such export."""
    ends = [number for number, line in enumerate(lines) if len(line) < _MAX_LINE and _DOCUMENT_END.fullmatch(line)]
    parts = [lines[start:end] for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False)]
    anchors = [next((i for i, line in enumerate(part) if _is_dated(line)), None) for part in parts]
    if not parts or None in anchors:
        return None
    return [_below(part, anchor) for part, anchor in zip(parts, anchors, strict=True) if anchor is not None]


def _is_dated(line: str) -> bool:
    return len(line) < _MAX_LINE and bool(find_dates(line)) and not any(one.is_running for one in lines_of(line))


def _below(part: list[str], anchor: int) -> Record:
    """An article whose outlet stands above the line with the date or in it, and whose title stands below."""
    told = part[anchor]
    above = [line.strip() for line in part[:anchor] if line.strip()]
    if above and (barred := _BARRED.fullmatch(told)):
        text = "\n".join(line.strip() for line in part[anchor + 1 :] if "|" not in line)
        return Record(title=above[-1], outlet=barred["outlet"], date=told, text=text.strip("\n"))
    record = Record(date=told, words=match[0] if (match := _COUNT.search(told)) else None)
    record.outlet = _ISSUE.sub("", above[-1]) if above else outlet_in(told)
    blocks = blocks_of(part[anchor + 1 :])
    while blocks and (is_notice(blocks[-1]) or _NOTICE.match(blocks[-1].value)):
        blocks.pop()
    heads = next((i for i, block in enumerate(blocks) if _runs(block.value)), 0)
    if heads:
        record.title = blocks[0].value
        record.author = next((b.value for b in blocks[1:heads] if _is_name(b.value)), None)
        record.text = "\n\n".join(b.value for b in blocks[1:heads] if b.value != record.author)
    texts = "\n\n".join("\n".join(block.lines) for block in blocks[heads:])
    record.text = join_wrapped("\n\n".join(filter(None, [record.text, texts])))[0]
    return record


def _runs(text: str) -> bool:
    return any(line.is_running for line in lines_of(text))


def _is_name(text: str) -> bool:
    """Two to four words with capitals, as a name has; also with "By" before it."""
    words = re.sub(r"^(?:by|par|von|por)\s+", "", text, flags=re.IGNORECASE).split()
    return 1 < len(words) <= 4 and all(word[0].isupper() for word in words) and not any(c.isdigit() for c in text)  # noqa: PLR2004


def read_cited(lines: list[str]) -> list[Record] | None:
    """Two or more articles, each with its title above a line of outlet, date and page or count; None if there are fewer."""
    marks = [number for number, line in enumerate(lines) if _is_citation(line)]
    starts = [start for mark in marks if (start := _title_above(lines, mark)) is not None]
    if len(starts) != len(marks) or len(marks) < 2 or any(line.strip() for line in lines[: starts[0]]):  # noqa: PLR2004
        return None
    parts = [
        (lines[start:end], mark - start) for start, end, mark in zip(starts, [*starts[1:], len(lines)], marks, strict=True)
    ]
    return [_cited(part, mark) for part, mark in parts]


def _is_citation(line: str) -> bool:
    """Outlet, date and a page or count of words, and hardly anything else."""
    if len(line) > _MAX_LINE or not (_COUNT.search(line) or _PAGE.search(line)) or label_of(line):
        return False
    spans = find_dates(line)
    if len(spans) != 1 or not (name := outlet_in(line)):
        return False
    rest = _PAGE.sub(" ", _COUNT.sub(" ", line[spans[0].end :]))
    return name[0].isupper() and len(name.split()) <= 7 and len(rest.split()) <= 6  # noqa: PLR2004


def outlet_in(line: str) -> str | None:
    """What stands before the date of a line, up to the first comma, dash or the like."""
    spans = find_dates(line)
    before = line[: spans[0].start] if spans else line
    return re.split(r"\s[-–—|·•]\s|[,;|·•]", before, maxsplit=1)[0].strip(" \t,.-–—|·•*_") or None


def _title_above(lines: list[str], mark: int) -> int | None:
    """Number of the line on which the title above a citation begins."""
    number = mark - 1
    while number >= 0 and not lines[number].strip() and mark - number <= 2:  # noqa: PLR2004
        number -= 1
    if number < 0 or not lines[number].strip() or len(lines[number]) > 2 * _MAX_LINE or lines[number].rstrip().endswith("."):
        return None
    while number > 0 and lines[number - 1].strip() and mark - number < 4:  # noqa: PLR2004
        number -= 1
    return number


def _cited(part: list[str], mark: int) -> Record:
    told = part[mark]
    rest = read_labelled(part[mark + 1 :]) if any(":" in line for line in part[mark + 1 :]) else None
    title = " ".join(line.strip() for line in part[:mark] if line.strip())
    numbered = _NUMBERED.fullmatch(title)
    record = Record(title=numbered["title"] if numbered else title, outlet=outlet_in(told), date=told)
    record.words = match[0] if (match := _COUNT.search(told)) else None
    record.text = join_wrapped("\n".join(line.strip() for line in part[mark + 1 :]).strip("\n"))[0]
    if rest and rest.left_out:
        record.text, record.left_out, record.author = rest.text, rest.left_out, rest.author
        record.corrections = rest.corrections
    return record


Reader = Callable[[list[str]], list[Record] | None]
"""Reads the lines of one database's export; None if they are none."""
