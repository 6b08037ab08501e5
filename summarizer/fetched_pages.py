"""The list that lies beside fetched pages: which address each file came from, and what the server said of it.

`fetched.jsonl`, one JSON object a page. Whoever sends a folder may have written it, so nothing in it is taken on trust:
a line that does not fit is passed over, and whoever uses an entry holds its hash to the file's bytes first.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from summarizer.characters import CONTROLS, INVISIBLE, SURROGATES

NAME = "fetched.jsonl"
MOST_BYTES = 20_000_000
_MARK, _VERSION = "fetched_page", 1
_HEAD = 4_000
_STARTS = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"fetched_page"\s*:\s*1\s*,')
_UNFIT = re.compile(f"[{CONTROLS}\\s\x85{INVISIBLE}{SURROGATES}\\\\/:]")
_ADDRESS = re.compile(r"https?://[!-~]{1,4000}", re.IGNORECASE)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_LONGEST = 4_000
_LONGEST_NAME = 255


@dataclasses.dataclass(frozen=True, slots=True)
class FetchedPage:
    """One page as it was fetched.

    Attributes:
        file: its name in the folder of the list.
        asked: the address that was asked for, without fragment.
        reached: the address that answered, after all redirects.
        time: when, in UTC (ISO 8601, whole seconds).
        status: what the server answered (200).
        content_type: the header as it came, with the charset; empty if there was none.
        etag, last_modified: for the next request; None if the server named none.
        sha256: of the file's bytes, in hex.
    """

    file: str
    asked: str
    reached: str
    time: str
    status: int
    content_type: str
    etag: str | None
    last_modified: str | None
    sha256: str

    @property
    def charset(self) -> str | None:
        """The charset that the server declared."""
        match = _CHARSET.search(self.content_type[:500])
        return match[1] if match else None


def is_list(data: bytes) -> bool:
    """The bytes are such a list, whatever their file is called."""
    return bool(_STARTS.match(data[:_HEAD]))


def written(pages: Iterable[FetchedPage]) -> bytes:
    """The list as it is written: sorted by file, so the same pages are the same bytes."""
    lines = ({_MARK: _VERSION, **dataclasses.asdict(page)} for page in sorted(pages, key=lambda page: page.file))
    return "".join(f"{json.dumps(line)}\n" for line in lines).encode()


def pages_in(data: bytes) -> dict[str, FetchedPage]:
    """The pages of a list by the names of their files. What does not fit is passed over, and a file named twice is left out."""
    found: dict[str, FetchedPage] = {}
    twice: set[str] = set()
    for line in data.decode("utf-8-sig", "replace").split("\n") if is_list(data) else ():
        page = _page(line)
        if page is not None:
            twice.update({page.file} & found.keys())
            found[page.file] = page
    return {name: page for name, page in found.items() if name not in twice}


def _page(line: str) -> FetchedPage | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict) or value.get(_MARK) != _VERSION or not _fits(value):
        return None
    known: dict[str, Any] = {field.name: value.get(field.name) for field in dataclasses.fields(FetchedPage)}
    return FetchedPage(**known)


def _fits(value: Mapping[str, Any]) -> bool:
    texts = [value.get(name) for name in ("file", "asked", "reached", "time", "content_type", "sha256")]
    maybe = [value.get(name) for name in ("etag", "last_modified")]
    return (
        all(isinstance(text, str) and len(text) <= _LONGEST for text in texts)
        and all(text is None or (isinstance(text, str) and len(text) <= _LONGEST) for text in maybe)
        and type(value.get("status")) is int
        and is_plain_name(value["file"])
        and bool(_ADDRESS.fullmatch(value["asked"]) and _ADDRESS.fullmatch(value["reached"]))
        and bool(_SHA256.fullmatch(value["sha256"]))
    )


def is_plain_name(name: str) -> bool:
    """It names a file of the folder itself, and nothing hidden or outside."""
    return 0 < len(name) <= _LONGEST_NAME and not name.startswith(".") and not _UNFIT.search(name)
