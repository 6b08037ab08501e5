"""The lines of an export in blocks: a label with what belongs to it, or a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from summarizer.articles.formats.exports.labels import Label, Role, heading_of, label_of

MAX_LABEL_LINE = 100_000
_MAX_FURNITURE = 300
_HEADING = 40
_WRAP = 90
_LONG = frozenset({Role.BODY, Role.ABSTRACT, Role.CORRECTION})
_SHORT = frozenset({Role.LENGTH, Role.LANGUAGE, Role.DATE, Role.URL})
_PAGE = re.compile(
    r"[\W_]*(?:Page|Seite|Pagina|Página|Pág\.?|Strona|Sida|Side|Страница)\s\d{1,4}\s(?:of|von|de|sur|van|di|z|av|"
    r"из)\s\d{1,4}[\W_]*",
    re.IGNORECASE,
)
_FOOT = re.compile(r"[|\s]*(?:About LexisNexis|\|?\s?About LexisNexis)\b.{0,200}", re.IGNORECASE)
_SPARSE = 0.25


@dataclass
class Block:
    """Lines that belong together.

    Attributes:
        start, end: half-open range of line numbers.
        lines: what they say, without the label.
        label: the label of the first line, if it has one.
    """

    start: int
    end: int
    lines: list[str] = field(default_factory=list)
    label: Label | None = None

    @property
    def role(self) -> Role | None:
        """What its label says it is."""
        return self.label.role if self.label else None

    @property
    def value(self) -> str:
        """Its words as one line."""
        return " ".join(" ".join(self.lines).split())

    @property
    def heading(self) -> Role | None:
        """What it begins, if it is a heading of the database and nothing else."""
        return heading_of(self.lines[0]) if not self.label and len(self.lines) == 1 and len(self.lines[0]) < _HEADING else None

    def takes(self, line: str) -> bool:
        """A line without a blank one before it may go on with what the block says."""
        return self.label is None or self.label.role in _LONG or (len(line) <= _WRAP and self.label.role not in _SHORT)


def without_pages(lines: list[str]) -> list[str]:
    """The lines without "Page 2 of 3", the title that is printed again below it, and the foot of the database's pages."""
    marks = [number for number, line in enumerate(lines) if is_page_mark(line)]
    heads = [(n, lines[n].strip()) for mark in marks for n in range(mark + 1, min(len(lines), mark + 4)) if lines[n].strip()][
        :200
    ]
    first: dict[str, int] = {}
    repeated = {n for n, head in heads if len(head) < _MAX_FURNITURE and first.setdefault(head, n) != n}
    dropped = repeated.union(marks)
    return [line for number, line in enumerate(lines) if number not in dropped]


def is_page_mark(line: str) -> bool:
    """A line that only counts pages, or the foot of the database's page."""
    return len(line) < _MAX_FURNITURE and bool(_PAGE.fullmatch(line) or _FOOT.fullmatch(line))


def blocks_of(lines: list[str]) -> list[Block]:
    """The lines in blocks: up to the next blank line where such lines stand between paragraphs, else each line by itself."""
    spaced = _is_spaced(lines)
    blocks: list[Block] = []
    is_open = False
    for number, line in enumerate(lines):
        label = label_of(line) if len(line) < MAX_LABEL_LINE else None
        if not line.strip():
            is_open = False
            continue
        if label:
            blocks.append(Block(number, number + 1, [label.value] if label.value else [], label))
        elif is_open and spaced and blocks[-1].takes(line):
            blocks[-1].lines.append(line.strip())
            blocks[-1].end = number + 1
        else:
            blocks.append(Block(number, number + 1, [line.strip()]))
        is_open = True
    return blocks


def _is_spaced(lines: list[str]) -> bool:
    """Blank lines stand between the paragraphs."""
    filled = sum(bool(line.strip()) for line in lines)
    gaps = sum(1 for above, line in pairwise(lines) if line.strip() and not above.strip())
    return gaps >= _SPARSE * max(1, filled - 1)
