"""House numbers, which count nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.quantities.tokens import Tokens

_STREETS = frozenset("street st st. avenue ave road rd lane drive boulevard blvd way court place square highway".split())
# "22 Avenue Foch", "9 E 71st St".
_STREETS_FIRST = frozenset("ave avenue rue via calle rua boulevard piazza plaza".split())
_QUARTERS = frozenset("n s e w north south east west".split())
_STREET_WORDS = 3


def is_address(tokens: Tokens, last: int) -> bool:
    """A house number: "123 Random Street", "10 Downing St."."""
    if not tokens[last].raw[:1].isupper():
        return False
    if tokens.low(last) in _STREETS_FIRST and tokens[last + 1].raw[:1].isupper():
        return True
    if tokens.low(last) in _QUARTERS and tokens[last + 1].kind == "number" and tokens[last + 2].kind == "word":
        return tokens.low(last + 3) in _STREETS
    names = (tokens[place] for place in range(last + 1, last + _STREET_WORDS))
    return any(name.low in _STREETS and name.raw[0].isupper() for name in names)
