"""Bytes to text: byte order mark, UTF-8, what the file names as its charset if that fits, else what the bytes point to.

Valid UTF-8 with multi-byte characters is never anything else by chance, so it goes before a declaration. Any other
declaration counts only if the text it yields is text: nearly all bytes are letters in every single-byte charset.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from summarizer.articles.files.charsets import codec_of, label_in, likely_codecs, spoken, telling_bytes
from summarizer.articles.files.decoded import Decoded, UndecodableError
from summarizer.articles.files.fitting import MIN_LETTERS, fit_of
from summarizer.articles.files.mojibake import mended
from summarizer.articles.files.quoted_printable import unquoted
from summarizer.articles.files.settling import RIVALS, Reading, corrected, refuse_torn, settled
from summarizer.articles.files.seven_bit import read_seven_bit
from summarizer.articles.files.wide import (
    decode_wide,
    is_narrow,
    is_sound,
    mark_of,
    wide_by_statistics,
    wide_charset,
    wide_share,
)

_MAX_BAD_SHARE = 0.005
_MAX_ODD = 0.25
_MIN_LETTERS = 20
_MOST_TRIED = 5
_MAX_MIXED_BYTES = 2_000_000
_MIN_UTF8_LINES = 2
_MIN_SEQUENCES = 20
_MANY_LETTERS = 60
"""So many letters of a guessed charset that are of no language are not read right."""
_BOXED = re.compile(r"[^\W\d_][\u2500-\u259f]|[\u2500-\u259f][^\W\d_]")
_MIN_BOXED = 3
"""So many letters beside the pieces of frames that terminals draw are no words."""
_IN_PIECES = "cp1258"
"""Vietnamese, whose letters it writes in two parts."""
_COMMONEST = "cp1252"
_WESTERN = ("en", "fr", "de", "es", "pt", "it", "nl", "sv", "da", "no", "nn", "fi", "is", "ga", "ca", "gl", "eu")
_BY_CHANCE = re.compile("[A-Za-z][\u0370-\u07ff][a-z]")
_BEYOND = re.compile("[\u0800-\U0010ffff]|(?<![A-Za-z])[\u0080-\u07ff]|[\u0080-\u07ff](?![a-z])|[\u0080-\u036f]")
"""Two letters of an old charset can by chance be one of UTF-8: a foreign one in the middle of a word."""
_SAVE = "save it as UTF-8"
_NULS = re.compile("\0+")
_FEW_NULS = 20

__all__ = ["Decoded", "UndecodableError", "decode"]


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Read bytes as text; `declared` is a charset that a container names (a mail's header), stronger than the file's own.

    Raises:
        UndecodableError: it looks like no text in any charset, or too much of it cannot be read.
    """
    marked = mark_of(data)
    found = _marked(data[len(marked[0]) :], marked[1], declared) if marked else _unmarked(data, declared or label_in(data))
    text, note = mended(_without_padding(found.text))
    return Decoded(text, found.charset, "; ".join(filter(None, (found.note, note))) or None)


def _without_padding(text: str) -> str:
    """Without the NULs that fill up a record at its end; a few inside stand for spaces."""
    text = text.rstrip("\0")
    return _NULS.sub(" ", text) if 0 < text.count("\0") <= _FEW_NULS else text


def _unmarked(data: bytes, label: str | None) -> Decoded:
    if wide := wide_charset(data):
        return _whole(decode_wide(data, wide), wide)
    if found := read_seven_bit(data, label):
        return found
    if (plain := unquoted(data)) is not None:
        found = _unmarked(plain, label or label_in(plain))
        return replace(found, note="; ".join(filter(None, ("its quoted-printable code was undone", found.note))))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        if wide := wide_by_statistics(data):
            return _whole(decode_wide(data, wide), wide)
        found = _nearly_utf8(data) or _partly_utf8(data, label)
        if found is None:
            _refuse_damaged_utf8(data)
        return found or _by_evidence(data, label)
    return _by_evidence(data, label) if _BY_CHANCE.search(text) and not _BEYOND.search(text) else _as_utf8(text, label)


def _marked(data: bytes, charset: str, declared: str | None) -> Decoded:
    """What follows a byte order mark, by another charset where the mark is plainly wrong."""
    if charset == "utf-8":
        text = data.decode("utf-8", errors="replace")
        bad = text.count("\ufffd")
        if bad <= max(1, _MAX_BAD_SHARE * len(text)):
            return _whole(text, "utf-8")
        return _wrongly_marked(_unmarked(data, declared or label_in(data)), charset)
    if is_narrow(data):
        return _wrongly_marked(_unmarked(data, declared or label_in(data)), charset)
    other = None if is_sound(data, charset) else wide_charset(data)
    if other and other != charset and wide_share(data, other) > wide_share(data, charset):
        return _wrongly_marked(_whole(decode_wide(data, other), other), charset)
    text = data.decode(charset, errors="replace")
    bad = text.count("\ufffd")
    if bad > max(1, _MAX_BAD_SHARE * len(text)):
        raise UndecodableError(f"its byte order mark says {charset}, and {bad} characters are not valid in it; {_SAVE}")
    return _whole(text, charset)


def _wrongly_marked(found: Decoded, charset: str) -> Decoded:
    return replace(found, note=f"its byte order mark says {charset}, its bytes are {spoken(found.charset)}; read as that")


