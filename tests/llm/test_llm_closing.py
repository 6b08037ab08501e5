"""Connections are closed whatever happens while they are."""

from __future__ import annotations

import asyncio

import pytest

from summarizer.llm import Model
from summarizer.settings import ModelSettings
from summarizer.store import AnswerStore


def test_what_is_cancelled_while_it_closes_is_closed_all_the_same(tmp_path, monkeypatch):
    steps: list[str] = []
    begun = asyncio.Event()

    async def slow_close(_: object) -> None:
        steps.append("closing")
        begun.set()
        await asyncio.sleep(0.05)
        steps.append("closed")

    monkeypatch.setattr("summarizer.llm.sending.Sender.close", slow_close)

    async def use() -> None:
        with AnswerStore(tmp_path / "answers.sqlite") as book:
            async with Model(ModelSettings(model="m", api_key="k"), book):
                pass

    async def main() -> None:
        task = asyncio.ensure_future(use())
        await begun.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(main())
    assert steps == ["closing", "closed"]
