"""A later step of a comparison: articles that came to a story of which all else has been compared before.

Touch this to change what an added article is held against, what it costs, and how its findings stand beside the others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from summarizer.comparison.adding.alone import place_alone
from summarizer.comparison.adding.choosing import choose
from summarizer.comparison.adding.known import Touched, disputed, known_of, touched
from summarizer.comparison.adding.placing import Opposite, join_repeating, place, place_agreements
from summarizer.comparison.adding.tables import added_tables
from summarizer.comparison.checks.candidates import Candidate, find_candidates
from summarizer.comparison.judge import Judge
from summarizer.comparison.steps import Stage, Step, unknown
from summarizer.comparison.verdicts.ledger import Ledger, count_origins
from summarizer.comparison.verdicts.once import tell_once
from summarizer.comparison.verdicts.settling import settle_drift, settle_unexplained, verdict_on
from summarizer.comparison.weighing.proposing import Proposed, propose_added
from summarizer.comparison.weighing.questions import pairings_of
from summarizer.comparison.weighing.ranking import Weighable
from summarizer.comparison.weighing.weighing import Weighed, Weighing, weigh
from summarizer.schema import Finding, WeighingRecord
from summarizer.terms import Verdict

__all__ = ["add"]


async def add(before: Ledger, stage: Stage, judge: Judge | None) -> Step:
    """Compare the articles that came last with all others and with each other.

    What is known `before`, without them, stays: its findings keep their ids, their verdicts and their first two sides.
    """
    story, since = stage.story, stage.since
    found = find_candidates(story, generously=judge is None, since=since)
    ledger = _carried(before, stage, found)
    if judge is not None:
        return await _judged(judge, stage, ledger, found)
    place_alone(ledger, touched(story, known_of(ledger), pairings_of((), found), since), since)
    looked_at = sum(1 for _ in story.meeting.pairs(since))
    return Step(ledger, (), looked_at, (), WeighingRecord())


def _carried(before: Ledger, stage: Stage, found: Sequence[Candidate]) -> Ledger:
    """A ledger with the findings so far. What their sides go back to is told anew: the added articles may reveal it."""
    conflicts = [candidate for candidate in before.candidates if candidate.found.conflict]
    ledger = stage.ledger([*conflicts, *found])
    ledger.findings = {name: _with_origins(finding, ledger) for name, finding in before.findings.items()}
    ledger.interest = dict(before.interest)
    return ledger


def _with_origins(finding: Finding, ledger: Ledger) -> Finding:
    sides = []
    for side in finding.sides:
        origin, through = ledger.sources.of(ledger.holders[side.item_id])
        sides.append(side.model_copy(update={"origin": origin, "through": through}))
    return finding.model_copy(update={"sides": tuple(sides), "origins": count_origins(sides, finding.verdict)})


async def _judged(judge: Judge, stage: Stage, ledger: Ledger, found: Sequence[Candidate]) -> Step:
    """Propose, merge with what is known, weigh what is new, place it."""
    story, since, number = stage.story, stage.since, stage.number
    known = known_of(ledger)
    differing = [(c.left, c.right) for c in found if c.found.conflict]
    tables = added_tables(story, since, differing, disputed(known))
    proposed = await propose_added(judge, tables, story.summaries, since, f"reading of addition {number}, call")
    questions = touched(story, known, pairings_of(proposed.proposals, found), since)
    chosen = choose(questions, story, since)
    weighing = await weigh(judge, chosen.every, story.summaries, 0, f"weighing of addition {number}, call")
    _place(ledger, questions, weighing, chosen.opposites, since)
    not_there = [*proposed.unknown, *place_agreements(ledger, proposed.agreements, since)]
    failures = (*proposed.failures, *weighing.failures, *unknown(not_there))
    return Step(ledger, tuple(tables), 0, failures, _record(proposed, found, questions, chosen.pairs, weighing))


def _place(
    ledger: Ledger, questions: Sequence[Touched], weighing: Weighing, opposites: dict[int, Weighable], since: int
) -> None:
    """Enter everything; findings that were there stay what they are."""
    known = frozenset(ledger.findings)
    given: dict[int, list[Weighed]] = defaultdict(list)
    for weighed in weighing.weighed:
        given[id(weighed.pair.question)].append(weighed)
    for one in questions:
        join_repeating(ledger, one, since)
        if id(one.question) in given:
            turned = opposites.get(id(one.question))
            place(ledger, one, given[id(one.question)], _answered(ledger, turned, given), since)
    for one in questions:
        settle_unexplained(ledger, one.question)
        settle_drift(ledger, one.question)
    tell_once(ledger, known)


def _answered(ledger: Ledger, turned: Weighable | None, given: Mapping[int, Sequence[Weighed]]) -> Opposite | None:
    """What was said of the pair with the other side; its added statement stands first."""
    answers = given.get(id(turned.question)) if turned else None
    if turned is None or not answers:
        return None
    return Opposite(turned.pairing.left, verdict_on(ledger, answers[0]) is Verdict.COMPATIBLE)


def _record(
    proposed: Proposed,
    found: Sequence[Candidate],
    questions: Sequence[Touched],
    pairs: Sequence[Weighable],
    weighing: Weighing,
) -> WeighingRecord:
    """How much was weighed. What only repeats a side of a finding is no question of its own."""
    asked = {id(pair.question) for pair in pairs}
    own = [one for one in questions if one.question.pairings]
    weighed = {id(one.pair.question) for one in weighing.weighed} & asked
    return WeighingRecord(
        proposed=len(proposed.proposals) + len(found),
        questions=len(own),
        weighed=len(weighed),
        left_out=len(own) - len(asked),
    )
