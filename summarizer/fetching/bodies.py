"""The body of an answer: streamed, its compression undone piece by piece, and never more of it than was allowed."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import httpx2

from summarizer.fetching.network import Deadline
from summarizer.fetching.refusals import Refused

ACCEPTED = "gzip, deflate"
_PIECE = 65_536
_GZIP, _ZLIB, _RAW = 31, 15, -15


def body_of(answer: httpx2.Response, most: int, deadline: Deadline, *, cut: bool = False) -> bytes:
    """The bytes as the server meant them, at most so many.

    Args:
        answer: whose body has not been read yet.
        most: bytes, counted after the compression is undone.
        deadline: by when it must be here.
        cut: give the first bytes of one that is larger, instead of refusing it.

    Raises:
        Refused: it is larger, is packed in an unknown way or damaged.
    """
    declared = answer.headers.get("content-length", "")
    if not cut and declared.isdigit() and len(declared) < 20 and int(declared) > most:  # noqa: PLR2004 (digits of 2**64)
        raise Refused(_too_large(most))
    found = bytearray()
    for piece in _unpacked(answer, most):
        deadline.left()
        found += piece
        if len(found) > most:
            if cut:
                break
            raise Refused(_too_large(most))
    return bytes(found[:most])


def _too_large(most: int) -> str:
    return f"is larger than {most / 1e6:g} MB, too large for an article (--most-mb sets the limit)"


def _unpacked(answer: httpx2.Response, most: int) -> Iterator[bytes]:
    packing = answer.headers.get("content-encoding", "").strip().lower()
    raw = answer.iter_raw(_PIECE)
    if packing in ("", "identity"):
        return raw
    if packing in ("gzip", "x-gzip", "deflate"):
        return _inflated(raw, most, is_gzip=packing != "deflate")
    raise Refused(f"is packed in a way that was not asked for ({packing[:40]})")


def _inflated(raw: Iterator[bytes], most: int, *, is_gzip: bool) -> Iterator[bytes]:
    """Pieces of bounded size, however much is packed into one; "deflate" is zlib's format or, with some servers, bare."""
    unpacker = None
    total = 0
    for piece in raw:
        if unpacker is None:
            unpacker = zlib.decompressobj(_GZIP if is_gzip else _ZLIB if piece[0] & 0x0F == 8 else _RAW)  # noqa: PLR2004
        left = piece
        while left and not unpacker.eof:
            try:
                found = unpacker.decompress(left, _PIECE)
            except zlib.error:
                raise Refused("is packed and damaged; try again") from None
            left = unpacker.unconsumed_tail
            total += len(found)
            yield found
            if total > most:
                return
    if unpacker is not None and not unpacker.eof:
        yield from _rest(unpacker)


def _rest(unpacker: zlib._Decompress) -> Iterator[bytes]:
    yield unpacker.flush(_PIECE)
    if not unpacker.eof:
        raise Refused("broke off before its end; try again")
