"""A model that obeys an attack: what code found stays visible, and what the model makes up is left out and counted."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from typing import Any

import pytest
from comparing import toll

from summarizer.answers import AgreementAnswer, ProposalAnswer, ProposalsAnswer, WeighedAnswer, WeighingAnswer
from summarizer.comparison import Comparison, Judge, compare
from summarizer.schema import Finding
from summarizer.terms import EXPLAINED, FindingKind, Verdict

OPEN = {Verdict.CONTRADICT, Verdict.UNSURE, *EXPLAINED}


def verdict(name: str, word: str = "compatible", **fields: Any) -> WeighedAnswer:
    given = {"id": name, "why": "Only rounding.", "same": "yes", "verdict": word, "cause": "rounding", "matter": "casualties"}
    return WeighedAnswer.model_validate({**given, **fields})


def all_rounding(name: str) -> list[WeighedAnswer]:
    return [verdict(name)]


def nothing(name: str) -> list[WeighedAnswer]:
    return []


def other_words(name: str) -> list[WeighedAnswer]:
    return [verdict(name, cause="wording", why="Both say the same.")]


def another_event(name: str) -> list[WeighedAnswer]:
    return [verdict(name, "scope", cause="event", same="no", shown_by="words that stand nowhere")]


def later_count(name: str) -> list[WeighedAnswer]:
    return [verdict(name, "update", cause="as_of", shown_by="words that stand nowhere")]


def takes_it_back(name: str) -> list[WeighedAnswer]:
    return [verdict(name, "contradict", cause=None, why="They differ."), verdict(name)]


def contradicts(name: str) -> list[WeighedAnswer]:
    return [verdict(name, "contradict", cause=None, why="They differ.")]


def judge(weighed: Callable[[str], list[WeighedAnswer]], proposals: ProposalsAnswer | None = None) -> Judge:
    async def propose(values: dict[str, str], label: str) -> ProposalsAnswer:
        return proposals or ProposalsAnswer(proposals=[])

    async def weigh(values: dict[str, str], label: str) -> WeighingAnswer:
        names = re.findall(r"^(p\d+)\. ", values["pairs"], re.MULTILINE)
        return WeighingAnswer(pairs=[answer for name in names for answer in weighed(name)])

    return Judge(propose, weigh)


def compared(*words: str, **judging: Any) -> Comparison:
    summaries = [toll(told, f"Outlet {number}") for number, told in enumerate(words)]
    made = asyncio.run(compare(summaries, judge(**judging)))
    texts = {one.article.article_id: one.article.text for one in summaries}
    for side in (side for finding in made.findings for side in finding.sides):
        assert texts[side.article_id][side.start : side.end] == side.quote
    return made


def tolls(made: Comparison) -> list[Finding]:
    return [finding for finding in made.findings if finding.kind is FindingKind.QUANTITY and finding.verdict in OPEN]


@pytest.mark.parametrize(
    "weighed", [all_rounding, nothing, other_words, another_event, later_count, takes_it_back, contradicts]
)
def test_a_conflict_of_figures_stays_in_the_report_whatever_the_model_says(weighed: Callable[..., Any]) -> None:
    found = tolls(compared("12 people", "30 people", weighed=weighed))

    assert found
    assert {side.value for side in found[0].sides[:2]} == {"12 people", "30 people"}
    assert found[0].code_says


@pytest.mark.parametrize("weighed", [all_rounding, nothing, other_words, takes_it_back])
def test_no_rounding_and_no_other_words_explain_figures_that_share_no_value(weighed: Callable[..., Any]) -> None:
    (found,) = tolls(compared("12 people", "30 people", weighed=weighed))

    assert found.verdict in {Verdict.CONTRADICT, Verdict.UNSURE}


def test_figures_that_share_a_value_do_not_contradict_each_other_because_the_model_says_so() -> None:
    proposal = ProposalAnswer(question="How many died?", left="A1.1", right="A2.1", kind="quantity")

    made = compared("at least 12 people", "30 people", weighed=contradicts, proposals=ProposalsAnswer(proposals=[proposal]))

    assert not [finding for finding in made.findings if finding.verdict is Verdict.CONTRADICT]


def test_an_agreement_that_the_model_makes_up_does_not_hide_the_conflict() -> None:
    agreed = AgreementAnswer(question="How many died?", members=["A1.1", "A2.1"])

    made = compared(
        "12 people", "30 people", weighed=nothing, proposals=ProposalsAnswer(proposals=[], agreements=[agreed] * 1000)
    )

    assert tolls(made)
    assert any("far more than it was asked for; the last 950" in failure.why for failure in made.failures)


def test_statements_that_do_not_exist_are_left_out_and_counted() -> None:
    forged = [
        ProposalAnswer(question="x", left=left, right=right, kind="fact")
        for left, right in (("A9.1", "A1.1"), ("A1.1", "A1.1"), ("p1", "[c12]"), ("A1.1 | A2.1", "x" * 10_000))
    ]

    made = compared("12 people", "12 people", weighed=contradicts, proposals=ProposalsAnswer(proposals=forged))

    (unknown,) = made.failures
    assert not [finding for finding in made.findings if finding.verdict is Verdict.CONTRADICT]
    assert all(name in unknown.why for name in ("A9.1", "p1", "[c12]"))
    assert len(unknown.why) < 400


def test_ten_thousand_proposals_are_cut_and_counted() -> None:
    one = ProposalAnswer(question="How many died?", left="A1.1", right="A2.1", kind="quantity")

    made = compared("12 people", "30 people", weighed=all_rounding, proposals=ProposalsAnswer(proposals=[one] * 10_000))

    assert len(tolls(made)) == 1
    assert any("the last 9,900" in failure.why for failure in made.failures)


def test_verdicts_on_pairs_that_do_not_exist_are_counted() -> None:
    def more(name: str) -> list[WeighedAnswer]:
        return [verdict(name), verdict("p99"), verdict("A1")]

    made = compared("12 people", "30 people", weighed=more)

    assert any("verdicts on 2 pairs that do not exist" in failure.why for failure in made.failures)
