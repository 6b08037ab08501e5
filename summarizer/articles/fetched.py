"""What the list beside fetched pages (`summarizer.fetched_pages`) says of one file: its address, and the server's charset."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path

from summarizer.articles.draft import Draft, Facts
from summarizer.articles.fields import web_address
from summarizer.digests import sha256_of
from summarizer.fetched_pages import MOST_BYTES, NAME, FetchedPage, is_list, pages_in

_HEAD = 4_000
_CHANGED = f"was changed since it was fetched, so what {NAME} says of it is not used"


@dataclass(frozen=True, slots=True)
class Told:
    """What a list of fetched pages tells of a file.

    Attributes:
        url: the address that the page came from.
        charset: what the server declared.
        note: why the list is not used, where it names the file.
    """

    url: str | None = None
    charset: str | None = None
    note: str | None = None

    def added_to(self, draft: Draft) -> Draft:
        """The draft with the address where it names none itself."""
        notes = (*draft.notes, self.note) if self.note else draft.notes
        return replace(draft, facts=draft.facts.or_else(Facts(url=self.url)), notes=notes)

    def as_argument(self) -> str:
        """It as one argument for another process."""
        return json.dumps(asdict(self))


NOTHING_TOLD = Told()


def told_in(argument: str) -> Told:
    """What `as_argument` wrote."""
    return Told(**json.loads(argument))


def is_list_file(path: str | os.PathLike[str]) -> bool:
    """The file is a list of fetched pages, whatever it is called: no article, and nothing to complain of."""
    if not os.fsdecode(path).lower().endswith((".jsonl", ".json")):
        return False
    try:
        if not Path(path).is_file():
            return False
        with Path(path).open("rb") as stream:
            return is_list(stream.read(_HEAD))
    except (OSError, ValueError):
        return False


def told_of(path: str | os.PathLike[str], data: bytes) -> Told:
    """What the list in a file's folder says of it. It counts only for the very bytes that were fetched."""
    where = Path(os.fsdecode(path))
    page = _pages_beside(where).get(where.name)
    if page is None:
        return NOTHING_TOLD
    if sha256_of(data) != page.sha256:
        return Told(note=_CHANGED)
    return Told(web_address(page.reached), page.charset)


def _pages_beside(file: Path) -> dict[str, FetchedPage]:
    beside = file.parent / NAME
    try:
        status = beside.stat()
        if not beside.is_file() or status.st_size > MOST_BYTES:
            return {}
    except (OSError, ValueError):
        return {}
    return _pages(str(beside), status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=16)
def _pages(path: str, _changed: int, _size: int) -> dict[str, FetchedPage]:
    """The pages of a list, read once for all the files of its folder as long as it stays as it is."""
    try:
        with Path(path).open("rb") as stream:
            return pages_in(stream.read(MOST_BYTES))
    except (OSError, ValueError):
        return {}
