"""Find what a number counts: the noun phrase after it, its head put into the singular."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.quantities.currencies import CODES, LOCAL
from summarizer.quantities.noun_words import (
    ADJECTIVE_ENDINGS,
    COMPOUND_SECONDS,
    IRREGULAR_PLURALS,
    MOSTLY_NOUNS,
    NAMES_IN_CAPITALS,
    NO_COMPOUNDS,
    NOT_PLURAL_ENDINGS,
    NOUNS_IN_LY,
    PLAIN_FORMS,
    PLURAL_COMPOUNDS,
    QUALIFYING_PLURALS,
    SERIAL_ADJECTIVES,
    SKIPPED,
    STOP_WORDS,
    VERBS_AFTER_NOUN,
    VERBS_LIKE_PLURALS,
)
from summarizer.quantities.number_words import CARDINALS

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

_MODIFIERS = 6
_SINGULAR_MODIFIERS = 2
_SHORT = 3
_SINGULAR_BEFORE = frozenset({"one", "1", "a", "an", "the"})
_SIBILANT_ENDINGS = ("sses", "xes", "ches", "shes", "zzes")


class CountedNoun(NamedTuple):
    """The noun phrase a number counts: its name, its head, and the place after it."""

    name: str
    head: str
    head_place: int
    last: int


def singular(word: str) -> str:
    """The singular of an English plural in lower case; other words unchanged."""
    if word in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[word]
    compound = _compound_ending(word)
    if compound is not None:
        return f"{word.removesuffix(compound)}{PLURAL_COMPOUNDS[compound]}"
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > _SHORT + 1:
        return f"{word[:-3]}y"
    if word.endswith(_SIBILANT_ENDINGS):
        return word[:-2]
    return word[:-1]


def is_plural(word: str) -> bool:
    """The word looks like a plural noun; "various" and "less" do not."""
    if word in IRREGULAR_PLURALS:
        return word != "person"
    if not word.endswith("s"):
        return _compound_ending(word) is not None
    return len(word) >= _SHORT and not word.endswith(NOT_PLURAL_ENDINGS)


def _compound_ending(word: str) -> str | None:
    """The irregular plural that a compound ends in: "men" in "crewmen"."""
    if not word.endswith("en") or word in NO_COMPOUNDS:
        return None
    return next((ending for ending in PLURAL_COMPOUNDS if word.endswith(ending)), None)


def starts_noun(tokens: Tokens, place: int) -> bool:
    """A word that can begin a noun phrase stands at `place`."""
    token = tokens[place]
    if token.kind != "word" or (len(token.raw) == 1 and not _is_designation(tokens, place)):
        return False
    if token.low in VERBS_LIKE_PLURALS:
        before = tokens.low(place - 1)
        return tokens[place - 1].kind == "number" or before in CARDINALS or before in COMPOUND_SECONDS.get(token.low, ())
    return token.low not in STOP_WORDS or (token.raw.isupper() and token.low in NAMES_IN_CAPITALS)


def _is_designation(tokens: Tokens, place: int) -> bool:
    """A capital letter with a number behind it names a type of machine: "F-16 jets", "M1 tanks"."""
    number = place + 2 if tokens.low(place + 1) == "-" and tokens.glued(place + 1) else place + 1
    named = tokens[number].kind == "number" and tokens.glued(number) and not tokens.glued(place)
    return named and tokens[place].raw.isupper() and starts_noun(tokens, number + 1)


def _ends_designation(tokens: Tokens, place: int) -> bool:
    """A number that letters, not those of a currency, run into: the 47 of "AK-47", the 4 of "PS4"."""
    letters = tokens[place - 2] if tokens.low(place - 1) == "-" else tokens[place - 1]
    return tokens[place].kind == "number" and tokens.glued(place) and letters.low not in CODES and letters.raw not in LOCAL


def counted_noun(tokens: Tokens, place: int, *, one: bool, words: int = _MODIFIERS) -> CountedNoun | None:
    """The noun phrase of at most `words` words at `place`, after a number; `one` allows a singular noun."""
    first = place
    while tokens.low(place) in SKIPPED:
        place += 1
    graded = tokens.low(place) in PLAIN_FORMS and starts_noun(tokens, place + 1)
    if not (graded or starts_noun(tokens, place)):
        return None
    places = _phrase_places(tokens, place)[:words]
    if len(places) > 1 and tokens.low(place).endswith("'s") and "of" in tokens.lows(first, place - first):
        places = places[1:]
    plural = _plural_phrase(tokens, places) or _plural_phrase(tokens, _with_second_modifier(tokens, places, words))
    return plural or (_singular_phrase(tokens, places) if one else None)


def _phrase_places(tokens: Tokens, place: int) -> list[int]:
    """The places of the words that can belong to one noun phrase; hyphens inside words are passed over."""
    places: list[int] = []
    while len(places) < _MODIFIERS:
        hyphen = places and tokens.low(place) == "-" and tokens.glued(place) and tokens.glued(place + 1)
        place += 1 if hyphen else 0
        token = tokens[place]
        if places and _ends_designation(tokens, place):
            places.append(place)
            place += 1
            continue
        opens = not places and token.low in PLAIN_FORMS
        described = not hyphen and _is_described_plural(tokens, places, place)
        if not (hyphen or opens or described or starts_noun(tokens, place)) or token.kind != "word":
            break
        places.append(place)
        place += 1
    return places


def _is_described_plural(tokens: Tokens, places: list[int], place: int) -> bool:
    """A plural that is also a verb is what is counted, behind an adjective and no other plural: "two critical reports"."""
    if not places or tokens.low(place) not in MOSTLY_NOUNS or tokens.low(places[0] - 1) in _SINGULAR_BEFORE:
        return False
    before = tokens.low(places[-1])
    adjective = before in SERIAL_ADJECTIVES or before.endswith(ADJECTIVE_ENDINGS)
    return adjective and not any(is_plural(tokens.low(at)) for at in places)


def _with_second_modifier(tokens: Tokens, places: list[int], words: int) -> list[int]:
    """The places with those after "and" between two modifiers: "gifted and patient players"."""
    after = places[-1] + 2
    if tokens.low(after - 1) != "and" or len(places) > _SINGULAR_MODIFIERS or len(places) == words:
        return []
    return [*places, *_phrase_places(tokens, after)[:_SHORT]]


def _plural_phrase(tokens: Tokens, places: list[int]) -> CountedNoun | None:
    for position, at in enumerate(places):
        word = tokens.low(at)
        if not is_plural(word):
            continue
        following = places[position + 1] if position + 1 < len(places) else None
        if following is not None and _qualifies(tokens, at, following):
            continue
        return _named(tokens, places[: position + 1])
    return None


def _qualifies(tokens: Tokens, at: int, following: int) -> bool:
    """The plural at `at` only qualifies the noun after it ("arms deals", "women soldiers")."""
    hyphen = following == at + 2
    word = tokens.low(at)
    same_in_plural = IRREGULAR_PLURALS.get(word) == word and word != "people"
    return hyphen or ((word in QUALIFYING_PLURALS or same_in_plural) and is_plural(tokens.low(following)))


def _singular_phrase(tokens: Tokens, places: list[int]) -> CountedNoun | None:
    """The words up to the first that looks like a verb; two modifiers at most."""
    kept: list[int] = []
    for at in places:
        word = tokens.low(at)
        if kept and (word in VERBS_AFTER_NOUN or (word.endswith(("ed", "ing")) and tokens.low(at - 1) != "-")):
            break
        kept.append(at)
        if len(kept) > _SINGULAR_MODIFIERS:
            break
    if len(kept) == 1 and tokens.low(kept[0]).endswith("ed") and tokens.low(kept[0] + 1) in {"by", "as"}:
        return None
    if len(kept) == 1 and tokens.low(kept[0]).endswith("ly") and tokens.low(kept[0]) not in NOUNS_IN_LY:
        return None
    return _named(tokens, kept) if kept else None


def _named(tokens: Tokens, places: list[int]) -> CountedNoun:
    head = singular(tokens.low(places[-1]))
    name = head
    for at, previous in zip(reversed(places[1:]), reversed(places[:-1]), strict=True):
        joint = "-" if at == previous + 2 and tokens.low(previous + 1) == "-" else " "
        joint = "" if tokens[at].kind == "number" and at == previous + 1 else joint
        word = tokens.low(previous).removesuffix("'s")
        plain = PLAIN_FORMS.get(word, word) if tokens[previous].raw.islower() else word
        name = f"{plain}{joint}{name}"
    return CountedNoun(name, head, places[-1], places[-1] + 1)
