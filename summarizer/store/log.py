"""The write-ahead log that a killed run leaves: is there more in it than SQLite will read?

SQLite reads a log up to the first frame whose checksum is wrong and passes over the rest without a word, which is right
for a write that was cut short. In a log that was damaged later, kept answers lie behind that frame.
Format: https://sqlite.org/fileformat2.html#the_write_ahead_log.
"""

from __future__ import annotations

import struct
import time
from dataclasses import dataclass
from pathlib import Path

from summarizer.store.trouble import damaged, told

_HEADER, _FRAME = struct.Struct(">8I"), struct.Struct(">6I")
_MAGIC = 0x377F0682
_PAGE_SIZES = tuple(1 << power for power in range(9, 17))
LOOKS = 3
BETWEEN_S = 0.05
"""A run that is writing at this moment leaves a frame half written for an instant; damage stays."""


@dataclass(frozen=True)
class _Log:
    """A log's bytes, and what its header says."""

    data: bytes
    page: int
    big: bool
    sequence: int
    salts: tuple[int, int]


def check_log(path: Path) -> None:
    """Make sure that the log beside a store, if there is one, holds nothing behind a damaged place. Opens nothing else.

    Raises:
        StoreError: it does: answers that were kept would be taken for missing, and be paid for again.
    """
    file = path.with_name(f"{path.name}-wal")
    for look in range(LOOKS):
        if not _hides_answers(file):
            return
        if look + 1 < LOOKS:
            time.sleep(BETWEEN_S)
    raise damaged(file, "this log of a run that was cut off holds answers behind a place where its checksum is wrong")


def _hides_answers(file: Path) -> bool:
    with told(file, "read"):
        data = file.read_bytes() if file.exists() else b""
    if len(data) < _HEADER.size + _FRAME.size:
        return False
    magic, _, page, sequence, salt, other, *sums = _HEADER.unpack_from(data)
    log = _Log(data, page, bool(magic & 1), sequence, (salt, other))
    sound = magic & ~1 == _MAGIC and page in _PAGE_SIZES and _sums(log, 0, 24, (0, 0)) == tuple(sums)
    return not sound or _has_commits_behind(log, tuple(sums))


def _has_commits_behind(log: _Log, sums: tuple[int, ...]) -> bool:
    """Whether a transaction of this log ends behind its last good frame.

    One that is cut off has no end; only in a log that is used for the second time may the page of its last frame be an old
    one, if the process was killed between the two halves of that very write.
    """
    size = _FRAME.size + log.page
    starts = range(_HEADER.size, len(log.data) - size + 1, size)
    good = 0
    for start in starts:
        frame = _FRAME.unpack_from(log.data, start)
        sums = _sums(log, start + _FRAME.size, log.page, _sums(log, start, 8, sums))
        if frame[2:4] != log.salts or frame[4:] != sums:
            break
        good += 1
    ends = sum(1 for start in starts[good:] if _ends_transaction(log, start))
    return ends > 1 or (ends == 1 and log.sequence == 0)


def _ends_transaction(log: _Log, start: int) -> bool:
    frame = _FRAME.unpack_from(log.data, start)
    return frame[2:4] == log.salts and frame[1] != 0


def _sums(log: _Log, start: int, length: int, sums: tuple[int, ...]) -> tuple[int, int]:
    """The checksum of these bytes, going on from that of those before."""
    left, right = sums
    words = struct.unpack_from(f"{'>' if log.big else '<'}{length // 4}I", log.data, start)
    for first, second in zip(words[::2], words[1::2], strict=True):
        left = (left + first + right) & 0xFFFFFFFF
        right = (right + second + left) & 0xFFFFFFFF
    return left, right
