"""Lays the statements of all articles side by side: candidates by code, verdicts by the model, checks by code.

Pure but for the judge, through which the model is asked; imports no network.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.answers import ComparisonAnswer
from summarizer.compare.checks.candidates import Candidate, Story, candidates_text, find_candidates
from summarizer.compare.judge import Judge
from summarizer.compare.meeting.table import Row, article_names, articles_text, table_text
from summarizer.compare.origins.finding import Sources, find_origins
from summarizer.compare.origins.retellings import find_retellings
from summarizer.compare.overview.measures import find_measures
from summarizer.compare.overview.topics import find_topics
from summarizer.compare.verdicts.ledger import Ledger
from summarizer.compare.verdicts.rechecking import recheck
from summarizer.compare.verdicts.settling import settle
from summarizer.compare.verdicts.unjudged import settle_alone
from summarizer.errors import ModelError
from summarizer.schema import Failure, Finding, Measure, MeetingRecord, Origin, Retelling, Summary, Topic

__all__ = ["Comparison", "Judge", "compare"]

MOST_CONFLICTS = 40
"""Conflicts found by code that one table is shown; what is left over is reported without the model's word."""


@dataclass(frozen=True)
class Comparison:
    """What a story's comparison gave.

    Attributes:
        failures: tables without an answer: not the same as no finding.
        tables: ids of the items that stood in one table, for each table.
        measures: figures side by side; topics: who carries what.
    """

    findings: tuple[Finding, ...]
    origins: tuple[Origin, ...]
    retellings: tuple[Retelling, ...]
    failures: tuple[Failure, ...]
    meeting: MeetingRecord
    tables: tuple[frozenset[str], ...]
    measures: tuple[Measure, ...] = ()
    topics: tuple[Topic, ...] = ()


async def compare(summaries: Sequence[Summary], judge: Judge | None) -> Comparison:
    """Findings and origins of a story. A table whose call fails is listed; what code found in it is still reported.

    Without a judge nobody is asked, and code alone decides what it makes of its candidates.
    """
    story, origins = Story.of(summaries), find_origins(summaries)
    candidates = find_candidates(story, generously=judge is None)
    names = {f"A{n}": name for n, name in enumerate(article_names(summaries), start=1)}
    ledger = Ledger({row.row_id: row for row in story.rows}, summaries, Sources(summaries, origins), candidates, names)
    parts = story.meeting.tables([(c.left, c.right) for c in candidates if c.found.conflict])
    failures: list[Failure] = []
    if judge is None:
        settle_alone(ledger)
    else:
        answered, failures = await _judged(judge, parts, summaries, candidates)
        settle(ledger, answered)
        failures += [*_unknown(ledger), *await recheck(ledger, judge)]
    findings = ledger.ranked()
    met = _met(story, parts, alone=judge is None)
    tables = tuple(frozenset(item for row in part for item in row.item_ids()) for part in parts)
    retellings, overview = find_retellings(summaries, origins), (find_measures(story), find_topics(story, findings))
    return Comparison(findings, origins, retellings, tuple(failures), met, tables, *overview)


def _met(story: Story, parts: Sequence[Sequence[Row]], *, alone: bool) -> MeetingRecord:
    """How many of all pairs of statements of different articles were looked at."""
    sizes = [sum(row.article == n for row in story.rows) for n in range(len(story.summaries))]
    pairs = (len(story.rows) ** 2 - sum(size * size for size in sizes)) // 2
    if alone:
        return MeetingRecord(statements=len(story.rows), pairs=pairs, met=sum(1 for _ in story.meeting.pairs()))
    met = {(a.index, b.index) for part in parts for a in part for b in part if a.index < b.index and a.article != b.article}
    return MeetingRecord(statements=len(story.rows), pairs=pairs, met=len(met), tables=len(parts))


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
    """The candidates of one table: all hints, and of the conflicts the surest."""
    ids = frozenset(row.row_id for row in part)
    own = [candidate for candidate in candidates if candidate.joins(ids)]
    conflicts = sorted((c for c in own if c.found.conflict), key=lambda c: (-c.found.weight, c.left.index, c.right.index))
    left_out = {id(candidate) for candidate in conflicts[MOST_CONFLICTS:]}
    return [candidate for candidate in own if id(candidate) not in left_out]


async def _ask(
    judge: Judge, part: Sequence[Row], shown: Sequence[Candidate], summaries: Sequence[Summary], label: str
) -> ComparisonAnswer | Failure:
    values = {"articles": articles_text(summaries), "table": table_text(part), "candidates": candidates_text(shown)}
    try:
        return await judge.compare(values, label)
    except ModelError as error:
        return Failure(stage="compare", what=label, why=str(error), exit_code=error.exit_code)


def _unknown(ledger: Ledger) -> list[Failure]:
    """One failure that lists the statements the model named and that do not exist."""
    if not ledger.unknown:
        return []
    names = ", ".join(sorted(set(ledger.unknown)))
    why = f"the model named statements that do not exist ({names}); they were left out of its findings"
    return [Failure(stage="compare", what="answer of the model", why=why, exit_code=0)]
