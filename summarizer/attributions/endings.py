"""Where the content ends: before an aside of the reporter, before another report of the same speaker."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.cues import Cue
from summarizer.attributions.finite import is_verb
from summarizer.attributions.tokens import Token, is_adverb
from summarizer.attributions.turns import another_reports, takes_over
from summarizer.attributions.verbs import FORMS
from summarizer.attributions.words import word_set

_DASHES = frozenset({"--", "-", "\u2014", "\u2013"})
_NEXT_CLAUSE = word_set("but although though while whereas according despite")
_CONCESSIONS = frozenset({"though", "as", "if"})
_ING_WORDS = word_set("including regarding during concerning notwithstanding anything something")
_NEW_PHRASE = word_set("who which whose where a an another using")
_CRIES = frozenset({"?", "!"})
_GOING_ON = word_set("that rather instead also")
_CLAUSE_REACH = 20
_LIST_REACH = 8
_OPENING_REACH = 16
_CLAUSE_OPENERS = word_set("as after when while if because although though since before until once whereas unless")


def content_end(tokens: Sequence[Token], cue: Cue, begin: int) -> int:
    """One past the last token of a content that begins at `begin`."""
    if begin + 1 < len(tokens) and tokens[begin].quote and tokens[begin].text.rstrip("\"'\u201d\u2019")[-1:] in _CRIES:
        return begin + 1
    depth = 0
    for place in range(begin, len(tokens)):
        token = tokens[place]
        depth += (token.text == "(") - (token.text == ")")
        if depth < 0:
            return place
        if place > begin and depth == 0 and _breaks(tokens, cue, begin, place):
            return place
    return len(tokens)


def _breaks(tokens: Sequence[Token], cue: Cue, begin: int, place: int) -> bool:
    """True if the clause of the content ends before this token."""
    token = tokens[place]
    if place + 1 >= len(tokens):
        return False
    following = tokens[place + 1]
    if _closes_speech(tokens[place - 1]):
        return _breaks_after_quotation(tokens, cue, begin, place)
    if token.text in _DASHES:
        return not any(later.text == token.text for later in tokens[place + 1 :])
    if token.text == ",":
        return _comma_breaks(tokens, cue, place)
    if token.low in ("and", "but"):
        return reports_again(tokens, place + 1) or another_reports(tokens, place + 1)
    return token.text == ";" or (token.low == "according" and following.low == "to")


def _breaks_after_quotation(tokens: Sequence[Token], cue: Cue, begin: int, place: int) -> bool:
    """Whether the content ends with a quotation whose comma stands inside its marks; a few quoted words go on as a clause."""
    quoted = place - 1
    if quoted > begin and tokens[quoted - 1].text not in (",", ":"):
        following = tokens[place + 1].low if tokens[place].low in ("and", "or") else ""
        return _comma_breaks(tokens, cue, quoted) or (following.endswith("ing") and following in FORMS)
    joins = tokens[place].low in ("and", "or") and any(token.quote for token in tokens[place + 1 : place + 3])
    return not tokens[place].quote and not tokens[place + 1].quote and not joins


def _closes_speech(before: Token) -> bool:
    """True for a quotation that ends in a comma: the sentence goes on without it."""
    return before.quote and before.text.rstrip("\"'\u201d\u2019")[-1:] == ","


def _comma_breaks(tokens: Sequence[Token], cue: Cue, place: int) -> bool:
    following = tokens[place + 1]
    if _ends_phrase(tokens, cue, place) or _in_opening_clause(tokens, cue) or _in_aside(tokens, cue):
        return True
    if following.low.endswith("ing") and following.low not in _ING_WORDS:
        return True
    if following.low in ("and", "or"):
        return reports_again(tokens, place + 2) or another_reports(tokens, place + 2)
    if tokens[place - 1].quote and takes_over(tokens, place + 1):
        return True
    return _turns_against(tokens, place + 1)


def _turns_against(tokens: Sequence[Token], place: int) -> bool:
    """True for "but", "although" and "even though" at the start of a clause that the reporter adds."""
    first = tokens[place].low
    if first == "even" and place + 1 < len(tokens):
        return tokens[place + 1].low in _CONCESSIONS
    return first in _NEXT_CLAUSE and not (first == "but" and _goes_on(tokens, place + 1))


def _goes_on(tokens: Sequence[Token], start: int) -> bool:
    """True for a clause after "but" of the same speaker: "but that", "but rather", or marked words without a verb of saying."""
    if start < len(tokens) and tokens[start].low in _GOING_ON:
        return True
    for place in range(start, min(len(tokens), start + _CLAUSE_REACH)):
        if tokens[place].quote:
            return True
        if place > start and tokens[place].low in FORMS and is_verb(tokens, place):
            return False
    return False


def _in_aside(tokens: Sequence[Token], cue: Cue) -> bool:
    """True for the verb of ", who said she saw it," between commas."""
    return cue.first > 1 and tokens[cue.first - 1].low in ("who", "which") and tokens[cue.first - 2].text == ","


def _in_opening_clause(tokens: Sequence[Token], cue: Cue) -> bool:
    """True for a cue in a clause such as "After the court refused to act," at the start of the sentence."""
    opener = 1 if tokens[0].low in ("and", "but", "so", "even") and len(tokens) > 1 else 0
    if tokens[opener].low not in _CLAUSE_OPENERS or cue.first > opener + _OPENING_REACH:
        return False
    return not any(token.text == "," for token in tokens[opener : cue.first])


def _ends_phrase(tokens: Sequence[Token], cue: Cue, place: int) -> bool:
    """True for the comma after a content that is a noun phrase: a description or another clause follows."""
    if cue.verb.frame != "n":
        return False
    listed = any(token.low == "and" for token in tokens[place + 1 : place + _LIST_REACH])
    return not listed or tokens[place + 1].low in _NEW_PHRASE


def reports_again(tokens: Sequence[Token], place: int) -> bool:
    """True for "said" and "also warned" after "and" or "but": another report of the same source."""
    while place < len(tokens) and is_adverb(tokens[place]):
        place += 1
    if place >= len(tokens) - 1 or tokens[place].is_capital:
        return False
    return any(form.shapes & {"past", "s"} for form in FORMS.get(tokens[place].low, ()))
