"""The pairs as the model reads them: question, both statements, both passages. Outlets stay unnamed. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from summarizer.comparison.meeting.table import Row
from summarizer.comparison.origins.credits import retold
from summarizer.comparison.weighing.ranking import Weighable
from summarizer.schema import Summary
from summarizer.terms import Modality

AROUND = 150
"""Characters of the article shown before and behind a passage."""


def seeded(pairs: Sequence[Weighable]) -> list[Weighable]:
    """The same order in every run, and one that tells nothing of which pair was ranked first."""
    return sorted(pairs, key=lambda w: _digest(w.pairing.left, w.pairing.right))


def pairs_text(pairs: Sequence[Weighable], summaries: Sequence[Summary], *, turned: bool = False) -> str:
    """The pairs, named p1, p2 and so on; which side stands first is drawn by a hash, or the other way round."""
    blocks = []
    for number, weighed in enumerate(pairs, start=1):
        sides = sides_in_order(weighed, turned=turned)
        question = asked(weighed)
        lines = "\n".join(_passage(row, summaries[row.article]) for row in sides)
        blocks.append(f"p{number}. {_line(question)}\n{lines}")
    return "\n\n".join(blocks)


def asked(weighed: Weighable) -> str:
    """The question as its reader put it; where code alone found the pair, by what its figures count."""
    return weighed.pairing.asked or weighed.pairing.counted or "Can these two both hold?"


def sides_in_order(weighed: Weighable, *, turned: bool = False) -> list[Row]:
    """The two statements in the order in which they are shown."""
    sides = [weighed.pairing.left, weighed.pairing.right]
    return sides[::-1] if (_digest(*sides)[0] % 2 == 1) is not turned else sides


def _digest(left: Row, right: Row) -> bytes:
    return hashlib.sha256(b"\x1f".join(sorted([_place(left), _place(right)]))).digest()


def _place(row: Row) -> bytes:
    return f"{row.claim.item_id}".encode()


def _passage(row: Row, summary: Summary) -> str:
    article, source, claim = summary.article, retold(summary), row.claim
    speaker = row.attribution.source if row.attribution else None
    when = claim.when or next((figure.as_of for figure in row.figures if figure.as_of), None)
    cells = [
        f"A{row.article + 1}, {f'published {article.published}' if article.published else 'publication date unknown'}",
        f"retells {_cell(source)}" if source else None,
        _cell(claim.statement),
        f"by: {_cell(speaker)}" if speaker else None,
        None if claim.modality is Modality.ASSERTED else str(claim.modality),
        f"when: {_cell(when)}" if when else None,
    ]
    return f"- {' | '.join(filter(None, cells))}\n  {_surroundings(row, article.text)}"


def _surroundings(row: Row, text: str) -> str:
    """The quote between marks, with what stands before and behind it in the article."""
    start, end = row.claim.start, row.claim.end
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    if start > AROUND:
        before = f"… {before.partition(' ')[2]}"
    if end + AROUND < len(text):
        after = f"{after.rpartition(' ')[0]} …"
    return f"{_line(before)} «{_line(text[start:end])}» {_line(after)}".strip()


def _cell(text: str) -> str:
    """The same without the separator, so that no article can add a cell."""
    return _line(text.replace("|", "/"))


def _line(text: str) -> str:
    """One line without the marks, so that no article can add a pair."""
    return " ".join(text.replace("«", "‹").replace("»", "›").split())
