"""Clauses that bring in a quotation without a verb of saying: `Field made a comment: "…"`, `Marsh was blunt: "…"`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.attributions.finite import turns
from summarizer.attributions.noun_phrases import possessor_before
from summarizer.attributions.sources import source_before
from summarizer.attributions.spans import Found, Range
from summarizer.attributions.tokens import Token, is_adverb
from summarizer.attributions.words import BE_FORMS, DETERMINERS, PERSONS, PREPOSITIONS, word_set

# What somebody says, by the name of the act.
_SAYINGS = word_set(
    "response reply answer statement comment remark tweet post message reaction question warning advice promise pledge plea "
    "appeal apology admission confession explanation assessment verdict conclusion prediction declaration joke quip retort "
    "rebuke denial claim complaint observation note letter email e-mail memo point argument request demand invitation speech"
)
# Who does one of these is told, and speaks not.
_RECEIVING = word_set(
    "received receives got gets heard hears faced faces saw sees found finds read reads drew draws met meets ignored won wins "
    "prompted prompts sparked sparks deleted leaked obtained cited quoted quotes"
)
_FARTHEST = 18
_LONGEST_GROUP = 4
_FEWEST_WORDS = 3
_ENDS = frozenset(".!?\u2026")


def find_introductions(tokens: Sequence[Token], found: Sequence[Found]) -> Iterator[Found]:
    """The clause before the colon of a sentence that a quotation ends, or of a line that a quotation follows."""
    waits = tokens[-1].text == ":"
    colon = len(tokens) - 1 if waits else len(tokens) - 2
    if colon < 2 or tokens[colon].text != ":" or not (waits or _is_statement(tokens[-1])):  # noqa: PLR2004 - "He joked:"
        return
    if any(item.waits or any(end > colon for _, end in item.content) for item in found):
        return
    speaker = _owner(tokens, colon) or _subject(tokens, colon)
    if speaker is not None:
        content = () if waits else ((colon + 1, colon + 2),)
        yield Found(speaker, (speaker[1], colon + 1), content, "speech", "neutral", waits=waits)


def _is_statement(token: Token) -> bool:
    """True for a quotation of a few words that begins and ends as a sentence does."""
    inside = token.text.strip("\"'`\u201c\u201d\u2018\u2019 ")
    return token.quote and inside[:1].isupper() and inside[-1:] in _ENDS and len(inside.split()) >= _FEWEST_WORDS


def _owner(tokens: Sequence[Token], colon: int) -> Range | None:
    """The "Field's" of "Field's answer was:" and of "From Field's letter:"."""
    noun = colon - 1 - (tokens[colon - 1].low in BE_FORMS)
    if noun < 1 or tokens[noun].low not in _SAYINGS:
        return None
    place = noun - 1
    while place > 0 and tokens[place].is_word and not tokens[place].is_possessive and noun - place < _LONGEST_GROUP:
        place -= 1
    if not tokens[place].is_possessive:
        return None
    owner = possessor_before(tokens, place + 1)
    if owner is None or not tokens[owner[1] - 1].is_capital:
        return None
    return owner[0] + (tokens[owner[0]].low in PREPOSITIONS), owner[1]


def _subject(tokens: Sequence[Token], colon: int) -> Range | None:
    """The person whose clause ends with the colon, if it tells of an act of saying."""
    places = range(colon - 1, max(0, colon - _FARTHEST), -1)
    verb = next((place for place in places if turns(tokens, place)), None)
    if verb is None or not _tells(tokens, verb, colon):
        return None
    while verb > 1 and (is_adverb(tokens[verb - 1]) or turns(tokens, verb - 1)):
        verb -= 1
    source = source_before(tokens, verb)
    if source is None:
        return None
    name = tokens[source[0]].is_capital and tokens[source[0]].low not in DETERMINERS
    return source if tokens[source[0]].low in PERSONS or name or tokens[source[1] - 1].is_capital else None


def _tells(tokens: Sequence[Token], verb: int, colon: int) -> bool:
    if tokens[verb].low in ("went", "goes") and tokens[colon - 1].low == "further":
        return True
    if tokens[verb].low in ("was", "is"):
        words = [token for token in tokens[verb + 1 : colon] if not is_adverb(token)]
        return len(words) == 1 and words[0].is_word and words[0].low not in DETERMINERS and not words[0].is_capital
    if tokens[verb].low in _RECEIVING:
        return False
    return any(token.low in _SAYINGS for token in tokens[verb + 1 : colon])
