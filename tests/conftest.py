"""Recorded answers for the tests: matched on method, path and JSON body, scrubbed, all of them played."""

from __future__ import annotations

import itertools
import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from vcr.cassette import Cassette
from vcr.request import Request

from summarizer.store import cassette as readable

# A busy machine is no failure; where CI runs, the same examples are tried each time.
settings.register_profile("steady", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("steady")

CASSETTES = Path(__file__).parent.parent / "cassettes"
HOST = "http://llm.test"
KEPT_HEADERS = {"content-type", "retry-after"}
STORE_NUMBERS = itertools.count()
MOST_WORKERS = 8
"""Each worker collects every test first, so that more of them soon cost more than they save."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    return min(MOST_WORKERS, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1)


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No key, endpoint or store of the person who runs the tests, and none of the authorities that the machine trusts."""
    for name in list(os.environ):
        if name.startswith(("OPENAI_", "SUMMARIZER_")) and not name.startswith("SUMMARIZER_RECORD"):
            monkeypatch.delenv(name)
    folder = tmp_path_factory.getbasetemp()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "no-settings"))
    monkeypatch.setenv("SUMMARIZER_STORE", str(folder / f"answers{next(STORE_NUMBERS)}.sqlite"))
    if "SUMMARIZER_RECORD_MODEL" not in os.environ:
        # A client reads them all when it is made, which takes longer than most tests.
        monkeypatch.delenv("SSL_CERT_FILE", raising=False)
        monkeypatch.setenv("SSL_CERT_DIR", str(folder))


@pytest.fixture(scope="module")
def vcr_cassette_dir() -> str:
    return str(CASSETTES / "stories")


@pytest.fixture(scope="module")
def vcr_config() -> dict[str, Any]:
    return {
        "match_on": ["method", "path", "json_body"],
        "before_record_request": _scrub_request,
        "before_record_response": _scrub_response,
        "decode_compressed_response": True,
    }


def pytest_recording_configure(config: pytest.Config, vcr: Any) -> None:
    vcr.register_serializer("yaml", readable)
    vcr.register_matcher("json_body", _same_json_body)


@pytest.fixture(autouse=True)
def _every_answer_is_played(request: pytest.FixtureRequest):
    """An answer that no request asks for any more is a leftover."""
    cassette: Cassette | None = request.getfixturevalue("vcr") if request.node.get_closest_marker("vcr") else None
    yield
    if cassette is not None and not cassette.dirty:
        assert cassette.all_played


def _same_json_body(left: Request, right: Request) -> bool:
    """No assertion: pytest would lay the two prompts side by side for every answer that is not the one looked for."""
    return json.loads(left.body) == json.loads(right.body)


def _scrub_request(request: Request) -> Request:
    request.uri = f"{HOST}{request.path}"
    for name in [n for n in request.headers if n.lower() not in KEPT_HEADERS]:
        del request.headers[name]
    return request


def _scrub_response(response: dict[str, Any]) -> dict[str, Any]:
    headers = response.get("headers", {})
    response["headers"] = {k: v for k, v in headers.items() if k.lower() in KEPT_HEADERS}
    return response
