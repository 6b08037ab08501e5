"""Fixtures of the network's tests."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from llm.faulty_endpoint import Endpoint, StoppedClock


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    """A running endpoint without a script yet."""
    server = Endpoint()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.released.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def stopped() -> StoppedClock:
    """A clock that never waits."""
    return StoppedClock()


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the developer's own settings reaches a test."""
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
