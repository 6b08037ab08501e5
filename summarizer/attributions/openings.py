"""Where the content begins: past the one who is told, past "on Monday" and "in a statement"."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.cues import Cue
from summarizer.attributions.descriptions import abbreviates
from summarizer.attributions.tokens import Token, is_adverb
from summarizer.attributions.words import (
    OBJECT_PRONOUNS,
    PLAIN_PRONOUNS,
    PREPOSITIONS,
    SENTENCE_MARKS,
    TIME_NOUNS,
    TIME_WORDS,
    is_number,
    word_set,
)

_FAR = 28
_NEAR = 9
_PARENTHESIS = 14
_STATEMENT = 25
OPENS_CLAUSE = word_set("that how why whether what if who when where which")
_CIRCUMSTANCES = word_set(
    "in on at during after to via from through by before over with late early earlier this last outside amid"
)
_BEFORE_NUMBERS = word_set("about around over under between nearly up")
_RELATIVE = frozenset({"that", "who", "which", "where", "when"})
_ALSO_PHRASES = frozenset({"this", "last", "early", "late"})
_SUBJECTS = frozenset({"he", "she", "they", "it", "we", "i"})


def content_start(tokens: Sequence[Token], cue: Cue, start: int) -> int | None:
    """The first token of what follows a cue that ends at `start`; None if nothing there can be its content."""
    if start >= len(tokens):
        return None
    if _has_recipient(tokens, cue, start):
        start = _past_recipient(tokens, start)
    start = _past_manner(tokens, _past_circumstances(tokens, cue, start))
    if start + 2 < len(tokens) and tokens[start].low == "as" and cue.verb.stance == "denial":
        start += 2
    if start < len(tokens) and tokens[start].text in (",", ":"):
        start = _past_comma(tokens, start)
    if start >= len(tokens) or tokens[start].text in SENTENCE_MARKS | {",", ")"}:
        return None
    return start if _fits(tokens, cue, start) else None


def _has_recipient(tokens: Sequence[Token], cue: Cue, start: int) -> bool:
    """True if the one who is told comes first; an order's addressee belongs to what is ordered."""
    frame = cue.verb.frame
    if cue.verb.kind == "order":
        return False
    if "r" in frame or tokens[start].low not in OBJECT_PRONOUNS or start + 1 >= len(tokens):
        return "r" in frame
    following = tokens[start + 1]
    return "o" in frame or following.quote or following.text in (",", ":") or following.low in OPENS_CLAUSE


def _past_recipient(tokens: Sequence[Token], start: int) -> int:
    """Past a pronoun, or past the words before the clause or quotation; an infinitive's subject belongs to it."""
    first = tokens[start]
    if first.low in OBJECT_PRONOUNS or first.low in ("her", "you"):
        return start + 1
    for place in range(start, min(len(tokens), start + _FAR)):
        token = tokens[place]
        if token.low == "to":
            return start
        if (
            token.text == ","
            or (token.text in SENTENCE_MARKS and not abbreviates(tokens, place))
            or token.low in OPENS_CLAUSE
            or _is_statement(tokens, place)
        ):
            return place
        if place > start and (_begins_clause(tokens, place) or _begins_small(token)):
            return place
    return start


def _begins_small(token: Token) -> bool:
    """True for a quotation that begins with a small letter: words of a clause, not a title."""
    return token.quote and token.text.lstrip("\"'`\u201c\u2018\u201e")[:1].islower()


def _begins_clause(tokens: Sequence[Token], place: int) -> bool:
    """True for a subject right after the recipient: "told reporters he", "told Reuters the"."""
    token, before = tokens[place], tokens[place - 1]
    if token.low in PLAIN_PRONOUNS:
        return True
    after_name = before.is_word and before.low not in _CIRCUMSTANCES and before.low not in ("of", "and")
    return after_name and token.low in ("the", "a", "there")


def _past_circumstances(tokens: Sequence[Token], cue: Cue, start: int) -> int:
    """Past "on Monday", "in a statement" and the like, if a clause or quotation follows them."""
    if start >= len(tokens) or "c" not in cue.verb.frame:
        return start
    first = tokens[start]
    if first.low not in _CIRCUMSTANCES | TIME_WORDS or (first.low == "to" and "t" in cue.verb.frame):
        return start
    for place in range(start + 1, min(len(tokens), start + _FAR)):
        token = tokens[place]
        if token.text in SENTENCE_MARKS or (token.low == "who" and tokens[place - 1].text == ","):
            break
        if token.low == "that" or _is_statement(tokens, place):
            return place
        if place < start + _NEAR and token.low in _SUBJECTS and cue.verb.lemma == "say":
            return place
    return _past_time(tokens, start)


def _past_manner(tokens: Sequence[Token], start: int) -> int:
    """Past the adverb of `replied happily: "…"`."""
    manner = start + 2 < len(tokens) and is_adverb(tokens[start]) and tokens[start + 1].text in (":", ",")
    return start + 1 if manner and tokens[start + 2].quote else start


def _past_time(tokens: Sequence[Token], start: int) -> int:
    place = start + 1
    while place < len(tokens) and tokens[place].low in TIME_WORDS | TIME_NOUNS:
        place += 1
    return place if place > start + 1 or tokens[start].low in TIME_WORDS else start


def _past_comma(tokens: Sequence[Token], start: int) -> int:
    """Past a comma or colon, if a quotation or a clause follows: after any other comma the cue has ended."""
    if start + 1 >= len(tokens):
        return len(tokens)
    following = tokens[start + 1]
    if tokens[start].text == ":" or following.quote or following.low == "that":
        return start + 1
    places = range(start + 1, min(len(tokens) - 1, start + _PARENTHESIS))
    second = next((place for place in places if tokens[place].text == ","), None)
    goes_on = second is not None and (tokens[second + 1].quote or tokens[second + 1].low == "that")
    return second + 1 if second is not None and goes_on else start


def _is_statement(tokens: Sequence[Token], place: int) -> bool:
    """True for a quotation that is a statement, not a title or a word in marks."""
    token = tokens[place]
    if not token.quote:
        return False
    inside = token.text.strip("\"'`\u201c\u201d\u2018\u2019")
    ends = inside[-1:] in (".", ",", "!", "?")
    return ends or len(inside) > _STATEMENT or (place > 0 and tokens[place - 1].text in (",", ":"))


def _fits(tokens: Sequence[Token], cue: Cue, start: int) -> bool:
    """True if what follows can be what this verb takes; a disaster that "claimed 13 lives" says nothing."""
    first, frame = tokens[start], cue.verb.frame
    if frame == "q":
        return _is_statement(tokens, start)
    if first.quote or (first.low in OPENS_CLAUSE and frame != "n"):
        return True
    if first.low == "to":
        return "t" in frame
    if cue.verb.lemma == "claim" and any(token.low in ("life", "lives") for token in tokens[start : start + 5]):
        return False
    if first.low in ("early", "late") and start + 1 < len(tokens) and tokens[start + 1].low in PREPOSITIONS | TIME_WORDS:
        return False
    counts = first.low in _BEFORE_NUMBERS and start + 1 < len(tokens) and is_number(tokens[start + 1].low)
    return frame != "w" and ((frame == "n" and counts) or _fits_phrase(first, frame))


def _fits_phrase(first: Token, frame: str) -> bool:
    """True if a word can begin the noun phrase or bare clause that a verb takes."""
    if frame == "n" and (first.low in _RELATIVE or first.low in PREPOSITIONS):
        return False
    if first.low in _CIRCUMSTANCES - _ALSO_PHRASES:
        return False
    return "o" in frame or first.low not in ("and", "or", "but", "as")
