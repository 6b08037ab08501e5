"""Small stories compared with a model whose proposals and verdicts the test writes."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builders import figure, statement, summary

from summarizer.answers import AgreementAnswer, ProposalAnswer, ProposalsAnswer, WeighedAnswer, WeighingAnswer
from summarizer.comparison import Comparison, Judge, compare
from summarizer.schema import Summary

UNASKED = ""
"""Stands for whatever code asks about a pair that no reader put a question to."""
PROPOSED = {"question", "kind", "others"}


@dataclass(frozen=True)
class Asked:
    """A question of the model's, and its verdict on the two statements, and on any two of those that answer the question.

    Attributes:
        proposal: None for a verdict on what code alone found.
    """

    text: str
    articles: tuple[int, int]
    every: frozenset[int]
    verdict: dict[str, object]
    proposal: ProposalAnswer | None = None


def toll(
    words: str, outlet: str, *, measure: str = "people killed", published: str | None = "2024-10-14", rest: str = ""
) -> Summary:
    what = "were injured" if "injured" in measure else "died"
    text = f"The ferry Alda sank off Torvik and {words} {what}, officials said. {rest}".strip()
    told = f"{words} {what} when the ferry Alda sank off Torvik."
    said = statement(f"{words} {what}", text=told, figures=[figure(words, measure)])
    return summary(text, said, outlet=outlet, published=published)


def question(left: str, right: str, verdict: str = "contradict", **fields: object) -> Asked:
    """A proposal and the verdict on it."""
    own = {"question": "How many died?", "kind": "quantity", "left": left, "right": right}
    proposal = ProposalAnswer.model_validate(own | {key: fields[key] for key in PROPOSED & set(fields)})
    every = frozenset(map(_article, [left, right, *proposal.others]))
    rest = {key: value for key, value in fields.items() if key not in PROPOSED}
    return Asked(proposal.question, (_article(left), _article(right)), every, _verdict(verdict, **rest), proposal)


def verdict_on(left: str, right: str, verdict: str = "contradict", *, asked: str = UNASKED, **fields: object) -> Asked:
    """A verdict on two statements that nobody proposed."""
    articles = _article(left), _article(right)
    return Asked(asked, articles, frozenset(articles), _verdict(verdict, **fields))


def run(
    summaries: list[Summary],
    *questions: Asked,
    agreements: tuple[AgreementAnswer, ...] = (),
    second: str | None = "contradict",
    shown: list[str] | None = None,
    again: list[str] | None = None,
) -> Comparison:
    """A comparison whose model proposes these questions and gives these verdicts; what it has none for it leaves out.

    Asked once more it gives the `second` verdict on every pair, or, if that is None, none.
    What is shown for weighing is put into `shown`, what is shown for weighing once more into `again`.
    """
    return asyncio.run(compare(summaries, judge_of(questions, agreements, second, shown, again)))


def judge_of(
    questions: Sequence[Asked],
    agreements: tuple[AgreementAnswer, ...] = (),
    second: str | None = "contradict",
    shown: list[str] | None = None,
    again: list[str] | None = None,
) -> Judge:
    """A judge that proposes these questions and gives these verdicts."""

    async def propose(values: dict[str, str], label: str) -> ProposalsAnswer:
        proposals = [asked.proposal for asked in questions if asked.proposal]
        return ProposalsAnswer(proposals=proposals, agreements=list(agreements))

    async def weigh(values: dict[str, str], label: str) -> WeighingAnswer:
        blocks = values["pairs"].split("\n\n")
        if label.startswith("weighing again"):
            (again if again is not None else []).append(values["pairs"])
            once_more = _verdict(second, why="Read again.") if second else None
            return _weighing((block, once_more) for block in blocks)
        (shown if shown is not None else []).append(values["pairs"])
        return _weighing((block, _verdict_for(block, questions)) for block in blocks)

    return Judge(propose, weigh)


def _weighing(verdicts: Iterable[tuple[str, dict[str, object] | None]]) -> WeighingAnswer:
    given = [(block.partition(".")[0], verdict) for block, verdict in verdicts if verdict]
    return WeighingAnswer(pairs=[WeighedAnswer.model_validate({"id": name, **verdict}) for name, verdict in given])


def _verdict_for(block: str, questions: Sequence[Asked]) -> dict[str, object] | None:
    """The verdict on this question and these very articles, else on a question that further articles of these answer."""
    text = block.splitlines()[0].partition(". ")[2]
    articles = sorted(articles_shown(block))
    asked = [one for one in questions if one.text == text]
    unasked = [] if asked else [one for one in questions if one.text == UNASKED]
    exact = [one.verdict for one in (*asked, *unasked) if sorted(one.articles) == articles]
    wider = [one.verdict for one in questions if set(articles) <= one.every and sorted(one.articles) != articles]
    return next(iter([*exact, *wider]), None)


def articles_shown(block: str) -> list[int]:
    """The numbers of the articles whose passages a pair lays side by side, in the order shown."""
    return [int(number) for number in re.findall(r"^- A(\d+), ", block, re.MULTILINE)]


def _verdict(verdict: str, **fields: object) -> dict[str, object]:
    return {"matter": "casualties", "why": "They differ.", "same": "yes", "verdict": verdict, **fields}


def _article(row: str) -> int:
    return int(row.removeprefix("A").partition(".")[0])
