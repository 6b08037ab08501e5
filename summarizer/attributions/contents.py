"""Contents: what a cue says was said, as ranges of tokens."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.cues import Cue
from summarizer.attributions.endings import content_end
from summarizer.attributions.finite import turns
from summarizer.attributions.openings import content_start
from summarizer.attributions.spans import Range
from summarizer.attributions.tokens import Token
from summarizer.attributions.words import DETERMINERS, PLAIN_PRONOUNS, RELATIVES, word_set

_EDGE_MARKS = frozenset({",", ".", ";", ":", "-", "\u2013", "\u2014", "--"})
_CONNECTIVES = word_set("but and however so yet conversely moreover furthermore meanwhile nevertheless nonetheless still")
_MAIN_OPENINGS = (PLAIN_PRONOUNS | DETERMINERS | word_set("there then people")) - RELATIVES
_END_MARKS = _EDGE_MARKS | {"?", "!"}


def content_after(tokens: Sequence[Token], cue: Cue, start: int) -> Range | None:
    """What follows the cue in its sentence, from token `start`; None if it is only an aside or nothing."""
    begin = content_start(tokens, cue, start)
    return None if begin is None else trimmed(tokens, begin, content_end(tokens, cue, begin))


def content_before(tokens: Sequence[Token], start: int, end: int) -> Range | None:
    """What stands before a closing reporting clause at token `end`; it must end in a quotation or a comma."""
    if end <= start:
        return None
    last = tokens[end - 1]
    if not last.quote and last.text not in (",", "\u2014", "--", "\u2013"):
        return None
    return trimmed(tokens, past_connective(tokens, start, end), end)


def past_connective(tokens: Sequence[Token], start: int, end: int) -> int:
    """The place after a word that ties the sentence to the one before: "But", "However,"; it is the reporter's."""
    first = tokens[start]
    if first.low not in _CONNECTIVES or start + 2 >= end or tokens[start + 1].quote:
        return start
    return start + 2 if tokens[start + 1].text == "," else start + 1


def trimmed(tokens: Sequence[Token], start: int, end: int) -> Range | None:
    """A range without the marks at its edges that belong to the report; None if nothing is left."""
    while start < end and tokens[start].text in _EDGE_MARKS:
        start += 1
    while start < end and tokens[end - 1].text in _END_MARKS:
        end -= 1
    return (start, end) if start < end else None


def before_main_clause(tokens: Sequence[Token], content: Range) -> Range:
    """What is said in a clause that opens the sentence, up to the clause it hangs on: "If he says so, we go"."""
    for place in range(content[0] + 1, content[1] - 1):
        following = tokens[place + 1]
        if tokens[place].text == "," and (
            following.low in _MAIN_OPENINGS or following.is_capital or following.text[0].isdigit()
        ):
            return content[0], place
    return content


def before_main_verb(tokens: Sequence[Token], content: Range) -> Range:
    """What is said in a relative clause between commas, up to the verb of the main clause: "Lee, who said so, left"."""
    places = range(content[0] + 1, content[1] - 1)
    end = next((place for place in places if _closes_aside(tokens[place]) and turns(tokens, place + 1)), content[1])
    return content[0], end + (end < content[1] and tokens[end].quote)


def _closes_aside(token: Token) -> bool:
    """True for a comma, also one inside the marks of a quotation."""
    return token.text == "," or (token.quote and token.text.rstrip("\"'\u201d\u2019")[-1:] == ",")
