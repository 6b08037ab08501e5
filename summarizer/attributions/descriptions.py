"""Descriptions after a comma: "Dean, a medical doctor, said", "said Anton, who has two daughters"."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.finite import turns
from summarizer.attributions.tokens import Token, is_adverb
from summarizer.attributions.verbs import FORMS
from summarizer.attributions.words import AUXILIARIES, PREPOSITIONS, RELATIVES, SUBORDINATORS, TIME_WORDS, WEAK_STOPS, word_set

_LONGEST = 25
_LONGEST_NICKNAME = 24
_SINGLE_MARKS = frozenset({"'", "\u2018", "\u2019"})
_NAMING = word_set("nicknamed as called dubbed alias aka a.k.a. styled")
_BEGINNINGS = word_set("who whose which including of now then formerly once")
_NO_BEGINNINGS = (
    PREPOSITIONS
    | SUBORDINATORS
    | RELATIVES
    | AUXILIARIES
    | word_set("he she they it i we you however meanwhile too also indeed there not more less up down nearly far compared")
)


def describes(first: Token) -> bool:
    """True if a part between commas that begins with this word describes the noun before it."""
    if first.low in _BEGINNINGS:
        return True
    return first.low not in _NO_BEGINNINGS and not first.low.endswith("ing") and not is_adverb(first)


def abbreviates(tokens: Sequence[Token], index: int) -> bool:
    """True for a full stop inside a sentence, which only an abbreviation has."""
    return tokens[index].text == "." and 0 < index < len(tokens) - 1 and tokens[index - 1].end == tokens[index].start


def stops(tokens: Sequence[Token], index: int) -> bool:
    """True for a mark that ends any phrase: a dash, a semicolon, the sentence's full stop."""
    return tokens[index].text in WEAK_STOPS and not abbreviates(tokens, index)


def is_nickname(tokens: Sequence[Token], index: int) -> bool:
    """True for the marks of `Pell "Duke" Corrigan`: a short word between the parts of a name."""
    if index == 0 or not tokens[index - 1].is_capital:
        return False
    last = index + 2 if tokens[index].text in _SINGLE_MARKS else index
    if last + 1 >= len(tokens) or not tokens[last + 1].is_capital or tokens[last + 1].low in TIME_WORDS:
        return False
    if last > index:
        return tokens[index + 1].is_capital and tokens[last].text in _SINGLE_MARKS
    token = tokens[index]
    return token.quote and len(token.text) < _LONGEST_NICKNAME and token.text[-2:-1].isalnum()


def is_byname(tokens: Sequence[Token], index: int) -> bool:
    """True for the marks of `nicknamed "Duke"`."""
    return index > 0 and tokens[index - 1].low in _NAMING and len(tokens[index].text) < _LONGEST_NICKNAME


def speaks_aside(tokens: Sequence[Token], start: int) -> bool:
    """True for "who said" after a comma: another act of saying, not a description."""
    place = start + 1
    while place < len(tokens) and (is_adverb(tokens[place]) or tokens[place].low in AUXILIARIES):
        place += 1
    if tokens[start].low != "who" or place >= len(tokens):
        return False
    return any(form.verb.kind == "speech" and "n" not in form.verb.frame for form in FORMS.get(tokens[place].low, ()))


def description_end(tokens: Sequence[Token], end: int) -> int | None:
    """The end of a description whose comma is at `end`: the next comma, quotation or stop; None if there is none."""
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return None
    first = tokens[end + 1]
    if not first.is_word or not describes(first) or turns(tokens, end + 1) or speaks_aside(tokens, end + 1):
        return None
    for index in range(end + 1, min(len(tokens), end + _LONGEST)):
        token = tokens[index]
        if (first.is_capital and turns(tokens, index)) or (first.low == "whose" and token.text == ":"):
            return None
        if is_nickname(tokens, index):
            continue
        if token.text == "," or token.quote or stops(tokens, index) or token.low in ("told", "tells"):
            return None if token.quote and _is_clause(tokens, end + 1, index) else index
        if token.low in ("adding", "saying"):
            return None
    return None


def _is_clause(tokens: Sequence[Token], start: int, end: int) -> bool:
    """True for `the quay is` before words in marks: a clause with a verb of its own describes nobody."""
    return tokens[start].low not in _BEGINNINGS and any(turns(tokens, place) for place in range(start + 1, end))


def comma_before(tokens: Sequence[Token], end: int) -> int | None:
    """The comma that opens the description which ends at `end`; None if a quotation or a stop comes first."""
    for index in range(end - 1, max(-1, end - _LONGEST), -1):
        if tokens[index].text == ",":
            return index
        if (tokens[index].quote and not (is_nickname(tokens, index) or is_byname(tokens, index))) or stops(tokens, index):
            return None
    return None
