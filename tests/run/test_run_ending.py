"""A run that an error ends says that error alone."""

from __future__ import annotations

import asyncio
import gc

import pytest

from summarizer.errors import StoreError
from summarizer.pipeline.interrupting import finished


@pytest.mark.parametrize("apart", range(6))
def test_errors_that_come_while_the_first_one_ends_the_run_are_not_told(caplog, apart):
    async def fails_after(steps):
        for _ in range(steps):
            await asyncio.sleep(0)
        raise StoreError("the disk is full")

    async def work(_):
        await asyncio.gather(*(fails_after(steps) for steps in (0, apart, apart + 1)))

    with pytest.raises(StoreError):
        finished(work, lambda _: None)
    gc.collect()
    assert [record.getMessage() for record in caplog.records] == []
