"""Reporting clauses with the speaker behind the verb: `"…," said Caddell`, "…, says engineer", `Said Ellis: "…"`."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.cues import Cue
from summarizer.attributions.descriptions import is_byname
from summarizer.attributions.finite import turns
from summarizer.attributions.sources import source_after
from summarizer.attributions.tokens import Token
from summarizer.attributions.words import DETERMINERS, PREPOSITIONS, RELATIVES, SUBORDINATORS, TIME_WORDS, word_set

_AFTER_COMMA = frozenset({"say", "write", "add", "explain", "tweet"})
_IN_HEADLINES = _AFTER_COMMA | word_set(
    "warn claim report announce reveal insist suggest find show predict confirm allege admit conclude argue hint tell"
)
# What follows these is the one who is told, never the one who speaks.
_TELLING = frozenset({"tell", "inform", "remind", "notify", "assure"})
_NO_SUBJECT = SUBORDINATORS | word_set("in on at to during of by as about after before for from")
# "The mayor, a lawyer, said nothing": words that are said and speak not.
_SAID = word_set(
    "nothing no yes so goodbye hello sorry something anything little much it that this otherwise they he she thanks there "
    "here again afterwards today yesterday tonight later earlier too"
)
_CLAUSE_REACH = 20
_LONGEST_CLAUSE = 80
_SPOKEN_ENDS = frozenset(",?!.\u2014\u2026-")
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
        return after.low not in _NO_SUBJECT and not _is_name_in_marks(tokens, cue)
    if (
        before.text not in _SPEECH_MARKS
        or "c" not in cue.verb.frame
        or not (_is_clause(tokens, cue.first) or _goes_on(tokens, cue))
    ):
        return False
    return _subject_closes(tokens, cue) if after.is_capital else _common_noun_closes(tokens, cue)


def _is_name_in_marks(tokens: Sequence[Token], cue: Cue) -> bool:
    """True for the subject of `"The Duke" said the quay fell`: what follows is a clause with a verb of its own."""
    if tokens[cue.first - 1].text.rstrip("\"'\u201d\u2019 ")[-1:] in _SPOKEN_ENDS:
        return False
    source = source_after(tokens, cue.last)
    if source is None:
        return False
    clause = (place for place in range(source[0] + 1, source[1]) if tokens[place].text == "," or tokens[place].low == "who")
    return any(turns(tokens, place) for place in range(source[0] + 1, next(clause, source[1])))


def _is_clause(tokens: Sequence[Token], end: int) -> bool:
    """True for words that a verb makes a statement, and for a headline; not for the "Lee, a clerk," of "Lee, a clerk, said"."""
    first = max(0, end - _LONGEST_CLAUSE)
    start = next((place + 1 for place in range(end - 1, first, -1) if tokens[place].text == ";"), first)
    described = sum(token.text == "," for token in tokens[start:end]) > 1
    if tokens[-1].is_word or not (described or _clause_follows(tokens, end + 1)):
        return True
    return any(turns(tokens, place) or _quotes(tokens, place) for place in range(start, end))


def _clause_follows(tokens: Sequence[Token], start: int) -> bool:
    """True for a verb behind the verb of saying, before any comma: what follows is said, and no speaker."""
    places = range(start, min(len(tokens), start + _CLAUSE_REACH))
    end = next(
        (place for place in places if not tokens[place].is_word or tokens[place].low in SUBORDINATORS | RELATIVES), start
    )
    return any(turns(tokens, place) for place in range(start + 1, end))


def _quotes(tokens: Sequence[Token], place: int) -> bool:
    """True for marked words that are more than a name."""
    return tokens[place].quote and " " in tokens[place].text and not is_byname(tokens, place)


def _goes_on(tokens: Sequence[Token], cue: Cue) -> bool:
    """True for the tag inside a clause: "The plan, said Lee, is dead."."""
    source = source_after(tokens, cue.last)
    commas = sum(token.text == "," for token in tokens[: cue.first])
    return commas == 1 and source is not None and source[1] < len(tokens) - 1 and tokens[source[1]].text == ","


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
