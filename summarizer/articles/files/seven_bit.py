"""Charsets that write everything in ASCII bytes: ISO-2022-JP, -KR and -CN, HZ, UTF-7; also where the escapes were lost.

RFC 1468 (ISO-2022-JP), RFC 1557 (-KR), RFC 1922 (-CN), RFC 1843 (HZ), RFC 2152 (UTF-7).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from summarizer.articles.files.charsets import codec_of
from summarizer.articles.files.decoded import Decoded, UndecodableError
from summarizer.articles.files.fitting import EAST_ASIAN, fit_of, script_of_letter
from summarizer.articles.language import weighed

_JAPANESE = ("iso2022_jp", "iso2022_jp_ext", "iso2022_jp_2004", "iso2022_jp_2")
_ESCAPE, _SHIFT_OUT, _SHIFT_IN = b"\x1b", b"\x0e", b"\x0f"
_START = re.compile(rb"\$[B@]")
_ENDS = (b"(B", b"(J")
_KOREAN = b"$)C"
_KOREAN_WITHIN = 200
_MIN_SHARE = 0.1
_MIN_CHARS = 4
_BASE64 = re.compile(rb"\+[a-z0-9/+]{0,40}[A-Z][A-Za-z0-9/+]")
"""How UTF-7 writes other letters than those of English; hours and telephone numbers behind a plus sign hold no capital."""
_MAX_BYTES = 1_000_000
_MAX_ODD = 0.35
_CHINESE_ESCAPE = re.compile(rb"\x1b\$\)A")
_SECOND_LEVEL = 0xD8
_AGAIN = "save the original again as UTF-8"


def read_seven_bit(data: bytes, label: str | None) -> Decoded | None:
    """The text of bytes that are all ASCII but carry another script; None if they are plain.

    Raises:
        UndecodableError: they carry one for certain and are too damaged to be read.
    """
    if not data.isascii():
        return None
    if _ESCAPE + b"$" in data or (_SHIFT_OUT in data and _KOREAN in data[:_KOREAN_WITHIN]):
        return _escaped(data)
    if len(data) > _MAX_BYTES:
        return None
    named = codec_of(label)
    readers: tuple[Callable[[bytes, bool], Decoded | None], ...] = (_hz, _utf7, _stripped)
    for reader, codecs in zip(readers, ({"hz"}, {"utf-7"}, set(_JAPANESE)), strict=True):
        if found := reader(data, named in codecs):
            return found
    if data.lstrip()[:3] == _KOREAN:
        raise UndecodableError(f"is ISO-2022-KR whose shift characters were lost; {_AGAIN}")
    return None


def _escaped(data: bytes) -> Decoded:
    if _CHINESE_ESCAPE.search(data):
        return _shifted_chinese(data)
    if _ESCAPE + _KOREAN in data or _KOREAN in data[:_KOREAN_WITHIN]:
        whole = data if _ESCAPE + _KOREAN in data else data.replace(_KOREAN, _ESCAPE + _KOREAN, 1)
        return _strictly(whole, ("iso2022_kr",), "ISO-2022-KR")
    return _strictly(data, _JAPANESE, "ISO-2022-JP")


def _strictly(data: bytes, codecs: tuple[str, ...], name: str) -> Decoded:
    for codec in codecs:
        try:
            return Decoded(data.decode(codec), codec, f"read as {name}")
        except UnicodeDecodeError:
            continue
    raise UndecodableError(f"is {name} with damaged bytes; {_AGAIN}")


def _shifted_chinese(data: bytes) -> Decoded:
    """ISO-2022-CN with GB 2312: two bytes a character between shift out and shift in."""
    plain, *shifted = _CHINESE_ESCAPE.sub(b"", data).split(_SHIFT_OUT)
    pieces = [plain.decode("ascii")]
    for part in shifted:
        inside, _, after = part.partition(_SHIFT_IN)
        text = _pairs(inside, "gb2312")
        if text is None or _ESCAPE in after:
            raise UndecodableError(f"is ISO-2022-CN with damaged bytes; {_AGAIN}")
        pieces.extend((text, after.decode("ascii")))
    return Decoded("".join(pieces), "iso-2022-cn", "read as ISO-2022-CN")


def _pairs(data: bytes, codec: str) -> str | None:
    """Bytes of which each pair is a character of a 94 by 94 set; None if they are not."""
    if len(data) % 2 or any(not 0x21 <= byte <= 0x7E for byte in data):  # noqa: PLR2004 (the printable bytes of ISO 2022)
        return None
    try:
        return bytes(byte | 0x80 for byte in data).decode(codec)
    except UnicodeDecodeError:
        return None


def _hz(data: bytes, is_named: bool) -> Decoded | None:  # noqa: FBT001 (one of a row of readers)
    if b"~{" not in data:
        return None
    lines, chinese = [], []
    for line in data.split(b"\n"):
        text, found = _hz_line(line)
        lines.append(text)
        chinese.extend(found)
    inside = "".join(chinese)
    if len(inside) < _MIN_CHARS or not (_is_common(inside, chinese, data) or _is_chinese(inside, data, is_named=is_named)):
        return None
    return Decoded("\n".join(lines).replace("~~", "~").replace("~\n", ""), "hz", "read as HZ (GB 2312)")


def _is_chinese(inside: str, data: bytes, *, is_named: bool) -> bool:
    """Enough of the file is in pairs, and they read as Chinese."""
    return (is_named or 2 * len(inside) >= _MIN_SHARE * len(data)) and weighed(inside)[0] in ("zh", "zh-Hant")


def _is_common(inside: str, runs: list[str], data: bytes) -> bool:
    """Each opening mark has its closing one, and what is between them are marks and common characters (level 1 of GB 2312)."""
    whole = len(runs) == data.count(b"~{") == data.count(b"~}")
    return whole and all(pair < _SECOND_LEVEL for pair in inside.encode("gb2312")[::2])


def _hz_line(line: bytes) -> tuple[str, list[str]]:
    plain, *parts = line.split(b"~{")
    pieces = [plain.decode("ascii")]
    found: list[str] = []
    for part in parts:
        inside, _, after = part.partition(b"~}")
        text = _pairs(inside.rstrip(b"\r"), "gb2312")
        if text:
            found.append(text)
        pieces.append("~{" + part.decode("ascii") if text is None else text + after.decode("ascii"))
    return "".join(pieces), found


def _utf7(data: bytes, is_named: bool) -> Decoded | None:  # noqa: FBT001 (one of a row of readers)
    """Every plus sign begins a run that is whole, and what the runs stand for are letters and marks of one script.

    Hours, sums and telephone numbers hold no capital, and other words behind a plus sign leave bits over.
    """
    if not _BASE64.search(data):
        return None
    try:
        text = data.decode("utf-7")
    except UnicodeDecodeError:
        return None
    inside = [char for char in text if not char.isascii()]
    if not inside or any("\ud800" <= char <= "\udfff" for char in inside):
        return None
    fits = fit_of(text)
    is_one = len({script for char in inside if char.isalpha() and (script := script_of_letter(char)) not in EAST_ASIAN}) <= 1
    if fits.odd > _MAX_ODD or not (is_named or (is_one and all(unicodedata.category(char)[0] in "LMNPSZ" for char in inside))):
        return None
    return Decoded(text, "utf-7", "read as UTF-7")


def _stripped(data: bytes, is_named: bool) -> Decoded | None:  # noqa: FBT001 (one of a row of readers)
    """ISO-2022-JP whose escape characters were taken out on the way: "$B" and "(B" are left of them."""
    if not _START.search(data) or not any(end in data for end in _ENDS):
        return None
    lines = [_stripped_line(line) for line in data.split(b"\n")]
    japanese = "".join(found for _, found in lines)
    if len(japanese) < _MIN_CHARS or weighed(japanese)[0] != "ja":
        return None
    if not is_named and 2 * len(japanese) < _MIN_SHARE * len(data):
        return None
    text = "\n".join(line for line, _ in lines)
    if re.search(r"\$[B@](?:[!-~]{2}){3}", text):
        raise UndecodableError(f"is ISO-2022-JP whose escape characters were lost; {_AGAIN}")
    return Decoded(text, "iso2022_jp", "read as ISO-2022-JP; its escape characters were lost and were put back")


def _stripped_line(line: bytes) -> tuple[str, str]:
    """A line with its Japanese runs decoded, and those runs alone."""
    pieces: list[str] = []
    found: list[str] = []
    at = 0
    while mark := _START.search(line, at):
        start, end = mark.start(), mark.end()
        while end < len(line) and line[end : end + 2] not in _ENDS:
            end += 2
        text = _pairs(line[mark.end() : end], "euc_jp") if end < len(line) else None
        if not text:
            break
        pieces.extend((line[at:start].decode("ascii"), text))
        found.append(text)
        at = end + 2
    return "".join(pieces) + line[at:].decode("ascii"), "".join(found)
