"""Articles to summaries: by the language model and, where it left something or there is none, by rules."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.answers import ArticleAnswer
from summarizer.errors import ArticleError, ModelError, ModelSetupError
from summarizer.events import Event, Extracted, ExtractionBegan, NotExtracted, ReadInPart, Tell
from summarizer.ground import Numbered, context_lines, ground, ground_with_rest, number_sentences, uncovered_sentences
from summarizer.pipeline.judging import Answerers, Tally
from summarizer.pipeline.pieces import Pieces, in_pieces, most_statements, unread_text
from summarizer.pipeline.spreading import Aside, aside, spread
from summarizer.pipeline.suspicions import Given, given
from summarizer.prompts import Prompt, read_prompt
from summarizer.rules import answer as answer_by_rules
from summarizer.rules import second_look
from summarizer.schema import Article, Failure, Summary, Uncovered, UsageRecord
from summarizer.terms import ArticleStatus

if TYPE_CHECKING:
    from summarizer.llm import Model, Reply


@dataclass(frozen=True)
class Extraction:
    """All articles with their statements, what could not be done, and what it cost.

    Attributes:
        answered_by: which model gave how many answers; given: what it answered about each article that it answered about.
    """

    summaries: tuple[Summary, ...]
    failures: tuple[Failure, ...]
    usage: UsageRecord
    sent: int
    answered_by: Answerers = ()
    given: tuple[Given, ...] = ()


@dataclass(frozen=True)
class Asking:
    """What the extraction of every article of a run shares.

    Attributes:
        of: how many articles there are; done: how many of them are finished, well or not.
    """

    model: Model
    first: Prompt
    more: Prompt
    tally: Tally
    tell: Tell
    aside: Aside
    of: int
    given: list[Given] = field(default_factory=list)
    done: Iterator[int] = field(default_factory=lambda: itertools.count(1))


def extract_by_rules(articles: Sequence[Article], tell: Tell, *, processes: bool = True) -> Extraction:
    """All articles without a model: the statements that scanners can tell."""
    tell(ExtractionBegan(len(articles), by_rules=True))
    summaries = []
    for done, summary in enumerate(spread(read_by_rules, articles, processes=processes), start=1):
        tell(Extracted(summary.article.path, len(summary.claims), len(summary.claims), 0, done, len(articles)))
        summaries.append(summary)
    return Extraction(tuple(summaries), (), UsageRecord(), 0)


def read_by_rules(article: Article) -> Summary:
    """One article's statements that scanners can tell."""
    numbered = number_sentences(article)
    return ground(numbered, [], [answer_by_rules(numbered)])


async def extract_all(articles: Sequence[Article], model: Model, tell: Tell, *, processes: bool = True) -> Extraction:
    """All articles by the model, at once.

    Raises:
        ModelSetupError: every call would fail.
        StoreError: an answer could not be looked up or kept. What is on its way then is the model's to finish and keep.
    """
    tell(ExtractionBegan(len(articles), by_rules=False))
    with aside(len(articles) if processes else 0) as elsewhere:
        asking = Asking(model, read_prompt("extract"), read_prompt("extract_more"), Tally(), tell, elsewhere, len(articles))
        # Not a task group: that would cancel what is paid for as soon as one call ends the run.
        every = await asyncio.gather(*(_extract(article, asking) for article in articles))
    summaries = tuple(summary for summary, _ in every)
    lost = tuple(failure for _, failures in every for failure in failures)
    tally = asking.tally
    failures = (*failed(summaries), *lost)
    return Extraction(summaries, failures, tally.record(), model.sent, tally.answered_by(), tuple(asking.given))


async def _extract(article: Article, asking: Asking) -> tuple[Summary, list[Failure]]:
    """One article's statements; a failure of its own calls is kept with it, the other articles go on.

    What takes the processor goes on beside the loop, which has the other articles' calls to attend to.
    """
    numbered = await asking.aside(number_sentences, article)

    async def ask(first: int, last: int) -> Reply[ArticleAnswer]:
        most = most_statements(first, last)
        return await _ask(numbered, numbered.lines(first, last), asking, asking.first, most)

    pieces = await in_pieces(numbered, ask, asking.tell)
    if pieces.unread and not pieces.answers:
        why = pieces.unread[0].why
        asking.tell(NotExtracted(article.path, why, next(asking.done), asking.of))
        return Summary(article=article, status=ArticleStatus.FAILED, failure=why), []
    summary, failures = await _audited(numbered, pieces, asking)
    asking.given.append(given(pieces.answers, summary))
    if pieces.unread:
        summary = summary.model_copy(update={"failure": unread_text(pieces.unread, len(numbered.spans))})
        asking.tell(ReadInPart(article.path, summary.failure or ""))
    asking.tell(_extracted(summary, next(asking.done), asking.of))
    return summary, [*_dropped(article, pieces.dropped), *failures]


