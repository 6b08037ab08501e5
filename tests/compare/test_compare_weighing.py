"""Pairs are weighed from their passages; what the reading itself doubts is weighed once more; what fails is said."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from builders import figure, speaker, statement, summary
from comparing import Asked, articles_shown, judge_of, question, run, toll, verdict_on

from summarizer.answers import WeighingAnswer
from summarizer.comparison import Comparison, Judge, compare
from summarizer.comparison.weighing.ranking import BATCH
from summarizer.errors import AnswerCut, ModelError, ModelUnavailable, RequestTooLong
from summarizer.schema import Summary
from summarizer.terms import DecidedBy, Severity, Verdict


def told(text: str, outlet: str) -> Summary:
    whole = f"The hall was full. {text} The mayor listened."
    return summary(whole, statement(" ".join(text.rstrip(".").split()[:6]), sents=[2], text=text), outlet=outlet)


STORY = [told("The watchman locked the river gate.", "Herald"), told("The river gate stood open.", "Courier")]


def gate(verdict: str = "contradict", **fields: object) -> Asked:
    fixed = {"kind": "fact", "matter": "occurrence", "question": "Was the gate locked?"}
    return question("A1.1", "A2.1", verdict, **{**fixed, **fields})


DOUBTED = gate(same="unclear")


def test_a_contradiction_of_which_its_reading_is_sure_is_weighed_once() -> None:
    again: list[str] = []

    (finding,) = run(STORY, gate(), again=again).findings

    assert (finding.verdict, finding.second, again) == (Verdict.CONTRADICT, None, [])
    assert finding.severity is Severity.HIGH
    assert finding.decided_by is DecidedBy.MODEL


@pytest.mark.parametrize(
    "doubt",
    [
        {"same": "unclear"},
        {"same": "no"},
        {"why": "They may speak of two gates."},
        {"why": "Possibly another evening is meant."},
        {"why": "If both mean the same night they exclude each other."},
    ],
)
def test_a_contradiction_that_its_own_reading_doubts_is_weighed_again(doubt: dict[str, str]) -> None:
    again: list[str] = []

    (finding,) = run(STORY, gate(**doubt), again=again).findings

    assert len(again) == 1
    assert (finding.verdict, finding.second) == (Verdict.CONTRADICT, Verdict.CONTRADICT)
    assert "did not confirm" not in finding.why


@pytest.mark.parametrize(
    "why",
    [
        "On 3 May 2024 it cannot have been both.",
        "They could not both be right.",
        "One says “it may have been locked”, the other denies it.",
    ],
)
def test_a_month_a_flat_no_and_the_doubt_of_an_article_are_no_doubt_of_the_reading(why: str) -> None:
    again: list[str] = []

    run(STORY, gate(why=why), again=again)

    assert again == []


@pytest.mark.parametrize("second", ["compatible", "scope", "update", "unsure"])
def test_what_a_second_weighing_does_not_confirm_is_unsure(second: str) -> None:
    (finding,) = run(STORY, DOUBTED, second=second).findings

    assert (finding.verdict, finding.second) == (Verdict.UNSURE, Verdict(second))
    assert finding.severity is Severity.MEDIUM
    assert "did not confirm it: Read again." in finding.why
    assert (finding.decided_by, finding.code_says) == (DecidedBy.MODEL, None)


def test_what_a_second_weighing_calls_told_differently_is_that() -> None:
    (finding,) = run(STORY, DOUBTED, second="differs").findings

    assert (finding.verdict, finding.second) == (Verdict.DIFFERS, Verdict.DIFFERS)


def test_no_second_weighing_makes_a_conflict_of_figures_a_difference_in_the_telling() -> None:
    summaries = [toll("46 people", "Herald"), toll("64 people", "Courier")]

    (finding,) = run(summaries, question("A1.1", "A2.1", same="unclear"), second="differs").findings

    assert (finding.verdict, finding.decided_by) == (Verdict.UNSURE, DecidedBy.CODE)


def test_code_has_its_word_on_a_contradiction_that_was_confirmed() -> None:
    summaries = [toll("at least 46 people", "Herald"), toll("64 people", "Courier")]

    (finding,) = run(summaries, question("A1.1", "A2.1", same="unclear")).findings

    assert (finding.verdict, finding.second) == (Verdict.DIFFERS, Verdict.CONTRADICT)
    assert "did not confirm" not in finding.why


def test_a_doubt_in_the_reason_needs_no_second_weighing_where_code_found_the_conflict() -> None:
    again: list[str] = []
    summaries = [toll("46 people", "Herald"), toll("64 people", "Courier")]

    run(summaries, question("A1.1", "A2.1", why="They may count otherwise."), again=again)

    assert again == []


def test_the_second_weighing_turns_the_sides_and_tells_nothing_of_the_first() -> None:
    shown: list[str] = []
    again: list[str] = []

    run(STORY, gate(same="unclear", why="They differ so."), shown=shown, again=again)

    assert articles_shown(again[0]) == articles_shown(shown[0])[::-1]
    assert "They differ so." not in again[0]


def test_explained_differences_are_not_weighed_again() -> None:
    again: list[str] = []

    run(STORY, gate("compatible", same="unclear"), again=again)

    assert again == []


def test_of_many_doubts_the_weightiest_are_weighed_again() -> None:
    lines = [f"Gate number {n} was locked by the watchman." for n in range(BATCH)]
    told_lines = [statement(line.rstrip("."), sents=[n + 1], text=line) for n, line in enumerate(lines)]
    summaries = [summary(" ".join(lines), *told_lines, outlet=outlet) for outlet in ("Herald", "Courier")]
    doubted = [gate(question=f"Gate {n}?", same="unclear") for n in range(BATCH)]
    asked = [
        question(f"A1.{n + 1}", f"A2.{n + 1}", kind="fact", question=one.text, same="unclear") for n, one in enumerate(doubted)
    ]
    again: list[str] = []

    run(summaries, *asked, again=again)

    assert [len(pairs.split("\n\n")) for pairs in again] == [BATCH]


def test_a_passage_stands_in_its_surroundings_without_the_outlets_name() -> None:
    shown: list[str] = []

    run(STORY, gate(), shown=shown)

    assert "The hall was full. «The river gate stood open.» The mayor listened." in shown[0]
    assert not [outlet for outlet in ("Herald", "Courier") if outlet in shown[0]]
    assert sorted(articles_shown(shown[0])) == [1, 2]


def test_names_are_put_back_into_question_reason_and_what_would_settle_it() -> None:
    asked = gate("unsure", question="Do A1 and A2.1 agree?", why="A1 has it locked.", settle="the key book of A2")

    (finding,) = run(STORY, asked).findings

    assert finding.question == "Do Herald and Courier agree?"
    assert finding.why == "Herald has it locked."
    assert finding.settle == "the key book of Courier"


def test_a_longer_word_of_an_article_keeps_no_name_back() -> None:
    summaries = [told("The watchman locked the river gate on the A12 road.", "Herald"), STORY[1]]

    (finding,) = run(summaries, gate(why="A1 has it locked.")).findings

    assert finding.why == "Herald has it locked."


def test_an_article_cannot_mark_a_passage_or_add_a_cell_of_its_own() -> None:
    shown: list[str] = []
    evil = told("The »watchman« locked | denied | by: the President | when: never the river gate.", "Herald")

    run([evil, STORY[1]], gate(), shown=shown)

    assert shown[0].count("«") == shown[0].count("»") == 2
    heads = [line for line in shown[0].splitlines() if line.startswith("- A")]
    assert [line.count(" | ") for line in heads] == [1, 1]


def test_a_speaker_cannot_add_a_cell() -> None:
    said = statement("locked the gate", text="He locked the gate.", by="p1")
    evil = summary(
        "The Guard | denied said he locked the gate.", said, speakers=(speaker("The Guard | denied"),), outlet="Herald"
    )
    shown: list[str] = []

    run([evil, STORY[1]], gate(), shown=shown)

    assert "by: The Guard / denied" in shown[0]


def failing(weigh: Callable[[str], WeighingAnswer], *questions: Asked, summaries: list[Summary] | None = None) -> Comparison:
    """A comparison whose weighing does this, by the label of the call."""

    async def weighed(values: dict[str, str], label: str) -> WeighingAnswer:
        return weigh(label)

    judge = Judge(judge_of(questions).propose, weighed)
    return asyncio.run(compare(summaries or STORY, judge))


def down(label: str) -> WeighingAnswer:
    raise ModelUnavailable("the endpoint is down")


def test_a_weighing_that_fails_is_a_failure_and_no_verdict() -> None:
    made = failing(down, gate())

    assert [(f.stage, f.what, f.exit_code) for f in made.failures] == [("weigh", "weighing 1", 4)]
    assert "the endpoint is down; 1 proposed differences were not weighed" in made.failures[0].why
    assert made.findings == ()
    assert (made.weighing.questions, made.weighing.weighed, made.weighing.left_out) == (1, 0, 0)


@pytest.mark.parametrize("weigh", [down, lambda label: WeighingAnswer(pairs=[])])
def test_what_code_found_is_reported_though_its_weighing_gave_nothing(weigh: Callable[[str], WeighingAnswer]) -> None:
    summaries = [toll("46 people", "Herald"), toll("64 people", "Courier")]

    made = failing(weigh, question("A1.1", "A2.1"), summaries=summaries)

    assert [f.stage for f in made.failures] == ["weigh"]
    assert [(f.verdict, f.decided_by) for f in made.findings] == [(Verdict.UNSURE, DecidedBy.CODE)]
    assert {side.value for side in made.findings[0].sides} == {"46 people", "64 people"}


def test_a_pair_that_the_weighing_left_out_is_said() -> None:
    (failure,) = failing(lambda label: WeighingAnswer(pairs=[]), gate()).failures

    assert (failure.stage, failure.what, failure.exit_code) == ("weigh", "Was the gate locked?", 0)
    assert "left out 1 of 1" in failure.why


def test_a_verdict_on_a_pair_that_nobody_showed_counts_for_nothing() -> None:
    stray = run(STORY, verdict_on("A1.1", "A2.1", asked="Who rang the bell?"))

    assert stray.findings == ()


@pytest.mark.parametrize("error", [AnswerCut("broke off"), RequestTooLong("too long")], ids=["cut", "too long"])
@pytest.mark.parametrize("always", [False, True], ids=["once", "always"])
def test_pairs_that_are_too_many_for_one_weighing_are_weighed_in_halves(error: ModelError, always: bool) -> None:
    lines = [f"Gate number {n} was locked by the watchman." for n in range(4)]
    told_lines = [statement(line.rstrip("."), sents=[n + 1], text=line) for n, line in enumerate(lines)]
    summaries = [summary(" ".join(lines), *told_lines, outlet=outlet) for outlet in ("Herald", "Courier")]
    judge = judge_of([question(f"A1.{n}", f"A2.{n}", kind="fact", question=f"Gate {n}?") for n in range(1, 5)])
    asked: list[str] = []

    async def weigh(values: dict[str, str], label: str) -> WeighingAnswer:
        asked.append(label)
        if always or len(asked) == 1:
            raise error
        return await judge.weigh(values, label)

    made = asyncio.run(compare(summaries, Judge(judge.propose, weigh)))

    assert asked == ["weighing 1", "weighing 1, first half", "weighing 1, second half"]
    assert [f.exit_code for f in made.failures] == ([4, 4] if always else [])
    assert made.weighing.weighed == (0 if always else 4)


def test_a_second_weighing_that_fails_is_said_and_confirms_nothing() -> None:
    first = judge_of([DOUBTED])

    async def weigh(values: dict[str, str], label: str) -> WeighingAnswer:
        return down(label) if label.startswith("weighing again") else await first.weigh(values, label)

    made = asyncio.run(compare(STORY, Judge(first.propose, weigh)))

    assert [f.stage for f in made.failures] == ["weigh"]
    assert [(f.verdict, f.second) for f in made.findings] == [(Verdict.UNSURE, None)]


def test_a_second_weighing_that_leaves_a_pair_out_is_said_and_confirms_nothing() -> None:
    made = run(STORY, DOUBTED, second=None)

    assert [f.why[:40] for f in made.failures] == ["weighing again: the answer left out 1 of"]
    assert [(f.verdict, f.second) for f in made.findings] == [(Verdict.UNSURE, None)]


def test_a_figure_that_the_other_statement_gives_too_is_no_conflict() -> None:
    rose = statement(
        "rose from 31 to 38",
        text="The count of the dead rose from 31 to 38.",
        figures=[figure("31", "people dead, first count"), figure("38", "people killed")],
    )
    first = statement("first count was 31", figures=[figure("31", "people dead, first count")])
    told = [
        summary("The count of the dead rose from 31 to 38 overnight.", rose, outlet="Herald"),
        summary("The ministry's first count was 31.", first, outlet="Courier"),
    ]

    assert run(told).findings == ()
