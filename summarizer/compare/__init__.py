"""Lays the statements of all articles side by side: candidates by code, proposals and verdicts by the model, checks by code.

Pure but for the judge, through which the model is asked; imports no network.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.compare.checks.candidates import Candidate, Story, find_candidates
from summarizer.compare.collecting import seldom
from summarizer.compare.judge import Judge
from summarizer.compare.meeting.standing import Standing
from summarizer.compare.meeting.table import Row, article_names
from summarizer.compare.origins.finding import Sources, find_origins
from summarizer.compare.origins.retellings import find_retellings
from summarizer.compare.overview.measures import find_measures
from summarizer.compare.overview.topics import find_topics
from summarizer.compare.verdicts.ledger import Ledger
from summarizer.compare.verdicts.once import tell_once
from summarizer.compare.verdicts.settling import settle, settle_agreements
from summarizer.compare.verdicts.unjudged import settle_alone
from summarizer.compare.weighing.proposing import propose
from summarizer.compare.weighing.questions import merged
from summarizer.compare.weighing.ranking import room_of, weighable
from summarizer.compare.weighing.weighing import weigh
from summarizer.schema import (
    Failure,
    Finding,
    Measure,
    MeetingRecord,
    Origin,
    Retelling,
    Summary,
    Topic,
    WeighingRecord,
)

_MOST_NAMED = 20
_LONGEST_NAME = 40
"""Of ids that do not exist so many are named, and so many characters of each."""
__all__ = ["Comparison", "Judge", "compare"]


@dataclass(frozen=True, repr=False)  # asyncio makes a text of what its main task returns, whoever reads it
class Comparison:
    """What a story's comparison gave.

    Attributes:
        failures: readings without an answer: not the same as no finding.
        tables: ids of the items that stood in one table, for each table.
        measures: figures side by side; topics: who carries what.
    """

    findings: tuple[Finding, ...]
    origins: tuple[Origin, ...]
    retellings: tuple[Retelling, ...]
    failures: tuple[Failure, ...]
    meeting: MeetingRecord
    weighing: WeighingRecord
    tables: tuple[frozenset[str], ...]
    measures: tuple[Measure, ...] = ()
    topics: tuple[Topic, ...] = ()


async def compare(summaries: Sequence[Summary], judge: Judge | None) -> Comparison:
    """Findings and origins of a story. A reading that fails is listed; what code found is reported all the same.

    Without a judge nobody is asked, and code alone decides what it makes of its candidates.
    """
    with seldom():
        return await _compared(summaries, judge)


async def _compared(summaries: Sequence[Summary], judge: Judge | None) -> Comparison:
    story, origins = Story.of(summaries), find_origins(summaries)
    parts, findings, failures, weighing = await _findings(story, origins, judge)
    return Comparison(
        findings=findings,
        origins=origins,
        retellings=find_retellings(summaries, origins),
        failures=tuple(failures),
        meeting=_met(story, parts, alone=judge is None),
        weighing=weighing,
        tables=tuple(frozenset(item for row in part for item in row.item_ids()) for part in parts),
        measures=find_measures(story),
        topics=find_topics(story, findings),
    )


async def _findings(
    story: Story, origins: Sequence[Origin], judge: Judge | None
) -> tuple[list[tuple[Row, ...]], tuple[Finding, ...], list[Failure], WeighingRecord]:
    """The tables, what was found, what failed and how much was weighed; no candidate outlives it."""
    candidates = find_candidates(story, generously=judge is None)
    ledger = _ledger(story, origins, candidates)
    parts = story.meeting.tables([(c.left, c.right) for c in candidates if c.found.conflict])
    failures, weighing = await _judged(judge, story, parts, ledger)
    return parts, ledger.ranked(), failures, weighing


def _ledger(story: Story, origins: Sequence[Origin], candidates: Sequence[Candidate]) -> Ledger:
    summaries = story.summaries
    names = {f"A{n}": name for n, name in enumerate(article_names(summaries), start=1)}
    rows, standing = {row.row_id: row for row in story.rows}, Standing(story.rows, summaries)
    return Ledger(rows, summaries, Sources(summaries, origins), candidates, names, standing)


async def _judged(
    judge: Judge | None, story: Story, parts: Sequence[Sequence[Row]], ledger: Ledger
) -> tuple[list[Failure], WeighingRecord]:
    """Propose, merge, weigh, settle; returns what failed, and how much was weighed."""
    if judge is None:
        settle_alone(ledger, merged(story, (), ledger.candidates))
        return [], WeighingRecord()
    proposed = await propose(judge, parts, story.summaries)
    questions = merged(story, proposed.proposals, ledger.candidates)
    room = room_of(len(story.summaries), len(parts))
    pairs = weighable(questions, story, room.pairs)
    weighing = await weigh(judge, pairs, story.summaries, room.calls_again)
    asked = {id(pair.question) for pair in pairs}
    settle(ledger, weighing.weighed, questions)
    tell_once(ledger)
    unknown = [*proposed.unknown, *settle_agreements(ledger, proposed.agreements)]
    record = WeighingRecord(
        proposed=len(proposed.proposals) + len(ledger.candidates),
        questions=len(questions),
        weighed=len({id(one.pair.question) for one in weighing.weighed}),
        left_out=len(questions) - len(asked),
    )
    return [*proposed.failures, *weighing.failures, *_unknown(unknown)], record


def _met(story: Story, parts: Sequence[Sequence[Row]], *, alone: bool) -> MeetingRecord:
    """How many of all pairs of statements of different articles were looked at."""
    sizes = Counter(row.article for row in story.rows)
    pairs = (len(story.rows) ** 2 - sum(size * size for size in sizes.values())) // 2
    if alone:
        return MeetingRecord(statements=len(story.rows), pairs=pairs, met=sum(1 for _ in story.meeting.pairs()))
    met = {(a.index, b.index) for part in parts for a in part for b in part if a.index < b.index and a.article != b.article}
    return MeetingRecord(statements=len(story.rows), pairs=pairs, met=len(met), tables=len(parts))


def _unknown(ids: Sequence[str]) -> list[Failure]:
    """One failure that lists the statements the model named and that do not exist."""
    if not ids:
        return []
    known = sorted(set(ids))
    more = f" and {len(known) - _MOST_NAMED} more" if len(known) > _MOST_NAMED else ""
    names = ", ".join(name[:_LONGEST_NAME] for name in known[:_MOST_NAMED]) + more
    why = f"the model named statements that do not exist ({names}); they were left out of its findings"
    return [Failure(stage="compare", what="answer of the model", why=why, exit_code=0)]
