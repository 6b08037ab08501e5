"""The answer of a web server as it came over the wire (RFC 9112): status, headers, and the body with its packing undone."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

import brotli

from summarizer.articles.files.archives import Budget, DamagedError, refuse_over
from summarizer.articles.files.sources import MAX_BYTES

_STATUS = re.compile(rb"HTTP/[\d.]{1,4} (?P<status>\d{3})\b[^\n]{0,500}\r?\n")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_CHUNK = re.compile(rb"(?P<size>[0-9A-Fa-f]{1,8})(?:;[^\r\n]{0,200})?[ \t]*\r?\n")
_MAX_HEAD = 64_000
_PIECE = 1_000_000
_WRAPPED = {"gzip": 31, "x-gzip": 31, "deflate": 15}


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its status ("200"), its headers by small letters, and its body as it was sent."""

    status: str
    headers: dict[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """What the body is ("text/html"), without parameters."""
        return self.headers.get("content-type", "").split(";", maxsplit=1)[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The charset that the server declared."""
        match = _CHARSET.search(self.headers.get("content-type", "")[:500])
        return match[1] if match else None


def answer_of(data: bytes) -> Answer:
    """The answer in these bytes; its status is empty if they are none."""
    status = _STATUS.match(data)
    end = _HEAD_END.search(data, status.end() - 2, status.end() + _MAX_HEAD) if status else None
    if status is None or end is None:
        return Answer("", {}, data)
    return Answer(status["status"].decode(), headers_of(data[status.end() : end.start()]), data[end.end() :])


def headers_of(block: bytes) -> dict[str, str]:
    """Headers by their names in small letters, the first of each; a line that goes on is part of the one before."""
    found: dict[str, str] = {}
    name = ""
    for line in block.decode("utf-8", "replace").split("\n"):
        if line[:1] in (" ", "\t") and name:
            found[name] += " " + line.strip()
        elif ":" in line:
            name, _, value = line.partition(":")
            name = name.strip().lower()
            found.setdefault(name, value.strip())
    return found


def unpacked(answer: Answer, budget: Budget) -> bytes:
    """The body with chunks joined and compression undone; a server's archive may have undone them already.

    Raises:
        DamagedError: it is packed in a way that cannot be undone, is broken, or unpacks to too much.
    """
    body = answer.body
    if "chunked" in answer.headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    for packing in reversed(answer.headers.get("content-encoding", "").lower().replace(" ", "").split(",")[:3]):
        body = _undone(body, packing, budget)
    refuse_over(len(body), MAX_BYTES)
    budget.take(len(body))
    return body


def _joined(body: bytes) -> bytes:
    """The chunks of a body as one; the body itself if it does not start with the size of a chunk."""
    pieces, position = [], 0
    while match := _CHUNK.match(body, position):
        size = int(match["size"], 16)
        if size == 0:
            break
        pieces.append(body[match.end() : match.end() + size])
        position = match.end() + size
        position += len(body[position : position + 2]) - len(body[position : position + 2].lstrip(b"\r\n"))
    return b"".join(pieces) if pieces else body


def _undone(body: bytes, packing: str, budget: Budget) -> bytes:
    if packing in ("", "identity"):
        return body
    if body.lstrip()[:1] == b"<":
        return body
    try:
        if packing in _WRAPPED:
            return _inflated(body, _WRAPPED[packing], budget)
        if packing == "br":
            return _unbrotlied(body, budget)
    except (zlib.error, brotli.error) as error:
        raise DamagedError(f"is packed as {packing} and damaged ({error}); save it again") from None
    raise DamagedError(f"is packed in a way that cannot be undone ({packing[:20]}); save it again")


def _inflated(body: bytes, wrapping: int, budget: Budget) -> bytes:
    if wrapping == _WRAPPED["deflate"] and body[:1] != b"\x78":
        wrapping = -wrapping  # some servers send the bare stream
    unpack = zlib.decompressobj(wbits=wrapping)
    pieces = [unpack.decompress(body, MAX_BYTES + 1)]
    _refuse(len(pieces[0]), budget)
    return b"".join(pieces)


def _unbrotlied(body: bytes, budget: Budget) -> bytes:
    unpack = brotli.Decompressor()
    pieces = [unpack.process(body, output_buffer_limit=_PIECE)]
    size = len(pieces[0])
    while not unpack.is_finished() and not unpack.can_accept_more_data():
        pieces.append(unpack.process(b"", output_buffer_limit=_PIECE))
        size += len(pieces[-1])
        _refuse(size, budget)
    return b"".join(pieces)


def _refuse(size: int, budget: Budget) -> None:
    if size > min(MAX_BYTES, budget.left):
        raise DamagedError(f"is larger than {MAX_BYTES // 1_000_000} MB unpacked, too large for an article")
