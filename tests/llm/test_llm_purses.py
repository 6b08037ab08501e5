"""What a request is paid from is opened in its turn, and a request that waited for it keeps to the queue."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, Self

import pytest
from llm.faulty_endpoint import CANARY, Endpoint, completion, error, says

from summarizer.llm.budget import Budget, Purse
from summarizer.llm.clock import Clock
from summarizer.llm.sending import Sender
from summarizer.settings import ModelSettings
from summarizer.spending import Spent

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

ASKED = {"model": "m", "messages": [{"role": "user", "content": "x" * 400}]}
OK = says(completion({"title": "Ferry"}))


class Late(Purse):
    """A purse that has its money only when it is told."""

    def __init__(self, filled: asyncio.Event) -> None:
        super().__init__(Budget(None), "run", ASKED, lambda _: None)
        self.filled = filled

    async def __aenter__(self) -> Self:
        await self.filled.wait()
        await super().__aenter__()
        return self


def sender_at(endpoint: Endpoint, **settings: Any) -> Sender:
    return Sender(ModelSettings(model="m", base_url=endpoint.url, api_key=CANARY, **settings), Clock(chance=lambda: 0.0))


async def until(condition: Callable[[], bool]) -> None:
    for _ in range(2000):
        if condition():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("what the test waits for did not happen")


def test_who_waited_for_money_does_not_send_in_a_pause_that_began_meanwhile(endpoint: Endpoint) -> None:
    endpoint.script = [error(429, "slow down", retry_after="0.4"), OK]

    async def ask() -> None:
        sender, filled = sender_at(endpoint), asyncio.Event()

        async def fill() -> None:
            await until(lambda: sender._gate.is_paused)
            filled.set()
            await asyncio.sleep(0.2)
            assert endpoint.hits == 1

        try:
            await asyncio.gather(sender.send(ASKED, "a"), sender.send(ASKED, "b", purse=Late(filled)), fill())
        finally:
            await sender.close()

    asyncio.run(ask())
    assert endpoint.hits == 3


def test_a_try_that_was_cancelled_on_its_way_is_charged(endpoint: Endpoint) -> None:
    endpoint.script = [lambda handler: handler.server.released.wait(5)]
    charged: list[Spent] = []

    async def ask() -> None:
        sender = sender_at(endpoint)
        purse = Purse(Budget(None), "run", ASKED, charged.append)
        task = asyncio.ensure_future(sender.send(ASKED, "a", purse=purse))
        await until(lambda: endpoint.hits == 1)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await sender.close()

    asyncio.run(ask())
    assert [(one.output_tokens, one.estimated) for one in charged] == [(0, True)]
    assert charged[0].input_tokens > 100
