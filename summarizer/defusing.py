"""Marks that only a prompt may set, taken out of what an article brings: each sign of one becomes another that is seen.

An article that writes "</article>", "[s12]" or "---user---" could end the place where it is data, or number sentences of
its own. What is sent has other signs there, one for one, so that every offset stays; the article's own text is not
touched. Disguises of a mark are found by the shapes of its letters (Unicode TR 39).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_SHAPES = {
    **dict.fromkeys("\uff1c\ufe64\u2329\u3008\u27e8\u276c\u2770\u02c2\u1438\u226a\u00ab", "<"),
    **dict.fromkeys("\uff1e\ufe65\u232a\u3009\u27e9\u276d\u2771\u02c3\u1433\u226b\u00bb", ">"),
    **dict.fromkeys("\uff3b\u3010\u3014\u27e6\u301a\u2045\u3016", "["),
    **dict.fromkeys("\uff3d\u3011\u3015\u27e7\u301b\u2046\u3017", "]"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d\u2500\u2501\u30fc", "-"),
    **dict.fromkeys("\u2044\u2215\uff0f\u29f8\\\uff3c", "/"),
    **dict.fromkeys("\u0430\u03b1\u0251", "a"),
    **dict.fromkeys("\u0433\u1d26\uab47", "r"),
    **dict.fromkeys("\u0442\u03c4", "t"),
    **dict.fromkeys("\u0456\u03b9\u0131\u04cf", "i"),
    **dict.fromkeys("\u0441\u03f2", "c"),
    **dict.fromkeys("\u0435\u0454\u03b5", "e"),
    **dict.fromkeys("\u0455", "s"),
    **dict.fromkeys("\u03c5\u057d", "u"),
}


class _ShapeTable(dict[int, str]):
    """Character table for `str.translate`, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = shape = _shape(chr(code))
        return shape


def _shape(char: str) -> str:
    """The plain small character that looks like this one; itself where that is none or several."""
    if char in _SHAPES:
        return _SHAPES[char]
    low = char.lower()
    plain = unicodedata.normalize("NFKD", _SHAPES.get(low, low))[:1]
    return _SHAPES.get(plain, plain) if len(low) == 1 and not char.isspace() else char


_TABLE = _ShapeTable()
_NAME = r"[\W_]?".join("article")
_HEAD, _TAIL = "(?:a(?:r(?:t(?:i(?:cl?)?)?)?)?)?", "(?:(?:(?:(?:(?:a?r)?t)?i)?c)?l)?e"
_GAP = r"[\s/]{0,9}"
_WHO = "user|system|assistant|developer|human|tool"
_MARKS = re.compile(
    rf"<{_GAP}{_NAME}[^<>]{{0,80}}>?"  # the mark around an article, with what is written into it
    rf"|{_NAME}{_GAP}>"
    rf"|<{_GAP}{_HEAD}\s*\Z|\A{_GAP}{_TAIL}\s*>"  # torn apart by a line's end
    rf"|-{{2,9}}[ \t]{{0,3}}(?:{_WHO})[ \t]{{0,3}}-{{2,9}}"
    rf"|<\|{{1,2}}|\|{{1,2}}>|<<\s?sys|\[/?inst\]"  # the marks of chat formats
    r"|&(?=(?:lt|gt|lbrack|rbrack|lsqb|rsqb|#0{0,6}(?:60|62|91|93)|#x0{0,6}(?:3c|3e|5b|5d))(?![a-z0-9]))"
    rf"|%(?=3[ce])(?=3[ce](?:%2f|[\s/])*{_NAME})|/(?=(?:u00|x)3[ce])"
)
_NUMBER = re.compile(r"\[\s{0,3}s\s{0,3}\d+\s{0,3}\]?|\bs\d+\]")
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("<[", "\u2039"),
        **dict.fromkeys(">]", "\u203a"),
        "-": "\u00b7",
        "&": "\uff06",
        "%": "\uff05",
    }
)
_ESCAPE = "\u29f5"


def defused(text: str) -> str:
    """Text of an article as it may stand in a prompt; as long as it was. One sentence, or one field, at a time."""
    return _without(_NUMBER, defused_value(text))


def defused_value(text: str) -> str:
    """The same where the numbers of sentences are the prompt's own."""
    return _without(_MARKS, text)


def defused_line(text: str) -> str:
    """A name or a title on one line, without marks."""
    return defused(" ".join(text.split()))


def _without(marks: re.Pattern[str], text: str) -> str:
    shapes = text.translate(_TABLE)
    pieces, position = [], 0
    for match in marks.finditer(shapes):
        pieces += [text[position : match.start()], *_other_signs(match.group(), text[match.start() : match.end()])]
        position = match.end()
    return "".join(pieces) + text[position:] if pieces else text


def _other_signs(mark: str, written: str) -> Iterator[str]:
    if mark == "/":
        yield _ESCAPE
        return
    for shape, char in zip(mark, written, strict=True):
        sign = shape.translate(_SIGNS)
        yield char if sign == shape else sign
