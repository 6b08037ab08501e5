"""The first step of a comparison: all articles that a story began with, each against all others."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.comparison.checks.candidates import Story, find_candidates
from summarizer.comparison.judge import Judge
from summarizer.comparison.meeting.table import Row
from summarizer.comparison.steps import Stage, Step, unknown
from summarizer.comparison.verdicts.ledger import Ledger
from summarizer.comparison.verdicts.once import tell_once
from summarizer.comparison.verdicts.settling import settle, settle_agreements
from summarizer.comparison.verdicts.unjudged import settle_alone
from summarizer.comparison.weighing.proposing import propose
from summarizer.comparison.weighing.questions import merged
from summarizer.comparison.weighing.ranking import room_of, weighable
from summarizer.comparison.weighing.weighing import weigh
from summarizer.schema import Failure, WeighingRecord


async def begin(stage: Stage, judge: Judge | None) -> Step:
    """Compare all articles of a story."""
    story = stage.story
    candidates = find_candidates(story, generously=judge is None)
    ledger = stage.ledger(candidates)
    tables = story.meeting.tables([(c.left, c.right) for c in candidates if c.found.conflict])
    failures, weighing = await _judged(judge, story, tables, ledger)
    looked_at = sum(1 for _ in story.meeting.pairs()) if judge is None else 0
    return Step(ledger, tuple(tables), looked_at, tuple(failures), weighing)


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
    not_there = [*proposed.unknown, *settle_agreements(ledger, proposed.agreements)]
    record = WeighingRecord(
        proposed=len(proposed.proposals) + len(ledger.candidates),
        questions=len(questions),
        weighed=len({id(one.pair.question) for one in weighing.weighed}),
        left_out=len(questions) - len(asked),
    )
    return [*proposed.failures, *weighing.failures, *unknown(not_there)], record
