"""Lays the statements of all articles side by side: candidates by code, verdicts by the model, checks by code.

Pure but for the judge, the callable through which the model is asked; imports no network.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from summarizer.answers import ComparisonAnswer
from summarizer.compare.candidates import Candidate, candidates_text, find_candidates
from summarizer.compare.meeting import tables
from summarizer.compare.origins import find_origins, origin_of
from summarizer.compare.similar import Likeness
from summarizer.compare.table import Row, article_names, articles_text, rows_of, table_text
from summarizer.compare.unjudged import settle_alone
from summarizer.compare.verdicts import Ledger, settle
from summarizer.errors import ModelError
from summarizer.schema import Failure, Finding, Origin, Summary

Judge = Callable[[dict[str, str], str], Awaitable[ComparisonAnswer]]
"""Asks the model to fill in one comparison: the prompt's values and a label for messages."""


@dataclass(frozen=True)
class Comparison:
    """What a story's comparison gave. `failures` are tables without an answer: not the same as no finding."""

    findings: tuple[Finding, ...]
    origins: tuple[Origin, ...]
    failures: tuple[Failure, ...]


async def compare(summaries: Sequence[Summary], judge: Judge | None) -> Comparison:
    """Findings and origins of a story. A table whose call fails is listed; what code found in it is still reported.

    Without a judge nobody is asked, and code alone decides what it makes of its candidates.
    """
    origins = find_origins(summaries)
    rows = rows_of(summaries)
    likeness = Likeness([row.claim.statement for row in rows])
    candidates = find_candidates(rows, summaries, likeness, generously=judge is None)
    names = {f"A{n}": name for n, name in enumerate(article_names(summaries), start=1)}
    ledger = Ledger({row.row_id: row for row in rows}, summaries, origin_of(origins), candidates, names)
    if judge is None:
        return Comparison(settle_alone(ledger), origins, ())
    answered, failures = await _judged(judge, tables(rows, likeness), summaries, candidates)
    return Comparison(settle(ledger, answered), origins, (*failures, *_unknown(ledger)))


async def _judged(
    judge: Judge, parts: Sequence[Sequence[Row]], summaries: Sequence[Summary], candidates: Sequence[Candidate]
) -> tuple[list[tuple[ComparisonAnswer, list[Candidate]]], list[Failure]]:
    """Each table's answer with the candidates that were shown for it, and the tables without an answer."""
    shown = [_shown(part, candidates) for part in parts]
    asked = [
        _ask(judge, part, own, summaries, f"comparison {number}")
        for number, (part, own) in enumerate(zip(parts, shown, strict=True), start=1)
    ]
    replies = await asyncio.gather(*asked)
    answered = [(reply, own) for reply, own in zip(replies, shown, strict=True) if isinstance(reply, ComparisonAnswer)]
    return answered, [reply for reply in replies if isinstance(reply, Failure)]


def _shown(part: Sequence[Row], candidates: Sequence[Candidate]) -> list[Candidate]:
    ids = frozenset(row.row_id for row in part)
    return [candidate for candidate in candidates if candidate.joins(ids)]


async def _ask(
    judge: Judge, part: Sequence[Row], shown: Sequence[Candidate], summaries: Sequence[Summary], label: str
) -> ComparisonAnswer | Failure:
    values = {"articles": articles_text(summaries), "table": table_text(part), "candidates": candidates_text(shown)}
    try:
        return await judge(values, label)
    except ModelError as error:
        return Failure(stage="compare", what=label, why=str(error), exit_code=error.exit_code)


def _unknown(ledger: Ledger) -> list[Failure]:
    """One failure that lists the statements the model named and that do not exist."""
    if not ledger.unknown:
        return []
    names = ", ".join(sorted(set(ledger.unknown)))
    why = f"the model named statements that do not exist ({names}); they were left out of its findings"
    return [Failure(stage="compare", what="answer of the model", why=why, exit_code=0)]
