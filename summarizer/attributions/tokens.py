"""Words, marks and whole quotations as tokens, cut into sentences.

A quotation is one token: what is inside it never starts a sentence, names a source or ends a clause of the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from summarizer.attributions import words
from summarizer.attributions.quotes import Quotation, find_quotations
from summarizer.attributions.sentence_ends import is_tag

_PIECE = re.compile(
    r"\n|(?:[A-Za-z]\.){2,8}(?![A-Za-z])"
    r"|[^\W\d_]{1,40}(?:[\u2019'](?:s|S|re|ve|ll|d|m|t)\b|[-&][^\W_]{1,40}){0,6}|\d[\d.,:/%-]{0,20}(?<![.,:])[^\W_]{0,20}"
    r"|\w{1,40}|--|\.{3}|[^\w\s]"
)
_POSSESSIVE = re.compile(r"[\u2019']s$", re.IGNORECASE)
_CONTRACTION = re.compile(r"[\u2019'](?:re|ve|ll|d|m|s)$", re.IGNORECASE)
_ENDS = frozenset(".!?")
# No real sentence is longer; text without full stops is cut here, so that work per sentence is bounded.
_LONGEST_SENTENCE = 250
# "… in the U.S. He left": words that a capital shows to begin a sentence, for none of them is ever part of a name.
_SENTENCE_OPENERS = words.word_set("He She They It We But And This These Those There When While If Although However")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.){2,8}")
_QUOTED_END = re.compile(r"[.!?\u2026] ?[\"'\u201d\u2019]{1,3}$")


class Token(NamedTuple):
    """A piece of text. `low` is the lower-case word without "'s"; `quote` marks a whole quotation."""

    start: int
    end: int
    text: str
    low: str
    quote: bool = False
    continues: bool = False

    @property
    def is_word(self) -> bool:
        """True for words and numbers."""
        return not self.quote and self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """True for a word that begins with a capital."""
        return self.is_word and self.text[0].isupper()

    @property
    def is_possessive(self) -> bool:
        """True for "Clinton's"."""
        return self.is_word and _POSSESSIVE.search(self.text) is not None


def is_adverb(token: Token) -> bool:
    """True for a word that may stand inside a verb group."""
    return words.is_adverb(token.low, capital=token.is_capital)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence, without its line ends; `paragraph` counts the lines of text before it."""

    tokens: tuple[Token, ...]
    paragraph: int

    @property
    def start(self) -> int:
        """First code point."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """One past the last code point."""
        return self.tokens[-1].end


def tokenize(text: str) -> list[Token]:
    """The tokens of a text, in order; line ends are tokens too."""
    tokens: list[Token] = []
    position = 0
    for quotation in find_quotations(text):
        tokens.extend(_pieces(text, position, quotation.start))
        tokens.append(_quoted(text, quotation))
        position = quotation.end
    tokens.extend(_pieces(text, position, len(text)))
    return tokens


def _quoted(text: str, quotation: Quotation) -> Token:
    inside = text[quotation.start : quotation.end]
    return Token(quotation.start, quotation.end, inside, "", quote=True, continues=quotation.continues)


def _pieces(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _PIECE.finditer(text, start, end):
        piece = match.group()
        if "'" in piece or "\u2019" in piece:
            yield from _split(piece, match.start())
        else:
            yield Token(match.start(), match.end(), piece, piece.lower())


def _split(piece: str, start: int) -> Iterator[Token]:
    """A piece as one token, or "he's" and "they'll" as two: the second part may belong to the cue."""
    end = start + len(piece)
    cut = _CONTRACTION.search(piece)
    if cut is None or (cut.group().lower().endswith("s") and piece[: cut.start()].lower() not in _SUBJECTS):
        yield Token(start, end, piece, _POSSESSIVE.sub("", piece).lower())
        return
    middle = start + cut.start()
    yield Token(start, middle, piece[: cut.start()], piece[: cut.start()].lower())
    yield Token(middle, end, cut.group(), cut.group().lower().replace("\u2019", "'"))


_SUBJECTS = frozenset({"he", "she", "it", "who", "that", "there", "what", "i", "we", "they", "you"})


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text."""
    found: list[Sentence] = []
    current: list[Token] = []
    paragraph = 0
    tokens = tokenize(text)
    for index, token in enumerate(tokens):
        line_end = token.text == "\n"
        if not line_end:
            current.append(token)
        if current and (line_end or len(current) >= _LONGEST_SENTENCE or _ends_sentence(tokens, index)):
            found.append(Sentence(tuple(current), paragraph))
            current = []
        paragraph += line_end
    if current:
        found.append(Sentence(tuple(current), paragraph))
    return found


def _ends_sentence(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    if index + 1 >= len(tokens):
        return True
    following = tokens[index + 1]
    if not token.quote and token.text not in _ENDS:
        return following.text in _SENTENCE_OPENERS and _ACRONYM.fullmatch(token.text) is not None
    opens = following.quote or following.is_capital or following.text[0].isdigit() or following.text in "([-*"
    if token.quote:
        return _QUOTED_END.search(token.text) is not None and opens and not is_tag(tokens, index + 1, token)
    if not opens or following.start == token.end:
        return False
    return token.text != "." or not _is_abbreviation(tokens, index)


def _is_abbreviation(tokens: list[Token], index: int) -> bool:
    if index == 0 or tokens[index - 1].end != tokens[index].start:
        return False
    before = tokens[index - 1]
    return before.low in words.ABBREVIATIONS or (len(before.text) == 1 and before.is_capital)
