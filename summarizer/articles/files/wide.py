"""UTF-16 and UTF-32: with a byte order mark that holds, with a wrong one, and without one."""

from __future__ import annotations

import codecs
import re
import unicodedata

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE_BYTES = 200_000
_MIN_BYTES = 4
_MIN_SHARE = 0.97
_MIN_EAST_ASIAN = 0.8
_CONTROL = re.compile(rb"[\x00-\x08]")
_PLAIN = re.compile(rb"[ -~\t\r\n]")
_MAX_PLAIN = 0.85
_WORD = {"utf-16-le": 2, "utf-16-be": 2, "utf-32-le": 4, "utf-32-be": 4}
_FEW_PLAIN_BYTES = 40
_MIN_NULS, _MIN_NUL_SHARE, _MAX_STRAY_NULS = 4, 0.1, 0.05


def mark_of(data: bytes) -> tuple[bytes, str] | None:
    """The byte order mark at the start and the charset it stands for."""
    return next(((mark, charset) for mark, charset in MARKS if data.startswith(mark)), None)


def is_narrow(data: bytes) -> bool:
    """Bytes that no wide charset would have: without NUL, and nearly all printable ASCII."""
    sample = data[:_SAMPLE_BYTES]
    return len(sample) >= _FEW_PLAIN_BYTES and 0 not in sample and _plain_share(sample) > _MIN_SHARE


def is_sound(data: bytes, charset: str) -> bool:
    """Nearly all of what the charset makes of the bytes are characters of Western text."""
    text = decode_wide(data[: _SAMPLE_BYTES & ~3], charset)
    return sum(" " <= char < "\u0250" or char in "\t\r\n" for char in text) > _MIN_SHARE * len(text)


def _plain_share(sample: bytes) -> float:
    """Share of printable ASCII and line ends among the bytes that are not NUL."""
    seen = sample.replace(b"\0", b"")
    return len(_PLAIN.findall(seen)) / len(seen) if seen else 0.0


def wide_charset(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: half of Latin text is NUL, text in other scripts has spaces and line ends."""
    if len(data) < _MIN_BYTES or b"\0" not in data[:_SAMPLE_BYTES]:
        return None
    if by_place := _by_place_of_nuls(data):
        return by_place
    shares = [(wide_share(data, charset), charset) for charset in _WORD]
    best = max(shares, key=lambda pair: pair[0])
    if best[0] > _MIN_SHARE:
        return best[1]
    return next((charset for charset in ("utf-32-le", "utf-32-be") if _is_utf32(data, charset)), None) or wide_by_statistics(
        data
    )


def _by_place_of_nuls(data: bytes) -> str | None:
    """UTF-16 in which many characters are ASCII: all of its NULs but a few stand at even places, or all at odd ones."""
    sample = data[: _SAMPLE_BYTES & ~1]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or even + odd < max(_MIN_NULS, _MIN_NUL_SHARE * len(sample)):
        return None
    charset = "utf-16-le" if odd > even else "utf-16-be"
    if min(even, odd) > _MAX_STRAY_NULS * max(even, odd):
        return None
    text = decode_wide(sample, charset)
    return charset if all(c in "\t\r\n\f" or (unicodedata.category(c)[0] in "LMNPZS" and c != "\ufffd") for c in text) else None


def _is_utf32(data: bytes, charset: str) -> bool:
    """Every unit is a character of use in text, which no other bytes give."""
    text = decode_wide(data[: _SAMPLE_BYTES & ~3], charset)
    return len(data) % 4 == 0 and all(c in "\t\r\n" or (unicodedata.category(c)[0] in "LMNPZS" and c != "\ufffd") for c in text)


def wide_by_statistics(data: bytes) -> str | None:
    """UTF-16 of East Asian text, which has few spaces; its punctuation and spaces give bytes that no narrow text has."""
    sample = data[: _SAMPLE_BYTES & ~1]
    if len(data) % 2 or not _CONTROL.search(sample) or _plain_share(sample) > _MAX_PLAIN:
        return None
    shares = [(_east_asian_share(decode_wide(sample, charset)), charset) for charset in ("utf-16-le", "utf-16-be")]
    best = max(shares, key=lambda pair: pair[0])
    return best[1] if best[0] > _MIN_EAST_ASIAN else None


def _east_asian_share(text: str) -> float:
    """Share of ideographs, syllables and their punctuation, spaces apart; 0 if any character is of no use in text."""
    if any(unicodedata.category(c) in ("Cn", "Co", "Cs") or c == "\ufffd" for c in text):
        return 0.0
    seen = [c for c in text if not c.isspace()]
    fine = sum(
        "\u3000" <= c <= "\u30ff" or "\u4e00" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" or c >= "\uff00" for c in seen
    )
    return fine / len(seen) if seen else 0.0


def wide_share(data: bytes, charset: str) -> float:
    """Share of characters that belong in a text, 0 to 1; 0 without a single space or line end."""
    text = decode_wide(data[: _SAMPLE_BYTES & ~3], charset)
    if not text or not any(c in text for c in " \n\u3000\u3002"):
        return 0.0
    fine = sum((unicodedata.category(c)[0] in "LMNPZS" and c != "\ufffd") or c in "\t\r\n" for c in text)
    blocks = len({ord(c) >> 8 for c in text})
    return fine / len(text) if blocks <= max(6, len(text) // 20) else 0.0


def decode_wide(data: bytes, charset: str) -> str:
    """The characters of whole units; what is left at the end is cut off."""
    return data[: len(data) - len(data) % _WORD[charset]].decode(charset, errors="replace")
