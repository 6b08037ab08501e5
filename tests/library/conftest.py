"""What is left behind by a call."""

from __future__ import annotations

import threading

import pytest


@pytest.fixture(autouse=True)
def _nothing_is_left_behind():
    """No thread outlives a call."""
    before = set(threading.enumerate())
    yield
    assert [thread for thread in threading.enumerate() if thread not in before and thread.name == "summarizer"] == []
