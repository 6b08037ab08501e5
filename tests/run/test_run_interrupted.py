"""Ctrl-C once: the run ends when what was on its way is kept, whatever it is doing with what it has."""

from __future__ import annotations

import asyncio
import signal
import time
from dataclasses import dataclass
from typing import Any, cast

import pytest

from summarizer.errors import BudgetReached
from summarizer.events import Event, Stopping
from summarizer.llm import Model
from summarizer.pipeline import interrupting
from summarizer.pipeline.interrupting import Interruption, finished


@dataclass
class Asked:
    """A model with one answer on its way, which takes three looks to be kept."""

    under_way: int = 1
    looks: int = 3
    stopped: bool = False

    @property
    def is_idle(self) -> bool:
        self.looks -= 1
        return self.looks <= 0

    def stop(self, _: Any) -> None:
        self.stopped = True


async def computes_on() -> None:
    """Work in small steps that has nothing more to ask, and takes long."""
    for _ in range(500):
        await asyncio.sleep(0.01)


def test_a_run_ends_when_what_was_on_its_way_is_kept() -> None:
    model, told = Asked(), list[Event]()

    async def work(interruption: Interruption) -> None:
        interruption.watch(cast("Model", model))
        signal.raise_signal(signal.SIGINT)
        await computes_on()

    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        finished(work, told.append)
    assert time.monotonic() - start < 2
    assert (model.stopped, model.looks) == (True, 0)
    assert told == [Stopping(1)]
    assert "Ctrl-C again" in str(told[0])


def test_an_answer_that_has_come_and_is_not_kept_yet_is_waited_for() -> None:
    model = Asked(under_way=0)

    async def work(interruption: Interruption) -> None:
        interruption.watch(cast("Model", model))
        signal.raise_signal(signal.SIGINT)
        await computes_on()

    with pytest.raises(KeyboardInterrupt):
        finished(work, lambda _: None)
    assert (model.stopped, model.looks) == (True, 0)


def test_an_interrupted_run_is_that_though_its_budget_is_reached_as_well() -> None:
    async def work(interruption: Interruption) -> None:
        interruption.watch(cast("Model", Asked()))
        signal.raise_signal(signal.SIGINT)
        raise BudgetReached("reached")

    with pytest.raises(KeyboardInterrupt):
        finished(work, lambda _: None)


def test_an_interruption_in_the_very_step_in_which_the_work_ends_is_one() -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    async def work() -> None:
        loop = asyncio.get_running_loop()
        loop.call_soon(lambda: loop.call_soon(interrupt))
        await asyncio.sleep(0)

    with pytest.raises(KeyboardInterrupt):
        interrupting._run(work())
