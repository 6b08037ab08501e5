"""Cut a text into number, word and symbol tokens that remember where they stood.

The text is first put into plain characters one for one, so that every offset into the plain text is an
offset into the original. One pass, no look-back: time grows with the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

# Spaces that typesetters put between groups of digits; kept apart from the ordinary space, which
# also separates two unrelated numbers.
GROUP_SPACE = "\u202f"
_GROUP_SPACES = frozenset("\u00a0\u2007\u2008\u2009\u202f")
_SAME_WIDTH = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2018\u2019\u02bc\u00b4\u2032", "'"),
    **dict.fromkeys("\u201c\u201d\u2033", '"'),
    **dict.fromkeys("\u2014\u2015", "\u2014"),
    **dict.fromkeys(_GROUP_SPACES, GROUP_SPACE),
    "\u2044": "/",
    "\u066a": "%",
    "\u066b": ".",
    "\u066c": ",",
    "\u20a8": "\u20b9",
    "\uffe5": "\u00a5",
    "\uffe1": "\u00a3",
    "\uffe0": "\u00a2",
    "\u00ba": "\u00b0",
    "\u03bc": "\u00b5",
}
_FULL_WIDTH_FIRST, _FULL_WIDTH_LAST, _FULL_WIDTH_SHIFT = 0xFF01, 0xFF5E, 0xFEE0


class _PlainTable(dict[int, str]):
    """Character table for `str.translate`, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        self[code] = plain = _plain_character(chr(code))
        return plain


def _plain_character(character: str) -> str:
    if character in _SAME_WIDTH:
        return _SAME_WIDTH[character]
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    if _FULL_WIDTH_FIRST <= ord(character) <= _FULL_WIDTH_LAST:
        return chr(ord(character) - _FULL_WIDTH_SHIFT)
    if unicodedata.category(character) == "Zs":
        return " "
    return character


_TABLE = _PlainTable()


# What a change to ASCII makes of the pound sign; "PS5" is a games console.
_SPELT_POUND = re.compile(r"(?<![A-Za-z0-9])PS(?=\d{2}|\d[.,]\d|\d ?(?:m|b|k|bn|mn|tn|million|billion|trillion)\b)")


def plain_characters(text: str) -> str:
    """The text with digits, dashes, quotes and spaces of any script in ASCII, position for position."""
    if "PS" in text:
        text = _SPELT_POUND.sub("\u00a3 ", text)
    return text if text.isascii() else text.translate(_TABLE)


class Token(NamedTuple):
    """One number, word, fraction sign, symbol or break of the plain text."""

    kind: str
    start: int
    end: int
    raw: str
    low: str


_TOKEN = re.compile(
    r"(?P<break>\n[ \t\r]{0,8}\n)"
    r"|(?P<number>(?<![\w.])\.\d+|\d+(?:[.,\u202f']\d+)*)"
    r"|(?P<fraction>[\u00bc-\u00be\u2150-\u215e])"
    r"|(?P<word>(?:[A-Za-z]\.){2,6}(?!\w)|[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<symbol>[^\s\u202f])"
)
NOTHING = Token("none", -1, -1, "", "")


def tokenize(text: str) -> list[Token]:
    """Every token of `text`, in order; spaces and single line ends are dropped."""
    tokens = []
    for match in _TOKEN.finditer(plain_characters(text)):
        raw = match.group()
        tokens.append(Token(str(match.lastgroup), match.start(), match.end(), raw, raw.lower()))
    return tokens


_DASHES = "\u2013\u2014"


class Tokens:
    """The tokens of one text, readable past either end."""

    __slots__ = ("_items", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._items = tokenize(text)

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, index: int) -> Token:
        return self._items[index] if 0 <= index < len(self._items) else NOTHING

    def low(self, index: int) -> str:
        """The token at `index` in lower case, or an empty string."""
        return self[index].low

    def glued(self, index: int) -> bool:
        """No space stands between this token and the one before it."""
        return index > 0 and self[index - 1].end == self[index].start

    def joins(self, index: int) -> bool:
        """A hyphen at `index` joins words; with spaces on both sides too, as tokenised text has it, where it is no dash."""
        if self.low(index) != "-" or self.glued(index) != self.glued(index + 1):
            return False
        return self.glued(index) or self.text[self[index].start] not in _DASHES

    def lows(self, first: int, count: int) -> tuple[str, ...]:
        """`count` tokens in lower case, fewer at the end of the text."""
        return tuple(token.low for token in self._items[max(first, 0) : max(first + count, 0)])
