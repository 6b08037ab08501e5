"""The questions about one article: what one of them fails to read is named, and takes nothing from the others."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from builders import article, statement
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.answers import ArticleAnswer, ProposalsAnswer, WeighedAnswer, WeighingAnswer
from summarizer.errors import (
    AnswerCut,
    AnswerInvalid,
    AnswerNotRecorded,
    ModelRefused,
    ModelSetupError,
    ModelUnavailable,
    RequestTooLong,
)
from summarizer.events import Event, Split
from summarizer.ground import number_sentences
from summarizer.llm import Reply
from summarizer.pipeline.extracting import Extraction, extract_all
from summarizer.pipeline.judging import Tally, judge_of
from summarizer.pipeline.pieces import in_pieces, last_cited, last_of_half
from summarizer.reporting import failure_code
from summarizer.schema import Article
from summarizer.terms import ArticleStatus

NUMBERED = re.compile(r"^\[s(\d+)\] ", re.MULTILINE)


def story(sentences: int, *, paragraph: int = 4) -> Article:
    """An article of short sentences, each with a number of its own, some to a paragraph."""
    said = [f"The crew of boat {n} counted {n + 20} gulls that morning." for n in range(1, sentences + 1)]
    paragraphs = [" ".join(said[n : n + paragraph]) for n in range(0, sentences, paragraph)]
    return article("\n\n".join(paragraphs))


def read(numbers: list[int], upto: int | None = None) -> ArticleAnswer:
    """Everything that these sentences say, up to one of them."""
    wanted = [n for n in numbers if upto is None or n <= upto]
    return ArticleAnswer(statements=[statement(f"boat {n} counted {n + 20}", sents=[n]) for n in wanted])


def reply(answer: Any, **fields: Any) -> Reply[Any]:
    return Reply(answer, 100, 10, 1, 1, **fields)


@dataclass
class Reader:
    """Answers questions about sentences; `how` makes the answer or an error of their numbers."""

    how: Callable[[list[int]], Any]
    asked: list[list[int]] = field(default_factory=list)
    most: list[int | None] = field(default_factory=list)
    sent: int = 0

    async def ask(self, messages: list[dict[str, str]], answer_type: type, label: str, most: int | None = None) -> Any:
        numbers = [int(n) for n in NUMBERED.findall(messages[-1]["content"])]
        self.asked.append(numbers)
        self.most.append(most)
        await asyncio.sleep(0)
        made = self.how(numbers)
        if isinstance(made, Exception):
            raise made
        return made if isinstance(made, Reply) else reply(made)


def extract(reader: Reader, *articles: Article) -> tuple[Extraction, list[Event]]:
    told: list[Event] = []
    return asyncio.run(extract_all(articles, reader, told.append)), told


def cited(extraction: Extraction) -> list[str]:
    (summary,) = extraction.summaries
    return [claim.quote for claim in summary.claims if claim.read_by == "model"]


def failures(extraction: Extraction) -> list[tuple[str, int]]:
    return [(failure.stage, failure.exit_code) for failure in extraction.failures]


def test_a_part_that_is_too_long_is_halved_until_it_fits() -> None:
    reader = Reader(lambda numbers: read(numbers) if len(numbers) <= 10 else RequestTooLong("too long"))
    extraction, told = extract(reader, story(40))
    assert len(cited(extraction)) == 40
    assert len(reader.asked) <= 1 + 2 + 4 + 8
    assert extraction.failures == ()
    assert sum(isinstance(event, Split) for event in told) == 1


def test_a_piece_that_never_fits_costs_no_other() -> None:
    reader = Reader(lambda numbers: RequestTooLong("too long") if 3 in numbers else read(numbers))
    extraction, _ = extract(reader, story(32))
    (summary,) = extraction.summaries
    assert len(cited(extraction)) == 28
    assert (summary.status, failures(extraction)) == (ArticleStatus.EXTRACTED, [("part", 3)])
    assert "sentences 1 to 4" in extraction.failures[0].why
    assert {claim.read_by for claim in summary.claims} == {"model", "rules"}
    assert failure_code(extraction.failures, 1) == 3


def test_a_replay_finds_the_halves_of_what_was_too_long() -> None:
    reader = Reader(lambda numbers: read(numbers) if len(numbers) <= 20 else AnswerNotRecorded("no recorded answer"))
    extraction, told = extract(reader, story(40))
    assert len(cited(extraction)) == 40
    assert extraction.failures == ()
    assert not any(isinstance(event, Split) for event in told)


def test_a_replay_without_any_answer_names_the_whole() -> None:
    extraction, _ = extract(Reader(lambda _: AnswerNotRecorded("no recorded answer")), story(40))
    assert [failure.why for failure in extraction.failures] == ["no recorded answer"]


def test_an_empty_answer_of_which_something_else_was_dropped_has_read_the_article() -> None:
    reader = Reader(lambda _: reply(ArticleAnswer(statements=[]), dropped=("period: odd",)))
    extraction, _ = extract(reader, story(1))
    assert ("part", 3) not in failures(extraction)


def test_one_sentence_that_is_too_long_is_not_split() -> None:
    reader = Reader(lambda _: RequestTooLong("too long"))
    extraction, _ = extract(reader, story(1))
    assert failures(extraction) == [("extract", 4)]
    assert len(reader.asked) == 1


@pytest.mark.parametrize(
    "fault", [ModelRefused("no"), AnswerInvalid("odd"), ModelUnavailable("down")], ids=lambda e: type(e).__name__
)
def test_a_part_of_a_long_article_that_fails_costs_no_other(fault: Exception) -> None:
    reader = Reader(lambda numbers: fault if 1 in numbers else read(numbers))
    extraction, _ = extract(reader, story(400))
    assert len(reader.asked) == 2
    assert len(cited(extraction)) > 100
    assert failures(extraction) == [("part", 3)]
    assert str(fault) in extraction.failures[0].why


def test_an_article_of_which_every_part_fails_has_failed() -> None:
    extraction, _ = extract(Reader(lambda _: ModelRefused("no")), story(400))
    assert failures(extraction) == [("extract", 4)]


def test_a_wrong_key_is_no_part_that_failed() -> None:
    with pytest.raises(ModelSetupError):
        extract(Reader(lambda _: ModelSetupError("wrong key")), story(400))


def test_an_answer_that_breaks_off_is_asked_to_go_on() -> None:
    reader = Reader(lambda numbers: reply(read(numbers, numbers[0] + 11), complete=numbers[-1] <= numbers[0] + 11))
    extraction, _ = extract(reader, story(30))
    assert [(asked[0], asked[-1]) for asked in reader.asked] == [(1, 30), (12, 30), (23, 30)]
    assert len(cited(extraction)) == 30
    assert extraction.failures == ()


def test_an_answer_that_breaks_off_ever_again_is_used_and_the_rest_named() -> None:
    reader = Reader(lambda numbers: reply(read(numbers, numbers[0] + 5), complete=False))
    extraction, _ = extract(reader, story(40))
    assert len(reader.asked) == 3
    assert len(cited(extraction)) == 16
    assert failures(extraction) == [("part", 3)]
    assert "sentences 16 to 40" in extraction.failures[0].why


def test_an_answer_that_breaks_off_at_once_splits_the_article() -> None:
    reader = Reader(lambda numbers: AnswerCut("cut") if len(numbers) > 12 else read(numbers))
    extraction, _ = extract(reader, story(20))
    assert len(cited(extraction)) == 20
    assert len(reader.asked) == 3


def test_a_model_that_always_breaks_off_is_left_alone_soon() -> None:
    reader = Reader(lambda _: AnswerCut("cut"))
    extraction, _ = extract(reader, story(64))
    assert len(reader.asked) == 3
    assert failures(extraction) == [("extract", 4)]


@pytest.mark.parametrize("whole", [0, 1, 2])
def test_answers_that_break_off_in_either_way_are_not_paid_for_on_and_on(whole: int) -> None:
    way = iter([*(reply(read([n]), complete=False) for n in range(1, whole + 1)), *([AnswerCut("cut")] * 9)])
    reader = Reader(lambda _: next(way))
    extract(reader, story(64))
    assert len(reader.asked) <= 3


def test_a_model_to_which_everything_is_too_long_is_left_alone_soon() -> None:
    reader = Reader(lambda _: RequestTooLong("too long"))
    extraction, _ = extract(reader, story(64))
    assert len(reader.asked) == 5
    assert failures(extraction) == [("extract", 4)]


def test_an_answer_about_one_sentence_that_breaks_off_is_named() -> None:
    extraction, _ = extract(Reader(lambda numbers: reply(read(numbers), complete=False)), story(1))
    assert len(cited(extraction)) == 1
    assert failures(extraction) == [("part", 3)]


def test_what_the_model_failed_to_read_is_not_asked_about_once_more() -> None:
    reader = Reader(lambda numbers: ModelRefused("no") if 1 in numbers else read(numbers, numbers[0]))
    extract(reader, story(400))
    assert all(1 not in numbers for numbers in reader.asked[2:])
    assert len(reader.asked) == 3


def test_what_was_not_used_of_an_answer_is_named_and_fails_nothing() -> None:
    reader = Reader(lambda numbers: reply(read(numbers), dropped=("statements 3: odd", "and 2 more")))
    extraction, _ = extract(reader, story(8))
    assert failures(extraction) == [("items", 0)]
    assert "statements 3: odd; and 2 more" in extraction.failures[0].why
    assert failure_code(extraction.failures, 1) == 0


def test_an_answer_without_a_usable_statement_has_not_read_the_article() -> None:
    reader = Reader(lambda _: reply(ArticleAnswer(statements=[]), dropped=("statements 1: odd",)))
    extraction, _ = extract(reader, story(8))
    assert ("part", 3) in failures(extraction)


def test_a_flood_is_bounded_by_the_sentences_asked_about() -> None:
    reader = Reader(read)
    extract(reader, story(4), story(40))
    assert reader.most == [60, 240]


@settings(max_examples=40, deadline=None)
@given(sentences=st.integers(1, 90), fits=st.integers(1, 90), refused=st.sets(st.integers(1, 90), max_size=3))
def test_every_sentence_is_read_or_named(sentences: int, fits: int, refused: set[int]) -> None:
    numbered = number_sentences(story(sentences))
    answered: list[int] = []

    async def ask(first: int, last: int) -> Any:
        if last - first + 1 > fits:
            raise RequestTooLong("too long")
        if refused & set(range(first, last + 1)):
            raise ModelRefused("no")
        answered.extend(range(first, last + 1))
        return reply(ArticleAnswer(statements=[]))

    pieces = asyncio.run(in_pieces(numbered, ask, lambda _: None))
    for number in range(1, sentences + 1):
        assert (number in answered) is not pieces.is_unread(number)


@pytest.mark.parametrize("paragraph", [1, 4, 7, 100])
def test_a_half_ends_at_a_paragraph_near_the_middle(paragraph: int) -> None:
    numbered = number_sentences(story(40, paragraph=paragraph))
    middle = last_of_half(numbered, 1, 40)
    assert 10 <= middle <= 30
    assert middle % paragraph == 0 or paragraph == 100


def test_a_lead_that_cites_the_end_does_not_stand_for_all_between() -> None:
    answer = ArticleAnswer(statements=[statement("a b c", sents=[1, 40]), statement("d e f", sents=[3])])
    assert last_cited(answer, 1, 40) == 3
    assert last_cited(answer, 50, 60) is None


def test_what_is_not_used_of_a_judgement_is_told() -> None:
    fixed = {"why": "Both hold.", "same": "yes", "verdict": "compatible", "matter": "other"}
    weighed = WeighingAnswer(pairs=[WeighedAnswer.model_validate({"id": "p1", **fixed})])

    class Judge:
        async def ask(self, messages: Any, answer_type: type, label: str, most: int) -> Any:
            if answer_type is ProposalsAnswer:
                return reply(ProposalsAnswer(proposals=[]), complete=False)
            return reply(weighed, dropped=("pairs 2: odd",))

    tally = Tally()
    judge = judge_of(Judge(), tally)
    asyncio.run(judge.propose({"articles": "", "table": ""}, "reading 1"))
    asyncio.run(judge.weigh({"pairs": ""}, "weighing 1"))
    assert [(one.stage, one.what, one.exit_code) for one in tally.failures] == [
        ("compare", "reading 1", 0),
        ("weigh", "weighing 1", 0),
    ]
    assert "cut off" in tally.failures[0].why
    assert "pairs 2: odd" in tally.failures[1].why
