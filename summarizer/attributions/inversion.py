"""Reporting clauses with the speaker behind the verb: `"…," said Caddell`, "…, says engineer", `Said Ellis: "…"`."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.cues import Cue
from summarizer.attributions.sources import source_after
from summarizer.attributions.tokens import Token
from summarizer.attributions.words import DETERMINERS, PREPOSITIONS, SUBORDINATORS, TIME_WORDS, word_set

_AFTER_COMMA = frozenset({"say", "write", "add", "explain", "tweet"})
_IN_HEADLINES = _AFTER_COMMA | word_set(
    "warn claim report announce reveal insist suggest find show predict confirm allege admit conclude argue hint tell"
)
# What follows these is the one who is told, never the one who speaks.
_TELLING = frozenset({"tell", "inform", "remind", "notify", "assure"})
_NO_SUBJECT = SUBORDINATORS | word_set("in on at to during of by as about after before for from")
# "The mayor, a lawyer, said nothing": words that are said and speak not.
_SAID = word_set(
    "nothing no yes so goodbye hello sorry something anything little much it that this otherwise they he she thanks"
)
_SPEECH_MARKS = (",", "?", "!", "\u2014", "\u2013", "-", "--")


def is_inverted(tokens: Sequence[Token], cue: Cue) -> bool:
    """True where a simple verb of speech stands after what is said and before the one who says it."""
    speaks = cue.verb.kind == "speech" and any(letter in cue.verb.frame for letter in "cqw")
    if not speaks or cue.first != cue.head or cue.verb.lemma in _TELLING:
        return False
    if cue.first == 0 or cue.last >= len(tokens) or not tokens[cue.last].is_word:
        return False
    before, after = tokens[cue.first - 1], tokens[cue.last]
    if before.quote:
        return after.low not in _NO_SUBJECT
    if before.text not in _SPEECH_MARKS or "c" not in cue.verb.frame:
        return False
    return _subject_closes(tokens, cue) if after.is_capital else _common_noun_closes(tokens, cue)


def _subject_closes(tokens: Sequence[Token], cue: Cue) -> bool:
    """True if nothing but circumstances follows the subject after the cue: else it is the subject of the content."""
    source = source_after(tokens, cue.last)
    if source is None or _ends_sentence(tokens, source[1]):
        return source is not None
    following = tokens[source[1]]
    ends = following.text == "," or following.low in PREPOSITIONS or following.low in TIME_WORDS or following.low == "who"
    return ends and cue.verb.lemma in _AFTER_COMMA


def _ends_sentence(tokens: Sequence[Token], place: int) -> bool:
    if place >= len(tokens) or tokens[place].text == ";":
        return True
    return place == len(tokens) - 1 and not tokens[place].quote


def _common_noun_closes(tokens: Sequence[Token], cue: Cue) -> bool:
    """True for "…, says engineer" and "…, said a union leader": a verb of saying and a noun end the sentence."""
    after = tokens[cue.last]
    if after.low in _SAID or after.low in _NO_SUBJECT or after.low in PREPOSITIONS:
        return False
    if cue.verb.lemma not in (_AFTER_COMMA if tokens[-1].text == "." else _IN_HEADLINES):
        return False
    if cue.verb.lemma != "say" and after.low not in DETERMINERS and tokens[-1].text == ".":
        return False
    commas = sum(token.text == "," for token in tokens[: cue.first])
    closes = _subject_closes(tokens, cue)
    return closes and (commas == 1 or cue.verb.lemma == "say")


def opens_inverted(tokens: Sequence[Token], cue: Cue) -> bool:
    """True for `Said Ellis: "…"`: the sentence begins with the verb, its subject and a quotation follow."""
    if cue.first > 0 or cue.verb.kind != "speech" or cue.shape != "finite" or cue.verb.lemma in _TELLING:
        return False
    return cue.last + 2 < len(tokens) and (tokens[cue.last].is_capital or tokens[cue.last].low in DETERMINERS)
