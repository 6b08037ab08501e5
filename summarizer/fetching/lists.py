"""What is to be fetched, told apart by content: an address, a file of addresses, a feed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from summarizer.errors import ConfigError
from summarizer.fetching.feeds import addresses_in
from summarizer.fetching.web_addresses import is_address

STDIN = "-"
MOST_BYTES = 5_000_000
MOST_ADDRESSES = 10_000
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One address that is to be fetched, as it was written.

    Attributes:
        address: the text; it may be none.
        place: where it stands ("list.txt, line 3"); empty for one of the command line.
        from_feed: a feed named it, so what comes is a page even if it is a feed again.
    """

    address: str
    place: str = ""
    from_feed: bool = False


def wanted_in(named: list[str], stdin: IO[bytes] | None, limit: int | None) -> list[Wanted]:
    """All addresses that the arguments name, each once, in order; `limit` is for the entries of a feed.

    Raises:
        ConfigError: an argument is neither address nor file, cannot be read, or names too many.
    """
    found: dict[str, Wanted] = {}
    for name in named:
        for one in _wanted(name, stdin, limit):
            found.setdefault(one.address, one)
    if len(found) > MOST_ADDRESSES:
        raise ConfigError(f"names {len(found):,} addresses, more than {MOST_ADDRESSES:,}; split the list by story")
    return list(found.values())


def _wanted(name: str, stdin: IO[bytes] | None, limit: int | None) -> Iterator[Wanted]:
    if is_address(name):
        yield Wanted(name)
        return
    data = _read(name, stdin)
    place = "standard input" if name == STDIN else name
    links = addresses_in(data, "")
    if links is not None:
        if not links:
            raise ConfigError(f"{place}: is a feed that names no addresses")
        yield from (Wanted(link, place, from_feed=True) for link in links[:limit])
        return
    yield from _lines(data, place)


def _read(name: str, stdin: IO[bytes] | None) -> bytes:
    try:
        if name == STDIN:
            data = stdin.read(MOST_BYTES + 1) if stdin else b""
        else:
            if not Path(name).is_file():
                raise ConfigError(
                    f"{name}: is neither an address nor a file; an address begins with https://, as in https://{name}"
                    if "." in name and not Path(name).exists()
                    else f"{name}: is no file; give addresses, a text file of addresses, or a feed"
                )
            with Path(name).open("rb") as stream:
                data = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise ConfigError(f"{name}: cannot be read ({getattr(error, 'strerror', None) or error})") from None
    if len(data) > MOST_BYTES:
        raise ConfigError(f"{name}: is larger than {MOST_BYTES // 1_000_000} MB; give a text file with one address a line")
    return data


def _lines(data: bytes, place: str) -> Iterator[Wanted]:
    """An address a line; what follows it after a blank, and lines that begin with #, are the writer's own."""
    text = data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig", "replace")
    if "\0" in text:
        raise ConfigError(f"{place}: is no text; give a text file with one address a line, or a feed")
    for number, line in enumerate(text.splitlines(), start=1):
        words = line.split()
        if words and not words[0].startswith("#"):
            yield Wanted(words[0].strip("<>\"'"), f"{place}, line {number}")
