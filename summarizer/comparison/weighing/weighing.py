"""The second reading: pairs of passages are weighed, in seeded order and batches; what is doubted once more, turned round."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from summarizer.answers import WeighedAnswer, WeighingAnswer
from summarizer.comparison.judge import Judge, Requests
from summarizer.comparison.weighing.passages import pairs_text, seeded
from summarizer.comparison.weighing.ranking import BATCH, Weighable
from summarizer.errors import AnswerCut, ModelError, ModelSetupError, RequestTooLong
from summarizer.schema import Failure, Summary
from summarizer.terms import AS_READ, Verdict

DOUBT = re.compile(
    r"\b(?:(?-i:may)|might|could(?! (?:not|never)\b)|perhaps|possibly|probably|seems?|appears?|apparently|unclear|"
    r"not clear|cannot be told|hard to tell|if (?:both|they|it)|unless|depends?|likely|borderline|arguabl[ey])\b",
    re.IGNORECASE,
)
"""Words by which a reason doubts its own verdict."""
HALF = " half"
"""Ends the label of a call about half of the pairs of another; it is not halved again."""


@dataclass(frozen=True, eq=False)
class Weighed:
    """A pair with the verdict on it.

    Attributes:
        second: the verdict of another reading with the sides turned round; None where nobody was asked again.
        requests: which got these verdicts.
    """

    pair: Weighable
    answer: WeighedAnswer
    second: WeighedAnswer | None = None
    requests: Requests = ()


@dataclass(frozen=True)
class Weighing:
    """All verdicts, and the readings that gave none."""

    weighed: tuple[Weighed, ...]
    failures: tuple[Failure, ...]


async def weigh(
    judge: Judge, pairs: Sequence[Weighable], summaries: Sequence[Summary], calls_again: int = 1, label: str = "weighing"
) -> Weighing:
    """Weigh every pair; a contradiction that code does not back and its own reading doubts is weighed a second time.

    The pairs come with the weightiest first. The second time takes at most `calls_again` calls; what is doubted beyond
    them is weighed once.
    """
    answers, failures = await _read(judge, seeded(pairs), summaries, label, turned=False)
    doubted = [pair for pair in pairs if (given := answers.get(id(pair))) and is_doubted(pair, given.answer)]
    asked_again = seeded(doubted[: BATCH * calls_again])
    again, lost = await _read(judge, asked_again, summaries, f"{label} again", turned=True)
    weighed = [_weighed(pair, answers[id(pair)], again.get(id(pair))) for pair in pairs if id(pair) in answers]
    return Weighing(tuple(weighed), (*failures, *lost))


@dataclass(frozen=True)
class _Given:
    """A verdict as one reading gave it, and the requests that got it."""

    answer: WeighedAnswer
    requests: Requests


def _weighed(pair: Weighable, first: _Given, second: _Given | None) -> Weighed:
    if second is None:
        return Weighed(pair, first.answer, requests=first.requests)
    return Weighed(pair, first.answer, second.answer, (*first.requests, *second.requests))


def is_doubted(pair: Weighable, answer: WeighedAnswer) -> bool:
    """A contradiction of which the reading itself is not sure, and that no check in code backs."""
    if Verdict(answer.verdict) is not Verdict.CONTRADICT:
        return False
    backed = any(p.is_conflict and p.key == pair.pairing.key for p in pair.question.pairings)
    return answer.same == "unclear" or (
        not backed and (answer.same != "yes" or DOUBT.search(_own_words(answer.why)) is not None)
    )


def _own_words(why: str) -> str:
    """The reason without what it quotes: a doubt inside quotation marks is the article's."""
    return re.sub(r"[“\"][^”\"]*[”\"]", "", why)


async def _read(
    judge: Judge, pairs: Sequence[Weighable], summaries: Sequence[Summary], label: str, *, turned: bool
) -> tuple[dict[int, _Given], list[Failure]]:
    """The answers by the identity of their pair."""
    batches = [pairs[n : n + BATCH] for n in range(0, len(pairs), BATCH)]
    asked = (
        _asked(judge, batch, summaries, f"{label} {number}", turned=turned) for number, batch in enumerate(batches, start=1)
    )
    answers: dict[int, _Given] = {}
    failures: list[Failure] = []
    for batch, reply in (one for ones in await asyncio.gather(*asked) for one in ones):
        if isinstance(reply, Failure):
            failures.append(reply)
            continue
        given = _gravest(reply.pairs)
        by_pair = {id(pair): given.pop(name) for n, pair in enumerate(batch, start=1) if (name := f"p{n}") in given}
        failures += _left_out([pair for pair in batch if id(pair) not in by_pair], len(batch), label)
        failures += _unasked(len(given), label)
        requests = judge.requests(reply)
        answers |= {key: _Given(answer, requests) for key, answer in by_pair.items()}
    return answers, failures


def _gravest(answers: Iterable[WeighedAnswer]) -> dict[str, WeighedAnswer]:
    """The verdicts by the name of their pair; of several on one pair the gravest, so that none hides behind another."""
    given: dict[str, WeighedAnswer] = {}
    for answer in answers:
        known = given.setdefault(answer.id, answer)
        if AS_READ.index(Verdict(answer.verdict)) < AS_READ.index(Verdict(known.verdict)):
            given[answer.id] = answer
    return given


def _unasked(number: int, label: str) -> list[Failure]:
    """One failure for the verdicts on pairs that nobody asked about."""
    if not number:
        return []
    why = f"the answer gave verdicts on {number:,} pairs that do not exist; they were left out"
    return [Failure(stage="weigh", what=label, why=why, exit_code=0)]


async def _asked(
    judge: Judge, batch: Sequence[Weighable], summaries: Sequence[Summary], label: str, *, turned: bool
) -> list[tuple[Sequence[Weighable], WeighingAnswer | Failure]]:
    """The answer about these pairs; those about their halves where the question or its answer is too long."""
    try:
        return [(batch, await judge.weigh({"pairs": pairs_text(batch, summaries, turned=turned)}, label))]
    except ModelSetupError:
        raise
    except ModelError as error:
        if label.endswith(HALF) or len(batch) == 1 or not isinstance(error, AnswerCut | RequestTooLong):
            why = f"{error}; {len(batch)} proposed differences were not weighed in it"
            return [(batch, Failure(stage="weigh", what=label, why=why, exit_code=error.exit_code))]
    middle = (len(batch) + 1) // 2
    halves = ((batch[:middle], f"{label}, first{HALF}"), (batch[middle:], f"{label}, second{HALF}"))
    return [one for half, name in halves for one in await _asked(judge, half, summaries, name, turned=turned)]


def _left_out(pairs: Sequence[Weighable], of: int, label: str) -> list[Failure]:
    """One failure for the pairs that an answer passed over."""
    if not pairs:
        return []
    what = "; ".join(_named(pairs))
    why = f"{label}: the answer left out {len(pairs)} of {of} proposed differences; they were not weighed in it"
    return [Failure(stage="weigh", what=what, why=why, exit_code=0)]


def _named(pairs: Iterable[Weighable]) -> list[str]:
    named: Callable[[Weighable], str] = lambda pair: pair.question.asked or pair.pairing.left.claim.statement  # noqa: E731
    return [named(pair) for pair in pairs]
