"""Two processes on one store: one of them asks, the other waits for its answer."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarizer.events import Tell, WaitingForOther

if TYPE_CHECKING:
    from summarizer.llm.model import AnswerBook
    from summarizer.llm.sending import Clock

FIRST_WAIT_S, LONGEST_WAIT_S = 0.05, 1.0


@dataclass(frozen=True)
class Claims:
    """Claims requests of one endpoint in a book. `tell` is told where another process is waited for."""

    book: AnswerBook
    endpoint: str
    clock: Clock
    tell: Tell

    @asynccontextmanager
    async def held(self, request: Mapping[str, Any], kept: Callable[[], str | None], label: str) -> AsyncIterator[str | None]:
        """Gives the answer that another process kept meanwhile, or None while the request is ours to send.

        `kept` looks the answer up; it may raise to end the waiting. The claim is given back at the end, whether or not an
        answer came.
        """
        wait = FIRST_WAIT_S
        while not self.book.claim(self.endpoint, request):
            if wait == FIRST_WAIT_S:
                self.tell(WaitingForOther(label))
            await self.clock.sleep(wait)
            wait = min(LONGEST_WAIT_S, wait * 2)
            if (answer := kept()) is not None:
                yield answer
                return
        try:
            # The other process may have kept its answer between the last look and the claim.
            yield kept()
        finally:
            self.book.release(self.endpoint, request)