def _whole(text: str, charset: str) -> Decoded:
    bad = text.count("\ufffd")
    return Decoded(text, charset, None if charset == "utf-8" and not bad else _note(charset, bad))


def _note(charset: str, bad: int = 0) -> str:
    return f"read as {spoken(charset)}" + _losses(bad)


def _losses(bad: int) -> str:
    return f"; {bad} characters could not be decoded and are shown as \ufffd" if bad else ""


def _as_utf8(text: str, label: str | None) -> Decoded:
    codec = codec_of(label)
    if text.isascii() or codec is None or codec.startswith("utf"):
        return Decoded(text, "utf-8")
    return Decoded(text, "utf-8", f"the file says {label}, its bytes are UTF-8; read as that")


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, which statistics take for an East Asian charset."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(not c.isascii() for c in text) - bad
    if bad and good >= 3 * bad and bad <= _MAX_BAD_SHARE * len(text):
        return Decoded(text, "utf-8", _note("utf-8", bad))
    return None


def _refuse_damaged_utf8(data: bytes) -> None:
    """Raise for text that is plainly UTF-8 and broken in many places: any other charset would make other letters of it."""
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(not c.isascii() for c in text) - bad
    if good >= max(_MIN_SEQUENCES, 3 * bad):
        raise UndecodableError(f"is UTF-8 that is damaged in {bad} places; get the file anew, or {_SAVE}")


def _partly_utf8(data: bytes, label: str | None) -> Decoded | None:
    """Some lines in UTF-8 and the others in one other charset, as when two files were put together."""
    if len(data) > _MAX_MIXED_BYTES:
        return None
    lines = data.split(b"\n")
    sound = [_utf8_or_none(line) for line in lines]
    known = [text for text in sound if text is not None and not text.isascii()]
    other = b"\n".join(line for line, text in zip(lines, sound, strict=True) if text is None)
    if len(known) < _MIN_UTF8_LINES or fit_of("\n".join(known)).odd > _MAX_ODD or _SEQUENCE.search(other):
        return None
    found = _by_evidence(other, label if codec_of(label) != "utf-8" else None)
    rest = iter(found.text.split("\n"))
    text = "\n".join(next(rest) if text is None else text for text in sound)
    return Decoded(text, "utf-8", f"some of its lines are UTF-8, others {spoken(found.charset)}; each was read as what it is")


_SEQUENCE = re.compile(rb"(?:[\xd0\xd1][\x80-\xbf]){3}|(?:[\xe3-\xed][\x80-\xbf]{2}){3}")
"""Runs of UTF-8 for Cyrillic and East Asian text: a line that holds them and bytes that are no UTF-8 is a damaged one."""


def _utf8_or_none(line: bytes) -> str | None:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _by_evidence(data: bytes, label: str | None) -> Decoded:
    sample = telling_bytes(data)
    named = codec_of(label)
    declared = _reading(sample, named) if named else None
    found = declared or _commonest(sample)
    for rank, codec in enumerate(likely_codecs(sample)[:_MOST_TRIED]):
        reading = _reading(sample, codec)
        if reading and (found is None or (reading.text != found.text and reading.fit.beats(found.fit, likelier=rank == 0))):
            found = reading
    unlike = found is not None and found is not declared and found.fit.language is None and found.fit.letters >= _MANY_LETTERS
    if found is None or unlike or (found.fit.odd > _MAX_ODD and found.fit.letters >= _MIN_LETTERS):
        raise UndecodableError(f"its bytes fit no text encoding{f', nor the {label} that it names' if label else ''}; {_SAVE}")
    others = [reading for codec in RIVALS if (reading := _reading(sample, codec))]
    found = corrected(found, others) if found is declared else settled(found, others)
    refuse_torn(found)
    return _decoded(data, found, declared, label)


def _commonest(sample: bytes) -> Reading | None:
    """The reading that goes first where no charset is named: few letters in a Western text say little."""
    reading = _reading(sample, _COMMONEST)
    is_western = reading and reading.fit.letters < MIN_LETTERS and reading.fit.language in (None, *_WESTERN)
    return reading if is_western else None


def _decoded(data: bytes, found: Reading, declared: Reading | None, label: str | None) -> Decoded:
    text = data.decode(found.codec, errors="replace")
    if found.codec == _IN_PIECES:
        text = unicodedata.normalize("NFC", text)
    bad = text.count("\ufffd")
    if bad > _MAX_BAD_SHARE * len(text):
        raise UndecodableError(f"it looks like {spoken(found.codec)}, but {bad} characters cannot be decoded; {_SAVE}")
    if found is declared:
        note = _note(found.codec, bad)
    elif label:
        note = f"the file says {label}, its bytes are {spoken(found.codec)}; read as that{_losses(bad)}"
    else:
        note = f"charset not declared; {_note(found.codec, bad)}"
    return Decoded(text, found.codec, note)


def _reading(sample: bytes, codec: str) -> Reading | None:
    """The sample read with a codec; None if it cannot be."""
    if codec.startswith("utf"):
        return None
    try:
        text = sample.decode(codec, errors="replace")
    except (LookupError, ValueError):
        return None
    if text.count("\ufffd") > _MAX_BAD_SHARE * len(text) + 1 or len(_BOXED.findall(text)) >= _MIN_BOXED:
        return None
    return Reading(codec, text, fit_of(text))
