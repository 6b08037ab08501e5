"""Exports whose articles a counter begins or a closing line ends: Nexis in both layouts, ProQuest, EBSCO.

"1 of 12 DOCUMENTS", "Dokument 3 von 12" and "Document 1 de 3" stand above an article, "End of Document" below one.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise

from summarizer.articles.formats.exports.blocks import MAX_LABEL_LINE
from summarizer.articles.formats.exports.labelled import read_labelled
from summarizer.articles.formats.exports.labels import Role, heading_of, label_of
from summarizer.articles.formats.exports.record import Record
from summarizer.articles.formats.exports.top import is_date_line
from summarizer.articles.lines import lines_of

_OF = r"(?:of|von|de|sur|van|di|из|av|af|z|/)"
_COUNTER = re.compile(
    rf"[\W_]*(?:focus - )?(?:\d{{1,5}} {_OF} \d{{1,5}} (?:documents?|dokumente?|documentos?|documenti|documenten|"
    rf"dokumenter|articles?)"
    rf"|(?:document|dokument|documento|document no|article|artikel|artículo|articolo) \d{{1,5}} {_OF} \d{{1,5}}|"
    rf"records?:? \d{{1,5}})[\W_]*",
    re.IGNORECASE,
)
_END = re.compile(
    r"[\W_]*(?:end of document|ende des dokuments|dokumentende|fin du document|fin del documento|einde van (?:het )?document|"
    r"fim do documento|fine (?:del )?documento|конец документа|文档结束|文件結束|文書の終わり)[\W_]*",
    re.IGNORECASE,
)
_MAX_MARK = 80
_MAX_RULE = 400
_PROOF_LINES = 40
_RECORD = re.compile(r"[\W_]*records?\b", re.IGNORECASE)
"""Such a counter stands above the first article of EBSCO and below those of NewsBank."""
_PARTING = re.compile(r"\s*(?:_{10,}|={10,}|-{10,}|\*{10,})\s*")


def read_ended(lines: list[str]) -> list[Record] | None:
    """Articles with "End of Document" below each; None if the lines are no such export."""
    ends = [number for number, line in enumerate(lines) if _is(line, _END)]
    parts = [lines[start:end] for start, end in zip([0, *(end + 1 for end in ends)], ends, strict=False)]
    if not parts or not all(map(_is_labelled, parts)):
        return None
    rest = lines[ends[-1] + 1 :]
    if any(line.is_running for line in lines_of("\n".join(rest))):
        parts.append(rest)
    return [read_labelled(part, title_first=True) for part in parts]


def read_counted(lines: list[str]) -> list[Record] | None:
    """Articles with a counter above each; None if the lines are no such export."""
    marks = [number for number, line in enumerate(lines) if _is(line, _COUNTER)]
    ends = [min(end, number + _PROOF_LINES) for number, end in pairwise([*marks, len(lines)])]
    starts = [number for number, end in zip(marks, ends, strict=True) if _is_labelled(lines[number + 1 : end])]
    if not starts:
        return None
    above = lines[: starts[0]]
    if any(line.strip() for line in above) and _RECORD.match(lines[starts[0]]):
        return None
    parts = [lines[start + 1 : end] for start, end in pairwise([*starts, len(lines)])]
    if any(line.is_running for line in lines_of("\n".join(above))):
        parts.insert(0, above)
    return [read_labelled(_without_partings(part)) for part in parts]


def read_parted(lines: list[str]) -> list[Record] | None:
    """Articles between long rules, each with its outlet and date on labelled lines; None if the lines are no such export."""
    rules = [number for number, line in enumerate(lines) if len(line) < _MAX_RULE and _PARTING.fullmatch(line)]
    parts = [lines[start:end] for start, end in zip([0, *(rule + 1 for rule in rules)], [*rules, len(lines)], strict=True)]
    first = next((line for line in lines if line.strip()), "")
    if not rules and not label_of(first[:MAX_LABEL_LINE]):
        return None
    told = [part for part in parts if _is_record(part)]
    others = (part for part in parts if not _is_record(part))
    if not told or any(line.is_running for part in others for line in lines_of("\n".join(part))):
        return None
    return [read_labelled(part) for part in told]


def _is_record(lines: list[str]) -> bool:
    """Its labels give an outlet, a date, and one full text."""
    labels = [label for line in lines if len(line) < MAX_LABEL_LINE and (label := label_of(line))]
    roles = {label.role for label in labels}
    if sum(label.role is Role.BODY for label in labels) > 1:
        return False
    told = roles | ({Role.OUTLET, Role.DATE} if Role.CITATION in roles else set())
    return {Role.OUTLET, Role.DATE} <= told and Role.BODY in told


def _is(line: str, mark: re.Pattern[str]) -> bool:
    return len(line) <= _MAX_MARK + 60 and len(line.strip()) <= _MAX_MARK and bool(mark.fullmatch(line.strip()))


def _is_labelled(lines: list[str]) -> bool:
    """It has two of the lines that a database prints around an article."""
    told = (line for line in lines if line.strip() and _is_told(line))
    return len(list(islice(told, 2))) > 1


def _is_told(line: str) -> bool:
    return len(line) < MAX_LABEL_LINE and bool(label_of(line) or heading_of(line[:_MAX_MARK]) or is_date_line(line))


def _without_partings(lines: list[str]) -> list[str]:
    """The lines without the rules at both ends."""
    start, end = 0, len(lines)
    while start < end and (not lines[start].strip() or _PARTING.fullmatch(lines[start])):
        start += 1
    while end > start and (not lines[end - 1].strip() or _PARTING.fullmatch(lines[end - 1])):
        end -= 1
    return lines[start:end]
