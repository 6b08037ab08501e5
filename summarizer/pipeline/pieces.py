"""The questions about one article: one for most; several for a long one, or where a question or its answer is too long.

What one of them fails to read is named and takes nothing from the others.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.answers import ArticleAnswer
from summarizer.errors import AnswerCut, AnswerNotRecorded, ModelError, ModelSetupError, RequestTooLong
from summarizer.events import Event, Split, Tell
from summarizer.ground import Numbered, parts

if TYPE_CHECKING:
    from summarizer.llm import Reply

MOST_SPLITS = 3
"""How often a part that is too long for the model is halved: the pieces are then an eighth of it."""
MOST_CUTS = 2
"""How often an answer that breaks off is asked to go on; a model that repeats itself would never come to an end."""
MOST_CUT_HALVINGS = 1
"""How often a part is halved whose answer breaks off before its first statement: unlike a rejection each is paid for."""
MOST_CUT_IN_VAIN = 3
"""How many answers about one part may in a row break off before the rest of it is left to rules."""
MOST_IN_VAIN = 5
"""How many questions about one part may in a row give no whole answer before the rest of it is left to rules: three halvings
down to the one place that is too long, and one more."""
FEWEST_ACCEPTED, ACCEPTED_A_SENTENCE = 60, 6
"""Statements accepted of one answer. Articles have one to three a sentence; more are a flood that every later step pays for."""

Ask = Callable[[int, int], Awaitable["Reply[ArticleAnswer]"]]
"""Asks about the sentences from one number to another, both included."""


@dataclass(frozen=True)
class Unread:
    """Sentences, by their numbers, that the model has not read, and why."""

    first: int
    last: int
    why: str

    def __str__(self) -> str:
        where = f"sentence {self.first}" if self.first == self.last else f"sentences {self.first} to {self.last}"
        return f"{where}: {self.why}"


@dataclass(frozen=True)
class Pieces:
    """What came of all questions about an article, in its order.

    Attributes:
        dropped: what could not be used of the answers, a line each.
        requests: the identities of the requests that got them.
    """

    answers: tuple[ArticleAnswer, ...]
    unread: tuple[Unread, ...]
    dropped: tuple[str, ...]
    requests: tuple[str, ...] = ()

    def is_unread(self, sentence: int) -> bool:
        """Whether the model has not read the sentence of this number."""
        return any(one.first <= sentence <= one.last for one in self.unread)


def most_statements(first: int, last: int) -> int:
    """How many statements of an answer about these sentences are accepted."""
    return max(FEWEST_ACCEPTED, ACCEPTED_A_SENTENCE * (last - first + 1))


async def in_pieces(numbered: Numbered, ask: Ask, tell: Tell) -> Pieces:
    """Ask about a whole article. `tell` is told once if it has to be split. Raises ModelSetupError."""
    once = _Once(tell)
    asked = (_Asker(numbered, ask, once).read(*part, level=0) for part in parts(numbered))
    found = [one for ones in await asyncio.gather(*asked) for one in ones]
    replies = [one for one in found if not isinstance(one, Unread)]
    return Pieces(
        answers=tuple(reply.answer for reply in replies),
        unread=tuple(one for one in found if isinstance(one, Unread)),
        dropped=tuple(line for reply in replies for line in reply.dropped),
        requests=tuple(dict.fromkeys(request for reply in replies for request in reply.requests)),
    )


@dataclass
class _Once:
    """Tells the first event that it is given."""

    tell: Tell
    told: bool = False

    def __call__(self, event: Event) -> None:
        if not self.told:
            self.told = True
            self.tell(event)


@dataclass
class _Asker:
    """Asks about one part of an article, and splits it where it is too long.

    Attributes:
        in_vain: questions since the last whole answer; cut: answers since then that broke off.
    """

    numbered: Numbered
    ask: Ask
    tell: Tell
    in_vain: int = 0
    cut: int = 0

    def is_in_vain(self) -> bool:
        """More questions about this part would probably be wasted."""
        return self.in_vain >= MOST_IN_VAIN or self.cut >= MOST_CUT_IN_VAIN

    async def read(self, first: int, last: int, *, level: int) -> list[Reply[ArticleAnswer] | Unread]:
        """What comes of asking about these sentences: answers and what is left unread, in order."""
        try:
            reply = await self.ask(first, last)
        except ModelSetupError:
            raise
        except ModelError as error:
            return await self._unanswered(first, last, error, level)
        if reply.complete:
            self.in_vain = self.cut = 0
        else:
            return [reply, *await self._rest(reply, first, last, level)]
        if not reply.answer.statements and any(line.startswith("statements") for line in reply.dropped):
            return [reply, Unread(first, last, "none of the statements in the answer could be used")]
        return [reply]

    async def _unanswered(self, first: int, last: int, error: ModelError, level: int) -> list[Reply[ArticleAnswer] | Unread]:
        """What comes of sentences about which a question got no answer that can be used."""
        self.in_vain += not isinstance(error, AnswerNotRecorded)
        if isinstance(error, AnswerCut):
            self.cut += 1
            return await self._halved(first, last, error, level, MOST_CUT_HALVINGS)
        if isinstance(error, RequestTooLong):
            return await self._halved(first, last, error, level, MOST_SPLITS)
        if isinstance(error, AnswerNotRecorded):
            # A replay has no answer to what was too long for the model; it may have those to its halves.
            halves = await self._halved(first, last, error, level, MOST_SPLITS)
            if any(not isinstance(one, Unread) for one in halves):
                return halves
        return [Unread(first, last, str(error))]

    async def _rest(
        self, reply: Reply[ArticleAnswer], first: int, last: int, level: int
    ) -> list[Reply[ArticleAnswer] | Unread]:
        """What comes of asking about the sentences that an answer did not get to before it broke off."""
        self.in_vain += 1
        self.cut += 1
        reached = last_cited(reply.answer, first, last)
        if reached is None:
            error = AnswerCut("the answer was cut off before its first statement")
            return await self._halved(first, last, error, level, MOST_CUT_HALVINGS)
        # More may be said in the sentence that the last whole statement cites.
        rest = reached if reached > first else first + 1
        if rest > last or level >= MOST_CUTS or self.is_in_vain():
            return [Unread(min(rest, last), last, "the answer broke off" + (" again" if level else ""))]
        return await self.read(rest, last, level=level + 1)

    async def _halved(
        self, first: int, last: int, error: ModelError, level: int, most: int
    ) -> list[Reply[ArticleAnswer] | Unread]:
        """What comes of asking about both halves; nothing if that has been done too often, or there is one sentence only."""
        if level >= most or first >= last or self.is_in_vain():
            return [Unread(first, last, str(error))]
        if not isinstance(error, AnswerNotRecorded):
            self.tell(Split(self.numbered.article.path))
        middle = last_of_half(self.numbered, first, last)
        # One after the other, so that a model to which everything is too long is not asked about both.
        left = await self.read(first, middle, level=level + 1)
        if self.is_in_vain():
            return [*left, Unread(middle + 1, last, str(error))]
        return [*left, *await self.read(middle + 1, last, level=level + 1)]


def last_cited(answer: ArticleAnswer, first: int, last: int) -> int | None:
    """How far into these sentences an answer got; None if it cites none of them.

    Of a statement that cites several the first one counts: what the lead says is said again far below.
    """
    cited = [[number for number in statement.sents if first <= number <= last] for statement in answer.statements]
    return max((min(numbers) for numbers in cited if numbers), default=None)


def last_of_half(numbered: Numbered, first: int, last: int) -> int:
    """The sentence after which these are split into halves: the end of a paragraph, if one is near the middle."""
    spans, text = numbered.spans, numbered.article.text
    start, end = spans[first - 1].start, spans[last - 1].end
    middle, near = (start + end) / 2, (end - start) / 4

    def order(number: int) -> tuple[bool, float]:
        away = abs(spans[number - 1].end - middle)
        ends_paragraph = "\n" in text[spans[number - 1].end : spans[number].start]
        return not (ends_paragraph and away <= near), away

    return min(range(first, last), key=order)


def unread_text(unread: Sequence[Unread], sentences: int) -> str:
    """Which sentences of an article the model has not read, and why."""
    return f"the model has not read all of its {sentences:,} sentences ({'; '.join(map(str, unread))}); only rules read those"
