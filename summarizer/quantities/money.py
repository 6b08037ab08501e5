"""Currencies: signs and codes before or after a number, names after it. Never converted into each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

_SIGNS = {
    "$": "dollar", "£": "pound sterling", "€": "euro", "¥": "japanese yen", "₹": "indian rupee", "₽": "ruble",
    "₿": "bitcoin", "₺": "turkish lira", "₩": "south korean won", "₪": "israeli shekel", "₴": "hryvnia",
    "₦": "naira", "₫": "vietnamese dong", "₡": "costa rican colón", "₾": "georgian lari", "₭": "lao kip",
    "₱": "philippine peso", "฿": "baht", "؋": "afghani", "元": "chinese yuan", "円": "japanese yen", "¢": "cent",
}  # fmt: skip
_DOLLAR_PREFIXES = {
    "us": "dollar", "u.s": "dollar", "u.s.": "dollar", "usd": "dollar", "c": "canadian dollar",
    "ca": "canadian dollar", "can": "canadian dollar", "cad": "canadian dollar", "cdn": "canadian dollar",
    "a": "australian dollar", "au": "australian dollar", "aud": "australian dollar",
    "nz": "new zealand dollar", "nzd": "new zealand dollar", "hk": "hong kong dollar", "hkd": "hong kong dollar",
    "s": "singapore dollar", "sg": "singapore dollar", "sgd": "singapore dollar", "nt": "taiwan dollar",
    "mex": "mexican peso", "mx": "mexican peso", "mxn": "mexican peso", "r": "brazilian real",
}  # fmt: skip
_CODES = {
    "usd": "dollar", "eur": "euro", "gbp": "pound sterling", "jpy": "japanese yen", "cny": "chinese yuan",
    "rmb": "chinese yuan", "aud": "australian dollar", "cad": "canadian dollar", "nzd": "new zealand dollar",
    "hkd": "hong kong dollar", "sgd": "singapore dollar", "chf": "swiss franc", "inr": "indian rupee",
    "pkr": "pakistani rupee", "afn": "afghani", "rub": "ruble", "uah": "hryvnia", "try": "turkish lira",
    "mxn": "mexican peso", "brl": "brazilian real", "zar": "south african rand", "sek": "swedish krona",
    "nok": "norwegian krone", "dkk": "danish krone", "pln": "zloty", "krw": "south korean won",
    "aed": "dirham", "sar": "saudi riyal", "ils": "israeli shekel", "egp": "egyptian pound",
    "iqd": "iraqi dinar", "btc": "bitcoin", "eth": "ether", "rs": "rupee", "rs.": "rupee",
}  # fmt: skip
# Codes that are written in small letters too and are no English words.
_LOWER_CODES = frozenset("usd eur gbp jpy cny rmb aud cad nzd inr btc chf rs".split())
_NAMES = {
    "dollar": "dollar", "buck": "dollar", "euro": "euro", "cent": "cent", "penny": "penny", "pence": "penny",
    "pennies": "penny", "yen": "japanese yen", "yuan": "chinese yuan", "renminbi": "chinese yuan",
    "kuai": "chinese yuan", "franc": "franc", "rupee": "rupee", "peso": "peso", "ruble": "ruble", "rouble": "ruble",
    "rand": "rand", "ringgit": "ringgit", "baht": "baht", "naira": "naira", "shilling": "shilling",
    "riyal": "riyal", "dinar": "dinar", "dirham": "dirham", "lira": "lira", "lire": "lira", "zloty": "zloty",
    "zlotys": "zloty", "forint": "forint", "krona": "krona", "kronor": "krona", "krone": "krone",
    "kroner": "krone", "rial": "rial", "afghani": "afghani", "hryvnia": "hryvnia", "shekel": "shekel",
    "crown": "crown", "bitcoin": "bitcoin", "satoshi": "satoshi", "peseta": "peseta", "guilder": "guilder", "markka": "markka",
    "taka": "taka", "kwacha": "kwacha", "cedi": "cedi", "birr": "birr", "rupiah": "rupiah", "toman": "toman",
}  # fmt: skip
_PLAIN_DOLLARS = frozenset("us u.s. u.s american united".split())
_NATIONS = frozenset(
    "us u.s. u.s american australian canadian zealand kong singapore taiwan jamaican mexican argentine chilean "
    "colombian philippine turkish swiss french belgian danish norwegian swedish czech egyptian lebanese syrian "
    "sudanese israeli indian pakistani lankan nepalese indonesian kuwaiti iraqi jordanian iranian saudi qatari "
    "omani emirati japanese chinese korean russian ukrainian belarusian brazilian dutch finnish german italian "
    "spanish british english irish african kenyan ugandan tanzanian somali rican".split()
)
_NATION_FIRSTS = frozenset("new hong sri south north west costa".split())
_MONEY_WORDS = frozenset(
    "paid pay pays cost costs costing price priced prices worth fine fined fee salary sterling profit profits "
    "revenue sales bill bid loan loans deal debt debts spend spent spending sold sell buy bought wage wages "
    "budget tax earn earned raised fund funding bond bonds share shares income value valued million billion £".split()
)
_WINDOW = 12


def is_currency_code(raw: str) -> bool:
    """The word is an ISO 4217 code or a common short form, in capitals unless it is no English word."""
    low = raw.lower()
    return low in _CODES and (raw.isupper() or low in _LOWER_CODES or low == "rs")


def million_code(raw: str) -> str | None:
    """The currency of "MUSD" and "MEUR", how banks write millions."""
    return _CODES.get(raw[1:].lower()) if len(raw) == 4 and raw.isupper() and raw[0] == "M" else None  # noqa: PLR2004


def currency_before(tokens: Tokens, first: int) -> tuple[str, int] | None:
    """The currency written before the number at `first`, and the place where it begins."""
    place = first - 1
    if tokens.low(place) == "-" and tokens[place - 1].raw in _SIGNS:
        place -= 1
    if tokens.low(place) == "." and tokens.low(place - 1) == "rs":
        return _CODES["rs"], place - 1
    sign = tokens[place].raw
    if sign not in _SIGNS:
        return (_CODES[tokens.low(place)], place) if is_currency_code(sign) else None
    prefix = _DOLLAR_PREFIXES.get(tokens.low(place - 1)) if sign == "$" else None
    if prefix is None:
        return _SIGNS[sign], place
    written = tokens[place - 1].raw
    near = tokens.glued(place) or (len(written) > 1 and written.isupper()) or tokens.low(place - 1) in {"c", "hk", "u.s"}
    return (prefix, place - 1) if near else (_SIGNS[sign], place)


def stands_after_currency(tokens: Tokens, first: int) -> bool:
    """A currency sign or code stands right before the number."""
    return currency_before(tokens, first) is not None


def currency_after(tokens: Tokens, place: int) -> tuple[str, int] | None:
    """The currency named at `place` ("dollars", "Swiss francs", "USD", "€") and the place after it."""
    token = tokens[place]
    if token.raw in _SIGNS:
        after_number = tokens[place + 1].kind != "number" or not tokens.glued(place + 1)
        return (_SIGNS[token.raw], place + 1) if after_number else None
    if is_currency_code(token.raw):
        if tokens.glued(place + 1) and tokens[place + 1].kind == "number":
            return None
        return _CODES[token.low], place + 1
    return _named(tokens, place)


def _named(tokens: Tokens, place: int) -> tuple[str, int] | None:
    nation, name_place = _nation(tokens, place)
    word = tokens.low(name_place)
    name = _NAMES.get(word, _NAMES.get(word.removesuffix("s")))
    if word in {"pound", "pounds"}:
        name = "pound sterling" if _is_money_pound(tokens, name_place, nation) else "pound-mass"
        nation = "" if nation in {"british", "english", ""} else nation
        name = "pound" if nation else name
    if name is None:
        return None
    plain = not nation or nation in _PLAIN_DOLLARS or name.startswith(nation)
    return (name if plain else f"{nation} {name}"), name_place + 1


def _nation(tokens: Tokens, place: int) -> tuple[str, int]:
    """The nation named before a currency, and the place of the currency."""
    if tokens.low(place) in _NATION_FIRSTS and tokens.low(place + 1) in _NATIONS:
        return f"{tokens.low(place)} {tokens.low(place + 1)}", place + 2
    return (tokens.low(place), place + 1) if tokens.low(place) in _NATIONS else ("", place)


def _is_money_pound(tokens: Tokens, place: int, nation: str) -> bool:
    """Pounds are money after a scale word or near words of trade, else a weight."""
    if nation or tokens.low(place + 1) == "sterling":
        return True
    around = {tokens.low(index) for index in range(max(0, place - _WINDOW), place + _WINDOW)}
    return not around.isdisjoint(_MONEY_WORDS)


CURRENCIES = frozenset(_SIGNS.values()) | frozenset(_CODES.values()) | frozenset(_NAMES.values())


def is_currency(unit: str) -> bool:
    """The unit is money of any country."""
    return unit in CURRENCIES or unit.rpartition(" ")[2] in CURRENCIES
