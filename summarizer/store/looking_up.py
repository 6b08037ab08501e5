"""Answers by the key of their request, out of a store or a recording, without a request at hand."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from summarizer.errors import StoreError
from summarizer.store.keys import canonical_json, digest
from summarizer.store.recorded import SQLITE_MAGIC, RecordedAnswers

Answers = dict[str, tuple[str, str]]
"""Requests in their one spelling, and the raw answers, by the key of the request."""


def answers_at(path: Path, keys: Iterable[str], host: str = "") -> Answers:
    """The requests of these keys with their answers, as far as they are kept there. Nothing is written.

    Args:
        path: an answer store, a cassette, or a folder of them.
        keys: SHA-256 of the requests.
        host: of the endpoint; where several endpoints answered one request it is the answer of this one.

    Raises:
        ConfigError: there is no such recording.
        StoreError: it cannot be read, or an answer in it is damaged.
    """
    path = Path(path)
    if _is_database(path):
        return _from_store(path, keys, host)
    recorded = RecordedAnswers(path)
    found = ((key, recorded.kept(key)) for key in keys)
    return {key: (canonical_json(one.request), one.response) for key, one in found if one is not None}


def _is_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE_MAGIC)) == SQLITE_MAGIC
    except OSError:
        return False


def _from_store(path: Path, keys: Iterable[str], host: str) -> Answers:
    query = "SELECT endpoint, request, response, checksum FROM answers WHERE request_key = ? ORDER BY created_at, endpoint"
    answers: Answers = {}
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            for key in keys:
                rows = connection.execute(query, (key,)).fetchall()
                rows.sort(key=lambda row: _host(row[0]) != host)
                for _, request, response, checksum in rows[:1]:
                    answers[key] = _whole(path, key, request, response, checksum)
        finally:
            connection.close()
    except (sqlite3.Error, ValueError) as error:
        raise StoreError(f"{path}: answers cannot be read ({error}); restore the file from a copy") from error
    return answers


def _whole(path: Path, key: str, *row: object) -> tuple[str, str]:
    request, response, checksum = row
    if not isinstance(request, str) or not isinstance(response, str) or digest(response) != checksum:
        raise StoreError(f"{path}: the answer kept for request {key[:16]} is damaged; restore the file from a copy")
    return request, response


def _host(endpoint: object) -> str:
    parts = urlsplit(str(endpoint))
    return f"{parts.hostname or ''}" + (f":{parts.port}" if parts.port else "")
