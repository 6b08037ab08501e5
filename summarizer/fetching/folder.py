"""The folder that pages are kept in: readable names, whole files, and the list of what each one is."""

from __future__ import annotations

import os
import re
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote

import httpx2
from anyascii import anyascii

from summarizer.digests import sha256_of, sha256_of_text
from summarizer.errors import ConfigError, StoreError
from summarizer.fetched_pages import MOST_BYTES, NAME, FetchedPage, is_list, pages_in, written

_SLUG, _HOST = 70, 60
_TO_LETTERS = str.maketrans("0123456789abcdef", "bcdfghjkmnpqrstv")
_OUTSIDE = re.compile(r"[^a-z0-9]+")
_ENDS = re.compile(r"(?:index)?\.(?:html?|xhtml|php|aspx?|jsp|pdf|txt)$", re.IGNORECASE)


def name_of(url: httpx2.URL, suffix: str) -> str:
    """A file's name for an address: its host, its words, and eight letters that no other address has.

    It depends on the address alone, so a second run finds the file. The letters hold no digits, for digits in a file's
    name may be taken for a date.
    """
    host = _plain(url.raw_host.decode("ascii").rstrip(".").removeprefix("www."))[:_HOST].strip("-")
    words = _plain(_ENDS.sub("", unquote(url.path).rstrip("/")))
    if len(words) > _SLUG:
        words = words[:_SLUG].rpartition("-")[0] or words[:_SLUG]
    mark = sha256_of_text(str(url))[:8].translate(_TO_LETTERS)
    return "-".join(filter(None, (host or "page", words, mark))) + suffix


def _plain(text: str) -> str:
    return _OUTSIDE.sub("-", anyascii(text[:500]).lower()).strip("-")


class Folder:
    """The pages kept in one folder, and their list.

    Attributes:
        pages: by the address that was asked for.
    """

    def __init__(self, path: Path) -> None:
        """Open a folder, which need not exist yet. Raises ConfigError, StoreError."""
        self.path = path
        self._list = path / NAME
        self.pages = {page.asked: page for page in self._read().values()}

    def _read(self) -> dict[str, FetchedPage]:
        if self.path.exists() and not self.path.is_dir():
            raise ConfigError(f"{self.path}: is a file; name a folder with --into")
        try:
            if self._list.exists() and not self._list.is_file():
                raise ConfigError(f"{self._list}: is no list of fetched pages; move it, or name another folder with --into")
            with self._list.open("rb") as stream:
                data = stream.read(MOST_BYTES + 1)
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise StoreError(f"{self._list}: cannot be read ({error.strerror})") from error
        if data.strip() and not is_list(data):
            raise ConfigError(f"{self._list}: is no list of fetched pages; move it, or name another folder with --into")
        return pages_in(data)

    def is_as_fetched(self, page: FetchedPage) -> bool | None:
        """Whether the page's file is still what was fetched; None if it is not there."""
        file = self.path / page.file
        try:
            if not stat.S_ISREG(file.stat().st_mode):  # to open a pipe can block for ever
                return False
            with file.open("rb") as stream:
                return sha256_of(stream.read(MOST_BYTES + 1)) == page.sha256
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoreError(f"{file}: cannot be read ({error.strerror})") from error

    def by_other_address(self, reached: str, asked: str) -> Path | None:
        """The file of a page that another address led to; None if there is none."""
        pages = (page for page in self.pages.values() if page.reached == reached and page.asked != asked)
        return next((self.path / page.file for page in pages if self.is_as_fetched(page)), None)

    def keep(self, page: FetchedPage, body: bytes) -> Path:
        """Write a page and the list with it; where it lies. Raises StoreError."""
        before = self.pages.get(page.asked)
        is_moved = before is not None and self._gives_way(before, page)
        with _told(self.path):
            self.path.mkdir(parents=True, exist_ok=True)
            place = self.path / page.file
            _write(place, body)
        self.note(page)
        if before is not None and is_moved:  # it was a page and is a PDF now
            with _told(self.path / before.file):
                (self.path / before.file).unlink(missing_ok=True)
        return place

    def _gives_way(self, before: FetchedPage, page: FetchedPage) -> bool:
        """An earlier file of the same page by the same name with another suffix, as fetched; no other is taken away."""
        is_renamed = before.file != page.file and Path(before.file).stem == Path(page.file).stem
        return is_renamed and self.is_as_fetched(before) is True

    def note(self, page: FetchedPage) -> None:
        """Write the list with this page in it; what another run has added meanwhile stays. Raises StoreError."""
        kept = self._read()
        self.pages = {other.asked: other for other in kept.values()} | {page.asked: page}
        with _told(self._list):
            _write(self._list, written(self.pages.values()))


def _write(place: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    handle, name = tempfile.mkstemp(prefix=".fetching-", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@contextmanager
def _told(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(f"{place}: cannot be written ({error.strerror}); name another folder with --into") from error
