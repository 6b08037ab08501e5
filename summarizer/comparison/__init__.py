"""Lays the statements of all articles side by side: candidates by code, proposals and verdicts by the model, checks by code.

Pure but for the judge, through which the model is asked; imports no network.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from summarizer.comparison.adding import add
from summarizer.comparison.beginning import begin
from summarizer.comparison.checks.candidates import Story
from summarizer.comparison.collecting import seldom
from summarizer.comparison.judge import Judge
from summarizer.comparison.meeting.table import Row
from summarizer.comparison.origins.finding import find_origins
from summarizer.comparison.origins.retellings import find_retellings
from summarizer.comparison.overview.measures import find_measures
from summarizer.comparison.overview.topics import find_topics
from summarizer.comparison.steps import Stage, Step
from summarizer.naming import names_of
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


async def compare(summaries: Sequence[Summary], judge: Judge | None, added: Sequence[int] = ()) -> Comparison:
    """Findings and origins of a story. A reading that fails is listed; what code found is reported all the same.

    Without a judge nobody is asked, and code alone decides what it makes of its candidates.

    `added` is how many of the articles, which stand last, came to the story each time after its beginning. What was found
    before stays then as it was, to its ids: only what touches the added articles is looked at, and asked about.
    """
    with seldom():
        return await _compared(summaries, judge, added)


async def _compared(summaries: Sequence[Summary], judge: Judge | None, added: Sequence[int]) -> Comparison:
    story, origins, steps = await _steps(summaries, judge, added)
    findings = steps[-1].ledger.ranked()
    return Comparison(
        findings=findings,
        origins=origins,
        retellings=find_retellings(summaries, origins),
        failures=tuple(failure for step in steps for failure in step.failures),
        meeting=_met(story, steps, alone=judge is None),
        weighing=_summed_up(step.weighing for step in steps),
        tables=tuple(frozenset(item for row in table for item in row.item_ids()) for step in steps for table in step.tables),
        measures=find_measures(story),
        topics=find_topics(story, findings),
    )


async def _steps(
    summaries: Sequence[Summary], judge: Judge | None, added: Sequence[int]
) -> tuple[Story, tuple[Origin, ...], list[Step]]:
    """The whole story, its origins, and every step of its comparison in order. No candidate of the beginning outlives it."""
    named = names_of([summary.article for summary in summaries])
    names = [named[summary.article.article_id] for summary in summaries]
    ends = list(accumulate([len(summaries) - sum(added), *added]))
    stage = _stage(summaries[: ends[0]], names)
    steps = [await begin(stage, judge)]
    for number, (since, end) in enumerate(pairwise(ends), start=1):
        stage = replace(_stage(summaries[:end], names), since=since, number=number)
        steps.append(await add(steps[-1].ledger, stage, judge))
    steps[-1].ledger.candidates = ()
    return stage.story, tuple(stage.origins), steps


def _stage(summaries: Sequence[Summary], names: Sequence[str]) -> Stage:
    return Stage(Story.of(summaries), find_origins(summaries), names)


def _summed_up(records: Iterator[WeighingRecord]) -> WeighingRecord:
    """The records of all steps as one."""
    sums: Counter[str] = Counter()
    for record in records:
        sums.update(record.model_dump())
    return WeighingRecord(**sums)


def _met(story: Story, steps: Sequence[Step], *, alone: bool) -> MeetingRecord:
    """How many of all pairs of statements of different articles were looked at."""
    sizes = Counter(row.article for row in story.rows)
    pairs = (len(story.rows) ** 2 - sum(size * size for size in sizes.values())) // 2
    if alone:
        return MeetingRecord(statements=len(story.rows), pairs=pairs, met=sum(step.looked_at for step in steps))
    parts = [table for step in steps for table in step.tables]
    met = {pair for table in parts for pair in _pairs_of(table)}
    return MeetingRecord(statements=len(story.rows), pairs=pairs, met=len(met), tables=len(parts))


def _pairs_of(table: Sequence[Row]) -> Iterator[tuple[int, int]]:
    return ((a.index, b.index) for a in table for b in table if a.index < b.index and a.article != b.article)
