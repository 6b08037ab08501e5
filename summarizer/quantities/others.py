"""What "58 others", "another 12" and "three more" count, which only their sentence can tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.quantities.noun_words import IRREGULAR_PLURALS

if TYPE_CHECKING:
    from summarizer.quantities.model import Quantity
    from summarizer.quantities.tokens import Tokens

_PEOPLE = "people"
_OTHER = "other"
PERSONS = frozenset(
    "people man woman child boy girl baby adult teenager civilian resident villager citizen soldier troop officer police "
    "policeman fighter militant rebel insurgent gunman guard guerrilla jihadist terrorist prisoner detainee hostage inmate "
    "worker employee miner labourer laborer farmer fisherman firefighter rescuer medic doctor nurse teacher student pupil "
    "passenger driver pilot sailor crewman tourist visitor pilgrim worshipper protester demonstrator activist journalist "
    "reporter migrant refugee victim casualty survivor patient suspect member serviceman personnel player fan person".split()
) | {name for plural, name in IRREGULAR_PLURALS.items() if plural.endswith("men")}
"""Heads of noun phrases that name persons."""
_HARMED = frozenset(
    "killed wounded injured dead died missing hurt maimed trapped drowned arrested detained rescued hospitalised".split()
)
_HARMING = frozenset("killing wounding injuring hurting maiming trapping drowning arresting detaining rescuing".split())
_LINKS = frozenset("are is was were be been being have has had others other more remain remained".split())
_STOPS = frozenset({".", "!", "?"})
_SENTENCE = 40


def name_others(tokens: Tokens, found: list[Quantity], quantity: Quantity, first: int, last: int) -> Quantity:
    """The figure, its unit "people" where it counts others of a sentence that counts people; None where that is unclear.

    The figure stands at the tokens from `first` up to `last`; `found` are those before it.
    """
    is_others = quantity.unit == _OTHER or (quantity.unit is None and quantity.additional)
    if not is_others or quantity.is_date:
        return quantity
    return replace(quantity, unit=_PEOPLE if _is_harmed(tokens, first, last) or _follows_people(tokens, found, first) else None)


def _is_harmed(tokens: Tokens, first: int, last: int) -> bool:
    """They were killed, wounded or the like: "wounding three more", "another 12 were hurt"."""
    before = first - 1
    while tokens.low(before) in {"another", "further", "a", "least", "at"}:
        before -= 1
    place = last
    while tokens.low(place) in _LINKS:
        place += 1
    return tokens.low(before) in _HARMED | _HARMING or tokens.low(place) in _HARMED


def _follows_people(tokens: Tokens, found: list[Quantity], first: int) -> bool:
    """The last figure of the sentence that names what it counts, counts people."""
    start = _sentence_start(tokens, first)
    named = [other for other in found if other.start >= start and other.unit is not None and not other.is_date]
    return bool(named) and named[-1].unit is not None and named[-1].unit.split()[-1] in PERSONS


def _sentence_start(tokens: Tokens, place: int) -> int:
    for back in range(place - 1, max(-1, place - _SENTENCE), -1):
        if tokens.low(back) in _STOPS and tokens[back + 1].raw[:1].isupper():
            return tokens[back].end
    return tokens[max(0, place - _SENTENCE)].start
