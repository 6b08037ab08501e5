"""Charsets: the labels that files carry, the codecs they stand for, and what the bytes themselves point to."""

from __future__ import annotations

import codecs
import re

import chardet

_DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding=["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 8192
_LARGER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}
"""Browsers read these labels as the larger set (WHATWG Encoding Standard, https://encoding.spec.whatwg.org/)."""
_OTHER_NAMES = {
    "ks_c_5601-1987": "cp949", "ks_c_5601-1989": "cp949", "ksc5601": "cp949", "windows-949": "cp949", "x-windows-949": "cp949",
    "iso-8859-8-i": "iso8859-8", "logical": "iso8859-8", "x-sjis": "cp932", "windows-31j": "cp932", "ms_kanji": "cp932",
    "x-gbk": "gb18030", "x-x-big5": "big5hkscs", "big5": "big5hkscs", "cn-big5": "big5hkscs", "x-euc-jp": "euc_jp",
    "dos-866": "cp866", "dos-874": "cp874", "koi": "koi8_r", "koi8": "koi8_r", "koi8-ru": "koi8_u", "macintosh": "mac_roman",
    "x-mac-roman": "mac_roman", "x-mac-cyrillic": "mac_cyrillic", "x-mac-ukrainian": "mac_cyrillic", "ansi": "cp1252",
    "utf8mb4": "utf-8", "unicode-1-1-utf-8": "utf-8",
}  # fmt: skip
_NEVER_GUESSED = frozenset(
    "cp864 cp1006 mac_greek mac_turkish mac_iceland mac_romanian mac_croatian kz1048 koi8_t iso8859_16 iso8859_14 iso8859_10 "
    "cp737 cp869 cp720 cp775 cp855 cp857 cp860 cp861 cp863 cp865".split()
)
"""Charsets of terminals and of old Macs in which next to no article was kept, while damaged bytes of others look like them."""
_SAMPLE_BYTES, _LINE_BYTES, _BESIDE = 60_000, 600_000, 6
_HIGH = re.compile(rb"[\x80-\xff]")
_MARKUP = re.compile(rb"<[^<>]{0,2000}>")
_SPOKEN = {
    "mac_roman": "MacRoman", "mac_cyrillic": "MacCyrillic", "utf_8": "UTF-8", "cp932": "Shift_JIS", "cp949": "EUC-KR",
    "big5hkscs": "Big5", "euc_jp": "EUC-JP", "cp1006": "cp1006",
}  # fmt: skip
_WINDOWS = re.compile(r"cp(125\d|874)")
_ISO = re.compile(r"iso8859[-_](\d{1,2})")


def label_in(data: bytes) -> str | None:
    """The charset that a page or an XML file names in its first lines."""
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    return (match[1] or match[2]).decode("ascii", errors="replace") if match else None


def codec_of(label: str | None) -> str | None:
    """Python's codec for a label; the larger set where browsers take it so; None if no text charset has that name."""
    name = (label or "").strip().lower()
    for candidate in (_OTHER_NAMES.get(name, name), name.removeprefix("x-"), name.replace("win-", "windows-", 1)):
        try:
            info = codecs.lookup(candidate)
            b"a".decode(info.name)
        except (LookupError, ValueError):
            continue
        return _LARGER.get(info.name, info.name)
    return None


def spoken(codec: str) -> str:
    """The name of a codec's charset as people write it: "windows-1251"."""
    if said := _SPOKEN.get(codec.replace("-", "_")):
        return said
    if match := _WINDOWS.fullmatch(codec):
        return f"windows-{match[1]}"
    if match := _ISO.fullmatch(codec):
        return f"iso-8859-{match[1]}"
    return codec.replace("_", "-")


def telling_bytes(data: bytes) -> bytes:
    """The words with other bytes than ASCII and those beside them, without markup, 60 kB at most: what tells charsets apart.

    The rest of a text in plain letters would speak for the charset that is usual in its language, whatever the names in
    it are written in.
    """
    lines, size = [], 0
    for line in data.split(b"\n"):
        high = _HIGH.search(line)
        if not high:
            continue
        start = 0 if len(line) < _LINE_BYTES else max(0, line.rfind(b" ", 0, high.start()))
        lines.append(_around_high(_MARKUP.sub(b" ", line[start : start + _LINE_BYTES]))[: _SAMPLE_BYTES - size])
        size += len(lines[-1])
        if size >= _SAMPLE_BYTES:
            break
    return b"\n".join(lines)


def _around_high(line: bytes) -> bytes:
    """The words of a line that stand near one with other bytes than ASCII."""
    words = line.split(b" ")
    if len(words) <= 2 * _BESIDE:
        return line
    near = bytearray(len(words))
    for index, word in enumerate(words):
        if not word.isascii():
            near[max(0, index - _BESIDE) : index + _BESIDE + 1] = b"\1" * len(
                near[max(0, index - _BESIDE) : index + _BESIDE + 1]
            )
    return b" ".join(word for word, is_near in zip(words, near, strict=True) if is_near)


def likely_codecs(sample: bytes) -> list[str]:
    """Codecs that the bytes point to, the likeliest first."""
    found = chardet.detect_all(sample, ignore_threshold=True)
    names = (codec_of(entry["encoding"]) for entry in found)
    return list(
        dict.fromkeys(
            name for name in names if name and not name.startswith("utf") and name.replace("-", "_") not in _NEVER_GUESSED
        )
    )
