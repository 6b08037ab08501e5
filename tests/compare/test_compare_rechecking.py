"""Contradictions that only the model stands for are read a second time; what is not confirmed is not told as one."""

from __future__ import annotations

import asyncio

from builders import statement, summary
from comparing import question, run, toll

from summarizer.answers import ComparisonAnswer, PairsAnswer
from summarizer.compare import Comparison, Judge, compare
from summarizer.errors import ModelUnavailable
from summarizer.schema import Summary
from summarizer.terms import Severity, Verdict


def told(text: str, outlet: str) -> Summary:
    whole = f"The hall was full. {text} The mayor listened."
    return summary(whole, statement(" ".join(text.rstrip(".").split()[:6]), sents=[2], text=text), outlet=outlet)


STORY = [told("The watchman locked the river gate.", "Herald"), told("The river gate stood open.", "Courier")]
GATE = question("A1.1", "A2.1", kind="fact", matter="occurrence", question="Was the gate locked?")


def test_a_confirmed_contradiction_stays_and_says_so() -> None:
    (finding,) = run(STORY, GATE).findings

    assert (finding.verdict, finding.second) == (Verdict.CONTRADICT, Verdict.CONTRADICT)
    assert finding.severity is Severity.HIGH


def test_what_a_second_reading_does_not_confirm_is_unsure() -> None:
    (finding,) = run(STORY, GATE, second="compatible").findings

    assert (finding.verdict, finding.second) == (Verdict.UNSURE, Verdict.COMPATIBLE)
    assert finding.severity is Severity.MEDIUM
    assert "did not confirm it: Read again." in finding.why


def test_the_second_reading_sees_the_sides_in_the_other_order_in_their_surroundings() -> None:
    shown: list[str] = []

    run(STORY, GATE, shown=shown)

    (pairs,) = shown
    assert pairs.index("Courier") < pairs.index("Herald")
    assert "The hall was full. «The river gate stood open.» The mayor listened." in pairs
    assert "They differ." not in pairs


def test_what_code_found_too_is_not_asked_again() -> None:
    shown: list[str] = []

    run([toll("46 people", "Herald"), toll("64 people", "Courier")], question("A1.1", "A2.1"), shown=shown)

    assert shown == []


def test_explained_differences_are_not_asked_again() -> None:
    shown: list[str] = []

    run(STORY, question("A1.1", "A2.1", "compatible", kind="fact"), shown=shown)

    assert shown == []


def test_an_article_cannot_mark_a_passage_of_its_own() -> None:
    shown: list[str] = []

    run([told("The »watchman« locked the river gate.", "Herald"), STORY[1]], GATE, shown=shown)

    assert shown[0].count("«") == shown[0].count("»") == 2


def failing(pairs: PairsAnswer | Exception) -> Comparison:
    async def first(values: dict[str, str], label: str) -> ComparisonAnswer:
        return ComparisonAnswer(questions=[GATE])

    async def again(values: dict[str, str], label: str) -> PairsAnswer:
        if isinstance(pairs, Exception):
            raise pairs
        return pairs

    return asyncio.run(compare(STORY, Judge(first, again)))


def test_a_second_reading_that_fails_is_a_failure_and_changes_nothing() -> None:
    made = failing(ModelUnavailable("the endpoint is down"))

    assert [f.stage for f in made.failures] == ["recheck"]
    assert [(f.verdict, f.second) for f in made.findings] == [(Verdict.CONTRADICT, None)]


def test_a_pair_that_the_second_reading_left_out_is_said() -> None:
    made = failing(PairsAnswer(pairs=[]))

    assert "left out 1 of 1" in made.failures[0].why
    assert [(f.verdict, f.second) for f in made.findings] == [(Verdict.CONTRADICT, None)]
