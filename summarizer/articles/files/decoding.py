"""Bytes to text: byte order mark, UTF-8, the declared charset, UTF-16 without a mark, then statistics.

Valid UTF-8 with multi-byte characters is never anything else by chance, so it goes before a declaration.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

import charset_normalizer

from summarizer.articles.language import language_of

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding=["']([\w.:-]{2,40})""", re.IGNORECASE
)
_DECLARED_WITHIN = 4096
_SAMPLE_BYTES = 200_000
_MAX_BAD_SHARE = 0.005
_MIN_WIDE_BYTES = 4
_MIN_WIDE_SHARE = 0.97
_MIN_CYRILLIC_SCORE = 0.8
_CYRILLIC = ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic")
_LATIN = frozenset(
    {
        "cp1250",
        "cp1252",
        "cp1254",
        "cp1257",
        "cp437",
        "cp775",
        "cp850",
        "cp852",
        "cp858",
        "hp_roman8",
        "iso8859_2",
        "iso8859_9",
        "iso8859_15",
        "latin_1",
        "mac_roman",
        "mac_latin2",
    }
)
_LATIN_OF = dict.fromkeys(("en", "fr", "de", "es", "pt", "it", "nl", "sv", "da"), "cp1252") | {
    "pl": "cp1250",
    "cs": "cp1250",
    "hu": "cp1250",
    "tr": "cp1254",
}
_WEB_NAMES = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
}
"""Browsers read these labels as the larger set (WHATWG Encoding Standard)."""


class UndecodableError(ValueError):
    """No reading of the bytes as text is good enough to be trusted."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the charset it was read with, and a note if that was not plain UTF-8."""

    text: str
    charset: str
    note: str | None = None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Read bytes as text; `declared` is the charset that stands outside of them (a mail's or a server's header).

    Raises:
        UndecodableError: it looks like no text in any charset, or too much of it cannot be read.
    """
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], charset)
    wide = _wide(data)
    if wide:
        return wide
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _declared(data, declared) or _nearly_utf8(data) or _by_statistics(data)


def _marked(data: bytes, charset: str) -> Decoded:
    text = data.decode(charset, errors="replace")
    bad = text.count("\ufffd")
    if bad > max(1, _MAX_BAD_SHARE * len(text)):
        raise UndecodableError(f"its byte order mark says {charset}, and {bad} characters are not valid in it")
    return Decoded(text, charset, None if charset == "utf-8" and not bad else _note(charset, bad))


def _note(charset: str, bad: int = 0) -> str:
    return f"read as {charset}" + (f"; {bad} characters could not be decoded and are shown as \ufffd" if bad else "")


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: half of the bytes of Latin text are NUL; other scripts show it in spaces and line ends."""
    if len(data) < _MIN_WIDE_BYTES or b"\0" not in data[:_SAMPLE_BYTES]:
        return None
    best: tuple[float, str] | None = None
    sample = data[: _SAMPLE_BYTES & ~1]
    for charset in ("utf-16-le", "utf-16-be"):
        share = _wide_share(sample[: len(sample) & ~1].decode(charset, errors="replace"))
        if share > _MIN_WIDE_SHARE and (best is None or share > best[0]):
            best = (share, charset)
    if best is None:
        return None
    text = data[: len(data) & ~1].decode(best[1], errors="replace")
    return Decoded(text, best[1], _note(best[1], text.count("\ufffd")))


def _wide_share(text: str) -> float:
    """Share of characters that belong in a text; 0 without a single space or line end."""
    if not any(c in text for c in " \n\u3000\u3002"):
        return 0.0
    fine = sum(unicodedata.category(c)[0] in "LMNPZS" or c in "\t\r\n" for c in text)
    blocks = len({ord(c) >> 8 for c in text})
    return fine / len(text) if blocks <= max(6, len(text) // 20) else 0.0


def _declared(data: bytes, outside: str | None) -> Decoded | None:
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    if not match and not outside:
        return None
    name = outside or (match[1] or match[2]).decode("ascii", errors="replace") if match else outside or ""
    try:
        codec = codecs.lookup(name).name
    except LookupError:
        return None
    codec = _WEB_NAMES.get(codec, codec)
    if codec.startswith(("utf-16", "utf-32", "utf-7", "utf-8")):
        return None
    try:
        text = data.decode(codec, errors="replace")
    except (LookupError, ValueError):
        return None
    bad = text.count("\ufffd")
    return Decoded(text, codec, _note(codec, bad)) if bad <= _MAX_BAD_SHARE * len(text) else None


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, which statistics take for an East Asian charset."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(not c.isascii() for c in text) - bad
    if bad and good >= 3 * bad and bad <= _MAX_BAD_SHARE * len(text):
        return Decoded(text, "utf-8", _note("utf-8", bad))
    return None


def _by_statistics(data: bytes) -> Decoded:
    best = charset_normalizer.from_bytes(data[:_SAMPLE_BYTES]).best()
    guess = best.encoding if best else ""
    if guess in _CYRILLIC or not guess:
        cyrillic = _best_cyrillic(data)
        guess = cyrillic or guess
    if guess in _LATIN or not guess:
        guess = _best_latin(data) or guess
    if not guess:
        raise UndecodableError("its bytes fit no text encoding; save it as UTF-8")
    try:
        text = data.decode(guess, errors="replace")
    except (LookupError, ValueError) as error:
        raise UndecodableError("its bytes fit no text encoding; save it as UTF-8") from error
    bad = text.count("\ufffd")
    if bad > _MAX_BAD_SHARE * len(text):
        raise UndecodableError(f"it looks like {guess}, but {bad} characters cannot be decoded; save it as UTF-8")
    return Decoded(text, guess, f"charset not declared; {_note(guess, bad)}")


def _best_cyrillic(data: bytes) -> str | None:
    """The Cyrillic charset under which words look like words: small letters, capitals only at the start."""
    sample = data[:20_000]
    scored = [(_cyrillic_score(sample.decode(name, errors="replace")), -rank, name) for rank, name in enumerate(_CYRILLIC)]
    score, _, name = max(scored)
    return name if score > _MIN_CYRILLIC_SCORE else None


def _cyrillic_score(text: str) -> float:
    foreign = [c for c in text if not c.isascii()]
    if not foreign:
        return 0.0
    small = sum("а" <= c <= "я" or c == "ё" for c in foreign)
    capital = len(re.findall(r"(?<!\w)[А-ЯЁ]", text))
    quotes = sum(c in "«»—–…№“”„’ \u00a0" for c in foreign)
    return (small + capital + quotes) / len(foreign)


def _best_latin(data: bytes) -> str | None:
    """The Latin charset of the text's language, which its unaccented words give away; statistics mix these charsets up."""
    sample = data[:_SAMPLE_BYTES]
    western, eastern = sample.decode("cp1252", errors="replace"), sample.decode("cp1250", errors="replace")
    if western == eastern:
        return "cp1252"
    return _LATIN_OF.get(language_of(western) or "") or _LATIN_OF.get(language_of(eastern) or "")
