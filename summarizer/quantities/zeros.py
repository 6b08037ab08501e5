"""Read a zero that words deny: "nobody was killed", "no deaths", "not one house", "none of the miners"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer.quantities.nouns import is_plural, singular, starts_noun
from summarizer.quantities.number_words import CARDINALS, SCALES
from summarizer.quantities.numeral import Numeral, single

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

ZERO_STARTS = frozenset("no nobody none not without neither or nor any wasn't weren't isn't aren't".split())
# What a toll counts; "no deaths" gives it as zero with or without a verb.
_TOLLS = frozenset(
    "death fatality casualty injury victim survivor arrest wound killing drowning abduction kidnapping hospitalisation "
    "hospitalization infection loss body".split()
)
_HARMED = frozenset(
    "killed wounded injured dead died dies die hurt harmed missing maimed trapped drowned arrested detained rescued "
    "hospitalised hospitalized kidnapped abducted executed shot stabbed survived survive survives perished infected "
    "evacuated displaced charged affected burned burnt".split()
)
_HARMING = frozenset(
    "killed killing kills wounded wounding injured injuring injures hurt hurting hurts harmed harming arrested arresting "
    "detained detaining".split()
)
_DYING = frozenset("died dies perished drowned".split())
_DONE = _HARMED | frozenset(
    "damaged destroyed lost found recovered reported recorded registered seized fired downed hit sunk stolen looted "
    "demolished flooded cancelled canceled grounded cast detected counted left taken sold freed released".split()
)
_BE = frozenset("'s am was were is are been be being has have had".split())
_HARMED_OR_BE, _DONE_OR_PRESENT = _HARMED | _BE, _DONE | frozenset("aboard inside involved present".split())
_DETERMINERS = frozenset("the these those its their his her our my your".split())
# A person or thing spoken about, not one that came to harm.
_CLAUSE_WORDS = frozenset(
    "who that which and or but said says if whether because can could would should will to how what when why any anyone "
    "anybody he she they it we i you".split()
)
# What a zero after them is wished or supposed, not told: "if no one dies", "to make sure that nobody is hurt".
_SUPPOSED = frozenset(
    "if unless whether lest ensure ensures ensured ensuring sure hope hopes hoped hoping pray prays prayed praying "
    "guarantee guarantees guaranteed wish wishes wished".split()
)
_UNTRUE = frozenset("untrue false denied denies deny denying".split())
_BEFORE_THAT = _SUPPOSED | _UNTRUE | {"so"}
_NO_COUNT = frozenset("doubt wonder matter question sooner longer way hope".split())
_SAID_TO_BE = frozenset("reported confirmed known recorded".split())
_REPORTING_OR_HARMING = _HARMING | frozenset("reported recorded registered logged counted".split())
_VICTIMS = frozenset("dead wounded injured missing".split())
_ALMOST = frozenset("almost virtually practically nearly hardly".split())
_CLAIMING = frozenset("claimed claims claiming cost costs took takes taking".split())
_CAUSING = frozenset("cause causing claim inflict involve sustain suffer in to".split())
_PRONOUNS = frozenset({"them", "us", "you", "whom"})
_NOT = frozenset("not didn't doesn't wasn't weren't hasn't haven't hadn't isn't aren't".split())
_NO_NUMBER = CARDINALS | frozenset(SCALES) | {"point"}
_ONES: tuple[tuple[str, ...], ...] = (
    ("one", "single"), ("even", "one", "single"), ("even", "a", "single"), ("even", "one"), ("a", "single", "one"),
    ("a", "single"), ("one",),
)  # fmt: skip
_REACH, _ADJECTIVES = 6, 3
_ZERO = Decimal(0)


def read_zero(tokens: Tokens, index: int) -> Numeral | None:
    """The zero denied at `index`, None if the words count nothing there ("no doubt", "nobody knows")."""
    last = _READERS[tokens.low(index)](tokens, index)
    if last is not None and _is_supposed(tokens, index):
        return None
    return single(index, last, _ZERO, Decimal(1), "words") if last is not None else None


def _is_supposed(tokens: Tokens, index: int) -> bool:
    """The zero is wished, supposed, said to be untrue or only nearly reached."""
    before = tokens.low(index - 1)
    if before == "that":
        return tokens.low(index - 2) in _BEFORE_THAT or tokens.lows(index - 3, 2) == ("not", "true")
    return before in _SUPPOSED or before in _ALMOST


def counts_nobody(tokens: Tokens, numeral: Numeral) -> bool:
    """The zero is a pronoun for persons."""
    return tokens.low(numeral.first) == "nobody" or (
        tokens.low(numeral.first) == "no" and tokens.low(numeral.last - 1) == "one"
    )


def _nobody(tokens: Tokens, index: int) -> int | None:
    harmed = _is_harmed(tokens, index + 1) or tokens.low(index - 1 - (tokens.low(index - 1) in {"no", "-"})) in _HARMING
    return index + 1 if harmed else None


def _no(tokens: Tokens, index: int) -> int | None:
    one = index + 2 if tokens.low(index + 1) == "-" else index + 1
    if tokens.low(one) == "one":
        return _nobody(tokens, one)
    if tokens.low(index + 1) in _NO_COUNT or (tokens.low(index + 1) == "more" and "than" in tokens.lows(index + 2, _REACH)):
        return None
    if tokens.low(index + 1) in _VICTIMS and not starts_noun(tokens, index + 2):
        return index + 1
    after = index + 2 if tokens.low(index + 1) in _SAID_TO_BE else index + 1
    place = after
    while tokens.low(place) in {"more", "other"}:
        place += 1
    head = _head(tokens, place)
    if head is None:
        return after if _is_single(tokens, place) else None
    return after if _is_toll(tokens, head, index) or _is_counted(tokens, head, index) else None


def _is_toll(tokens: Tokens, head: int, index: int) -> bool:
    """The noun at `head` names what a toll counts: "no deaths", "claimed no lives", but not "no loss of power"."""
    if tokens.low(head) == "lives":
        return tokens.low(index - 1) in _CLAIMING
    return singular(tokens.low(head)) in _TOLLS and tokens.lows(head, 2) != ("loss", "of")


def _is_counted(tokens: Tokens, head: int, index: int) -> bool:
    """Something is told of the plural at `head` that can be counted: "no homes were lost", "recorded no new cases"."""
    if not is_plural(tokens.low(head)):
        return False
    return _is_done(tokens, head + 1) or tokens.low(index - 1) in _REPORTING_OR_HARMING


def _is_single(tokens: Tokens, place: int) -> bool:
    """One that came to no harm stands for all: "no soldier was killed", "no child died"."""
    for at in range(place, place + _ADJECTIVES):
        if not starts_noun(tokens, at):
            return False
        after = at + 1
        while tokens.low(after) in _BE:
            after += 1
        if tokens.low(after) in (_HARMED if after > at + 1 else _DYING):
            return True
    return False


def _head(tokens: Tokens, place: int) -> int | None:
    """The place of the last plural, or word for a toll, of the noun phrase at `place`."""
    head = None
    for at in range(place, place + _ADJECTIVES):
        if not starts_noun(tokens, at):
            break
        single = tokens.low(at) in _TOLLS and not (starts_noun(tokens, at + 1) or tokens.low(at + 1) == "of")
        if is_plural(tokens.low(at)) or single:
            head = at
    return head


def _or(tokens: Tokens, index: int) -> int | None:
    """The second toll of "no deaths or injuries"."""
    if singular(tokens.low(index - 1)) not in _TOLLS or singular(tokens.low(index + 1)) not in _TOLLS:
        return None
    return index + 1 if "no" in tokens.lows(index - _ADJECTIVES, _ADJECTIVES) else None


def _not(tokens: Tokens, index: int) -> int | None:
    if tokens.low(index + 1) == "one" and tokens.low(index - 1) in _BE and tokens.low(index - 2) != "there":
        return None
    for words in _ONES:
        last = index + 1 + len(words)
        if tokens.lows(index + 1, len(words)) == words:
            counts = starts_noun(tokens, last) and tokens.low(last) not in _NO_NUMBER and tokens.low(last + 1) != "but"
            return last if counts or _is_group(tokens, last) or _is_harmed_group(tokens, last) else None
    return None


def _was_not(tokens: Tokens, index: int) -> int | None:
    """The contracted denial of "there wasn't a single death"."""
    return _not(tokens, index) if tokens.low(index - 1) == "there" else None


def _any(tokens: Tokens, index: int) -> int | None:
    """A toll denied by the verb before it: "weren't any deaths", "did not cause any injuries"."""
    if singular(tokens.low(index + 1)) not in _TOLLS:
        return None
    verb = index - 1
    if tokens.low(verb) in _CAUSING:
        verb -= 2 if tokens.low(verb) in {"in", "to"} else 1
    return index + 1 if tokens.low(verb) in _NOT else None


def _without(tokens: Tokens, index: int) -> int | None:
    toll = index + 2 if tokens.low(index + 1) == "any" else index + 1
    if singular(tokens.low(toll)) in _TOLLS and is_plural(tokens.low(toll)):
        return toll
    return _not(tokens, index) if tokens.lows(index + 1, 2) == ("a", "single") else None


def _none(tokens: Tokens, index: int) -> int | None:
    if _is_group(tokens, index + 1):
        return index + 1
    bare = tokens.low(index + 1) in _HARMED_OR_BE and _is_harmed(tokens, index + 1)
    return index + 1 if bare or _is_harmed_group(tokens, index + 1) else None


def _neither(tokens: Tokens, index: int) -> int | None:
    return index + 1 if _is_group(tokens, index + 1) and _is_harmed(tokens, index + 1) else None


def _is_harmed_group(tokens: Tokens, place: int) -> bool:
    """The words at `place` are "of them", and harm is told of them."""
    return tokens.low(place) == "of" and tokens.low(place + 1) in _PRONOUNS and _is_harmed(tokens, place + 2)


def _is_group(tokens: Tokens, place: int) -> bool:
    """The words at `place` are "of the miners", "of the 12 miners" or "of Vera Holm's miners"."""
    noun = _behind_owner(tokens, place + 1) if tokens.low(place) == "of" else None
    if noun is None:
        return False
    while tokens[noun].kind == "number" or tokens.low(noun) in CARDINALS:
        noun += 1
    if noun > place + 2 and _is_harmed(tokens, noun):
        return True
    return any(is_plural(tokens.low(at)) and starts_noun(tokens, at) for at in range(noun, noun + _ADJECTIVES))


def _behind_owner(tokens: Tokens, place: int) -> int | None:
    """The place behind a determiner, or behind a name in the genitive."""
    if tokens.low(place) in _DETERMINERS:
        return place + 1
    for at in range(place, place + _ADJECTIVES + 1):
        if tokens.low(at).endswith(("'s", "s'")):
            return at + 1
        if tokens[at].kind != "word":
            return None
    return None


def _is_harmed(tokens: Tokens, place: int) -> bool:
    """A verb of harm follows within the clause: "nobody on board was hurt"."""
    for at in range(place, place + _REACH):
        word = tokens[at]
        if word.low in _HARMED:
            return True
        if word.kind != "word" or word.low in _CLAUSE_WORDS:
            return False
    return False


def _is_done(tokens: Tokens, place: int) -> bool:
    """What was done, or not done, follows: "were destroyed", "have been found", "died"."""
    if tokens.low(place) in _HARMED:
        return True
    passive = place
    while tokens.low(passive) in _BE:
        passive += 1
    if passive == place:
        return False
    return tokens.low(passive) in _DONE_OR_PRESENT or tokens.lows(passive, 2) == ("on", "board")


_READERS = {
    "no": _no, "nobody": _nobody, "none": _none, "not": _not, "without": _without, "neither": _neither, "or": _or, "nor": _or,
    "any": _any, "wasn't": _was_not, "weren't": _was_not, "isn't": _was_not, "aren't": _was_not,
}  # fmt: skip
