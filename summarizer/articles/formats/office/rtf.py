r"""RTF files (Rich Text Format 1.9): the text, with struck and deleted words, notes and comments set apart.

Characters come in three ways that may be mixed in one word: as they are, as bytes in the charset of the current font, and
as \\u codes with a substitute behind them for programs that know no Unicode.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from summarizer.articles.draft import Draft
from summarizer.articles.files.decoding import UndecodableError
from summarizer.articles.formats.office.manuscript import PLAIN, Look, Manuscript, Paragraph
from summarizer.articles.formats.office.rtf_words import CHARSETS, DESTINATIONS, NOTES, SYMBOLS

MAX_DEPTH, MAX_TOKENS = 500, 400_000
_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])|"
    r"(?P<brace>[{}])|[\r\n\0]+|(?P<text>[^\\{}\r\n\0]+)"
)
_FONT = re.compile(r"\\f(?P<number>\d{1,5})\b")
_FONT_CHARSET = re.compile(r"\\fcharset(?P<charset>\d{1,3})\b")
_BINARY = re.compile(r"\\bin(?P<count>\d{1,9}) ?")
_SWITCHES = {"strike": "struck", "striked": "struck", "deleted": "deleted", "v": "hidden", "super": "is_raised"}
_RAISED_HALF_POINTS = 4
_ENDS = {"par": 0, "sect": 0, "page": 0, "cell": 1, "nestcell": 1, "row": 2, "nestrow": 2}
_SURROGATES = range(0xD800, 0xE000)


@dataclass(slots=True)
class _State:
    """What holds until the group ends."""

    look: Look = PLAIN
    charset: str = "cp1252"
    skip: int = 1
    silent: bool = False
    note: str | None = None


def read_rtf(data: bytes) -> Draft:
    """An RTF file as a draft; of one that breaks off, what there is, with a note.

    Raises:
        UndecodableError: groups nested deeper than any program writes, or more of them than an article has.
    """
    source = _without_binary(data[data.find(b"{\\rtf") :].decode("latin-1"))
    return _Reader(source).read()


def _without_binary(source: str) -> str:
    """The file without raw bytes of pictures, which may look like anything."""
    pieces, position = [], 0
    while match := _BINARY.search(source, position):
        pieces.append(source[position : match.start()])
        position = match.end() + int(match["count"])
    return "".join([*pieces, source[position:]])


class _Reader:
    """Reads the tokens of a file one by one."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._made = Manuscript()
        self._paragraph = Paragraph()
        self._cells: list[list[str]] = []
        self._cell: list[str] = []
        self._state = _State()
        self._stack: list[_State] = []
        self._bytes = bytearray()
        self._to_skip = 0
        self._half: int | None = None
        self._notes: list[tuple[int, str, list[str]]] = []
        self._fonts = _fonts(source)
        self._page = "cp1252"

    def read(self) -> Draft:
        star = False
        for count, match in enumerate(_TOKEN.finditer(self._source)):
            if count > MAX_TOKENS:
                raise UndecodableError("is an RTF file too long to be an article; take the text out of it")
            kind = match.lastgroup if match.lastgroup != "number" else "word"
            if kind != "hex":
                self._flush()
            if kind == "brace":
                if self._brace(match[0]):
                    break
            elif kind == "word":
                self._word(match["word"], match["number"], starred=star)
            elif kind == "hex":
                self._hex(int(match["hex"], 16))
            elif kind == "sign":
                self._sign(match["sign"])
            elif kind == "text":
                self._plain(match["text"])
            star = kind == "sign" and match["sign"] == "*"
        return self._finished()

    def _finished(self) -> Draft:
        self._flush()
        cut = bool(self._stack)
        while self._notes:
            self._end_note()
        self._end_paragraph()
        draft = self._made.draft("RTF file")
        if cut:
            why = "the file breaks off before its end"
            draft = replace(draft, notes=(*draft.notes, why), incomplete=why)
        return draft

    def _brace(self, brace: str) -> bool:
        """Open or close a group; true at the end of the document."""
        self._to_skip = 0
        if brace == "{":
            if len(self._stack) >= MAX_DEPTH:
                raise UndecodableError("is an RTF file nested too deep to be an article; save its text instead")
            self._stack.append(replace(self._state))
            return False
        if not self._stack:
            return True
        self._state = self._stack.pop()
        if self._notes and len(self._stack) < self._notes[-1][0]:
            self._end_note()
        return not self._stack

    def _word(self, word: str, number: str | None, *, starred: bool) -> None:
        state = self._state
        self._to_skip = 0 if word != "u" else self._to_skip
        if word in NOTES and not state.silent:
            self._notes.append((len(self._stack), word, []))
        elif word in DESTINATIONS or (starred and word not in ("shppict", "nesttableprops")):
            state.silent = True
        elif word in SYMBOLS:
            self._put(SYMBOLS[word])
        elif word == "u" and number:
            self._unicode(int(number))
        elif word in _SWITCHES:
            state.look = replace(state.look, **{_SWITCHES[word]: number != "0"})
        else:
            self._set(word, number)

    def _set(self, word: str, number: str | None) -> None:
        state = self._state
        if word == "plain":
            state.look = PLAIN
        elif word in ("nosupersub", "sub"):
            state.look = replace(state.look, is_raised=False)
        elif word == "up":
            state.look = replace(state.look, is_raised=int(number or 0) >= _RAISED_HALF_POINTS)
        elif word == "uc":
            state.skip = min(int(number or 1), 10)
        elif word == "f":
            state.charset = self._fonts.get(number or "", self._page)
        elif word == "ansicpg":
            self._page = state.charset = _codec(f"cp{number}") or "cp1252"
        elif word in ("mac", "pc", "pca"):
            self._page = state.charset = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[word]
        elif word in _ENDS:
            (self._end_paragraph, self._end_cell, self._end_row)[_ENDS[word]]()

    def _unicode(self, code: int) -> None:
        code %= 0x10000
        self._to_skip = self._state.skip
        if code in _SURROGATES:
            if self._half is not None and code >= _SURROGATES[len(_SURROGATES) // 2]:
                self._put(chr(0x10000 + ((self._half - 0xD800) << 10) + code - 0xDC00))
                self._half = None
            else:
                self._half = code
        else:
            self._put(chr(code))

    def _hex(self, byte: int) -> None:
        if self._to_skip:
            self._to_skip -= 1
        elif not self._state.silent:
            self._bytes.append(byte)

    def _flush(self) -> None:
        """Turn bytes into characters; they are gathered first, for a character may take two of them."""
        if self._bytes:
            self._put(self._bytes.decode(self._state.charset, "replace"))
            self._bytes.clear()

    def _sign(self, sign: str) -> None:
        if self._to_skip:
            self._to_skip -= 1
        elif sign in "\r\n":
            self._end_paragraph()
        elif sign in "{}\\":
            self._put(sign)
        elif sign in "~_":
            self._put({"~": "\u00a0", "_": "\u2011"}[sign])

    def _plain(self, text: str) -> None:
        if self._to_skip:
            text, self._to_skip = text[self._to_skip :], max(0, self._to_skip - len(text))
        if text.isascii():
            self._put(text)
        elif text:
            self._put(text.encode("latin-1").decode(self._state.charset, "replace"))

    def _put(self, text: str) -> None:
        if self._state.silent:
            return
        if self._notes:
            self._notes[-1][2].append(text)
        else:
            self._paragraph.add(text, self._state.look)

    def _end_note(self) -> None:
        _, kind, pieces = self._notes.pop()
        text = " ".join("".join(pieces).split())
        self._paragraph.notes.append(text)
        self._made.comments += kind in ("annotation", "atnid") and bool(text)

    def _end_paragraph(self) -> None:
        if self._state.silent:
            return
        if self._notes:
            self._notes[-1][2].append(" ")
            return
        self._made.put(self._paragraph)
        self._paragraph = Paragraph()

    def _end_cell(self) -> None:
        """A cell's last paragraph has no end of its own; those before it stand among the lines already."""
        text = self._made.settled(self._paragraph)
        self._cells.append([*self._cell, text, *self._paragraph.notes])
        self._paragraph, self._cell = Paragraph(), []

    def _end_row(self) -> None:
        if self._cells:
            self._made.row(self._cells)
        self._cells = []


def _fonts(source: str) -> dict[str, str]:
    """The charset of each font in the font table."""
    start = source.find("{\\fonttbl")
    if start < 0:
        return {}
    return dict(_entries(source[start : _group_end(source, start)]))


def _entries(table: str) -> Iterator[tuple[str, str]]:
    starts = list(_FONT.finditer(table))
    for at, match in enumerate(starts):
        end = starts[at + 1].start() if at + 1 < len(starts) else len(table)
        charset = _FONT_CHARSET.search(table, match.end(), end)
        codec = CHARSETS.get(int(charset["charset"])) if charset else None
        if codec and _codec(codec):
            yield match["number"], codec


def _group_end(source: str, start: int) -> int:
    depth = 0
    for match in re.compile(r"[{}]").finditer(source, start, start + 200_000):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.end()
    return min(len(source), start + 200_000)


def _codec(name: str) -> str | None:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None
