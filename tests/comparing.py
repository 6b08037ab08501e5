"""Small stories compared with a model whose answers the test writes."""

from __future__ import annotations

import asyncio
import re

from builders import figure, statement, summary

from summarizer.answers import AgreementAnswer, ComparisonAnswer, PairAnswer, PairsAnswer, QuestionAnswer
from summarizer.compare import Comparison, Judge, compare
from summarizer.schema import Summary


def toll(words: str, outlet: str, *, measure: str = "people killed", published: str = "2024-10-14", rest: str = "") -> Summary:
    text = f"The ferry Alda sank off Torvik and {words} died, officials said. {rest}".strip()
    said = statement(
        f"{words} died", text=f"{words} died when the ferry Alda sank off Torvik.", figures=[figure(words, measure)]
    )
    return summary(text, said, outlet=outlet, published=published)


def question(left: str, right: str, verdict: str = "contradict", **fields: object) -> QuestionAnswer:
    base = {"question": "How many died?", "kind": "quantity", "matter": "casualties", "why": "They differ.", "same": "yes"}
    return QuestionAnswer.model_validate({**base, "left": left, "right": right, "verdict": verdict, **fields})


def run(
    summaries: list[Summary],
    *questions: QuestionAnswer,
    agreements: tuple[AgreementAnswer, ...] = (),
    second: str = "contradict",
    shown: list[str] | None = None,
) -> Comparison:
    """A comparison whose model answers with these questions, and with the same second verdict on every pair.

    What the second reading is shown is put into `shown`.
    """

    async def first(values: dict[str, str], label: str) -> ComparisonAnswer:
        return ComparisonAnswer(questions=list(questions), agreements=list(agreements))

    async def again(values: dict[str, str], label: str) -> PairsAnswer:
        if shown is not None:
            shown.append(values["pairs"])
        ids = re.findall(r"^(p\d+)\.", values["pairs"], re.MULTILINE)
        return PairsAnswer(pairs=[PairAnswer(id=i, why="Read again.", same="yes", verdict=second) for i in ids])

    return asyncio.run(compare(summaries, Judge(first, again)))
