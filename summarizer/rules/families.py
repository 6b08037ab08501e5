"""The words that say what befell the people a number counts. One family a kind of count; families never mix."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Family:
    """One kind of count.

    Attributes:
        name: the participle that stands in the measure ("people killed").
        after: words that, behind the number, say it of those counted ("22 people were killed").
        before: words that, before the number, say it of those counted ("killed 22 people").
        nouns: units that are such a count by themselves ("22 deaths").
    """

    name: str
    after: re.Pattern[str]
    before: re.Pattern[str]
    nouns: frozenset[str]


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


FAMILIES = (
    Family(
        "killed",
        _words(
            r"killed|dead|died|dies|die|dying|perished|drowned|slain|martyred|massacred|executed|beheaded|murdered|"
            r"lost (?:their|his|her) li(?:fe|ves)|losing their lives|fatally shot|shot dead"
        ),
        _words(
            r"kill|kills|killed|killing|murdered|murdering|massacred|massacring|executed|executing|execute|beheaded|"
            r"(?:claim|claims|claimed|claiming|took|taken|taking|cost|costing) the li(?:fe|ves) of|the deaths? of|death of|"
            r"bodies of|martyred|martyring|deaths? in"
        ),
        frozenset("death fatality dead body corpse martyr".split()),
    ),
    Family(
        "injured",
        _words(
            r"injured|wounded|hurt|maimed|hospitali[sz]ed|(?:with|reported|suffered|sustained) (?:\w+ )?(?:injuries|wounds)"
        ),
        _words(
            r"injure|injures|injured|injuring|wound|wounds|wounded|wounding|hurt|hurts|hurting|injuries to|"
            r"hospitali[sz]ed|hospitali[sz]ing"
        ),
        frozenset("injury casualty wounded wound".split()),
    ),
    Family(
        "missing",
        _words(r"missing|unaccounted for|disappeared"),
        _words(r"search(?:es|ed|ing)? for(?: the)?(?: missing)?"),
        frozenset(),
    ),
    Family(
        "rescued",
        _words(r"rescued|saved|pulled (?:out|alive|from)|survived|plucked"),
        _words(r"rescue|rescues|rescued|rescuing|saved|saving|pulled|pulling|plucked|plucking|picked up"),
        frozenset({"survivor"}),
    ),
    Family(
        "aboard",
        _words(r"aboard|on board"),
        _words(r"carrying|carried|aboard were|on board were|with on board"),
        frozenset({"passenger"}),
    ),
    Family(
        "licensed",
        _words(r"licensed|permitted"),
        _words(
            r"(?:licensed|permitted|allowed|certified|built|designed) (?:to carry|for)|(?:capacity|maximum|limit) (?:of|is|was)"
        ),
        frozenset(),
    ),
    Family(
        "arrested",
        _words(r"arrested|detained|taken into custody|in custody|rounded up"),
        _words(r"arrest|arrests|arrested|arresting|detain|detains|detained|detaining|rounded up|rounding up"),
        frozenset({"arrest", "detainee"}),
    ),
    Family(
        "displaced",
        _words(r"displaced|evacuated|fled|homeless|uprooted"),
        _words(r"displaced|displacing|displace|evacuated|evacuating|evacuate|uprooted|uprooting"),
        frozenset({"evacuee", "refugee"}),
    ),
)

THINGS = frozenset(
    "strike airstrike raid attack assault bombing explosion blast shell rocket missile bomb mortar mine warhead barrel "
    "round house home building village town city district neighbourhood neighborhood area region province country state "
    "hospital school mosque church shop clinic vehicle car truck bus tank boat ship ferry vessel plane aircraft jet "
    "helicopter warplane flight drone day hour week month year time minute second night point side front place part "
    "incident clash battle operation case report group party company firm government other percentage percent kilometre "
    "mile metre dollar euro pound floor weapon gun rifle base position site location target quake earthquake aftershock "
    "storm hurricane tornado fire wildfire flood train game match goal run vote seat law rule page word number post sortie"
    "".split()
) - {"other"}
"""Nouns that a number counts and that nobody can be killed of."""


def names_things(unit: str | None) -> bool:
    """The counted noun is a thing or an event, so that no toll is meant by it."""
    return unit is not None and (unit.rpartition(" ")[2] in THINGS or " per " in unit or " of age" in unit)


_BEASTS = frozenset(
    "animal bat bear beast bee bird bream buffalo bull calf camel cat cattle chicken cod cow crow deer dog dolphin donkey "
    "duck eel elephant fish fowl fox frog goat goose hen horse insect lamb lion livestock monkey mouse mule otter owl ox "
    "penguin pig pigeon pony poultry rabbit rat salmon seabird seal shark sheep snake swan tiger tree trout turkey turtle "
    "whale wolf".split()
)


def is_beast(noun: str) -> bool:
    """The noun names animals or trees, in the singular or the plural: no people are meant by "300 dead bream"."""
    return bool({noun, noun.removesuffix("s"), noun.removesuffix("es")} & _BEASTS)
