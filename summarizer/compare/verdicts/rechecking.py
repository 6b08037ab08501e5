"""A second reading of contradictions that the model alone stands for: other order, whole passages, no sight of the first.

What two readings do not agree on is not told as a contradiction.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from summarizer.answers import PairAnswer, PairsAnswer
from summarizer.compare.judge import Judge
from summarizer.compare.origins.credits import retold
from summarizer.compare.verdicts.ledger import Ledger, rebuilt
from summarizer.errors import ModelError
from summarizer.schema import Failure, Finding, Side, Summary
from summarizer.terms import Verdict

MOST_PAIRS = 20
"""Pairs in one call."""
_AROUND = 300
"""Characters of the article shown before and behind a passage."""
_UNTOLD = "It gives no other reason."


async def recheck(ledger: Ledger, judge: Judge) -> list[Failure]:
    """Ask again about every contradiction that code does not back; what fails is listed and the finding stays as it is."""
    doubtful = [f for f in ledger.ranked() if f.verdict is Verdict.CONTRADICT and f.finding_id not in ledger.backed]
    chunks = [doubtful[n : n + MOST_PAIRS] for n in range(0, len(doubtful), MOST_PAIRS)]
    replies = await asyncio.gather(*(_ask(ledger, judge, chunk, n) for n, chunk in enumerate(chunks, start=1)))
    failures: list[Failure] = []
    for chunk, reply in zip(chunks, replies, strict=True):
        if isinstance(reply, Failure):
            failures.append(reply)
        else:
            failures += _entered(ledger, chunk, reply)
    return failures


async def _ask(ledger: Ledger, judge: Judge, findings: Sequence[Finding], number: int) -> PairsAnswer | Failure:
    label = f"second reading {number}"
    try:
        return await judge.recheck({"pairs": pairs_text(ledger, findings)}, label)
    except ModelError as error:
        why = f"{error}; {len(findings)} contradictions were read once only"
        return Failure(stage="recheck", what=label, why=why, exit_code=error.exit_code)


def _entered(ledger: Ledger, findings: Sequence[Finding], reply: PairsAnswer) -> list[Failure]:
    """Put each second verdict to its finding; those that the answer left out were read once only."""
    answers = {answer.id: answer for answer in reply.pairs}
    left_out = []
    for number, finding in enumerate(findings, start=1):
        answer = answers.get(f"p{number}")
        if answer is None:
            left_out.append(finding.question)
        else:
            ledger.findings[finding.finding_id] = _weighed(finding, answer)
    why = f"a second reading left out {len(left_out)} of {len(findings)} contradictions; these were read once only"
    return [Failure(stage="recheck", what="; ".join(left_out), why=why, exit_code=0)] if left_out else []


def _weighed(finding: Finding, answer: PairAnswer) -> Finding:
    second = Verdict(answer.verdict)
    if second is Verdict.CONTRADICT and answer.same == "yes":
        return finding.model_copy(update={"second": second})
    if second is Verdict.CONTRADICT:
        second = Verdict.UNSURE
    why = f"{finding.why} A second reading did not confirm it: {answer.why or _UNTOLD}"
    return rebuilt(finding, Verdict.UNSURE, why, answer.settle or finding.settle, second)


def pairs_text(ledger: Ledger, findings: Sequence[Finding]) -> str:
    """The pairs as the model reads them, each with its sides in the other order than before."""
    told = {summary.article.article_id: summary for summary in ledger.summaries}
    names = {s.article.article_id: name for s, name in zip(ledger.summaries, ledger.names.values(), strict=True)}
    blocks = []
    for number, finding in enumerate(findings, start=1):
        sides = "\n".join(_passage(side, told[side.article_id], names[side.article_id]) for side in finding.sides[1::-1])
        blocks.append(f"p{number}. {_line(finding.question)}\n{sides}")
    return "\n\n".join(blocks)


def _passage(side: Side, summary: Summary, name: str) -> str:
    article, source = summary.article, retold(summary)
    cells = [
        f"{_line(name)}, {f'published {article.published}' if article.published else 'publication date unknown'}",
        f"retells {_line(source)}" if source else None,
        _line(side.statement),
        f"by: {_line(side.speaker)}" if side.speaker else None,
        f"when: {_line(side.when)}" if side.when else None,
    ]
    return f"- {' | '.join(filter(None, cells))}\n  {_surroundings(side, article.text)}"


def _surroundings(side: Side, text: str) -> str:
    """The quote between marks, with what stands before and behind it in the article."""
    before = text[max(0, side.start - _AROUND) : side.start]
    after = text[side.end : side.end + _AROUND]
    if side.start > _AROUND:
        before = f"… {before.partition(' ')[2]}"
    if side.end + _AROUND < len(text):
        after = f"{after.rpartition(' ')[0]} …"
    return f"{_line(before)} «{_line(side.quote)}» {_line(after)}".strip()


def _line(text: str) -> str:
    """One line without the marks, so that no article can add a pair."""
    return " ".join(text.replace("«", "‹").replace("»", "›").split())
