"""Currencies: signs and codes before or after a number, names after it. Never converted into each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.quantities.currencies import (
    CODES,
    CURRENCIES,
    DOUBTFUL_CODES,
    DOUBTFUL_LOCAL,
    FULL_NAMES,
    LOCAL,
    LOCAL_AFTER,
    LOWER_CODES,
    NAMES,
    NATION_FIRSTS,
    NATION_MONEY,
    NATION_NAMES,
    NATIONS,
    PLAIN_DOLLARS,
    SIGN_LETTERS,
    SIGNS,
    SLASHED,
)
from summarizer.quantities.local_amounts import SCALED, is_amount
from summarizer.quantities.nouns import starts_noun
from summarizer.quantities.signs import ends_number, minus_at

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Token, Tokens

_MONEY_WORDS = frozenset(
    "paid pay pays cost costs costing price priced prices worth fine fined fee salary sterling profit profits "
    "revenue sales bill bid loan loans deal debt debts spend spent spending sold sell buy bought wage wages "
    "budget tax earn earned raised fund funding bond bonds share shares income value valued million billion £".split()
)
# Also done to things that are weighed: "stole 400 pounds of copper".
_TAKEN = frozenset(
    "stolen stole steal steals theft thief thieves robbed robber robbers robbery loss fraud fraudster scam embezzled losses "
    "damages damage debts compensation reward bribe bribes cash donated donation donations grants owed owes missing "
    "vanished".split()
)
_OF_MANY_NATIONS = frozenset({"rupee", "shilling", "franc", "krone", "peso", "kwacha", "dirham"})
_TIMES = frozenset("last next each every annually yearly".split())
_WINDOW = 12
_AFTER_MONEY = frozenset("in for of to and from on was is were has had".split())
# Prefixes that are written apart from their sign.
# Also words and short forms of other things, unless the number is glued to them.
_GLUED_ONLY = frozenset({"Le", "ID", "Won", "DA"})
_NO_NAMES_BEFORE = frozenset("penny pennies pence cent cents crown crowns buck bucks rand mark".split())
# Short forms that may have a point: "Kshs. 5 million", "Bs. 5 million".
_POINTED = frozenset(LOCAL) | {"Bs", "Br", "Fr", "Sh"}
_OPENERS = frozenset("([{\"'/")
_APART = frozenset({"c", "hk", "u.s"})
BEFORE_NUMBERS = (
    frozenset(CODES)
    | frozenset(DOUBTFUL_CODES)
    | frozenset(word.lower() for word in (*LOCAL, *DOUBTFUL_LOCAL))
    | frozenset(SIGNS)
    | frozenset(letters for of_sign in SIGN_LETTERS.values() for letters in of_sign)
    | {"pounds"}
    | frozenset(f"{name}{ending}" for name in NAMES for ending in ("", "s"))
    | {"-", "(", ".", "/"}
)
"""What the token before a number is, in lower case, where money is written before it."""


def is_currency_code(raw: str) -> bool:
    """The word is an ISO 4217 code or a common short form, in capitals unless it is no English word."""
    low = raw.lower()
    return (low in CODES and (raw.isupper() or low in LOWER_CODES or low == "rs")) or raw in LOCAL


def million_code(raw: str) -> str | None:
    """The currency of "MUSD" and "MEUR", how banks write millions."""
    return CODES.get(raw[1:].lower()) if len(raw) == 4 and raw.isupper() and raw[0] == "M" else None  # noqa: PLR2004


def currency_before(tokens: Tokens, first: int) -> tuple[str, int] | None:
    """The currency written before the number at `first`, and the place where it begins, with the minus of the amount."""
    if tokens.low(first - 1) not in BEFORE_NUMBERS:
        return None
    found = _written_before(tokens, first)
    if found is None:
        return None
    return (found[0], found[1] - 1) if minus_at(tokens, found[1] - 1, money=True) else found


def _written_before(tokens: Tokens, first: int) -> tuple[str, int] | None:
    place = first - 1
    if _is_sign_between(tokens, place):
        place -= 1
    if tokens.low(place) == "." and (tokens.low(place - 1) in {"rs", "/"} or tokens[place - 1].raw in _POINTED):
        place -= 1
    if tokens.low(place) == "/":
        return _slashed(tokens, place, first)
    sign = tokens[place].raw
    if sign in SIGNS:
        return _with_letters(tokens, sign, place)
    return _turned(tokens, place) or _by_letters(tokens, place, first)


def _slashed(tokens: Tokens, place: int, first: int) -> tuple[str, int] | None:
    money = SLASHED.get(tokens[place - 1].raw) if tokens.glued(place) and not tokens.glued(place - 1) else None
    return (money, place - 1) if money and is_amount(tokens, place - 1, first) else None


def _is_sign_between(tokens: Tokens, place: int) -> bool:
    """A minus or a bracket stands between the money and its number: "$-4", "$(4)", "EUR -4"."""
    if tokens[place - 1].raw in SIGNS:
        return tokens.low(place) in {"-", "("} and tokens.glued(place)
    return tokens.low(place) == "-" and is_currency_code(tokens[place - 1].raw) and not tokens.glued(place)


def _with_letters(tokens: Tokens, sign: str, place: int) -> tuple[str, int]:
    """The currency of a sign, with the letters or the nation before it: "A$", "U.S. $", "Canadian $"."""
    prefix = SIGN_LETTERS.get(sign, {}).get(tokens.low(place - 1))
    if prefix is not None:
        written = tokens[place - 1].raw
        capitals = len(written) > 1 and written.isupper()
        if tokens.glued(place) or capitals or tokens.low(place - 1) in _APART:
            return prefix, place - 1
    nation, first = _nation_before(tokens, place)
    money = NATION_MONEY.get((sign, nation))
    return (money, first) if money else (SIGNS[sign], place)


def _nation_before(tokens: Tokens, place: int) -> tuple[str, int]:
    """The nation named right before `place`, and where its name begins."""
    word = tokens[place - 1]
    if not word.raw[:1].isupper() or word.low not in NATIONS or word.low == "cfa":
        return "", place
    if tokens.low(place - 2) in NATION_FIRSTS:
        return f"{tokens.low(place - 2)} {word.low}", place - 2
    return NATION_NAMES.get(word.low, word.low), place - 1


def _turned(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """The currency of letters behind their sign: "$US12", "$A", "£E"."""
    letters = SIGN_LETTERS.get(tokens[place - 1].raw)
    if letters is None or not (tokens.glued(place) and tokens.glued(place + 1) and tokens[place].raw[0].isupper()):
        return None
    money = letters.get(tokens.low(place))
    return (money, place - 1) if money else None


def _by_letters(tokens: Tokens, place: int, first: int) -> tuple[str, int] | None:
    """The currency of a code or of local short forms: "CHF 5m", "RM10", "R500 million"."""
    word = tokens[place]
    if is_currency_code(word.raw):
        return _of_nation(tokens, CODES.get(word.low) or LOCAL[word.raw], place)
    doubtful = DOUBTFUL_LOCAL.get(word.raw) or (
        DOUBTFUL_CODES.get(word.low) if word.raw.isupper() else _named_before(word, glued=tokens.glued(first))
    )
    near = tokens.glued(first) or (len(word.raw) > 1 and word.raw not in _GLUED_ONLY)
    if doubtful is None or not near or (tokens.glued(place) and not _starts_after(tokens, place - 1)):
        return None
    return _of_nation(tokens, doubtful, place) if word.raw == "euro" or is_amount(tokens, place, first) else None


def _of_nation(tokens: Tokens, money: str, place: int) -> tuple[str, int]:
    """Money of many nations with the one that is named right before it: "Pakistani Rs 5m", "Tanzanian Sh5m"."""
    if money not in _OF_MANY_NATIONS:
        return money, place
    nation, first = _nation_before(tokens, place)
    return (f"{nation} {money}", first) if nation else (money, place)


def _starts_after(tokens: Tokens, place: int) -> bool:
    """The symbol at `place` does not tie the word after it to a name: a bracket, a minus, the dash of a range."""
    if tokens[place].raw in _OPENERS or minus_at(tokens, place, money=True):
        return True
    return tokens.low(place) == "-" and ends_number(tokens, place - 1)


def _named_before(word: Token, *, glued: bool) -> str | None:
    """The currency of a name with a capital, as tables and translations have it: "Pounds 308m", "Ringgit 3 million"."""
    if word.raw == "euro":
        return "euro" if glued else None
    if not word.raw.istitle() or word.low in _NO_NAMES_BEFORE:
        return None
    return "pound sterling" if word.low == "pounds" else NAMES.get(word.low, NAMES.get(word.low.removesuffix("s")))


def nation_after(tokens: Tokens, currency: str, place: int) -> tuple[str, int] | None:
    """The money that a nation behind the amount makes of a bare dollar or pound, and the place after it.

    "$10 million (Canadian)" and "$10 million Canadian"; in "a $10 million Canadian film" the nation is the film's.
    """
    sign = {"dollar": "$", "pound sterling": "£"}.get(currency)
    opened = tokens.low(place) == "("
    start = place + 1 if opened else place
    if sign is None or not tokens[start].raw[:1].isupper():
        return None
    nation, after = _nation(tokens, start)
    money = NATION_MONEY.get((sign, NATION_NAMES.get(nation, nation)))
    if money is None and opened and len(tokens[start].raw) > 1 and tokens[start].raw.isupper():
        money, after = SIGN_LETTERS[sign].get(tokens.low(start)), start + 1
    if money is None or (opened and tokens.low(after) != ")"):
        return None
    alone = tokens.low(after) in _TIMES or not starts_noun(tokens, after)
    return (money, after + opened) if opened or alone else None


def currency_after(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """The currency named at `place` ("dollars", "Swiss francs", "USD", "€") and the place after it."""
    token = tokens[place]
    if token.raw in SIGNS:
        after_number = tokens[place + 1].kind != "number" or not tokens.glued(place + 1)
        return (SIGNS[token.raw], place + 1) if after_number else None
    lettered = SIGN_LETTERS.get(tokens[place + 1].raw) if tokens.glued(place + 1) and token.raw[:1].isupper() else None
    if lettered is not None and token.low in lettered:
        after_number = tokens[place + 2].kind != "number" or not tokens.glued(place + 2)
        return (lettered[token.low], place + 2) if after_number else None
    if is_currency_code(token.raw) and token.low in CODES:
        if tokens.glued(place + 1) and tokens[place + 1].kind == "number":
            return None
        return CODES[token.low], place + 1
    if token.low in LOCAL_AFTER and not tokens.low(place + 1).startswith("franc"):
        return LOCAL_AFTER[token.low], place + 1
    return _named(tokens, place)


def _named(tokens: Tokens, place: int) -> tuple[str, int] | None:
    nation, name_place = _nation(tokens, place)
    word = tokens.low(name_place)
    name = NAMES.get(word, NAMES.get(word.removesuffix("s")))
    if word in {"pound", "pounds"}:
        name = "pound sterling" if _is_money_pound(tokens, name_place, nation) else "pound-mass"
        nation = "" if nation in {"british", "english", ""} else nation
        name = "pound" if nation else name
    if word == "won" and (nation or _is_counted_won(tokens, name_place)):
        name = "won" if nation else "south korean won"
    if name is None:
        return None
    plain = not nation or nation in PLAIN_DOLLARS or name.startswith(nation)
    return (name if plain else f"{NATION_NAMES.get(nation, nation)} {name}"), name_place + 1


def _is_counted_won(tokens: Tokens, place: int) -> bool:
    """The word "won" is money after a scale and before no object: "500 billion won", not "2 million won a prize"."""
    after = tokens[place + 1]
    return tokens.low(place - 1) in SCALED and (after.kind != "word" or after.low in _AFTER_MONEY)


def _nation(tokens: Tokens, place: int) -> tuple[str, int]:
    """The nation named before a currency, and the place of the currency."""
    if tokens.low(place) in NATION_FIRSTS and tokens.low(place + 1) in NATIONS:
        return f"{tokens.low(place)} {tokens.low(place + 1)}", place + 2
    return (tokens.low(place), place + 1) if tokens.low(place) in NATIONS else ("", place)


def _is_money_pound(tokens: Tokens, place: int, nation: str) -> bool:
    """Pounds are money after a scale word or near words of trade, else a weight."""
    if nation or tokens.low(place + 1) == "sterling":
        return True
    if tokens.low(place - 1) in SCALED and tokens.glued(place - 1):
        return True
    around = {tokens.low(index) for index in range(max(0, place - _WINDOW), place + _WINDOW)}
    taken = tokens.low(place + 1) != "of" and "weight" not in around and not around.isdisjoint(_TAKEN)
    return taken or not around.isdisjoint(_MONEY_WORDS)


def full_name(unit: str) -> str:
    """A currency with its nation where only one has it, so that "rand" and "south african rand" are the same money."""
    return FULL_NAMES.get(unit, unit)


def is_currency(unit: str) -> bool:
    """The unit is money of any country."""
    return unit in CURRENCIES or unit.rpartition(" ")[2] in CURRENCIES
