"""The first reading: readers of a table name pairs of statements that may differ. They give no verdict."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from summarizer.answers import AgreementAnswer, ProposalsAnswer
from summarizer.comparison.judge import Judge, Requests
from summarizer.comparison.meeting.table import Row, articles_text, table_text
from summarizer.errors import ModelError, ModelSetupError
from summarizer.schema import Failure, Summary
from summarizer.terms import FindingKind

MOST_PROPOSALS = 100
MOST_AGREEMENTS = 50
MOST_OTHERS = 50
"""What one answer may name: several times what it is asked for. The sharpest come first."""


@dataclass(frozen=True, eq=False)
class Proposal:
    """A question that two statements are held to answer differently; `others` answer it too.

    Attributes:
        place: its place in the order that the reader gave, from 0.
        requests: which got the answer that names it.
    """

    question: str
    kind: FindingKind
    left: Row
    right: Row
    others: tuple[Row, ...] = ()
    place: int = 0
    requests: Requests = ()


@dataclass(frozen=True)
class Agreed:
    """What a reader held to be told alike, and the requests that got its answer."""

    answer: AgreementAnswer
    requests: Requests = ()


@dataclass(frozen=True)
class Proposed:
    """What all readers of all tables named.

    Attributes:
        unknown: ids they used that no row has; failures: readings that gave no answer.
    """

    proposals: tuple[Proposal, ...]
    agreements: tuple[Agreed, ...]
    unknown: tuple[str, ...]
    failures: tuple[Failure, ...]


async def propose(judge: Judge, tables: Sequence[Sequence[Row]], summaries: Sequence[Summary]) -> Proposed:
    """Ask the reader of every table."""
    asked = [
        _ask(judge.propose, _values(table, summaries), f"reading {number}") for number, table in enumerate(tables, start=1)
    ]
    return _proposed(judge, await asyncio.gather(*asked), tables)


async def propose_added(
    judge: Judge, tables: Sequence[Sequence[Row]], summaries: Sequence[Summary], since: int, label: str
) -> Proposed:
    """Ask the reader of every table about what touches an article from the place `since` on; other proposals are dropped."""
    added = " and ".join(f"A{number + 1}" for number in range(since, len(summaries)))
    asked = [
        _ask(judge.propose_added or judge.propose, {**_values(table, summaries), "added": added}, f"{label} {number}")
        for number, table in enumerate(tables, start=1)
    ]
    made = _proposed(judge, await asyncio.gather(*asked), tables)
    return replace(made, proposals=tuple(one for given in made.proposals if (one := _touching(given, since)) is not None))


def _touching(proposal: Proposal, since: int) -> Proposal | None:
    """The proposal with a statement of an added article in front; None if none of its statements is of one."""
    if proposal.left.article >= since:
        return proposal
    if proposal.right.article >= since:
        return replace(proposal, left=proposal.right, right=proposal.left)
    first = next((row for row in proposal.others if row.article >= since), None)
    if first is None:
        return None
    others = (proposal.right, *(row for row in proposal.others if row is not first))
    return replace(proposal, left=first, right=proposal.left, others=others)


def _proposed(judge: Judge, replies: Sequence[ProposalsAnswer | Failure], tables: Sequence[Sequence[Row]]) -> Proposed:
    rows = {row.row_id: row for table in tables for row in table}
    answers = [reply for reply in replies if isinstance(reply, ProposalsAnswer)]
    unknown: list[str] = []
    proposals = [made for answer in answers for made in _read(answer, judge.requests(answer), rows, unknown)]
    agreements = [Agreed(one, judge.requests(answer)) for answer in answers for one in answer.agreements[:MOST_AGREEMENTS]]
    failures = [reply for reply in replies if isinstance(reply, Failure)]
    failures += [_too_many(answer) for answer in answers if _beyond(answer)]
    return Proposed(tuple(proposals), tuple(agreements), tuple(unknown), tuple(failures))


def _values(table: Sequence[Row], summaries: Sequence[Summary]) -> dict[str, str]:
    return {"articles": articles_text(summaries), "table": table_text(table)}


async def _ask(
    reader: Callable[[dict[str, str], str], Awaitable[ProposalsAnswer]], values: dict[str, str], label: str
) -> ProposalsAnswer | Failure:
    try:
        return await reader(values, label)
    except ModelSetupError:
        raise
    except ModelError as error:
        return Failure(stage="compare", what=label, why=str(error), exit_code=error.exit_code)


def _beyond(answer: ProposalsAnswer) -> int:
    """How much of an answer is left out."""
    return max(0, len(answer.proposals) - MOST_PROPOSALS) + max(0, len(answer.agreements) - MOST_AGREEMENTS)


def _too_many(answer: ProposalsAnswer) -> Failure:
    why = (
        f"the model named far more than it was asked for; the last {_beyond(answer):,} differences and agreements were left out"
    )
    return Failure(stage="compare", what="answer of the model", why=why, exit_code=0)


def _read(answer: ProposalsAnswer, requests: Requests, rows: dict[str, Row], unknown: list[str]) -> list[Proposal]:
    """The proposals whose two sides exist; ids that no row has are noted."""
    made = []
    for place, proposal in enumerate(answer.proposals[:MOST_PROPOSALS]):
        named = list(dict.fromkeys([proposal.left, proposal.right, *proposal.others[:MOST_OTHERS]]))
        unknown.extend(name for name in named if name not in rows)
        members = [rows[name] for name in named if name in rows]
        if len(members) > 1:
            first, second, *others = members
            kind = FindingKind(proposal.kind)
            made.append(Proposal(proposal.question, kind, first, second, tuple(others), place, requests))
    return made
