"""Articles that come to a story later: what was found stays, what they repeat joins it, what they bring is told apart."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence

import pytest
from builders import statement, summary
from comparing import toll

from summarizer.answers import AgreementAnswer, ProposalAnswer, ProposalsAnswer, WeighedAnswer, WeighingAnswer
from summarizer.comparison import Comparison, Judge, compare
from summarizer.errors import ModelUnavailable
from summarizer.schema import Finding, Summary
from summarizer.terms import Verdict

Pair = tuple[str, str]


class Reader:
    """Proposes what a test wants, weighs by the numbers or causes that both passages mark, and notes what it is shown.

    Attributes:
        pairs: ids of two statements to propose, for the beginning and for each addition.
    """

    def __init__(self, *pairs: Sequence[Pair], agreements: Sequence[Sequence[str]] = (), kind: str = "fact") -> None:
        self.pairs, self.agreements, self.kind = list(pairs), agreements, kind
        self.tables: list[str] = []
        self.added: list[str] = []
        self.weighed: list[str] = []
        self.fails = False

    def judge(self) -> Judge:
        async def propose(values: dict[str, str], _: str) -> ProposalsAnswer:
            pairs = self.pairs[len(self.tables)] if len(self.tables) < len(self.pairs) else ()
            self.tables.append(values["table"])
            self.added.append(values.get("added", ""))
            made = [
                ProposalAnswer(question=f"What caused it, {left}?", left=left, right=right, kind=self.kind)  # type: ignore[arg-type]
                for left, right in pairs
            ]
            agreed = [AgreementAnswer(question="Did it sink?", members=list(members)) for members in self.agreements]
            return ProposalsAnswer(proposals=made, agreements=agreed)

        async def weigh(values: dict[str, str], label: str) -> WeighingAnswer:
            if self.fails:
                raise ModelUnavailable("out of order")
            blocks = values["pairs"].split("\n\n")
            self.weighed += blocks
            return WeighingAnswer(pairs=[_weighed(block) for block in blocks])

        return Judge(propose, weigh, propose)


def _weighed(block: str) -> WeighedAnswer:
    marked = [re.findall(r"\d+|bomb|leak|storm|arson", passage) for passage in re.findall(r"«(.*?)»", block)]
    verdict = "contradict" if marked[0] != marked[1] else "compatible"
    fixed = {"why": "Other words.", "same": "yes", "matter": "cause"}
    return WeighedAnswer.model_validate({"id": block.partition(".")[0], "verdict": verdict, **fixed})


def run(reader: Reader, summaries: list[Summary], *added: int) -> Comparison:
    return asyncio.run(compare(summaries, reader.judge(), added))


CAUSES = {
    "bomb": ("A bomb sank the ferry Alda off Torvik.", "It was a bomb that sent the Alda down near Torvik."),
    "leak": ("A leak in the hull sank the Alda off Torvik.", "The ferry Alda sank off Torvik because of a leak."),
    "storm": ("A storm sank the ferry Alda off Torvik.", "The Alda went down off Torvik in a storm."),
}


def told(cause: str, outlet: str, way: int = 0, rest: str = "") -> Summary:
    said = CAUSES[cause][way]
    return summary(f"{said} {rest}".strip(), statement(" ".join(said.split()[:4]), text=said), outlet=outlet)


def differing(made: Comparison) -> list[Finding]:
    return [finding for finding in made.findings if finding.verdict is Verdict.CONTRADICT]


def key(finding: Finding) -> tuple[str, Verdict, list[str]]:
    return finding.finding_id, finding.verdict, [side.item_id for side in finding.sides[:2]]


STORY = [told("bomb", "Elva Post"), told("leak", "Fen Star"), told("leak", "Isle Echo", 1)]
BEGUN = [("A1.1", "A2.1")]


def test_without_additions_the_requests_and_the_findings_are_those_of_the_beginning() -> None:
    alone, with_more = Reader(BEGUN), Reader(BEGUN)
    whole = run(alone, STORY)
    later = run(with_more, [*STORY, told("bomb", "Lake Sun", 1)], 1)

    assert with_more.tables[0] == alone.tables[0]
    assert with_more.weighed[: len(alone.weighed)] == alone.weighed
    assert [key(finding) for finding in differing(later)] == [key(finding) for finding in differing(whole)]


def test_a_statement_that_agrees_with_the_other_side_joins_the_finding() -> None:
    reader = Reader(BEGUN, [("A4.1", "A2.1")])
    made = run(reader, [*STORY, told("bomb", "Lake Sun", 1)], 1)

    (found,) = differing(made)
    assert made.findings[0].sides[-1].statement == CAUSES["bomb"][1]
    assert found.origins == len({side.origin for side in found.sides})
    assert len(reader.weighed) == 1 + 2  # the new pair, and the new statement beside the other side


def test_a_third_answer_is_a_finding_of_its_own() -> None:
    before = run(Reader(BEGUN), STORY)
    made = run(Reader(BEGUN, [("A4.1", "A1.1")]), [*STORY, told("storm", "Lake Sun")], 1)

    first, second = sorted(
        differing(made), key=lambda finding: finding.finding_id not in {f.finding_id for f in before.findings}
    )
    assert key(first) == key(differing(before)[0])
    assert first.sides == differing(before)[0].sides
    assert {side.statement for side in second.sides[:2]} == {CAUSES["storm"][0], CAUSES["bomb"][0]}


def test_an_answer_that_came_twice_is_told_once() -> None:
    reader = Reader(BEGUN, [("A4.1", "A1.1")], [("A5.1", "A1.1")])
    made = run(reader, [*STORY, told("storm", "Lake Sun"), told("storm", "Moor Argus", 1)], 1, 1)

    assert len(differing(made)) == 2
    (storm,) = [finding for finding in differing(made) if CAUSES["storm"][0] in {side.statement for side in finding.sides}]
    assert CAUSES["storm"][1] in {side.statement for side in storm.sides}


def test_a_toll_that_repeats_a_side_is_not_paid_for_again() -> None:
    tolls = [toll("12 people", "Elva Post"), toll("30 people", "Fen Star"), toll("12 people", "Isle Echo", rest="It was dark.")]
    alone, reader = Reader(), Reader()
    before = run(alone, tolls)
    made = run(reader, [*tolls, toll("30 people", "Lake Sun", rest="Boats came.")], 1)

    (was,), (found,) = differing(before), differing(made)
    assert key(found) == key(was)
    assert len(found.sides) == len(was.sides) + 1
    assert reader.weighed == alone.weighed


@pytest.mark.parametrize("fails", [False, True])
def test_a_new_toll_is_never_lost(fails: bool) -> None:
    tolls = [toll("12 people", "Elva Post"), toll("30 people", "Fen Star"), toll("12 people", "Isle Echo", rest="It was dark.")]
    reader = Reader()
    reader.fails = fails
    made = run(reader, [*tolls, toll("57 people", "Lake Sun")], 1)

    (new,) = [finding for finding in made.findings if "57 people" in {side.value for side in finding.sides[:2]}]
    assert new.verdict is (Verdict.UNSURE if fails else Verdict.CONTRADICT)
    assert new.unweighed is fails
    assert bool(made.failures) is fails


def test_what_differs_between_two_articles_that_were_there_is_not_asked_again() -> None:
    reader = Reader(BEGUN, [("A1.1", "A3.1"), ("A1.1", "A2.1")])
    run(reader, [*STORY, told("storm", "Lake Sun")], 1)

    assert len(reader.weighed) == 1


def test_the_readers_of_an_addition_are_told_which_articles_are_new() -> None:
    reader = Reader(BEGUN)
    run(reader, [*STORY, told("bomb", "Lake Sun", 1), told("storm", "Moor Argus"), told("storm", "Hill Globe", 1)], 1, 2)

    assert reader.added == ["", "A4", "A5 and A6"]


def test_an_added_article_joins_what_others_agree_on() -> None:
    added = told("leak", "Lake Sun", 0, "Boats came.")
    before = run(Reader(agreements=[("A2.1", "A3.1")]), STORY)
    made = run(Reader(agreements=[("A2.1", "A3.1", "A4.1")]), [*STORY, added], 1)

    (was,), (agreed,) = ([one for one in each.findings if one.verdict is Verdict.AGREE] for each in (before, made))
    assert key(agreed) == key(was)
    assert [side.article_id for side in agreed.sides] == [one.article.article_id for one in (*STORY[1:], added)]


def test_an_addition_that_reveals_a_copy_changes_counts_and_no_id() -> None:
    text = " ".join(
        f"Divers from quay {n} searched deck {n + 1} of the wreck until hour {n + 2} of that night." for n in range(9)
    )
    one, other = told("leak", "Fen Star", 0, text[: len(text) // 2]), told("leak", "Isle Echo", 1, text[len(text) // 2 :])
    story = [told("bomb", "Elva Post"), one, other]
    before = run(Reader(BEGUN), story)
    both = summary(f"A storm came up. {text}", statement("A storm came up"), outlet="Lake Sun")
    made = run(Reader(BEGUN), [*story, both], 1)

    assert [key(finding) for finding in differing(made)] == [key(finding) for finding in differing(before)]
    assert len(made.origins) < len(before.origins) + 1
    (was,), (now,) = differing(before), differing(made)
    assert now.origins <= was.origins
    assert {side.origin for side in now.sides} <= {origin.origin_id for origin in made.origins}


def test_without_a_judge_an_addition_finds_what_the_whole_does() -> None:
    tolls = [
        summary(
            f"In Torvik, {n} miners were killed on 14 October 2024 when the shaft fell, officials said.",
            statement(f"{n} miners were killed"),
            outlet=f"Outlet {number}",
        )
        for number, n in enumerate((12, 30, 12, 30))
    ]
    whole, added = (asyncio.run(compare(tolls, None, parts)) for parts in ((), (1,)))

    assert [{side.item_id for side in f.sides} for f in added.findings] == [
        {side.item_id for side in f.sides} for f in whole.findings
    ]
    assert added.meeting == whole.meeting
