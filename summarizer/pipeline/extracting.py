"""Articles to summaries: by the language model and, where it left something or there is none, by rules."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.answers import ArticleAnswer
from summarizer.errors import ModelError, ModelSetupError
from summarizer.ground import Numbered, context_lines, ground, ground_with_rest, number_sentences, parts, uncovered_sentences
from summarizer.pipeline.judging import Tally
from summarizer.pipeline.spreading import Aside, aside, spread
from summarizer.prompts import Prompt, read_prompt
from summarizer.rules import answer as answer_by_rules
from summarizer.schema import Article, Failure, Summary, UsageRecord
from summarizer.terms import ArticleStatus

if TYPE_CHECKING:
    from summarizer.llm import Model

Tell = Callable[[str], None]
"""Takes one line about what happens, for the person who waits."""


@dataclass(frozen=True)
class Extraction:
    """All articles with their statements, what could not be done, and what it cost."""

    summaries: tuple[Summary, ...]
    failures: tuple[Failure, ...]
    usage: UsageRecord
    sent: int


@dataclass(frozen=True)
class Asking:
    """What the extraction of every article of a run shares."""

    model: Model
    first: Prompt
    more: Prompt
    tally: Tally
    tell: Tell
    aside: Aside


def extract_by_rules(articles: Sequence[Article], tell: Tell) -> Extraction:
    """All articles without a model: the statements that scanners can tell."""
    summaries = []
    for summary in spread(read_by_rules, articles):
        tell(f"read {summary.article.path} by rules: {len(summary.claims)} statements")
        summaries.append(summary)
    return Extraction(tuple(summaries), (), UsageRecord(), 0)


def read_by_rules(article: Article) -> Summary:
    """One article's statements that scanners can tell."""
    numbered = number_sentences(article)
    return ground(numbered, [], [answer_by_rules(numbered)])


async def extract_all(articles: Sequence[Article], model: Model, tell: Tell) -> Extraction:
    """All articles by the model, at once. Raises ModelSetupError if every call would fail."""
    with aside(len(articles)) as elsewhere:
        asking = Asking(model, read_prompt("extract"), read_prompt("extract_more"), Tally(), tell, elsewhere)
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(_extract(article, asking)) for article in articles]
        except* ModelSetupError as errors:
            raise errors.exceptions[0] from None
    summaries = tuple(task.result()[0] for task in tasks)
    lost = tuple(failure for task in tasks for failure in task.result()[1])
    return Extraction(summaries, (*failed(summaries), *lost), asking.tally.record(), model.sent)


async def _extract(article: Article, asking: Asking) -> tuple[Summary, list[Failure]]:
    """One article's statements; a failure of its own calls is kept with it, the other articles go on.

    What takes the processor goes on beside the loop, which has the other articles' calls to attend to.
    """
    numbered = await asking.aside(number_sentences, article)
    ranges = list(parts(numbered))
    try:
        first = await asyncio.gather(*(_ask(numbered, numbered.lines(*r), asking, asking.first) for r in ranges))
    except ModelSetupError:
        raise
    except ModelError as error:
        asking.tell(f"no answer: {error}")
        return Summary(article=article, status=ArticleStatus.FAILED, failure=str(error)), []
    summary, failures = await _audited(numbered, first, asking)
    asking.tell(f"read {article.path}: {_told(summary)}")
    return summary, failures


async def _audited(numbered: Numbered, answers: Sequence[ArticleAnswer], asking: Asking) -> tuple[Summary, list[Failure]]:
    """What the answers give, and one more about what they left if they cover less than half of the numbers and quotations.

    A smaller rest is read by rules alone: asked about it once more, the model seldom has anything to add.
    """
    summary, left = await asking.aside(_grounded, numbered, answers)
    if not left:
        return summary, []
    try:
        more = await _ask(numbered, context_lines(numbered, left), asking, asking.more)
    except ModelSetupError:
        raise
    except ModelError as error:
        why = f"the second question, about {len(left)} sentences, got no answer ({error}); only rules read them"
        return summary, [Failure(stage="audit", what=numbered.article.path, why=why, exit_code=0)]
    summary, _ = await asking.aside(_grounded, numbered, [*answers, more])
    return summary, []


def _grounded(numbered: Numbered, answers: Sequence[ArticleAnswer]) -> tuple[Summary, tuple[int, ...]]:
    """The summary of these answers and of what they left as rules read it.

    Where they cover less than half of the numbers and quotations, also the numbers of the sentences that they left.
    """
    summary = ground_with_rest(numbered, answers, lambda rest: [answer_by_rules(numbered, rest)] if rest else [])
    enough = summary.covered * 2 >= summary.checkable
    return summary, () if enough else uncovered_sentences(numbered, ground(numbered, answers))


def _told(summary: Summary) -> str:
    """What came of one article, for the person who waits."""
    added = sum(claim.read_by == "rules" for claim in summary.claims)
    by_rules = f", {added} of them by rules" if added else ""
    return f"{len(summary.claims)} statements{by_rules}, {len(summary.missing)} not found in the text"


async def _ask(numbered: Numbered, lines: str, asking: Asking, prompt: Prompt) -> ArticleAnswer:
    article = numbered.article
    messages = prompt.messages(
        outlet=article.outlet or "unknown",
        title=article.title or "unknown",
        published=_published(article),
        language=_language(article),
        sentences=lines,
    )
    reply = await asking.model.ask(messages, ArticleAnswer, article.path)
    asking.tally.add(reply)
    return reply.answer


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
    """A failure for each article that could not be extracted."""
    return tuple(
        Failure(stage="extract", what=s.article.path, why=s.failure or "no answer", exit_code=ModelError.exit_code)
        for s in summaries
        if s.status is ArticleStatus.FAILED
    )
