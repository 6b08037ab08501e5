"""Answers recorded earlier, in place of a model."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.errors import AnswerNotRecorded, ConfigError, StoreError
from summarizer.spending import Spent
from summarizer.store.cassette import load_cassette
from summarizer.store.keys import canonical_json, digest, request_key

SQLITE_MAGIC = b"SQLite format 3\x00"
SUFFIXES = {".yaml", ".yml", ".sqlite", ".sqlite3", ".db"}
"""What is read in a folder; a file that is named directly may be called anything."""
OK = 200
SHOWN = 30
"""Characters shown of each of two values that differ."""
MISSING = object()


@dataclass(frozen=True)
class Recording:
    """One recorded answer: where it stands, what was asked, and the raw body that came back."""

    place: str
    request: Mapping[str, Any]
    response: str


class RecordedAnswers:
    """A cassette, an answer store, or a folder of them, read once; nothing is ever sent or written.

    Only answers with status 200 count. Of several to one request the first counts, files in the order of their names.

    Raises:
        ConfigError: there is no such path, or nothing recorded in it.
        StoreError: a file in it cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self.path = Path(path)
        self._recordings: dict[str, Recording] = {}
        for file in _files(self.path):
            for recording in _read(file):
                self._recordings.setdefault(request_key(recording.request), recording)
        if not self._recordings:
            raise ConfigError(f"{self.path}: holds no recorded answers")

    def __len__(self) -> int:
        """How many requests have an answer here."""
        return len(self._recordings)

    def kept(self, key: str) -> Recording | None:
        """What is recorded under the key of a request."""
        return self._recordings.get(key)

    @property
    def model(self) -> str:
        """The model's name in the recorded requests, which a replay has to ask for.

        Raises:
            ConfigError: they name several, or none.
        """
        names = sorted({str(recording.request.get("model", "")) for recording in self._recordings.values()})
        if len(names) == 1 and names[0]:
            return names[0]
        listed = ", ".join(name or "(none)" for name in names)
        raise ConfigError(f"{self.path}: recorded with several models ({listed}); name one with --model")

    def find(self, endpoint: str, request: Mapping[str, Any]) -> str:  # noqa: ARG002  # the signature of an answer book
        """The recorded answer to this very request body; the endpoint does not matter.

        Raises:
            AnswerNotRecorded: there is none; says which recording comes nearest and where it differs.
        """
        recording = self._recordings.get(request_key(request))
        if recording is None:
            raise AnswerNotRecorded(self._miss(request))
        return recording.response

    def keep(
        self,
        endpoint: str,  # noqa: ARG002
        request: Mapping[str, Any],  # noqa: ARG002
        response: str,  # noqa: ARG002
        *,
        spent: Spent | None = None,  # noqa: ARG002
        instead: bool = False,  # noqa: ARG002
    ) -> None:
        """A replay keeps nothing.

        Raises:
            StoreError: always.
        """
        raise StoreError(f"{self.path}: recorded answers are not written to in a replay")

    def spent(self, run: str) -> tuple[Spent, ...]:  # noqa: ARG002
        """What this run has paid so far, in this process and before."""
        return ()

    def charge(self, endpoint: str, request: Mapping[str, Any], spent: Spent) -> None:
        """Nothing is sent in a replay, so nothing is lost."""

    def claim(self, endpoint: str, request: Mapping[str, Any]) -> bool:  # noqa: ARG002
        """Whether this request is ours to send; False while another live process is asking for its answer."""
        return True

    def release(self, endpoint: str, request: Mapping[str, Any]) -> None:
        """Give a claim back, whether or not an answer came."""

    def _miss(self, request: Mapping[str, Any]) -> str:
        place, difference = min(
            ((recording.place, _differences(recording.request, request)) for recording in self._recordings.values()),
            key=lambda candidate: (len(candidate[1]), -candidate[1][0].at, candidate[0]),
        )
        return (
            f"no recorded answer to this request. Nearest of {len(self)}: {place}, which differs at "
            f"{difference[0]}. A replay never asks a model: use the articles, prompts and --model of the "
            "recording, or record again"
        )