async def _audited(numbered: Numbered, pieces: Pieces, asking: Asking) -> tuple[Summary, list[Failure]]:
    """What the answers give, and one more about what they left if they cover less than half of the numbers and quotations.

    A smaller rest is read by rules alone: asked about it once more, the model seldom has anything to add.
    """
    summary, uncovered = await asking.aside(_grounded, numbered, pieces.answers)
    summary = summary.model_copy(update={"requests": pieces.requests})
    left = [number for number in uncovered if not pieces.is_unread(number)]
    if not left:
        return summary, []
    try:
        more = await _ask(numbered, context_lines(numbered, left), asking, asking.more, most_statements(1, len(left)))
    except ModelSetupError:
        raise
    except ModelError as error:
        why = f"the second question, about {len(left)} sentences, got no answer ({error}); only rules read them"
        return summary, [Failure(stage="audit", what=numbered.article.path, why=why, exit_code=0)]
    summary, _ = await asking.aside(_grounded, numbered, [*pieces.answers, more.answer])
    summary = summary.model_copy(update={"requests": tuple(dict.fromkeys((*pieces.requests, *more.requests)))})
    cut = () if more.complete else ("the answer to the second question was cut off at the model's output limit",)
    return summary, _dropped(numbered.article, (*more.dropped, *cut))


def _dropped(article: Article, lines: Sequence[str]) -> list[Failure]:
    """One failure for what could not be used of the answers about an article."""
    why = f"not used of the model's answers: {'; '.join(lines)}"
    return [Failure(stage="items", what=article.path, why=why, exit_code=0)] if lines else []


def _grounded(numbered: Numbered, answers: Sequence[ArticleAnswer]) -> tuple[Summary, tuple[int, ...]]:
    """The summary of these answers and of what they left as rules read it.

    Where they cover less than half of the numbers and quotations, also the numbers of the sentences that they left.
    """
    by_rules: list[ArticleAnswer] = []

    def read(rest: Sequence[Uncovered]) -> list[ArticleAnswer]:
        by_rules.extend([answer_by_rules(numbered, rest)] if rest else [])
        return by_rules

    summary = ground_with_rest(numbered, answers, read)
    seen = second_look(numbered, summary)
    if seen.statements:
        summary = ground(numbered, answers, [*by_rules, seen])
    enough = summary.covered * 2 >= summary.checkable
    return summary, () if enough else uncovered_sentences(numbered, ground(numbered, answers))


def _extracted(summary: Summary, done: int, of: int) -> Event:
    """What came of one article, for the person who waits."""
    by_rules = sum(claim.read_by == "rules" for claim in summary.claims)
    return Extracted(summary.article.path, len(summary.claims), by_rules, len(summary.missing), done, of)


async def _ask(numbered: Numbered, lines: str, asking: Asking, prompt: Prompt, most: int) -> Reply[ArticleAnswer]:
    article = numbered.article
    messages = prompt.messages(
        outlet=article.outlet or "unknown",
        title=article.title or "unknown",
        published=_published(article),
        language=_language(article),
        sentences=lines,
    )
    reply = await asking.model.ask(messages, ArticleAnswer, article.path, most)
    asking.tally.add(reply)
    return reply


def _language(article: Article) -> str:
    """A line that asks for the article's own language; nothing where that is the language of the instructions."""
    if article.language in (None, "en"):
        return ""
    return f"\nLanguage: {article.language}; write statements, measures and roles in the article's own language."


def _published(article: Article) -> str:
    if article.published is None:
        return "unknown"
    return f"{article.published:%A}, {article.published.isoformat()}" + (
        f" {article.published_time}" if article.published_time else ""
    )


def failed(summaries: Iterable[Summary]) -> tuple[Failure, ...]:
    """A failure for each article that could not be extracted, or not as a whole."""
    return tuple(_failure(summary) for summary in summaries if summary.status is ArticleStatus.FAILED or summary.failure)


def _failure(summary: Summary) -> Failure:
    why = summary.failure or "no answer"
    if summary.status is ArticleStatus.FAILED:
        return Failure(stage="extract", what=summary.article.path, why=why, exit_code=ModelError.exit_code)
    return Failure(stage="part", what=summary.article.path, why=why, exit_code=ArticleError.exit_code)
