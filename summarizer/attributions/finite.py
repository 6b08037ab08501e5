"""Finite verbs: which lower-case words a clause turns on, as far as their form and their neighbours tell."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.tokens import Token, is_adverb
from summarizer.attributions.verbs import FORMS
from summarizer.attributions.words import AUXILIARIES, DETERMINERS, OBJECT_PRONOUNS, PREPOSITIONS, TIME_WORDS, word_set

_FARTHEST_VERB = 30
_COMMON_VERBS = word_set(
    "takes comes gives goes gets holds runs leads leaves puts keeps brings becomes begins means makes killed died happened "
    "occurred appeared followed caused used turned moved helped started tried "
    # The irregular past forms that are seldom anything else.
    "ate beat became began bent bit bled blew bore bought bound bred broke brought built burnt came caught chose clung crept "
    "dealt did dove drank drew drove dug fed fell felt fled flew fought forbade forgave forgot found froze gave got grew "
    "held hid hung kept knew laid lay led left lent let lit lost made meant met overcame overthrew paid put ran rang rode rose "
    "sang sank sat saw sent set shook shot slept slid sold sought spent spoke sprang stole stood struck stuck swam swept swore "
    "swung taught thought threw told took tore undertook underwent went wept withdrew woke won wore wrote"
)


_OBJECTS = DETERMINERS | PREPOSITIONS | TIME_WORDS | OBJECT_PRONOUNS | frozenset({"it"})


def is_verb(tokens: Sequence[Token], index: int) -> bool:
    """True for a finite verb of the reporting verbs or the commonest others."""
    token = tokens[index]
    if token.is_capital or not token.is_word:
        return False
    before = tokens[index - 1] if index > 0 else None
    if before is not None and (before.low in DETERMINERS or before.is_possessive or before.low in PREPOSITIONS):
        return False
    forms = FORMS.get(token.low)
    if forms is None:
        return token.low in _COMMON_VERBS
    passive = index + 1 < len(tokens) and tokens[index + 1].low == "by"
    return not passive and any(form.shapes & {"past", "s"} for form in forms)


def is_past(tokens: Sequence[Token], index: int) -> bool:
    """True for a lower-case "-ed" between a noun and a complement: "Republicans gathered Friday"."""
    token = tokens[index]
    if index == 0 or index + 1 >= len(tokens) or token.is_capital or not token.low.endswith("ed"):
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    if before.is_capital and before.is_word and not before.is_possessive:
        return True
    return (after.is_capital or after.low in _OBJECTS) and (
        before.text == "," or (before.is_word and before.low not in DETERMINERS | PREPOSITIONS)
    )


def turns(tokens: Sequence[Token], index: int) -> bool:
    """True for an auxiliary or a verb."""
    return tokens[index].low in AUXILIARIES or is_verb(tokens, index) or is_past(tokens, index)


def first_verb_group(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Where the first verb group after `start` begins, its adverbs included; looked for a clause's length only."""
    place = next((index for index in range(start, min(end, start + _FARTHEST_VERB)) if turns(tokens, index)), None)
    if place is None:
        return None
    while place > start and is_adverb(tokens[place - 1]):
        place -= 1
    return place
