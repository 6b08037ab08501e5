from __future__ import annotations

import pytest
from fetching.page_server import Site

from summarizer.fetching import Asker, Limits, Wanted, Wishes, fetch
from summarizer.fetching.network import resolve


@pytest.fixture
def site():
    made = Site()
    yield made
    made.close()


@pytest.fixture
def get(tmp_path):
    """Fetches addresses into a folder; gives what came of each."""

    def run(*addresses, resolver=resolve, folder="pages", wishes=None, **limits):
        asker = Asker(Limits(**{"pause_s": 0.0, "allow_private": True, "page_s": 5.0, **limits}), resolver)
        try:
            wanted = [Wanted(one) for one in addresses]
            return fetch(wanted, tmp_path / folder, asker, lambda _: None, wishes=wishes or Wishes()).pages
        finally:
            asker.close()

    return run