@dataclass(frozen=True)
class Difference:
    """The place where two requests first differ: a JSON path, and a character for two strings."""

    path: str
    recorded: str
    now: str
    at: int = 0

    def __str__(self) -> str:
        where = f"{self.path} character {self.at}" if self.at else self.path
        return f"{where}: recorded {self.recorded}, now {self.now}"


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(file for file in path.rglob("*") if file.suffix in SUFFIXES and file.is_file())
    if not path.exists():
        raise ConfigError(f"{path}: there are no recorded answers there; --replay takes a file or a folder")
    if not path.is_file():
        raise ConfigError(f"{path}: is no regular file, and may never end; --replay takes a file or a folder")
    return [path]


def _read(path: Path) -> list[Recording]:
    try:
        with path.open("rb") as file:
            is_database = file.read(len(SQLITE_MAGIC)) == SQLITE_MAGIC
        return list(_from_database(path) if is_database else _from_cassette(path))
    except StoreError as error:
        raise StoreError(f"{path}: {error}") from error
    except (OSError, ValueError, TypeError, MemoryError, RecursionError, sqlite3.Error) as error:
        raise StoreError(f"{path}: recorded answers cannot be read ({error})") from error


def _from_cassette(path: Path) -> Iterator[Recording]:
    for number, interaction in enumerate(load_cassette(path.read_text(encoding="utf-8"))["interactions"], start=1):
        request = _json_object(interaction["request"].get("body"))
        response = _body_text(interaction["response"])
        if request is not None and response is not None:
            yield Recording(f"{path.name} interaction {number}", request, response)


def _body_text(response: Mapping[str, Any]) -> str | None:
    body = response.get("body")
    text = body.get("string") if isinstance(body, dict) else body
    if (response.get("status") or {}).get("code") != OK:
        return None
    return text.decode("utf-8") if isinstance(text, bytes) else text


def _json_object(body: Any) -> dict[str, Any] | None:
    try:
        data = json.loads(body) if isinstance(body, str | bytes) else body
    except ValueError:
        return None
    return data if isinstance(data, dict) else None


def _from_database(path: Path) -> Iterator[Recording]:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        query = "SELECT request, response, checksum FROM answers ORDER BY created_at, request_key"
        rows = connection.execute(query).fetchall()
    finally:
        connection.close()
    for number, (request, response, checksum) in enumerate(rows, start=1):
        if not isinstance(response, str) or digest(response) != checksum:
            raise StoreError(f"the answer in row {number} is damaged (its checksum is wrong); restore the file from a copy")
        yield Recording(f"{path.name} row {number}", json.loads(request), response)


def _differences(recorded: Any, now: Any, path: str = "$") -> list[Difference]:
    """Every place where two JSON values differ, the model's name first and then in the order of keys."""
    if isinstance(recorded, dict) and isinstance(now, dict):
        keys = sorted({*recorded, *now}, key=lambda key: (key != "model", key))
        pairs = [(f"{path}.{key}", recorded.get(key, MISSING), now.get(key, MISSING)) for key in keys]
    elif isinstance(recorded, list) and isinstance(now, list):
        length = max(len(recorded), len(now))
        pairs = [(f"{path}[{n}]", _item(recorded, n), _item(now, n)) for n in range(length)]
    else:
        return [] if _same(recorded, now) else [_difference(recorded, now, path)]
    return [found for where, left, right in pairs for found in _differences(left, right, where)]


def _same(left: Any, right: Any) -> bool:
    # 1 and True, and 1 and 1.0, are equal in Python and different on the wire.
    return type(left) is type(right) and bool(left == right)


def _item(items: list[Any], number: int) -> Any:
    return items[number] if number < len(items) else MISSING


def _difference(recorded: Any, now: Any, path: str) -> Difference:
    if not (isinstance(recorded, str) and isinstance(now, str)):
        return Difference(path, _shown(recorded), _shown(now))
    at = _common_prefix(recorded, now)
    start = max(0, at - SHOWN // 3)
    return Difference(path, _shown(recorded[start:]), _shown(now[start:]), at)


def _common_prefix(left: str, right: str) -> int:
    """How many characters two texts share at the start, by halving: texts are long and many."""
    low, high = 0, min(len(left), len(right))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if left[low:middle] == right[low:middle] else (low, middle - 1)
    return low


def _shown(value: Any) -> str:
    if value is MISSING:
        return "nothing"
    text = canonical_json(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
